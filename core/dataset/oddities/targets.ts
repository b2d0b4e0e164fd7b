import { civilOf, isoDay, type Day } from '../../cells/day.ts'
import type { Numbers } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { figure, naming, oddity } from './oddity.ts'

const monthNumber = (day: Day): number => {
  const { year, month } = civilOf(day)
  return year * 12 + month
}

const monthText = (day: Day): string => isoDay(day).slice(0, 7)

const largest = ({ values }: Numbers): number => {
  let last = -Infinity
  for (const value of values) if (value > last) last = value
  return last
}

/** Targets of months in which nothing has closed yet. */
export const targetsBeyond = (data: Dataset): readonly Finding[] => {
  const [table, end, closing] = [data.table('targets'), data.column('targets', 'end'), data.column('deals', 'closing')]
  if (table === null || end === null || closing === null) return []
  const [lastTarget, lastClosing] = [largest(end), largest(closing)]
  if (!Number.isFinite(lastTarget) || !Number.isFinite(lastClosing)) return []
  const months = monthNumber(lastTarget) - monthNumber(lastClosing)
  return months <= 0
    ? []
    : [
        oddity(
          'targets-beyond',
          table,
          'period',
          months,
          `targets run to ${monthText(lastTarget)}, ${months} ${months === 1 ? 'month' : 'months'} beyond the last closing (${isoDay(lastClosing)}).`,
        ),
      ]
}

const leading = /manager|director|head|chief|president|\bvp\b|leiter|leader/i

/** People who lead others: by the managers of People, their level, or the words of their role. */
const leaders = (data: Dataset): ReadonlySet<string> => {
  const [person, role] = [data.column('people', 'person'), data.column('people', 'role')]
  const found = new Set(
    data.people.names.filter(
      (name) => data.people.hasReports(name) || !['', 'seller'].includes(data.people.levelOf(name)),
    ),
  )
  if (person !== null && role !== null)
    for (let row = 0; row < person.length; row++) if (leading.test(role.at(row))) found.add(person.at(row))
  return found
}

/** Targets of people who lead others beside those of others: a sum of both counts twice. */
export const overlappingTargets = (data: Dataset): readonly Finding[] => {
  const [table, owner, value] = [
    data.table('targets'),
    data.column('targets', 'owner'),
    data.column('targets', 'value'),
  ]
  if (table === null || owner === null || value === null) return []
  const lead = leaders(data)
  const named = new Set<string>()
  let [all, ofLeaders] = [0, 0]
  for (let row = 0; row < owner.length; row++) {
    if (value.isBlank(row)) continue
    all += value.at(row)
    if (!lead.has(owner.at(row))) continue
    ofLeaders += value.at(row)
    named.add(owner.at(row))
  }
  return named.size === 0 || ofLeaders === all
    ? []
    : [
        oddity(
          'targets-overlap',
          table,
          'value',
          named.size,
          `of ${figure(Math.round(all))} in all, ${figure(Math.round(ofLeaders))} are targets of people who lead others (${naming([...named])}), which overlap those of their people; levels are never added up.`,
        ),
      ]
}

/** Owners whose targets begin later than the first ones of the table. */
export const lateTargets = (data: Dataset): readonly Finding[] => {
  const [table, owner, start] = [
    data.table('targets'),
    data.column('targets', 'owner'),
    data.column('targets', 'start'),
  ]
  if (table === null || owner === null || start === null) return []
  const first = new Map<string, number>()
  for (let row = 0; row < owner.length; row++) {
    const day = start.at(row)
    if (!owner.isBlank(row) && day < (first.get(owner.at(row)) ?? Infinity)) first.set(owner.at(row), day)
  }
  const earliest = Math.min(...first.values())
  const late = [...first].filter(([, day]) => day > earliest)
  return late.length === 0
    ? []
    : [
        oddity(
          'targets-late',
          table,
          'period',
          late.length,
          `targets begin in ${monthText(earliest)}, and those of ${figure(late.length)} of ${figure(first.size)} owners later: ${naming(late.map(([name, day]) => `${name} (${monthText(day)})`))}.`,
        ),
      ]
}
