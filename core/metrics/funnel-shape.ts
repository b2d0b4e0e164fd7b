import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { GroupCounts } from '../math/sum.ts'
import { SpmError } from '../errors.ts'
import { stageStock } from '../targets/stock.ts'
import { defineMetric, type Context } from './define.ts'
import { needNumber, optionalNumber } from './need-number.ts'
import { readNumberList, sameLength } from './number-list.ts'
import { common, from, maybe } from './params.ts'
import { stageLanes, type Lanes } from './stage-lanes.ts'
import { noAnswer, ratio, type Value } from './value.ts'

interface Shape {
  readonly conversion: readonly number[]
  readonly days: readonly number[]
}

/** What is given for each stage, else what the Stages table says of it. */
const shapeOf = (conversions: string | null, days: string | null, lanes: Lanes, { data }: Context): Shape => {
  const order = stageOrderOf(data)
  const count = lanes.labels.length - 1
  const known = (order?.open ?? []).map((position) => order?.stages[position])
  const list = (name: string, text: string | null, own: (i: number) => number): readonly number[] =>
    sameLength(name, readNumberList(name, text), count).map((value, i) => value ?? own(i))
  return {
    conversion: list('conversions', conversions, (i) => known[i]?.probability ?? NaN),
    days: list('days', days, (i) => known[i]?.targetDays ?? NaN),
  }
}

const why = (conversion: number, days: number): string => {
  if (Number.isNaN(conversion))
    return 'Nothing tells how many deals of this stage are won: give conversions, or a probability in Stages.'
  if (Number.isNaN(days)) return 'Nothing tells how long deals stay in this stage: give days, or target days in Stages.'
  return 'No deal of this stage is won, so no number of them is enough.'
}

interface ShapeLine {
  readonly stage: string
  readonly actual: number
  readonly required: Value
  readonly index: Value
  readonly short: Value
}

const lineOf = (stage: string, actual: number, required: number, reason: string): ShapeLine => {
  const none = noAnswer(reason)
  if (!Number.isFinite(required)) return { stage, actual, required: none, index: none, short: none }
  const index = ratio(actual, required, 'Nothing is required.')
  return { stage, actual, required, index, short: Math.max(0, required - actual) }
}

export const funnelShape = defineMetric({
  name: 'FUNNEL_SHAPE',
  title: 'Funnel shape',
  family: 'funnel',
  about: 'Whether there are enough open deals in every stage for the wins that are needed a month.',
  variant:
    'required = wins needed a month × mean days in the stage ÷ 30.4 ÷ share of deals in the stage that are won (Little’s law); index = open deals in the stage ÷ required; conversions and days as given, else probability and target days of the Stages table',
  params: {
    deals: from(deals, ['status', 'stage'], ['pipeline', 'probability']),
    stages: maybe(stages, ['stage'], ['order', 'type', 'probability', 'target_days', 'alias', 'pipeline']),
    asOf: common.asOf,
    wins: optionalNumber('How many deals have to be won in a month, as BREAKDOWN tells.', { minimum: 0 }),
    conversions: {
      type: 'text',
      about:
        'The share of the deals of each open stage that is won, in the order of the stages: a range, or 0.1,0.4,0.8.',
    },
    days: {
      type: 'text',
      about: 'The mean days that a deal stays in each open stage, as TIME_IN_STAGE tells: a range, or 20,30,15.',
    },
  },
  columns: {
    stage: { label: 'Stage', kind: 'text' },
    actual: { label: 'Actual', kind: 'count' },
    required: { label: 'Required', kind: 'decimal' },
    index: { label: 'Index', kind: 'ratio' },
    short: { label: 'Short by', kind: 'decimal' },
  },
  chart: { kind: 'bar', category: 'stage', series: ['actual', 'required'] },
  sources: ['A-38'],
  compute({ deals, wins: given, conversions, days: stays }, context) {
    const wins = needNumber('wins', given, '20')
    const lanes = stageLanes(deals, stageOrderOf(context.data))
    if (lanes.labels.length < 2)
      throw new SpmError('no-answer', 'There are no open stages: no deal is open, and Stages name none.')
    const shape = shapeOf(conversions, stays, lanes, context)
    const counts = new GroupCounts(lanes.labels.length)
    const leaves = context.sift('deals', (row) => (deals.status.isOpen(row) ? null : 'not open'))
    for (let row = 0; row < deals.rows; row++) if (leaves(row) === null) counts.add(lanes.of(row))
    for (const text of lanes.notes) context.note(text)
    return lanes.labels.flatMap((stage, i) => {
      const actual = counts.at(i)
      const isUnmapped = i === lanes.labels.length - 1
      if (isUnmapped && actual === 0) return []
      const [conversion = NaN, days = NaN] = [shape.conversion[i], shape.days[i]]
      const reason = isUnmapped ? 'This stage is not among the open stages.' : why(conversion, days)
      return [lineOf(stage, actual, stageStock(wins, days, conversion), reason)]
    })
  },
})
