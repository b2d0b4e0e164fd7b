import type { Cell, Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'

const last: Readonly<Record<string, readonly Cell[]>> = {
  'Deal ID': ['Last open stage', 'Lost reason'],
  D3: ['Proposal', 'Price'],
  D4: ['Qualify', 'Duplicate'],
}

const withLastStage: Grid = tenDeals.map((row): readonly Cell[] => [...row, ...(last[String(row[0])] ?? [null, null])])

export const examples: readonly Example[] = [
  {
    about: 'By count: every closed deal counts once, whatever its amount.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 2, 0.6, 5],
    ],
    figures: 'golden fixture of ten deals: win rate count 60%',
  },
  {
    about: 'With positive amounts only.',
    given: { deals: tenDeals },
    args: { as_of: asOf, min_amount: 1 },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 1, 0.75, 4],
    ],
    figures: 'golden fixture of ten deals: with positive amounts only 75%',
  },
  {
    about: 'By value.',
    given: { deals: tenDeals },
    args: { as_of: asOf, unit: 'value' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [150_000, 40_000, 150 / 190, 5],
    ],
    figures: 'golden fixture of ten deals: by value 78.95%',
  },
  {
    about: 'Overdue open deals counted as lost.',
    given: { deals: tenDeals },
    args: { as_of: asOf, denominator: 'incl_overdue' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 3, 0.5, 6],
    ],
    figures: 'golden fixture of ten deals: overdue-as-lost 50%',
  },
  {
    about: 'A period in which nothing was closed has no rate.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2022' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [0, 0, null, 0],
    ],
    figures: 'by hand: no deal was closed in 2022',
  },
  {
    about: 'Lost deals count only when they had reached Proposal.',
    given: { deals: withLastStage, stages: tenDealStages },
    args: { as_of: asOf, denominator: 'qualified', min_stage: 'Proposal' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 1, 0.75, 4],
    ],
    figures: 'by hand: D3 was lost in Proposal and counts, D4 in Qualify and does not',
  },
  {
    about: 'Deals lost for a reason that the settings list are neither won nor lost.',
    given: { deals: withLastStage },
    args: { as_of: asOf },
    settings: { not_lost_reasons: 'Duplicate' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 1, 0.75, 4],
    ],
    figures: 'by hand: D4 is a duplicate',
  },
  {
    about: 'By owner.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', 'Won', 'Lost', 'Win rate', 'Closed deals'],
      ['Anna', 2, 0, 1, 2],
      ['Ben', 1, 2, 1 / 3, 3],
    ],
    figures: 'by hand: Anna D1 and D2; Ben D10, against D3 and D4',
  },
]
