import { plural } from '../../cells/plural.ts'
import { attainment } from '../../metrics/attainment.ts'
import { avgDeal } from '../../metrics/avg-deal.ts'
import { coverage } from '../../metrics/coverage.ts'
import { forecast } from '../../metrics/forecast.ts'
import { meetings } from '../../metrics/meetings.ts'
import { pipelineCreated } from '../../metrics/pipeline-created.ts'
import { pipeline } from '../../metrics/pipeline.ts'
import { salesCycle } from '../../metrics/sales-cycle.ts'
import { isFilled } from '../../metrics/is-filled.ts'
import { isNoAnswer, type Value } from '../../metrics/value.ts'
import { weighted } from '../../metrics/weighted.ts'
import { winRate } from '../../metrics/win-rate.ts'
import { won } from '../../metrics/won.ts'
import { isoRange } from '../iso-range.ts'
import type { PackContext } from '../pack-context.ts'
import type { Figure, TableRow } from '../report.ts'
import { showValue } from '../show-value.ts'

const isNumber = (value: Value | undefined): value is number => typeof value === 'number'

const deals = (row: TableRow): string => plural(isNumber(row['count']) ? row['count'] : 0, 'deal')

/** Of the target that is due by now. */
const closeBehind = 0.9

type Maker = (pack: PackContext) => Figure | null

/** A colour never stands without its word. */
const standing = (rate: number): { readonly tone: NonNullable<Figure['tone']>; readonly word: string } => {
  if (rate >= 1) return { tone: 'good', word: 'on track' }
  return rate >= closeBehind ? { tone: 'warn', word: 'just behind' } : { tone: 'bad', word: 'behind' }
}

const wonSoFar: Maker = (pack) => {
  const quarter = pack.quarter(0)
  const period = isoRange(quarter)
  const met = pack.ask(attainment, 'won against target', { period })?.rows[0]
  const rate = met?.['rate']
  const label = `Won in ${quarter.label}`
  if (isNumber(rate)) {
    const { tone, word } = standing(rate)
    const caption = `${word}: ${showValue(rate, 'percent')} of ${showValue(met?.['target'] ?? null, 'money')} due by now`
    return { label, value: met?.['actual'] ?? null, kind: 'money', caption, tone, tab: 'forecast' }
  }
  const [row] = pack.ask(won, 'won', { period })?.rows ?? []
  return row === undefined
    ? null
    : { label, value: row['value'] ?? null, kind: 'money', caption: deals(row), tab: 'forecast' }
}

/** The sum of a column over rows that have a number in it; `null` where none has. */
const sumOf = (rows: readonly TableRow[], key: string): number | null => {
  const numbers = rows.map((row) => row[key]).filter(isNumber)
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0)
}

const forecastGap: Maker = (pack) => {
  const quarter = pack.quarter(0)
  // Overdue deals stand in the quarters they were due in, so that all rows add up to the forecast.
  const rows = pack.ask(forecast, 'the forecast', { period: isoRange(quarter), by: 'quarter' })?.rows ?? []
  const [commit, target] = [sumOf(rows, 'commit'), sumOf(rows, 'target')]
  if (commit === null) return null
  const { data } = pack
  const isSorted = [data.anyColumn('deals', 'forecast_category'), data.anyColumn('stages', 'forecast_category')].some(
    (column) => column !== null && isFilled(column),
  )
  const figure = { label: `Forecast for ${quarter.label}`, value: commit, kind: 'money', tab: 'forecast' } as const
  const basis = isSorted ? '' : 'won only, no forecast category; '
  if (target === null) return { ...figure, caption: `${basis === '' ? 'won and committed; ' : basis}no target given` }
  const gap = target - commit
  const caption = `${basis}${gap > 0 ? 'still missing' : 'above target by'} ${showValue(Math.abs(gap), 'money')}`
  return { ...figure, caption, tone: gap > 0 ? 'bad' : 'good' }
}

const nextCoverage: Maker = (pack) => {
  const next = pack.quarter(1)
  const row = pack.ask(coverage, 'coverage of later targets', { period: isoRange(next) })?.rows[0]
  const value = row?.['coverage']
  if (row === undefined || !isNumber(value)) return null
  const caption = `${showValue(row['open'] ?? null, 'money')} open for ${showValue(row['remaining'] ?? null, 'money')}`
  return { label: `Coverage of ${next.label}`, value, kind: 'ratio', caption, tab: 'longTerm' }
}

const openPipeline: Maker = (pack) => {
  const [row] = pack.ask(pipeline, 'the open pipeline')?.rows ?? []
  return row === undefined
    ? null
    : { label: 'Open pipeline', value: row['value'] ?? null, kind: 'money', caption: deals(row), tab: 'funnelShape' }
}

const weightedPipeline: Maker = (pack) => {
  const isKnown = pack.data.anyColumn('stages', 'probability') !== null
  if (!isKnown && pack.lacks('deals', 'probability', 'the weighted pipeline')) return null
  const value = pack.figure(weighted, 'the weighted pipeline')
  return isNumber(value)
    ? { label: 'Weighted pipeline', value, kind: 'money', caption: 'amount × probability', tab: 'funnelShape' }
    : null
}

const yearWinRate: Maker = (pack) => {
  const period = isoRange({ start: pack.quarter(-3).start, end: pack.asOf })
  const row = pack.ask(winRate, 'the win rate', { period })?.rows[0]
  const rate = row?.['rate']
  if (row === undefined || !isNumber(rate)) return null
  return {
    label: 'Win rate',
    value: rate,
    kind: 'percent',
    caption: `last four quarters, ${showValue(row['n'] ?? 0, 'count')} closed`,
    tab: 'review',
  }
}

const createdLately: Maker = (pack) => {
  const [row] = pack.ask(pipelineCreated, 'new opportunities', { period: 'L30D' })?.rows ?? []
  return row === undefined || isNoAnswer(row['value'] ?? null)
    ? null
    : {
        label: 'Created, last 30 days',
        value: row['value'] ?? null,
        kind: 'money',
        caption: deals(row),
        tab: 'funnelIn',
      }
}

const meetingsHeld: Maker = (pack) => {
  if (pack.data.table('activities') === null) return null
  const value = pack.figure(meetings, 'meetings', { period: 'L30D' })
  return isNumber(value)
    ? { label: 'Customer meetings', value, kind: 'count', caption: 'held in the last 30 days', tab: 'activity' }
    : null
}

const averageDeal: Maker = (pack) => {
  const period = isoRange({ start: pack.quarter(-3).start, end: pack.asOf })
  const row = pack.ask(avgDeal, 'the average deal', { period })?.rows[0]
  const value = row?.['average']
  if (row === undefined || !isNumber(value)) return null
  return {
    label: 'Average won deal',
    value,
    kind: 'money',
    caption: `last four quarters, ${deals(row)}`,
    tab: 'review',
  }
}

const cycleDays: Maker = (pack) => {
  const period = isoRange({ start: pack.quarter(-3).start, end: pack.asOf })
  const row = pack.ask(salesCycle, 'the sales cycle', { period })?.rows[0]
  const value = row?.['cycle']
  if (row === undefined || !isNumber(value)) return null
  return { label: 'Sales cycle, days', value, kind: 'days', caption: 'median, opening to winning', tab: 'review' }
}

/** The figures above the line, the most telling first; those without an answer give way to the next. */
export const teamFigures = (pack: PackContext): readonly Figure[] =>
  [
    wonSoFar,
    forecastGap,
    nextCoverage,
    openPipeline,
    weightedPipeline,
    yearWinRate,
    createdLately,
    meetingsHeld,
    averageDeal,
    cycleDays,
  ]
    .map((make) => make(pack))
    .filter((figure) => figure !== null)
