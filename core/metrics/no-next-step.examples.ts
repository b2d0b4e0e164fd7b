import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'
import { touchedActivities, touchedAsOf, touchedDeals } from './examples/touched-deals.ts'

const labels = ['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Close date', 'Last planned']
const s3 = ['S3', null, null, 'Ben', 'Proposal', 30_000, null, '2024-02-20'] as const
const s1 = ['S1', null, null, 'Anna', 'Qualify', 10_000, null, null] as const
const query = 'SQL in DuckDB: open, next step null, no next activity from as-of on'

export const examples: readonly Example[] = [
  {
    about: 'Nothing agreed and nothing planned; an activity that has passed is no plan, one today is.',
    given: { deals: touchedDeals },
    args: { as_of: touchedAsOf },
    result: [
      labels,
      s3,
      ['S4', null, null, 'Ben', 'Qualify', 20_000, null, null],
      s1,
      ['S8', null, null, 'Anna', 'Qualify', 5_000, null, null],
    ],
    figures: query,
  },
  {
    about: 'With the Activities table: cancelled activities and those of the system are no plan.',
    given: { deals: touchedDeals, activities: touchedActivities },
    args: { as_of: touchedAsOf },
    result: [labels, s3, s1],
    figures: `${query}, and no planned activity of a person from as-of on`,
  },
  {
    about: 'With the Actions table: an action that is open counts, one that is done or dropped does not.',
    given: {
      deals: touchedDeals,
      actions: [
        ['Action ID', 'Created', 'Owner', 'Action', 'Deal ID', 'Due', 'Status'],
        ['T1', '2024-03-01', 'Anna', 'Call the buyer', 'S1', '2024-03-20', 'open'],
        ['T2', '2024-03-01', 'Ben', 'Send a reference', 'S3', '2024-04-20', 'done'],
        ['T3', '2024-03-01', 'Ben', 'Ask for a date', 'S4', '2024-04-20', 'dropped'],
      ],
    },
    args: { as_of: touchedAsOf },
    result: [
      labels,
      s3,
      ['S4', null, null, 'Ben', 'Qualify', 20_000, null, null],
      ['S8', null, null, 'Anna', 'Qualify', 5_000, null, null],
    ],
    figures: 'by hand: the first list without S1, whose action is open, though it is late',
  },
  {
    about: 'What they are worth together.',
    given: { deals: touchedDeals, activities: touchedActivities },
    args: { as_of: touchedAsOf, mode: 'value' },
    result: [['Value'], [40_000]],
    figures: `${query}, and no planned activity of a person from as-of on: 30,000 + 10,000`,
  },
  {
    about: 'The largest one only.',
    given: { deals: touchedDeals, activities: touchedActivities },
    args: { as_of: touchedAsOf, top: 1 },
    result: [labels, s3],
    figures: 'the first row of the list above',
  },
  {
    about: 'A table that keeps neither next steps nor activities has no answer.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: { error: 'has no column for Next step' },
    figures: 'by hand: the ten deals have no such column',
  },
]
