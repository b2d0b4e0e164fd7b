import type { Cell, Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'
import { tenDealHistory, tenDealStageChances } from './examples/ten-deals-past.ts'

const steps: Readonly<Record<string, readonly Cell[]>> = {
  'Deal ID': ['Next step', 'Next activity'],
  D6: ['Site visit', '2024-04-04'],
  D7: [null, '2024-03-31'],
  D9: [null, '2024-03-08'],
}

const withSteps: Grid = tenDeals.map((row): readonly Cell[] => [...row, ...(steps[String(row[0])] ?? [null, null])])

const columns = [
  ...['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Weighted', 'Close date'],
  ...['Days in stage', 'Next step', 'Next activity', 'Flags'],
]

// prettier-ignore
const rows: Readonly<Record<'D5' | 'D6' | 'D7' | 'D8' | 'D9', readonly Cell[]>> = {
  D5: ['D5', 'Booster station', 'Elm Water', 'Anna', 'Proposal', 100_000, 50_000, '2024-03-15', 76, null, null, 'overdue, stale, no next step'],
  D7: ['D7', 'Cooling loop', 'Ginkgo Dairy', 'Ben', 'Negotiate', 80_000, 64_000, '2024-04-30', 1, null, '2024-03-31', null],
  D6: ['D6', 'Dosing line', 'Fir Chemicals', 'Ben', 'Qualify', 60_000, 6_000, '2024-04-20', 45, 'Site visit', '2024-04-04', null],
  D9: ['D9', 'Wash water reuse', 'Ivy Textiles', 'Anna', 'Proposal', 20_000, 10_000, '2024-09-30', 30, null, null, 'no next step'],
  D8: ['D8', 'Spare parts frame', 'Hazel Logistics', 'Ben', 'Qualify', null, null, null, 60, null, null, 'no close date, no amount, stale, no next step'],
}

const activities: Grid = [
  ['Deal ID', 'Date', 'Owner', 'Type', 'Done'],
  ['D5', '2024-04-02', 'Anna', 'Call', 'no'],
]

const given = { deals: withSteps, history: tenDealHistory }

export const examples: readonly Example[] = [
  {
    about:
      'The five largest; what is overdue, stale or without a next step is flagged. An activity today is still ahead.',
    given,
    args: { as_of: asOf },
    result: [columns, rows.D5, rows.D7, rows.D6, rows.D9, rows.D8],
    figures:
      'SQLite: order by amount desc, close_date; days since max(changed_at); flags by hand (stale(60): D5 and D8)',
  },
  {
    about: 'The two with the largest weighted value.',
    given,
    args: { as_of: asOf, n: 2, rank: 'weighted' },
    result: [columns, rows.D7, rows.D5],
    figures: 'SQLite: order by amount * probability desc limit 2',
  },
  {
    about: 'A planned activity in the Activities table is a next step.',
    given: { ...given, activities },
    args: { as_of: asOf, n: 1 },
    result: [columns, [...rows.D5.slice(0, -2), '2024-04-02', 'overdue, stale']],
    figures: 'by hand: D5 has a call on 2024-04-02',
  },
  {
    about: 'Only deals that are due in the second quarter.',
    given,
    args: { as_of: asOf, period: '2024-Q2' },
    result: [columns, rows.D7, rows.D6],
    figures: 'by hand: D7 and D6 are due in the second quarter',
  },
  {
    about: 'Where the Stages table gives a stage its own days, these say when a deal is stale.',
    given: { ...given, stages: tenDealStageChances },
    args: { as_of: asOf, n: 1 },
    result: [columns, [...rows.D5.slice(0, -1), 'overdue, no next step']],
    figures: 'by hand: 76 days without an update are fewer than the 90 of Proposal',
  },
]
