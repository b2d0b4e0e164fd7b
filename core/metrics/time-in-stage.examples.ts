import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'
import { tenDealHistory } from './examples/ten-deals-past.ts'

const header = [
  'Stage',
  'Median days',
  'Mean days',
  'Three quarters within',
  'Deals that left',
  'Open now',
  'Their days so far',
]
const given = { deals: tenDeals, stages: tenDealStages, history: tenDealHistory }
const sql =
  'DuckDB: lead(changed_at) over (partition by deal order by changed_at) − changed_at; quantile_cont, avg and count by stage'

/** A went back to Qualify and through Proposal again, B went back and is still there. */
const back: Grid = [
  ['Deal ID', 'To stage', 'Changed at'],
  ['A', 'Qualify', '2024-01-01'],
  ['A', 'Proposal', '2024-01-11'],
  ['A', 'Qualify', '2024-01-31'],
  ['A', 'Proposal', '2024-02-10'],
  ['A', 'Won', '2024-02-15'],
  ['B', 'Qualify', '2024-01-01'],
  ['B', 'Proposal', '2024-01-05'],
  ['B', 'Qualify', '2024-03-01'],
  ['C', 'Qualify', '2024-02-01'],
  ['C', 'Proposal', '2024-03-21'],
]
const backGiven = { stages: tenDealStages, history: back }

export const examples: readonly Example[] = [
  {
    about: 'By the stage history; the deals that are still there are listed apart.',
    given,
    args: { as_of: asOf },
    result: [
      header,
      ['Qualify', 41, 303 / 7, 51.5, 7, 2, 52.5],
      ['Proposal', 62, 61, 71, 3, 2, 53],
      ['Negotiate', 43.5, 43.5, 52.25, 2, 1, 1],
    ],
    figures: `${sql}; without a next change as_of − changed_at`,
  },
  {
    about: 'Stays that ended in January, and the days that three quarters of the open deals do not exceed so far.',
    given,
    args: { as_of: asOf, period: '2024-01', stat: 'p75' },
    result: [
      header,
      ['Qualify', 40, 32, 43, 3, 2, 56.25],
      ['Proposal', 41, 41, 41, 1, 2, 64.5],
      ['Negotiate', 61, 61, 61, 1, 1, 1],
    ],
    figures: `${sql} where the next change is in 2024-01`,
  },
  {
    about: 'All stays of a deal together; the one that is back in Qualify has not finished its time there.',
    given: backGiven,
    args: { as_of: asOf },
    result: [
      header,
      ['Qualify', 34.5, 34.5, 41.75, 2, 1, 34],
      ['Proposal', 40.5, 40.5, 48.25, 2, 1, 10],
      ['Negotiate', null, null, null, 0, 0, null],
    ],
    figures: `${sql} of sum(days) by deal and stage, without the stages that deals are in; so far B 4 + 30 days`,
  },
  {
    about: 'The latest stay of each deal.',
    given: backGiven,
    args: { as_of: asOf, which: 'latest' },
    result: [
      header,
      ['Qualify', 29.5, 29.5, 39.25, 2, 1, 30],
      ['Proposal', 30.5, 30.5, 43.25, 2, 1, 10],
      ['Negotiate', null, null, null, 0, 0, null],
    ],
    figures: `${sql}, of the last stay by deal and stage where it is over`,
  },
  {
    about: 'The first stay of each deal; the mean of the open ones.',
    given: backGiven,
    args: { as_of: asOf, which: 'first', stat: 'mean' },
    result: [
      header,
      ['Qualify', 10, 21, 29.5, 3, 1, 30],
      ['Proposal', 38, 38, 47, 2, 1, 10],
      ['Negotiate', null, null, null, 0, 0, null],
    ],
    figures: `${sql}, of the first stay by deal and stage where it is over`,
  },
  {
    about: 'The opportunities alone do not tell how long deals stayed.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf },
    result: { error: 'StageHistory' },
    figures: 'by definition',
  },
]
