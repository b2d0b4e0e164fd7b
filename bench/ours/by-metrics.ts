import type { Dataset } from '#core/dataset/dataset'
import { attainment } from '#core/metrics/attainment'
import { earlyClosers } from '#core/metrics/early-closers'
import { forecastDeviation } from '#core/metrics/forecast-deviation'
import { funnel as funnelMetric } from '#core/metrics/funnel'
import { overdueDeals } from '#core/metrics/overdue-deals'
import { salesCycle } from '#core/metrics/sales-cycle'
import { staleDeals } from '#core/metrics/stale-deals'
import { winRate as winRateMetric } from '#core/metrics/win-rate'
import type { Answers } from '../questions.ts'
import { asked } from '../workload/asked.ts'
import { number, rowsOf, text } from './metric-rows.ts'

/** What metrics answer as they are: the funnel, trust, win rate, cycle, forecast deviation and attainment. */
type ByMetrics = 'funnel' | 'stale' | 'staleTop' | 'overdue' | 'early' | 'winRate' | 'cycle' | 'deviation' | 'gap'

export const byMetrics = (data: Dataset): Pick<Answers, ByMetrics> => ({
  funnel: funnel(data),
  ...stale(data),
  overdue: overdue(data),
  early: early(data),
  winRate: winRate(data),
  cycle: cycle(data),
  deviation: deviation(data),
  gap: gap(data),
})

const funnel = (data: Dataset): Answers['funnel'] =>
  rowsOf(funnelMetric, data, { by: 'owner' })
    .filter((row) => number(row, 'count') > 0)
    .map((row) => ({
      stage: text(row, 'stage'),
      owner: text(row, 'owner'),
      count: number(row, 'count'),
      value: number(row, 'value'),
      weighted: number(row, 'weighted'),
    }))

const stale = (data: Dataset): Pick<Answers, 'stale' | 'staleTop'> => {
  const args = { days: asked.staleDays }
  const [total] = rowsOf(staleDeals, data, { ...args, mode: 'count' })
  const top = rowsOf(staleDeals, data, { ...args, top: asked.staleTop })
  return {
    stale: [{ count: number(total, 'count') }],
    staleTop: top.map((row, i) => ({
      id: text(row, 'id'),
      rank: i + 1,
      quietDays: number(row, 'quiet'),
      amount: number(row, 'value'),
    })),
  }
}

const overdue = (data: Dataset): Answers['overdue'] => {
  const [count] = rowsOf(overdueDeals, data, { mode: 'count' })
  const [value] = rowsOf(overdueDeals, data, { mode: 'value' })
  const [status, due] = [data.column('deals', 'status'), data.column('deals', 'close_date')]
  let undated = 0
  for (let row = 0; row < data.rows('deals'); row++)
    if (status?.isOpen(row) === true && due?.isBlank(row) === true) undated++
  return [{ count: number(count, 'count'), undated, value: number(value, 'value') }]
}

const early = (data: Dataset): Answers['early'] => {
  const args = { days: asked.earlyDays }
  const [count] = rowsOf(earlyClosers, data, { ...args, mode: 'count' })
  const [value] = rowsOf(earlyClosers, data, { ...args, mode: 'value' })
  return [{ count: number(count, 'count'), value: number(value, 'value') }]
}

const winRate = (data: Dataset): Answers['winRate'] => {
  const args = { by: 'owner,quarter' }
  const byValue = rowsOf(winRateMetric, data, { ...args, unit: 'value' })
  return rowsOf(winRateMetric, data, args).flatMap((row, i) => {
    const quarter = text(row, 'quarter')
    const value = byValue[i]
    if (quarter === '(none)') return []
    return [
      {
        owner: text(row, 'owner'),
        quarter,
        won: number(row, 'won'),
        lost: number(row, 'lost'),
        wonValue: number(value, 'won'),
        lostValue: number(value, 'lost'),
        rateByCount: number(row, 'rate'),
        rateByValue: number(value, 'rate'),
      },
    ]
  })
}

const cycle = (data: Dataset): Answers['cycle'] => {
  const means = rowsOf(salesCycle, data, { by: 'owner', stat: 'mean' })
  const meanOf = new Map(means.map((row) => [text(row, 'owner'), number(row, 'cycle')]))
  return rowsOf(salesCycle, data, { by: 'owner' })
    .filter((row) => number(row, 'count') > 0)
    .map((row) => ({
      owner: text(row, 'owner'),
      deals: number(row, 'count'),
      excluded: number(row, 'leftOut'),
      mean: meanOf.get(text(row, 'owner')) ?? NaN,
      median: number(row, 'cycle'),
    }))
}

const deviation = (data: Dataset): Answers['deviation'] =>
  rowsOf(forecastDeviation, data, { months: asked.months.length - 1 }).map((row) => ({
    month: text(row, 'month'),
    forecast: number(row, 'forecast'),
    actual: number(row, 'actual'),
    deviation: number(row, 'rate'),
  }))

const gap = (data: Dataset): Answers['gap'] =>
  rowsOf(attainment, data, { by: 'owner', period: '2026-Q2' }).map((row) => ({
    owner: text(row, 'owner'),
    target: number(row, 'target'),
    won: number(row, 'actual'),
    gap: number(row, 'gap'),
  }))
