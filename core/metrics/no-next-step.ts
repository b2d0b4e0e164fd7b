import { rowsWhere, type Numbers, type Texts } from '../dataset/columns.ts'
import type { DealActivities } from '../dataset/deal-activities.ts'
import { openActions } from '../dataset/open-actions.ts'
import { actions } from '../dataset/tables/actions.ts'
import { deals } from '../dataset/tables/deals.ts'
import { listColumns, listFields, listOrFigure, listParams, tellListed } from './deal-list.ts'
import { defineMetric, type Context } from './define.ts'
import { activitiesOfDeals, linkActivities } from './linked-activities.ts'
import { needColumn } from './missing-column.ts'
import { nextActivity } from './next-activity.ts'
import { common, from, maybe } from './params.ts'
import { isFilled } from './is-filled.ts'
import { orBlank } from './value.ts'

interface Plans {
  readonly next_step: Texts | null
  readonly next_activity: Numbers | null
}

/** There must be one place where a next step could stand; the others are named as not looked at. */
const noteSources = (
  plans: Plans,
  linked: DealActivities | null,
  hasActions: boolean,
  { data, note }: Context,
): void => {
  const places = [
    { name: 'next step', there: isFilled(plans.next_step) },
    { name: 'next activity', there: isFilled(plans.next_activity) },
    { name: 'activities', there: linked !== null },
    { name: 'actions', there: hasActions },
  ]
  if (places.every(({ there }) => !there)) needColumn(data, 'deals', 'next_step', plans.next_step)
  const missing = places.filter(({ there }) => !there).map(({ name }) => name)
  if (missing.length > 0) note(`Not looked at, since it is not there or blank throughout: ${missing.join(', ')}.`)
}

export const noNextStep = defineMetric({
  name: 'NO_NEXT_STEP',
  title: 'Deals without a next step',
  family: 'activity',
  about: 'Open deals for which nothing is agreed or planned.',
  variant:
    'open deals with a blank next step and no planned activity from the as-of day on, neither in the next activity of the deal nor in the Activities table, nor an open action in the Actions table; planned for today counts as planned, and an open action counts whenever it is due',
  params: {
    deals: from(deals, ['status'], [...listFields, 'close_date', 'next_step', 'next_activity']),
    activities: activitiesOfDeals,
    actions: {
      ...maybe(
        actions,
        ['deal_id'],
        ['status_text', 'closed'],
        'Actions with their deal ID: what was agreed in meetings.',
      ),
      unscoped: true,
    },
    asOf: common.asOf,
    ...listParams,
  },
  columns: {
    ...listColumns,
    closeDate: { label: 'Close date', kind: 'date' },
    passed: { label: 'Last planned', kind: 'date' },
  },
  sources: ['A-18', 'LK2'],
  compute({ deals, activities, actions, asOf, ...wish }, context) {
    const linked = linkActivities(activities, deals.deal_id, asOf, context.settings.activity_types)
    const isAgreed = actions === null || deals.deal_id === null ? null : openActions(actions, deals.deal_id)
    noteSources(deals, linked, isAgreed !== null, context)
    const { next_step: step, next_activity: activity, close_date: closeDate } = deals
    const next = nextActivity(activity, linked, asOf)
    const rows = rowsWhere(
      deals.rows,
      (row) =>
        deals.status.isOpen(row) && (step?.isBlank(row) ?? true) && Number.isNaN(next(row)) && isAgreed?.(row) !== true,
    )
    tellListed(context, deals, rows, 'with a next step, a planned activity or an open action')
    return listOrFigure(wish, rows, deals, context, (row) => ({
      closeDate: orBlank(closeDate?.at(row) ?? NaN),
      passed: orBlank(activity?.at(row) ?? NaN),
    }))
  },
})
