import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { soldDeals } from './examples/sold-lines.ts'

const customers: Grid = [
  ['Account ID', 'Account', 'Segment', 'Tier', 'Potential year'],
  ['C-1', 'Aspen Mills', 'Paper', 'key', 40_000],
  ['C-2', 'Birch Foods', 'Food', 'growth', 9_000],
  ['C-3', 'Cedar Paper', 'Paper', 'standard', null],
  ['C-4', 'Elm Water', 'Food', 'growth', 12_000],
]

/** The first invoice is more than a year old, the last one a credit note. */
// prettier-ignore
const sales: Grid = [
  ['Invoice ID', 'Date', 'Account', 'Product', 'Amount'],
  ['I1', '2023-03-01', 'Aspen Mills', 'Pumps', 50_000],
  ['I2', '2023-06-01', 'Aspen Mills', 'Pumps', 12_000],
  ['I3', '2023-09-15', 'Aspen Mills', 'Service', 3_000],
  ['I4', '2024-02-01', 'Birch Foods', 'Service', 4_500],
  ['I5', '2024-03-01', 'Cedar Paper', 'Training', 2_000],
  ['I6', '2024-03-31', 'Aspen Mills', 'Pumps', -1_000],
]

const labels = ['Customer', 'Segment', 'Tier', 'Potential', 'Current', 'Whitespace', 'Share of wallet']

export const examples: readonly Example[] = [
  {
    about: 'By what was invoiced in the last 365 days; where no potential is given, whitespace is not known.',
    given: { customers, sales },
    args: { as_of: '2024-03-31' },
    result: [
      [...labels, 'Pumps', 'Service', 'Training', 'Other products'],
      ['Aspen Mills', 'Paper', 'key', 40_000, 14_000, 26_000, 0.35, 11_000, 3_000, null, null],
      ['Elm Water', 'Food', 'growth', 12_000, 0, 12_000, 0, null, null, null, null],
      ['Birch Foods', 'Food', 'growth', 9_000, 4_500, 4_500, 0.5, null, 4_500, null, null],
      ['Cedar Paper', 'Paper', 'standard', null, 2_000, null, null, null, null, 2_000, null],
    ],
    figures:
      "SQLite: customers left join sales, sum(amount) filter (where product = …), potential - sum(amount), date between '2023-04-02' and '2024-03-31'",
  },
  {
    about: 'Only the largest product has a column of its own; of a quarter, with the potential of its days.',
    given: { customers, sales },
    args: { as_of: '2024-03-31', period: '2024-Q1', products: 1 },
    result: [
      [...labels, 'Service', 'Other products'],
      [
        'Aspen Mills',
        'Paper',
        'key',
        (40_000 * 91) / 365,
        -1_000,
        (40_000 * 91) / 365 + 1_000,
        -365 / 3_640,
        null,
        -1_000,
      ],
      ['Elm Water', 'Food', 'growth', (12_000 * 91) / 365, 0, (12_000 * 91) / 365, 0, null, null],
      [
        'Birch Foods',
        'Food',
        'growth',
        (9_000 * 91) / 365,
        4_500,
        (9_000 * 91) / 365 - 4_500,
        3_650 / 1_820,
        4_500,
        null,
      ],
      ['Cedar Paper', 'Paper', 'standard', null, 2_000, null, null, null, 2_000],
    ],
    figures: 'SQLite: the same for 2024-01-01 to 2024-03-31, with potential * 91 / 365',
  },
  {
    about: 'Without invoices, by the won deals.',
    given: { customers, deals: soldDeals },
    args: { as_of: '2024-03-31' },
    result: [
      [...labels, 'Pumps', 'Service', 'Other products'],
      ['Aspen Mills', 'Paper', 'key', 40_000, 15_000, 25_000, 0.375, 10_000, 5_000, null],
      ['Elm Water', 'Food', 'growth', 12_000, 0, 12_000, 0, null, null, null],
      ['Birch Foods', 'Food', 'growth', 9_000, 4_000, 5_000, 4 / 9, null, 4_000, null],
      ['Cedar Paper', 'Paper', 'standard', null, 0, null, null, null, null, null],
    ],
    figures: "SQLite: customers left join deals where status = 'won', in the same way; Dogwood Energy is no customer",
  },
]
