import type { Day } from '../cells/day.ts'
import { readClasses } from './activity-class.ts'
import { readStates, type ActivityState } from './activity-done.ts'
import type { Flags, Numbers, Texts } from './columns.ts'

export interface LinkedActivities {
  readonly rows: number
  readonly date: Numbers
  readonly deal_id: Texts
  readonly type: Texts | null
  readonly class: Texts | null
  readonly done: Flags | null
  readonly status_text: Texts | null
  readonly cancelled: Flags | null
}

/** What the Activities table says of each row of the deals. Activities that a system made do not count. */
export interface DealActivities {
  /** Day of the last activity that has taken place by as-of; NaN without one. */
  last(row: number): number
  /** Day of the next activity from as-of on that is neither done nor cancelled, today included; NaN without one. */
  next(row: number): number
}

/** Whether a person did it; what nothing tells is taken to be a person's. */
const byPeople = ({ type, class: own }: LinkedActivities, setting: string): ((row: number) => boolean) => {
  if (type !== null) {
    const classOf = readClasses(type, own, setting)
    return (row) => classOf(row) !== 'system'
  }
  return (row) => own?.at(row).toLowerCase() !== 'system'
}

/** It has taken place by as-of; one that says nothing did on its day. */
const isOver = (state: ActivityState | null, day: Day, asOf: Day): boolean =>
  day <= asOf && (state === 'done' || state === null)

/** It is still to come at as-of; one of that day that says nothing may be. */
const isPlanned = (state: ActivityState | null, day: Day, asOf: Day): boolean =>
  day >= asOf && (state === 'open' || state === null)

/** Joins activities to deals by ID, in one pass. `setting` is the setting `activity_types`. */
export const dealActivities = (
  activities: LinkedActivities,
  dealIds: Texts,
  asOf: Day,
  setting: string,
): DealActivities => {
  const deals = Int32Array.from(activities.deal_id.labels, (label) => (label === '' ? -1 : dealIds.find(label)))
  const last = new Float64Array(dealIds.labels.length).fill(NaN)
  const next = new Float64Array(dealIds.labels.length).fill(NaN)
  const isPersons = byPeople(activities, setting)
  const stateOf = readStates(activities)
  for (let row = 0; row < activities.rows; row++) {
    const deal = deals[activities.deal_id.code(row)] ?? -1
    const day = Math.floor(activities.date.at(row))
    if (deal < 0 || !isPersons(row)) continue
    const state = stateOf(row)
    if (isOver(state, day, asOf) && !((last[deal] as number) >= day)) last[deal] = day
    if (isPlanned(state, day, asOf) && !((next[deal] as number) <= day)) next[deal] = day
  }
  return {
    last: (row) => last[dealIds.code(row)] ?? NaN,
    next: (row) => next[dealIds.code(row)] ?? NaN,
  }
}
