import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { monthStartDeals, monthStarts, monthStartsAsOf } from './examples/month-starts.ts'

const labels = ['MAPE', 'WAPE', 'Bias', 'Accuracy', 'n', 'Forecast, nothing won']

/** Forecasts of 100, 120, 90 and 0 for the first four months. */
const fourForecasts: Grid = [
  ['Snapshot at', 'Deal ID', 'Status', 'Amount', 'Probability', 'Close date'],
  ['2024-01-01', 'F1', 'open', 100, 1, '2024-01-20'],
  ['2024-02-01', 'F1', 'won', 90, 1, '2024-01-20'],
  ['2024-02-01', 'F2', 'open', 240, 0.5, '2024-02-20'],
  ['2024-03-01', 'F2', 'won', 130, 1, '2024-02-20'],
  ['2024-03-01', 'F3', 'open', 90, 1, '2024-03-20'],
  ['2024-04-01', 'F3', 'lost', 90, 0, '2024-03-20'],
]

/** Against 90, 130, 0 and 10. */
const fourActuals: Grid = [
  ['Deal ID', 'Status', 'Amount', 'Close date'],
  ['F1', 'won', 90, '2024-01-20'],
  ['F2', 'won', 130, '2024-02-20'],
  ['F3', 'lost', 90, '2024-03-20'],
  ['F4', 'won', 10, '2024-04-11'],
]

const given = { snapshots: monthStarts, deals: monthStartDeals }
const query =
  'SQLite: forecast and won per month (and owner now) as in FORECAST_DEVIATION; avg(abs(a - f) / a) where a > 0, sum(abs(a - f)) / sum(a), sum(f - a) / sum(a)'

export const examples: readonly Example[] = [
  {
    about: 'Forecasts of 100, 120, 90, 0 against 90, 130, 0, 10; a month in which nothing was won is not in the MAPE.',
    given: { snapshots: fourForecasts, deals: fourActuals },
    args: { as_of: '2024-04-30', level: 'total' },
    result: [labels, [(10 / 90 + 10 / 130 + 1) / 3, 120 / 230, 80 / 230, 110 / 230, 3, 1]],
    figures: 'published fixture: MAPE 39.6% (n = 3), WAPE 52.2%, bias +34.8%',
  },
  {
    about: 'Per person: too much of one does not make up for too little of another. March has no snapshot.',
    given,
    args: { as_of: monthStartsAsOf, months: 3 },
    result: [labels, [(45 / 110 + 17 / 40 + 10 / 40) / 3, 72 / 190, -0.2, 118 / 190, 3, 0]],
    figures: query,
  },
  {
    about: 'The same in total.',
    given,
    args: { as_of: monthStartsAsOf, months: 3, level: 'total' },
    result: [labels, [(45 / 110 + 7 / 80) / 2, 52 / 190, -0.2, 138 / 190, 2, 0]],
    figures: query,
  },
  {
    about: 'By what was committed, the last month but one.',
    given,
    args: { as_of: monthStartsAsOf, months: 2, measure: 'commit', level: 'total' },
    result: [labels, [0.125, 0.125, -0.125, 0.875, 1, 0]],
    figures: `${query}; categories commit and closed: 70,000 against 80,000`,
  },
]
