import type { Cell } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'
import { touchedActivities, touchedAsOf, touchedDeals, touchedStages } from './examples/touched-deals.ts'

const labels = [
  'Deal ID',
  'Deal',
  'Account',
  'Owner',
  'Stage',
  'Value',
  'Last touch',
  'Days quiet',
  'Days allowed',
  'Flags',
]
const never = 'Never updated: counted from its creation'
const bulk = 'Bulk update left out: counted from its creation'

type Touched = readonly [id: string, owner: string, stage: string, value: number, last: string, quiet: number]

const row = ([id, owner, stage, value, last, quiet]: Touched, allowed: number, flags: string | null = null): Cell[] => [
  id,
  null,
  null,
  owner,
  stage,
  value,
  last,
  quiet,
  allowed,
  flags,
]

const s4: Touched = ['S4', 'Ben', 'Qualify', 20_000, '2024-01-02', 89]
const s5: Touched = ['S5', 'Ben', 'Negotiate', 40_000, '2024-01-31', 60]
const query = 'SQL in DuckDB: date_diff of coalesce(touch, created) and as-of at least the limit'

export const examples: readonly Example[] = [
  {
    about: 'Not updated for 60 days; the 60th day counts.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [
      labels,
      ['D5', 'Booster station', 'Elm Water', 'Anna', 'Proposal', 100_000, '2024-01-15', 76, 60, null],
      ['D8', 'Spare parts frame', 'Hazel Logistics', 'Ben', 'Qualify', null, '2024-01-31', 60, 60, null],
    ],
    figures: 'golden fixture of ten deals: stale(60) D5 (76 days) and D8 (60 days, boundary included)',
  },
  {
    about: 'Days of its own for a stage: 90 in Qualify, 45 in Negotiate.',
    given: { deals: touchedDeals, stages: touchedStages },
    args: { as_of: touchedAsOf },
    result: [labels, row(s5, 45)],
    figures: `${query}, which is coalesce(stage's days, 60)`,
  },
  {
    about: 'Days that are asked for hold in every stage.',
    given: { deals: touchedDeals, stages: touchedStages },
    args: { as_of: touchedAsOf, days: 60 },
    result: [labels, row(s5, 60), row(s4, 60, never)],
    figures: query,
  },
  {
    about:
      'By the last activity with the customer, of the deal or of the Activities table; what the system did is none.',
    given: { deals: touchedDeals, activities: touchedActivities },
    args: { as_of: touchedAsOf, basis: 'activity' },
    result: [labels, row(['S3', 'Ben', 'Proposal', 30_000, '2024-01-15', 76], 60, never), row(s4, 60, never)],
    figures: `${query}; touch = greatest(last activity, latest completed activity not made by the system)`,
  },
  {
    about: 'By the last change of stage, worth together.',
    given: { deals: touchedDeals },
    args: { as_of: touchedAsOf, basis: 'stage', mode: 'value' },
    result: [['Value'], [110_000]],
    figures: `${query}: S2 50,000 + S3 30,000 + S4 20,000 + S1 10,000`,
  },
  {
    about: 'By any touch, 30 days, the largest one only.',
    given: { deals: touchedDeals, activities: touchedActivities },
    args: { as_of: touchedAsOf, basis: 'any', days: 30, top: 1 },
    result: [labels, row(['S3', 'Ben', 'Proposal', 30_000, '2024-03-01', 30], 30)],
    figures: `${query}; touch = the greatest of all; S3 and S4, of which S3 is larger`,
  },
  {
    about:
      'An update of half the records in one minute is no touch; a deal with an activity in the next 30 days is spared.',
    given: { deals: touchedDeals },
    args: { as_of: touchedAsOf, ignore_bulk: true, spare_future: true },
    result: [
      labels,
      row(s5, 60),
      row(['S3', 'Ben', 'Proposal', 30_000, '2024-01-15', 76], 60, bulk),
      row(s4, 60, never),
      row(['S1', 'Anna', 'Qualify', 10_000, '2023-12-01', 121], 60, bulk),
    ],
    figures: `${query}; touch = null in the minute that holds more than 30% of them; S2 has an activity on 10 April`,
  },
  {
    about: 'How many are stale, without those that have an activity planned in the Activities table.',
    given: { deals: touchedDeals, activities: touchedActivities },
    args: { as_of: touchedAsOf, spare_future: true, mode: 'count' },
    result: [['Deals'], [1]],
    figures: `${query}; S4 has a meeting on 5 April, S5 stays: its auto mail is made by the system`,
  },
]
