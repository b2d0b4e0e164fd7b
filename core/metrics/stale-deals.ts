import { isoDay, type Day } from '../cells/day.ts'
import type { Numbers } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { DealActivities } from '../dataset/deal-activities.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { listColumns, listFields, listOrFigure, listParams, tellListed } from './deal-list.ts'
import { defineMetric } from './define.ts'
import { readTouches, touchKinds, type Touches } from './last-touch.ts'
import { activitiesOfDeals, linkActivities } from './linked-activities.ts'
import { needColumn } from './missing-column.ts'
import { nextActivity } from './next-activity.ts'
import { findStale } from './open-deal-checks.ts'
import { common, from, maybe } from './params.ts'
import { staleLimits } from './stale-limits.ts'

/** Days ahead within which a planned activity spares a deal. */
const soon = 30

const flags = ['', 'Never updated: counted from its creation', 'Bulk update left out: counted from its creation']

const two = (n: number): string => String(n).padStart(2, '0')

const bulkNote = ([minute, share]: readonly [number, number]): string => {
  const time = `${isoDay(Math.floor(minute / 1440))} ${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`
  return `${Math.round(share * 100)}% of the updates were made at ${time}: they count as a bulk update and are left out.`
}

const noteTouches = ({ bulk }: Touches, unjudged: number, note: (text: string) => void): void => {
  for (const each of bulk) note(bulkNote(each))
  if (unjudged > 0)
    note(`Open deals with neither an update nor a date of creation, which cannot be judged: ${unjudged}.`)
}

/** The next planned activity; there must be a place where it could stand. */
const plannedFor = (column: Numbers | null, linked: DealActivities | null, asOf: Day, data: Dataset) =>
  nextActivity(linked === null ? needColumn(data, 'deals', 'next_activity', column) : column, linked, asOf)

export const staleDeals = defineMetric({
  name: 'STALE_DEALS',
  title: 'Stale deals',
  family: 'trust',
  about: 'Open deals that nobody has updated for a number of days.',
  variant:
    'open deals whose last touch is `days` or more before the as-of day; a deal without a touch counts from its creation and is flagged',
  params: {
    deals: from(
      deals,
      ['status'],
      [...listFields, 'pipeline', 'created', 'last_modified', 'last_activity', 'last_stage_change', 'next_activity'],
    ),
    stages: maybe(stages, ['stage'], ['stale_days', 'alias', 'pipeline']),
    activities: activitiesOfDeals,
    asOf: common.asOf,
    days: {
      type: 'number',
      default: null,
      minimum: 0,
      whole: true,
      about:
        'Days without a touch. Left out, those that the Stages table gives for the stage, else the setting stale_days.',
    },
    basis: {
      type: 'choice',
      values: touchKinds,
      default: 'modified',
      about:
        'What counts as a touch: a change of the record, an activity with the customer, a change of stage, or any of them.',
    },
    spareFuture: {
      type: 'flag',
      default: false,
      about: 'Leaves out deals with an activity planned for the next 30 days.',
    },
    ignoreBulk: {
      type: 'flag',
      default: false,
      about: 'Takes no notice of updates that hit more than 30% of the records in the same minute.',
    },
    ...listParams,
  },
  columns: {
    ...listColumns,
    touched: { label: 'Last touch', kind: 'date' },
    quiet: { label: 'Days quiet', kind: 'days' },
    limit: { label: 'Days allowed', kind: 'days' },
    flags: { label: 'Flags', kind: 'text' },
  },
  sources: ['D-54', 'PD1', 'OD2', 'GO1'],
  compute({ deals, activities, asOf, days, basis, spareFuture, ignoreBulk, ...wish }, context) {
    const { data, settings, note } = context
    const linked =
      spareFuture || basis === 'activity' || basis === 'any'
        ? linkActivities(activities, deals.deal_id, asOf, settings.activity_types)
        : null
    const touches = readTouches(deals, { kind: basis, ignoreBulk, lastActivity: linked?.last ?? null }, data)
    const limit = staleLimits(data, deals, days)
    const planned = spareFuture ? plannedFor(deals.next_activity, linked, asOf, data) : () => NaN
    const spared = (row: number): boolean => planned(row) <= asOf + soon
    const { rows, unjudged } = findStale(deals, { touched: touches.days, limit, spared }, asOf)
    noteTouches(touches, unjudged, note)
    tellListed(context, deals, rows, 'not quiet for long enough, or not to be judged')
    return listOrFigure(wish, rows, deals, context, (row) => ({
      touched: touches.days[row] ?? null,
      quiet: asOf - (touches.days[row] ?? NaN),
      limit: limit(row),
      flags: flags[touches.fallbacks[row] ?? 0] ?? '',
    }))
  },
})
