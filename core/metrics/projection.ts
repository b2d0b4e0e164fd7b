import { isoDay, type Day } from '../cells/day.ts'
import { contains, periodAround, periodFrom, type Grain, type Period } from '../dataset/period.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { snapshotDays, startSnapshot } from '../dataset/states.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { quantile } from '../math/quantile.ts'
import { createSum } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric, type Context } from './define.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { lookBack, winRates, type PastPeriod } from './past-periods.ts'
import { snapshotScope } from './snapshot-scope.ts'
import { createStageKeys } from './stage-keys.ts'
import { noAnswer } from './value.ts'
import { winChance } from './win-chance.ts'

/** Fewer periods than this tell nothing about the next one. */
const fewest = 4
const [low, high] = [0.1, 0.9]

const params = {
  deals: from(deals, ['deal_id', 'status', 'closing', 'value', 'stage'], ['pipeline', 'probability']),
  snapshots: {
    ...maybe(
      snapshots,
      ['snapshot_at', 'deal_id', 'status', 'stage', 'close_date', 'value'],
      ['status_text', 'pipeline'],
    ),
    unscoped: true,
  },
  stages: maybe(stages, ['stage'], ['order', 'type', 'alias', 'pipeline', 'probability']),
  period: quarterPeriod,
  asOf: common.asOf,
  lookback: {
    type: 'number',
    default: 8,
    minimum: fewest,
    whole: true,
    about: 'How many periods of the same length before this one to learn from.',
  },
} as const

type In = Inputs<typeof params>
type StageKeys = ReturnType<typeof createStageKeys>

const grains: readonly Grain[] = ['month', 'quarter', 'year']

const grainOf = (period: Period, { calendar }: Context): Grain => {
  const grain = grains.find((each) => {
    const around = periodAround(period.start, each, calendar)
    return around.start === period.start && around.end === period.end
  })
  if (grain !== undefined) return grain
  throw new SpmError(
    'argument',
    `Period ${period.label} is no whole month, quarter or year, so there are no earlier periods like it. Name one of these.`,
  )
}

const needRunning = ({ start, end, label }: Period, asOf: Day): void => {
  if (asOf >= start && asOf <= end) return
  throw new SpmError(
    'argument',
    `as_of ${isoDay(asOf)} does not lie in ${label}: what a period will bring is asked while it runs.`,
  )
}

/** What earlier periods still brought from the same day on; those without a snapshot near that day are left out. */
const earlierPeriods = (inputs: In, period: Period, keys: StageKeys, context: Context): readonly PastPeriod[] => {
  const { deals, snapshots: past, lookback, asOf } = inputs
  if (past === null) return []
  const view = { past, deals, inScope: snapshotScope(context.data), stageOf: keys(past), sift: context.sift }
  const days = snapshotDays(past)
  const grain = grainOf(period, context)
  return Array.from({ length: lookback }, (_, i) => periodFrom(period.start, -1 - i, grain, context.calendar)).flatMap(
    (earlier) => {
      const day = startSnapshot(days, Math.min(earlier.start + asOf - period.start, earlier.end))
      return day === null ? [] : [lookBack(view, earlier, day)]
    },
  )
}

/** Value of what is won, or open, and due in the period; each row times its chance. */
const sumDue = (
  deals: In['deals'],
  period: Period,
  isWon: boolean,
  chance: (row: number) => number,
  { sift }: Context,
): number => {
  const sum = createSum()
  const leaves = sift('deals', (row) => {
    if (!(isWon ? deals.status.isWon(row) : deals.status.isOpen(row))) return 'neither won nor open'
    return contains(period, deals.closing.at(row)) ? null : 'closing date outside the period'
  })
  for (let row = 0; row < deals.rows; row++) if (leaves(row) === null) sum.add((deals.value.at(row) || 0) * chance(row))
  return sum.total
}

const byChance = ({ deals }: In, period: Period, won: number, n: number, context: Context) => {
  const { data, note } = context
  note(`Only ${n} earlier periods have a snapshot of this point; with fewer than ${fewest} the probabilities count.`)
  const chance = winChance(deals, stageOrderOf(data), 'deal')
  let unknown = 0
  const fromOpen = sumDue(
    deals,
    period,
    false,
    (row) => {
      const share = chance(row)
      if (Number.isNaN(share)) unknown++
      return share || 0
    },
    context,
  )
  if (unknown > 0) note(`Open deals whose probability is not known, and which add nothing: ${unknown}.`)
  const missing = noAnswer(
    `At least ${fewest} earlier periods with a snapshot of this point are needed; there are ${n}.`,
  )
  const projection = won + fromOpen
  return { won, fromOpen, fresh: missing, projection, low: missing, high: missing, periods: n, method: 'Weighted' }
}

const byHistory = (
  { deals }: In,
  period: Period,
  won: number,
  earlier: readonly PastPeriod[],
  keys: StageKeys,
  context: Context,
) => {
  const rate = winRates(earlier)
  const stageOf = keys(deals)
  const fromOpen = sumDue(deals, period, false, (row) => rate(stageOf(row)), context)
  const fresh = earlier.reduce((sum, { fromOthers }) => sum + fromOthers, 0) / earlier.length
  const projection = won + fromOpen + fresh
  const misses = Float64Array.from(earlier, ({ due, fromDue, fromOthers }) => {
    const expected = [...due].reduce((sum, [stage, value]) => sum + value * rate(stage), 0) + fresh
    return fromDue + fromOthers - expected
  })
  const end = (share: number): number => Math.max(won, projection + quantile(misses, share))
  return { won, fromOpen, fresh, projection, low: end(low), high: end(high), periods: misses.length, method: 'History' }
}

export const projection = defineMetric({
  name: 'PROJECTION',
  title: 'Projection',
  family: 'forecast',
  about: 'What the running period will bring, judged by what earlier periods still brought from the same day on.',
  variant:
    'won in the period + open deals due in it × the share of value that deals in the same stage, due in an earlier period at the same day of it, were won in it (of all stages where a stage has no history) + mean value that earlier periods still won from deals not due in them by then; low and high: plus the 10% and 90% quantiles of by how much that would have missed each earlier period, not below won; with fewer than 4 earlier periods value × probability instead',
  params,
  columns: {
    won: { label: 'Won', kind: 'money' },
    fromOpen: { label: 'From open', kind: 'money' },
    fresh: { label: 'Expected new', kind: 'money' },
    projection: { label: 'Projection', kind: 'money' },
    low: { label: 'Low', kind: 'money' },
    high: { label: 'High', kind: 'money' },
    periods: { label: 'Earlier periods', kind: 'count' },
    method: { label: 'Method', kind: 'status' },
  },
  scalar: 'projection',
  books: true,
  sources: ['GO4'],
  compute(inputs, context) {
    const period = orCurrentQuarter(inputs.period, context.calendar, context.note)
    grainOf(period, context)
    needRunning(period, inputs.asOf)
    const won = sumDue(inputs.deals, period, true, () => 1, context)
    const keys = createStageKeys(stageOrderOf(context.data))
    const earlier = earlierPeriods(inputs, period, keys, context)
    return [
      earlier.length < fewest
        ? byChance(inputs, period, won, earlier.length, context)
        : byHistory(inputs, period, won, earlier, keys, context),
    ]
  },
})
