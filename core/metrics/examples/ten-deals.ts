import type { Cell, Grid } from '../../cells/grid.ts'

/** The day on which the ten deals are looked at. */
export const asOf = '2024-03-31'

type Row = readonly [
  id: string,
  name: string,
  account: string,
  owner: string,
  status: string,
  amount: number | null,
  probability: number,
  stage: string,
  created: string,
  close: string,
  modified: string,
]

// prettier-ignore
const rows: readonly Row[] = [
  ['D1', 'Intake pumps', 'Aspen Mills', 'Anna', 'won', 50_000, 1, 'Won', '2023-11-01', '2024-01-15', '2024-01-15'],
  ['D2', 'Service contract', 'Birch Foods', 'Anna', 'won', 30_000, 1, 'Won', '2023-12-10', '2024-02-20', '2024-02-20'],
  ['D3', 'Mixer refit', 'Cedar Paper', 'Ben', 'lost', 40_000, 0, 'Lost', '2023-10-05', '2024-02-01', '2024-02-01'],
  ['D4', 'Valve survey', 'Dogwood Energy', 'Ben', 'lost', 0, 0, 'Lost', '2024-01-10', '2024-01-20', '2024-01-20'],
  ['D5', 'Booster station', 'Elm Water', 'Anna', 'open', 100_000, 0.5, 'Proposal', '2023-09-01', '2024-03-15', '2024-01-15'],
  ['D6', 'Dosing line', 'Fir Chemicals', 'Ben', 'open', 60_000, 0.1, 'Qualify', '2024-02-15', '2024-04-20', '2024-03-25'],
  ['D7', 'Cooling loop', 'Ginkgo Dairy', 'Ben', 'open', 80_000, 0.8, 'Negotiate', '2023-12-01', '2024-04-30', '2024-03-30'],
  ['D8', 'Spare parts frame', 'Hazel Logistics', 'Ben', 'open', null, 0.1, 'Qualify', '2024-01-31', '', '2024-01-31'],
  ['D9', 'Wash water reuse', 'Ivy Textiles', 'Anna', 'open', 20_000, 0.5, 'Proposal', '2024-01-20', '2024-09-30', '2024-03-01'],
  ['D10', 'Tank farm upgrade', 'Juniper Ports', 'Ben', 'won', 70_000, 1, 'Won', '2024-03-10', '2024-03-05', '2024-03-05'],
]

const cells = (row: Row): readonly Cell[] => row.map((cell) => (cell === '' ? null : cell))

/** The ten deals; D8 has neither an amount nor a close date, D10 was closed before it was created. */
export const tenDeals: Grid = [
  [
    'Deal ID',
    'Name',
    'Account',
    'Owner',
    'Status',
    'Amount',
    'Probability',
    'Stage',
    'Created',
    'Close date',
    'Last modified',
  ],
  ...rows.map(cells),
]

/** Their stages; Qualify is where a deal starts. */
export const tenDealStages: Grid = [
  ['Stage', 'Order', 'Type', 'Initial'],
  ['Qualify', 1, 'open', true],
  ['Proposal', 2, 'open', false],
  ['Negotiate', 3, 'open', false],
  ['Won', 4, 'won', false],
  ['Lost', 5, 'lost', false],
]

/** What the team is to win in the first two quarters. */
export const tenDealTargets: Grid = [
  ['Metric', 'Owner', 'Period', 'Grain', 'Value'],
  ['sales', 'ALL', '2024-Q1', 'quarter', 180_000],
  ['sales', 'ALL', '2024-Q2', 'quarter', 200_000],
]
