import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'

/** The golden customers; e has nothing at the start. */
const customers: Grid = [
  ['Account ID', 'Account', 'Segment', 'Customer since', 'Recurring start', 'Recurring end'],
  ['a', 'Aspen Mills', 'Paper', '2020-05-01', 100, 120],
  ['b', 'Birch Foods', 'Food', '2021-02-10', 50, 30],
  ['c', 'Cedar Paper', 'Paper', '2019-11-20', 80, 0],
  ['d', 'Dogwood Energy', 'Food', '2022-07-07', 20, 20],
  ['e', 'Elm Water', 'Food', '2024-02-01', null, 60],
]

const returned: Grid = [...customers, ['f', 'Fir Chemicals', 'Paper', '2018-01-01', 0, 40]]

const labels = [
  ...['Customers at start', 'Kept', 'Revenue at start', 'Of them at end'],
  ...['Customers kept', 'Gross retention', 'Net retention', 'New and won back', 'Of that won back'],
]
const golden = [4, 3, 250, 170, 0.75, 0.6, 0.68, 60, null]

export const examples: readonly Example[] = [
  {
    about: 'Net retention; a customer who is new is in none of the rates.',
    given: { customers },
    args: { type: 'nrr' },
    result: [labels, golden],
    figures: 'golden figures: start a 100, b 50, c 80, d 20; end a 120, b 30, c 0, d 20, e 60; 75%, 60%, 68%',
  },
  {
    about: 'By segment, the largest first.',
    given: { customers },
    args: { by: 'segment', type: 'logo' },
    result: [
      ['Segment', ...labels],
      ['Paper', 2, 1, 180, 120, 0.5, 100 / 180, 120 / 180, 0, null],
      ['Food', 2, 2, 70, 50, 1, 50 / 70, 50 / 70, 60, null],
    ],
    figures: 'SQLite: sum(min(start, end)) / sum(start), sum(end) / sum(start), where start > 0, grouped by segment',
  },
  {
    about: 'With the period, customers won back are told from new ones.',
    given: { customers: returned },
    args: { period: '2024-Q1', type: 'grr' },
    result: [labels, [4, 3, 250, 170, 0.75, 0.6, 0.68, 100, 40]],
    figures: 'golden figures; f has been a customer since 2018, had nothing at the start and 40 at the end',
  },
  {
    about: 'Prices were raised by 25%: without that, less business was kept.',
    given: { customers },
    args: { price_index: 0.25 },
    result: [labels, [4, 3, 250, 136, 0.75, 0.544, 0.544, 48, null]],
    figures: 'SQLite: the same over end / 1.25',
  },
]
