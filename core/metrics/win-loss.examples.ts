import type { Cell, Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const reasons: Readonly<Record<string, string>> = {
  'Deal ID': 'Lost reason',
  D1: 'Quality',
  D3: 'Price',
  D4: 'Duplicate',
}

const withReasons: Grid = tenDeals.map((row): readonly Cell[] => [...row, reasons[String(row[0])] ?? null])

const columns = ['Outcome', 'Deals', 'Value', 'Share', 'Median cycle']

export const examples: readonly Example[] = [
  {
    about: 'By reason: won deals, then lost ones, each with its share of the deals of that outcome.',
    given: { deals: withReasons },
    args: { as_of: asOf },
    result: [
      ['Lost reason', ...columns],
      ['(none given)', 'Won', 2, 100_000, 2 / 3, 72],
      ['Quality', 'Won', 1, 50_000, 1 / 3, 75],
      ['Duplicate', 'Lost', 1, 0, 0.5, 10],
      ['Price', 'Lost', 1, 40_000, 0.5, 119],
    ],
    figures:
      'by hand: D2 and D10 (left out of the cycle, −5 days), D1, D4, D3; cycles of SQLite’s julianday differences',
  },
  {
    about: 'A reason that the settings list makes a deal neither won nor lost.',
    given: { deals: withReasons },
    args: { as_of: asOf, period: '2024-Q1' },
    settings: { not_lost_reasons: 'duplicate; test' },
    result: [
      ['Lost reason', ...columns],
      ['(none given)', 'Won', 2, 100_000, 2 / 3, 72],
      ['Quality', 'Won', 1, 50_000, 1 / 3, 75],
      ['Price', 'Lost', 1, 40_000, 1, 119],
      ['Duplicate', 'Neither', 1, 0, 1, 10],
    ],
    figures: 'by hand: as above, D4 apart',
  },
  {
    about: 'By owner instead of reason.',
    given: { deals: withReasons },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...columns],
      ['Anna', 'Won', 2, 80_000, 2 / 3, 73.5],
      ['Ben', 'Won', 1, 70_000, 1 / 3, null],
      ['Ben', 'Lost', 2, 40_000, 1, 64.5],
    ],
    figures: 'by hand: Anna D1 75 and D2 72 days, Ben D10 left out; D3 119 and D4 10 days',
  },
  {
    about: 'Without a column of reasons there is no answer.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: { error: 'Lost reason' },
    figures: 'by hand: the ten deals have no such column',
  },
]
