import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { defineMetric } from './define.ts'
import { forecastMeasures, measureSnapshots } from './forecast-measure.ts'
import { monthForecasts, monthsUpTo, type MonthForecast } from './month-forecasts.ts'
import { common, from, maybe } from './params.ts'
import { sharedGroups } from './shared-groups.ts'
import { noAnswer, ratio } from './value.ts'

const nothingForecast = 'The forecast was 0, so the deviation has no share; the difference stands beside.'

const stateOf = ({ snapshot, final }: MonthForecast): string =>
  snapshot === null ? 'No snapshot' : final ? 'Final' : 'Provisional'

const cells = (month: MonthForecast, group: number) => {
  const actual = month.actual.at(group)
  const head = { month: month.month.label, snapshot: month.snapshot, actual, state: stateOf(month) }
  if (month.snapshot === null) {
    const none = noAnswer(month.missing)
    return { ...head, forecast: none, deviation: none, rate: none }
  }
  const forecast = month.forecast.at(group)
  const deviation = actual - forecast
  return { ...head, forecast, deviation, rate: ratio(deviation, forecast, nothingForecast) }
}

export const forecastDeviation = defineMetric({
  name: 'FORECAST_DEVIATION',
  title: 'Forecast deviation',
  family: 'trust',
  about: 'How far the sales of each month came out from what was forecast at its start.',
  variant:
    '(actual − forecast) ÷ forecast by month; forecast = measure over the deals that were open at the start-of-month snapshot with a close date in the month; actual = value won with a closing date in the month',
  params: {
    snapshots: {
      ...from(
        snapshots,
        ['snapshot_at', 'deal_id', 'status', 'close_date'],
        ['status_text', 'value', 'probability', 'forecast_category', 'stage', 'pipeline'],
      ),
      unscoped: true,
    },
    deals: from(deals, ['status', 'closing', 'value'], ['deal_id']),
    stages: maybe(stages, ['stage'], ['probability', 'forecast_category']),
    asOf: common.asOf,
    by: { ...common.by, day: null, about: 'Split by owner (or person), team, product, segment, account or stage.' },
    months: {
      type: 'number',
      default: 3,
      minimum: 1,
      whole: true,
      about: 'How many months before the one that holds the as-of day.',
    },
    measure: {
      type: 'choice',
      values: forecastMeasures,
      default: 'weighted',
      about:
        'What the forecast was: value × probability, or the value of the deals in the categories commit and closed.',
    },
  },
  columns: {
    month: { label: 'Month', kind: 'text' },
    snapshot: { label: 'Snapshot', kind: 'date' },
    forecast: { label: 'Forecast at start', kind: 'money' },
    actual: { label: 'Actual', kind: 'money' },
    deviation: { label: 'Deviation', kind: 'money' },
    rate: { label: 'Deviation %', kind: 'percent' },
    state: { label: 'State', kind: 'status' },
  },
  chart: { kind: 'column', category: 'month', series: ['forecast', 'actual'] },
  books: true,
  sources: ['D-52', 'FA2'],
  compute({ snapshots, deals, by, months, measure }, context) {
    const { data, calendar, note } = context
    const groups = sharedGroups(context, by, deals.deal_id, snapshots)
    const amount = measureSnapshots(measure, snapshots, data)
    const found = monthForecasts(snapshots, deals, monthsUpTo(calendar, months), context, groups, amount.of)
    if (amount.unknown > 0)
      note(
        `Deals in the forecasts whose ${measure === 'weighted' ? 'probability' : 'category'} is not known, and which add nothing: ${amount.unknown}.`,
      )
    const silent = (group: number): boolean =>
      by !== null && found.every(({ forecast, actual }) => forecast.at(group) === 0 && actual.at(group) === 0)
    return groups.keys.flatMap((group, i) => (silent(i) ? [] : found.map((month) => ({ group, ...cells(month, i) }))))
  },
})
