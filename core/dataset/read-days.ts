import { areDays, dateOrderOf, readDateText, type DateOrder } from '../cells/date-text.ts'
import { firstDay, lastDay } from '../cells/day.ts'
import type { ZoneOffset } from '../cells/zone.ts'
import type { Numbers } from './columns.ts'
import type { Cells, ColumnReader } from './read-column.ts'
import { numericReader } from './read-numbers.ts'

const isDay = (value: number): boolean => value >= firstDay && value < lastDay + 1

const longestDay = '2026-12-31'.length

/** Days repeat themselves, so each is read once; days with a time seldom do. */
const dayTextReader = (order: DateOrder, zone: ZoneOffset | null) => {
  const known = new Map<string, number | null>()
  return (text: string): number | null => {
    if (text.length > longestDay) return readDateText(text, order, zone)
    const before = known.get(text)
    if (before !== undefined) return before
    const day = readDateText(text, order)
    known.set(text, day)
    return day
  }
}

const withTime = (moment: number): number => moment

/**
 * Date-times keep their fraction where `times` is true, else the day alone remains. Moments are told by the clocks of
 * the zone.
 */
export const dayReader = (
  cells: Cells,
  order: DateOrder | null,
  fallback: () => DateOrder | null,
  times: boolean,
  zone: ZoneOffset | null,
): ColumnReader<Numbers> => {
  return numericReader(cells, isDay, times ? withTime : Math.floor, (texts) => {
    const vote = order === null ? dateOrderOf(texts) : { order, ambiguous: null }
    const settled = vote.order ?? (vote.ambiguous === null ? null : fallback())
    const clocks = zone === null || areDays(texts) ? null : zone
    return { read: dayTextReader(settled ?? 'dmy', clocks), ambiguous: settled === null ? vote.ambiguous : null }
  })
}
