import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

/** Of the ten deals, what some of them cost; D6 and D9 state nothing. */
const costs: Readonly<Record<string, number>> = { D5: 60_000, D7: 50_000, D8: 1_000 }
const withCost: Grid = tenDeals.map((row, i) => [...row, i === 0 ? 'Cost' : (costs[String(row[0])] ?? null)])

// prettier-ignore
const activities: Grid = [
  ['Activity ID', 'Date', 'Owner', 'Type', 'Channel', 'Deal ID'],
  ['A1', '2023-12-01', 'Anna', 'Meeting', 'face to face', 'D1'],
  ['A2', '2023-12-10', 'Anna', 'Meeting', 'video', 'D1'],
  ['A3', '2024-01-10', 'Anna', 'Meeting', 'video', 'D1'],
  ['A4', '2024-02-01', 'Anna', 'Meeting', 'video', 'D2'],
  ['A5', '2024-02-05', 'Anna', 'Call', 'phone', 'D5'],
  ['A6', '2024-02-06', 'Anna', 'Meeting', 'video', 'D5'],
  ['A7', '2024-03-01', 'Ben', 'Meeting', 'face to face', 'D7'],
  ['A8', '2024-03-11', 'Ben', 'Meeting', 'video', 'D7'],
  ['A9', '2024-04-11', 'Ben', 'Meeting', 'video', 'D6'],
]

const unitCosts: Grid = [
  ['Channel', 'Cost per meeting'],
  ['f2f', 700],
  ['video', 140],
]

const labels = [
  ...['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value'],
  ...['Probability', 'Margin', 'Meetings held', 'Meetings left', 'Cost left', 'Return'],
]
const d5 = ['D5', 'Booster station', 'Elm Water', 'Anna', 'Proposal', 100_000, 0.5]
const d6 = ['D6', 'Dosing line', 'Fir Chemicals', 'Ben', 'Qualify', 60_000, 0.1]
const d7 = ['D7', 'Cooling loop', 'Ginkgo Dairy', 'Ben', 'Negotiate', 80_000, 0.8]
const d8 = ['D8', 'Spare parts frame', 'Hazel Logistics', 'Ben', 'Qualify', null, 0.1]
const d9 = ['D9', 'Wash water reuse', 'Ivy Textiles', 'Anna', 'Proposal', 20_000, 0.5]

export const examples: readonly Example[] = [
  {
    about: 'Meetings that a won deal takes and what one costs are taken from the data.',
    given: { deals: withCost, activities, unit_costs: unitCosts },
    args: { as_of: asOf },
    result: [
      labels,
      [...d7, 30_000, 2, 0, 0, 'no effort left'],
      [...d5, 40_000, 1, 1, 300, 200 / 3],
      [...d6, null, 0, 2, 600, null],
      [...d9, null, 0, 2, 600, null],
      [...d8, null, 0, 2, 600, null],
    ],
    figures:
      'SQLite: meetings per won deal (3 of D1, 1 of D2) avg 2; cost of a meeting over the seven held, avg(cost_per_meeting) = 300; p * (amount - cost) / ((2 - meetings held) * 300)',
  },
  {
    about: 'With a margin for deals without a cost, and meetings and their cost as given.',
    given: { deals: withCost, activities },
    args: { as_of: asOf, meetings: 4, meeting_cost: 500, margin: 0.25 },
    result: [
      labels,
      [...d7, 30_000, 2, 2, 1_000, 24],
      [...d5, 40_000, 1, 3, 1_500, 40 / 3],
      [...d9, 5_000, 0, 4, 2_000, 1.25],
      [...d6, 15_000, 0, 4, 2_000, 0.75],
      [...d8, null, 0, 4, 2_000, null],
    ],
    figures: 'SQLite: p * coalesce(amount - cost, amount * 0.25) / ((4 - meetings held) * 500)',
  },
]
