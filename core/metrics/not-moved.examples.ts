import type { Cell, Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'
import { tenDealHistory, tenDealSnapshots, tenDealStageChances } from './examples/ten-deals-past.ts'

const columns = [
  ...['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Close date', 'Days in stage'],
  ...['Next step', 'Next activity'],
]

// prettier-ignore
const rows: Readonly<Record<'D5' | 'D6' | 'D8', readonly Cell[]>> = {
  D5: ['D5', 'Booster station', 'Elm Water', 'Anna', 'Proposal', 100_000, '2024-03-15', 76, null, null],
  D6: ['D6', 'Dosing line', 'Fir Chemicals', 'Ben', 'Qualify', 60_000, '2024-04-20', 45, null, null],
  D8: ['D8', 'Spare parts frame', 'Hazel Logistics', 'Ben', 'Qualify', null, null, 60, null, null],
}

const given = { deals: tenDeals, snapshots: tenDealSnapshots, history: tenDealHistory }

const renamed = (grid: Grid): Grid => grid.map((row) => row.map((cell) => (cell === 'Proposal' ? 'Offer' : cell)))

export const examples: readonly Example[] = [
  {
    about: 'In the same stage as at the last snapshot.',
    given,
    args: { as_of: asOf },
    result: [columns, rows.D5, rows.D6, rows.D8],
    figures:
      'SQLite: deals join the last snapshot row per deal at or before 2024-02-29 where status = open and the stages are equal',
  },
  {
    about: 'In the same stage as at the end of January; D6 did not exist then.',
    given,
    args: { as_of: asOf, since: '2024-01-31' },
    result: [columns, rows.D5, rows.D8],
    figures: 'SQLite: the same at or before 2024-01-31',
  },
  {
    about: 'Strictly: neither the amount nor the close date has changed either.',
    given,
    args: { as_of: asOf, since: '2024-01-31', strict: true },
    result: [columns, rows.D8],
    figures: 'SQLite: and amount and close_date are equal; the close date of D5 has moved',
  },
  {
    about: 'Without snapshots the last change of stage tells, which must lie before the day.',
    given: { deals: tenDeals, history: tenDealHistory },
    args: { as_of: asOf, since: '2024-02-15' },
    result: [columns, rows.D5, rows.D8],
    figures: "SQLite: max(changed_at) < '2024-02-15' by open deal; D6 changed on that day",
  },
  {
    about: 'A stage that has another name now is the same stage.',
    given: { ...given, snapshots: renamed(tenDealSnapshots), stages: tenDealStageChances },
    args: { as_of: asOf, since: '2024-01-31', mode: 'count' },
    result: [['Deals'], [2]],
    figures: 'by hand: as in the second example',
  },
  {
    about: 'What they are worth together; a deal without an amount adds nothing.',
    given,
    args: { as_of: asOf, mode: 'value' },
    result: [['Value'], [160_000]],
    figures: 'by hand: D5 100,000 + D6 60,000',
  },
  {
    about: 'The largest of them.',
    given,
    args: { as_of: asOf, top: 1 },
    result: [columns, rows.D5],
    figures: 'by hand: the first row of the first example',
  },
  {
    about: 'Without snapshots, a history or a last stage change nothing tells what moved.',
    given: { deals: tenDeals },
    args: { as_of: asOf, since: '2024-01-31' },
    result: { error: 'Last stage change' },
    figures: 'by hand: the ten deals alone do not say when their stage changed',
  },
]
