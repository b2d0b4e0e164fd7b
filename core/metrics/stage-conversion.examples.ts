import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'
import { tenDealHistory, tenDealSnapshots } from './examples/ten-deals-past.ts'

const header = [
  'Stage',
  'Entered',
  'Advanced',
  'Another way',
  'Lost',
  'Still in',
  'Conversion',
  'Cumulative',
  'Deals in the conversion',
]
const given = { deals: tenDeals, stages: tenDealStages, history: tenDealHistory }
const sql =
  'SQLite: first(id, stage, min(changed_at)) from the history joined with itself; count where a later stage or Won is in it, else where Lost is'

export const examples: readonly Example[] = [
  {
    about: 'By the stage history, all dates: a skipped stage counts as passed, a lost deal as lost.',
    given,
    args: { as_of: asOf },
    result: [
      header,
      ['Qualify', 10, 7, 0, 1, 2, 7 / 10, 7 / 10, 10],
      ['Proposal', 7, 5, 0, 1, 1, 5 / 7, 5 / 10, 7],
      ['Negotiate', 5, 3, 0, 0, 2, 3 / 5, 3 / 10, 5],
    ],
    figures: `${sql}; a stage is entered at the first of its own and all later entries`,
  },
  {
    about: 'Deals that entered a stage in the first quarter.',
    given,
    args: { as_of: asOf, period: '2024-Q1' },
    result: [
      header,
      ['Qualify', 5, 2, 0, 1, 2, 2 / 5, 2 / 5, 5],
      ['Proposal', 4, 3, 0, 0, 1, 3 / 4, 3 / 10, 4],
      ['Negotiate', 4, 3, 0, 0, 1, 3 / 4, 9 / 40, 4],
    ],
    figures: `${sql}, where the entry is from 2024-01-01 to 2024-03-31`,
  },
  {
    about: 'Only the stages that a deal was in, in whatever order: D2 never saw Proposal, D5 came back to it.',
    given,
    args: { as_of: asOf, skip: 'any' },
    result: [
      header,
      ['Qualify', 9, 6, 0, 1, 2, 6 / 9, 6 / 9, 9],
      ['Proposal', 5, 3, 0, 1, 1, 3 / 5, 2 / 5, 5],
      ['Negotiate', 3, 1, 0, 0, 2, 1 / 3, 2 / 15, 3],
    ],
    figures: `${sql}; a stage is entered at its own first entry`,
  },
  {
    about: 'Only deals that came through every stage in order; D1 and D2 were won on another way.',
    given,
    args: { as_of: asOf, skip: 'all' },
    result: [
      header,
      ['Qualify', 9, 5, 1, 1, 2, 5 / 9, 5 / 9, 9],
      ['Proposal', 5, 1, 1, 1, 2, 1 / 5, 1 / 9, 5],
      ['Negotiate', 1, 0, 0, 0, 1, 0, 0, 1],
    ],
    figures: `${sql}, by a recursive query from stage to next stage; D2 and D1 are those of the rest that were won`,
  },
  {
    about: 'Only moves from a stage straight to the next.',
    given,
    args: { as_of: asOf, skip: 'direct' },
    result: [
      header,
      ['Qualify', 9, 4, 2, 1, 2, 4 / 9, 4 / 9, 9],
      ['Proposal', 5, 1, 1, 1, 2, 1 / 5, 4 / 45, 5],
      ['Negotiate', 3, 1, 0, 0, 2, 1 / 3, 4 / 135, 3],
    ],
    figures:
      'SQLite: lead(to_stage) over (partition by deal order by changed_at) is the next stage; by another way D2 and D5, then D1',
  },
  {
    about: 'Within 60 days of the entry; deals that entered less than 60 days ago are too young to count.',
    given,
    args: { as_of: asOf, within_days: 60 },
    result: [
      header,
      ['Qualify', 10, 5, 0, 1, 4, 5 / 8, 5 / 8, 8],
      ['Proposal', 7, 3, 0, 0, 4, 3 / 5, 3 / 8, 5],
      ['Negotiate', 5, 2, 0, 0, 3, 2 / 3, 1 / 4, 3],
    ],
    figures: `${sql}, where that is at most 60 days after the entry and the entry at least 60 days before as-of`,
  },
  {
    about: 'By snapshots, and the opportunities as they are now; the deleted deal is left out.',
    given: { deals: tenDeals, stages: tenDealStages, snapshots: tenDealSnapshots },
    args: { as_of: asOf },
    result: [
      header,
      ['Qualify', 10, 7, 0, 1, 2, 7 / 10, 7 / 10, 10],
      ['Proposal', 7, 4, 0, 1, 2, 4 / 7, 4 / 10, 7],
      ['Negotiate', 4, 3, 0, 0, 1, 3 / 4, 3 / 10, 4],
    ],
    figures:
      'SQLite: the same over the rows of the snapshots that are not removed, and one row per deal with its stage now; a lost deal was at least in Qualify',
  },
  {
    about: 'The opportunities alone do not tell where lost deals were lost.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf },
    result: { error: 'Last open stage' },
    figures: 'by definition: leaving lost deals out would overstate the conversion',
  },
]
