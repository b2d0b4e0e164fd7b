import type { Day } from '../cells/day.ts'
import { workdaysIn } from '../dataset/fiscal-calendar.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { soFar } from '../dataset/period-parts.ts'
import type { Period } from '../dataset/period.ts'
import { people } from '../dataset/tables/people.ts'
import type { Context } from './define.ts'
import { numberAt } from './cell-at.ts'
import { maybe } from './params.ts'

/** People, as far as they tell how much somebody works. */
export const peopleAtWork = maybe(people, ['person'], ['start', 'end', 'fte'])

interface PeopleView {
  readonly rows: number
  readonly person: Texts
  readonly start: Numbers | null
  readonly end: Numbers | null
  readonly fte: Numbers | null
}

/**
 * Working hours of a person in a period, as far as it has passed: workdays (those of the table Calendar, else Mondays to Fridays without taking off holidays) from the first to the last day in
 * the role, by the share of a full-time job; of a person that People do not have, full time.
 */
export const workingHours = (
  view: PeopleView | null,
  period: Period,
  hoursPerDay: number,
  { asOf, people: directory, calendar }: Context,
): ((person: string) => number) => {
  const span = soFar(period, asOf)
  const rowOf = new Map<string, number>()
  for (let row = 0; row < (view?.rows ?? 0); row++) rowOf.set(directory.resolve(view?.person.at(row) ?? ''), row)
  const orElse = (day: number, fallback: Day): Day => (Number.isNaN(day) ? fallback : Math.floor(day))
  return (person) => {
    const row = rowOf.get(person) ?? -1
    const start = Math.max(span.start, orElse(numberAt(view?.start ?? null, row), span.start))
    const end = Math.min(span.end, orElse(numberAt(view?.end ?? null, row), span.end))
    const share = numberAt(view?.fte ?? null, row)
    return workdaysIn(start, end, calendar) * hoursPerDay * (Number.isNaN(share) ? 1 : share)
  }
}
