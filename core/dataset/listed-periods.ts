import { workdays, type Day } from '../cells/day.ts'

export const listedGrains = ['week', 'month', 'quarter', 'year'] as const
export type ListedGrain = (typeof listedGrains)[number]

/** A period that the table Calendar names. */
export interface ListedPeriod {
  readonly label: string
  readonly grain: ListedGrain
  readonly start: Day
  readonly end: Day
  /** NaN where the table does not say. */
  readonly weeks: number
  /** NaN where the table does not say. */
  readonly workdays: number
}

/** The periods of the table Calendar. */
export interface ListedPeriods {
  has(grain: ListedGrain): boolean
  /** The period that holds a day; `null` where none does. */
  around(day: Day, grain: ListedGrain): ListedPeriod | null
  /** The days around a day that no period of a grain holds, as far as its neighbours. */
  gapAround(day: Day, grain: ListedGrain): { readonly start: Day; readonly end: Day }
  /** By its name, whatever its case and spaces; `FY26-P3` is `FY2026-P03`. */
  named(name: string, grain?: ListedGrain): ListedPeriod | null
  /** Workdays from one day to another, both included: those of the periods, of a part of one its share of them. */
  workdays(start: Day, end: Day): number
}

/** What the spellings of one name share. */
export const periodKey = (name: string): string =>
  name
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/^FY(\d{2})(?!\d)/, 'FY20$1')
    .replace(/([PMW])(\d)$/, '$10$2')

/** The last period that begins by a day, -1 where none does. */
const lastBy = (periods: readonly ListedPeriod[], day: Day): number => {
  let [low, high] = [0, periods.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((periods[middle]?.start ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

const workdaysIn = (period: ListedPeriod, start: Day, end: Day): number => {
  const [from, to] = [Math.max(start, period.start), Math.min(end, period.end)]
  const whole = workdays(period.start, period.end)
  if (from === period.start && to === period.end) return period.workdays
  const share = whole > 0 ? workdays(from, to) / whole : (to - from + 1) / (period.end - period.start + 1)
  return period.workdays * share
}

/** Adds up period by period; Monday to Friday where no period tells. */
const countWorkdays = (periods: readonly ListedPeriod[], start: Day, end: Day): number => {
  let count = 0
  let day = start
  for (let i = Math.max(0, lastBy(periods, start)); i < periods.length && day <= end; i++) {
    const period = periods[i] as ListedPeriod
    if (period.end < day) continue
    if (period.start > day) count += workdays(day, Math.min(end, period.start - 1))
    if (period.start > end) return count
    count += workdaysIn(period, day, end)
    day = period.end + 1
  }
  return count + workdays(day, end)
}

/** @param periods none of which overlaps another of its grain */
export const listPeriods = (periods: readonly ListedPeriod[]): ListedPeriods => {
  const of = (grain: ListedGrain): readonly ListedPeriod[] =>
    periods.filter((period) => period.grain === grain).sort((a, b) => a.start - b.start)
  const byGrain = { week: of('week'), month: of('month'), quarter: of('quarter'), year: of('year') }
  const byName = new Map(periods.map((period) => [`${period.grain} ${periodKey(period.label)}`, period]))
  const counted = listedGrains
    .map((grain) => byGrain[grain].filter((period) => !Number.isNaN(period.workdays)))
    .find((each) => each.length > 0)
  return {
    has: (grain) => byGrain[grain].length > 0,
    around: (day, grain) => {
      const period = byGrain[grain][lastBy(byGrain[grain], day)]
      return period !== undefined && day <= period.end ? period : null
    },
    gapAround: (day, grain) => {
      const before = lastBy(byGrain[grain], day)
      return {
        start: (byGrain[grain][before]?.end ?? -Infinity) + 1,
        end: (byGrain[grain][before + 1]?.start ?? Infinity) - 1,
      }
    },
    named: (name, grain) => {
      const key = periodKey(name)
      const grains = grain === undefined ? listedGrains : [grain]
      return grains.map((each) => byName.get(`${each} ${key}`)).find((each) => each !== undefined) ?? null
    },
    workdays: (start, end) => (counted === undefined ? workdays(start, end) : countWorkdays(counted, start, end)),
  }
}
