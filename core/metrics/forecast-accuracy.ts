import type { Dataset } from '../dataset/dataset.ts'
import type { Texts } from '../dataset/columns.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { createSum } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { forecastMeasures, measureSnapshots } from './forecast-measure.ts'
import { groupRows } from './grouping.ts'
import { isFilled } from './is-filled.ts'
import { monthForecasts, monthsUpTo, type MonthForecast } from './month-forecasts.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { sharedGroups, type KeyedGroups } from './shared-groups.ts'
import { known, noAnswer, ratio } from './value.ts'

const params = {
  snapshots: {
    ...from(
      snapshots,
      ['snapshot_at', 'deal_id', 'status', 'close_date'],
      ['status_text', 'value', 'probability', 'forecast_category', 'stage', 'pipeline'],
    ),
    unscoped: true,
  },
  deals: { ...from(deals, ['status', 'closing', 'value'], ['deal_id']), lines: true },
  stages: maybe(stages, ['stage'], ['probability', 'forecast_category']),
  asOf: common.asOf,
  months: {
    type: 'number',
    default: 6,
    minimum: 1,
    whole: true,
    about: 'How many months that are over, the last ones.',
  },
  measure: {
    type: 'choice',
    values: forecastMeasures,
    default: 'weighted',
    about: 'What the forecast was: value × probability, or the value of the deals in the categories commit and closed.',
  },
  level: {
    type: 'choice',
    values: ['person', 'team', 'total'],
    default: 'person',
    about:
      'Where forecast and actual are compared before the errors are added up: per person, per team, or in total, where too much of one and too little of another cancel out.',
  },
} as const

type In = Inputs<typeof params>

const fields = { person: 'owner', team: 'team' } as const

/** One forecast against what came of it. */
interface Pair {
  readonly forecast: number
  readonly actual: number
}

const hasColumn = (data: Dataset, field: 'owner' | 'team'): boolean =>
  isFilled(data.column('deals', field)) && isFilled(data.column('snapshots', field))

/** Deals and snapshot rows by person or team; in total where the tables do not tell whose they are. */
const groupsOf = (level: In['level'], dealIds: Texts | null, past: In['snapshots'], context: Context): KeyedGroups => {
  const { data, note } = context
  const total = sharedGroups(context, null, dealIds, past)
  if (level === 'total') return total
  const field = fields[level]
  if (hasColumn(data, field)) return sharedGroups(context, groupRows(data, 'deals', null, field), dealIds, past)
  note(`Deals and snapshots do not both say the ${field}, so errors are measured in total, where they cancel out.`)
  return total
}

const pairsOf = (months: readonly MonthForecast[], size: number): readonly Pair[] =>
  months.flatMap(({ forecast, actual }) =>
    Array.from({ length: size }, (_, group) => ({ forecast: forecast.at(group), actual: actual.at(group) })).filter(
      (pair) => pair.forecast !== 0 || pair.actual !== 0,
    ),
  )

const sumOf = (pairs: readonly Pair[], of: (pair: Pair) => number): number => {
  const sum = createSum()
  for (const pair of pairs) sum.add(of(pair))
  return sum.total
}

const errorOf = ({ forecast, actual }: Pair): number => Math.abs(actual - forecast)

/** The months that are over, as many as asked for, with what was forecast at their start; those without are said. */
const monthsSeen = (inputs: In, groups: KeyedGroups, context: Context): readonly MonthForecast[] => {
  const { snapshots, deals, asOf, months, measure } = inputs
  const { data, calendar, note } = context
  const amount = measureSnapshots(measure, snapshots, data)
  const over = monthsUpTo(calendar, months)
    .filter(({ end }) => end <= asOf)
    .slice(-months)
  const found = monthForecasts(snapshots, deals, over, context, groups, amount.of)
  const blind = found.filter(({ snapshot }) => snapshot === null)
  if (blind.length > 0)
    note(
      `Months without a snapshot of their start, which are left out: ${blind.map(({ month }) => month.label).join(', ')}.`,
    )
  if (amount.unknown > 0)
    note(
      `Deals in the forecasts whose ${measure === 'weighted' ? 'probability' : 'category'} is not known, and which add nothing: ${amount.unknown}.`,
    )
  return found.filter(({ snapshot }) => snapshot !== null)
}

const nothingWon = 'Nothing was won in the months that have a forecast, so the errors have no share.'

export const forecastAccuracy = defineMetric({
  name: 'FORECAST_ACCURACY',
  title: 'Forecast accuracy',
  family: 'trust',
  about: 'How far forecasts were off in the months that are over, and whether they were too high or too low.',
  variant:
    'over months × persons (or teams, or in total), F = forecast at the start of the month as in FORECAST_DEVIATION, A = won in it: MAPE = mean of |A − F| ÷ A where A > 0; WAPE = Σ|A − F| ÷ ΣA; bias = Σ(F − A) ÷ ΣA; accuracy = 1 − WAPE, at least 0; n = pairs in the MAPE',
  params,
  columns: {
    mape: { label: 'MAPE', kind: 'percent' },
    wape: { label: 'WAPE', kind: 'percent' },
    bias: { label: 'Bias', kind: 'percent' },
    accuracy: { label: 'Accuracy', kind: 'percent' },
    n: { label: 'n', kind: 'count' },
    unsold: { label: 'Forecast, nothing won', kind: 'count' },
  },
  scalar: 'accuracy',
  books: true,
  sources: ['FA1', 'FA2', 'HS8'],
  compute(inputs, context) {
    const groups = groupsOf(inputs.level, inputs.deals.deal_id, inputs.snapshots, context)
    const months = monthsSeen(inputs, groups, context)
    const pairs = pairsOf(months, groups.size)
    const sold = pairs.filter(({ actual }) => actual > 0)
    const n = sold.length
    const total = Math.max(
      0,
      sumOf(pairs, ({ actual }) => actual),
    )
    const reason = months.length === 0 ? 'No month that is over has a snapshot of its start.' : nothingWon
    const wape = total === 0 ? NaN : sumOf(pairs, errorOf) / total
    return [
      {
        mape: n === 0 ? noAnswer(reason) : sumOf(sold, (pair) => errorOf(pair) / pair.actual) / n,
        wape: known(wape, reason),
        bias: ratio(
          sumOf(pairs, ({ forecast, actual }) => forecast - actual),
          total,
          reason,
        ),
        accuracy: known(Math.max(0, 1 - wape), reason),
        n,
        unsold: pairs.length - n,
      },
    ]
  },
})
