import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import type { Context } from './define.ts'
import { readTouches, type TouchedDeals } from './last-touch.ts'
import { needColumn } from './missing-column.ts'
import type { MonthForecast } from './month-forecasts.ts'
import { needStageOrder } from './need-stage-order.ts'
import { findEarly, findOverdue, findStale, type Check } from './open-deal-checks.ts'
import { staleLimits } from './stale-limits.ts'

export type TrustStatus = 'OK' | 'Watch' | 'Fix'

/** One check of one group of deals. */
export interface Judged {
  /** What is held against the limits: the signed deviation, or the larger of the two shares. */
  readonly figure: number
  readonly share: number
  readonly valueShare: number
  readonly deals: number
  readonly value: number
  readonly status: TrustStatus
  readonly remark: string
}

/** A check with its limits, and its outcome by group: a judgement, or the reason why there is none. */
export interface TrustCheck {
  readonly label: string
  readonly watch: number
  readonly fix: number
  /** The rows that the check found; none for the deviation. */
  readonly rows: Uint32Array
  at(group: number): Judged | string
}

export interface TrustDeals extends TouchedDeals {
  readonly status: Statuses
  readonly value: Numbers | null
  readonly close_date: Numbers | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
}

/** What all deal checks are shares of: the open deals of each group, and their value where there is one. */
export interface OpenTotals {
  readonly ofDeal: (row: number) => number
  readonly size: number
  readonly counts: GroupCounts
  readonly values: GroupSums | null
  readonly value: Numbers | null
}

/** The outcome, or the sentence of the expected failure. */
export const attempt = <T>(work: () => T): T | string => {
  try {
    return work()
  } catch (error) {
    if (error instanceof SpmError) return error.message
    throw error
  }
}

export const openTotals = (
  deals: TrustDeals,
  size: number,
  ofDeal: (row: number) => number,
  { tell }: Context,
): OpenTotals => {
  const amounts = attempt(() => deals.value)
  const value = typeof amounts === 'string' ? null : amounts
  tell('deals', (row) => (deals.status.isOpen(row) ? null : 'not open'))
  const counts = new GroupCounts(size)
  const values = value === null ? null : new GroupSums(size)
  for (let row = 0; row < deals.rows; row++) {
    if (!deals.status.isOpen(row)) continue
    counts.add(ofDeal(row))
    values?.add(ofDeal(row), value?.at(row) ?? NaN)
  }
  return { ofDeal, size, counts, values, value }
}

type Limits = Pick<TrustCheck, 'watch' | 'fix'>

const statusAbove = (figure: number, { watch, fix }: Limits): TrustStatus =>
  figure > fix ? 'Fix' : figure > watch ? 'Watch' : 'OK'

const unjudgedRemark = (unjudged: number): string =>
  unjudged === 0 ? '' : `Open deals that say too little to be judged: ${unjudged}.`

/** A check that found rows, as shares of the open deals and of their value. */
const dealCheck = (
  head: Pick<TrustCheck, 'label' | 'watch' | 'fix'>,
  open: OpenTotals,
  find: () => Check,
): TrustCheck => {
  const found = attempt(find)
  if (typeof found === 'string') return { ...head, rows: new Uint32Array(0), at: () => found }
  const counts = new GroupCounts(open.size)
  const values = new GroupSums(open.size)
  for (const row of found.rows) {
    counts.add(open.ofDeal(row))
    values.add(open.ofDeal(row), open.value?.at(row) ?? NaN)
  }
  const at = (group: number): Judged | string => {
    if (open.counts.at(group) === 0) return 'There is no open deal.'
    const total = open.values?.at(group) ?? 0
    const share = counts.at(group) / open.counts.at(group)
    const valueShare = total > 0 ? values.at(group) / total : NaN
    const figure = Math.max(share, Number.isNaN(valueShare) ? 0 : valueShare)
    const value = open.value === null ? NaN : values.at(group)
    const remark = unjudgedRemark(found.unjudged)
    return { figure, share, valueShare, deals: counts.at(group), value, status: statusAbove(figure, head), remark }
  }
  return { ...head, rows: found.rows, at }
}

export const overdueCheck = (deals: TrustDeals, open: OpenTotals, asOf: Day, { data, settings }: Context): TrustCheck =>
  dealCheck({ label: 'Overdue deals', watch: settings.overdue_watch, fix: settings.overdue_fix }, open, () =>
    findOverdue(deals, needColumn(data, 'deals', 'close_date', deals.close_date), asOf),
  )

export const staleCheck = (deals: TrustDeals, open: OpenTotals, asOf: Day, { data, settings }: Context): TrustCheck =>
  dealCheck({ label: 'Stale deals', watch: settings.stale_watch, fix: settings.stale_fix }, open, () => {
    const touches = readTouches(deals, { kind: 'modified', ignoreBulk: false, lastActivity: null }, data)
    const limit = staleLimits(data, deals, null)
    return findStale(deals, { touched: touches.days, limit, spared: () => false }, asOf)
  })

export const earlyCheck = (deals: TrustDeals, open: OpenTotals, asOf: Day, { data, settings }: Context): TrustCheck =>
  dealCheck({ label: 'Early closers', watch: settings.early_watch, fix: settings.early_fix }, open, () => {
    const closeDate = needColumn(data, 'deals', 'close_date', deals.close_date)
    const stage = needColumn(data, 'deals', 'stage', deals.stage)
    const columns = { closeDate, stage, pipeline: deals.pipeline }
    return findEarly(deals, columns, needStageOrder(data), asOf, settings.early_days)
  })

/** The last month that is over and had a forecast; the reason of the last one where none had. */
const lastJudged = (months: readonly MonthForecast[], group: number): MonthForecast | string => {
  const over = months.filter(({ final }) => final).reverse()
  const found = over.find(({ snapshot, forecast }) => snapshot !== null && forecast.at(group) !== 0)
  if (found !== undefined) return found
  const [last] = over
  return last === undefined || last.missing === '' ? 'Nothing was forecast for the last months.' : last.missing
}

/** The months up to as-of, or the reason why they are not known. */
export const deviationCheck = (months: readonly MonthForecast[] | string, { settings }: Context): TrustCheck => {
  const [watch, fix] = [settings.deviation_watch, settings.deviation_fix]
  const head = { label: 'Forecast deviation', watch, fix, rows: new Uint32Array(0) } as const
  const at = (group: number): Judged | string => {
    const month = typeof months === 'string' ? months : lastJudged(months, group)
    if (typeof month === 'string') return month
    const [forecast, actual] = [month.forecast.at(group), month.actual.at(group)]
    const figure = (actual - forecast) / forecast
    const size = Math.abs(figure)
    const status = size >= fix ? 'Fix' : size >= watch ? 'Watch' : 'OK'
    const remark = `Actual against forecast of ${month.month.label}.`
    return { figure, share: NaN, valueShare: NaN, deals: NaN, value: actual - forecast, status, remark }
  }
  return { ...head, at }
}
