import type { Numbers, Texts } from '../dataset/columns.ts'

const minutesOfDay = 1440

/** Minutes since day 0, or NaN where a cell holds a day without a time. */
const startOf = (date: Numbers, row: number): number => {
  const moment = date.at(row)
  const minute = Math.round(moment * minutesOfDay)
  return minute % minutesOfDay === 0 ? NaN : minute
}

/**
 * The hours of each activity that no earlier one of the same person covers, in the order of `rows`: of two meetings at
 * the same time the hours count once. An activity without a time of day overlaps nothing.
 */
export const freeOfOverlap = (
  rows: readonly number[],
  hours: readonly number[],
  date: Numbers,
  owner: Texts | null,
): Float64Array => {
  const free = Float64Array.from(hours)
  const starts = Float64Array.from(rows, (row) => startOf(date, row))
  const owners = Uint32Array.from(rows, (row) => owner?.code(row) ?? 0)
  const at = (values: Float64Array | Uint32Array, i: number): number => values[i] ?? NaN
  const order = rows.flatMap((_, i) => (Number.isNaN(starts[i]) ? [] : [i]))
  order.sort((a, b) => at(owners, a) - at(owners, b) || at(starts, a) - at(starts, b) || a - b)
  let [person, busyUntil] = [-1, -Infinity]
  for (const i of order) {
    if (at(owners, i) !== person) busyUntil = -Infinity
    person = at(owners, i)
    const end = at(starts, i) + (hours[i] ?? 0) * 60
    free[i] = Math.max(0, end - Math.max(at(starts, i), busyUntil)) / 60
    busyUntil = Math.max(busyUntil, end)
  }
  return free
}
