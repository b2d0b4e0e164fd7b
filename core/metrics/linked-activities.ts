import type { Day } from '../cells/day.ts'
import type { Flags, Numbers, Texts } from '../dataset/columns.ts'
import { dealActivities, type DealActivities } from '../dataset/deal-activities.ts'
import { activities } from '../dataset/tables/activities.ts'
import { maybe } from './params.ts'

/** The Activities table, of which nothing is read before it is asked for. */
export const activitiesOfDeals = maybe(
  activities,
  [],
  ['date', 'deal_id', 'type', 'class', 'done', 'status_text', 'cancelled'],
  'Activities with their deal ID: what was done last, and what is planned next.',
)

interface ActivitiesView {
  readonly rows: number
  readonly date: Numbers | null
  readonly deal_id: Texts | null
  readonly type: Texts | null
  readonly class: Texts | null
  readonly done: Flags | null
  readonly status_text: Texts | null
  readonly cancelled: Flags | null
}

/** What the activities say of the deals; `null` where they have no date or no deal ID, or the deals no ID. */
export const linkActivities = (
  view: ActivitiesView | null,
  dealIds: Texts | null,
  asOf: Day,
  setting: string,
): DealActivities | null => {
  if (view?.date == null || view.deal_id === null || dealIds === null) return null
  const { rows, date, deal_id, type, class: own, done, status_text, cancelled } = view
  return dealActivities({ rows, date, deal_id, type, class: own, done, status_text, cancelled }, dealIds, asOf, setting)
}
