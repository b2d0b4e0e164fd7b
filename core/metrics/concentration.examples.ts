import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const header = [
  'Share of the largest',
  'Concentration index (HHI)',
  'Largest deal',
  'Share of the largest deal',
  'Deals',
  'Value',
]
const sql =
  'SQLite: sum(amount * amount) / (sum(amount) * sum(amount)) and max(amount) / sum(amount) of the open deals with an amount'

export const examples: readonly Example[] = [
  {
    about: 'The two largest of the open deals.',
    given: { deals: tenDeals },
    args: { as_of: asOf, n: 2 },
    result: [header, [180 / 260, 20_400 / 67_600, 100_000, 100 / 260, 4, 260_000]],
    figures: 'golden fixture of ten deals: top-2 share 69.2%, HHI 0.3018',
  },
  {
    about: 'The five largest, which are all: the one without an amount has no share.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [header, [1, 0.30177514792899407, 100_000, 0.38461538461538464, 4, 260_000]],
    figures: sql,
  },
  {
    about: 'Of the deals due in the second quarter, the largest one.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2024-Q2', n: 1 },
    result: [header, [0.5714285714285714, 0.5102040816326531, 80_000, 0.5714285714285714, 2, 140_000]],
    figures: `${sql} that close from 2024-04-01 to 2024-06-30`,
  },
  {
    about: 'By owner, the most concentrated first.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner', n: 1 },
    result: [
      ['Owner', ...header],
      ['Anna', 0.8333333333333334, 0.7222222222222222, 100_000, 0.8333333333333334, 2, 120_000],
      ['Ben', 0.5714285714285714, 0.5102040816326531, 80_000, 0.5714285714285714, 2, 140_000],
    ],
    figures: `${sql}, by owner`,
  },
]
