import { creationFor, lagOfCycle } from '#core/targets/creation'
import { segmentParameters } from '#core/targets/segment-parameters'
import { withValue, type Model } from '#core/targets/model'
import { phase } from '#core/targets/phase'
import { readModel } from '#core/targets/read-model'
import { rollDown } from '#core/targets/roll-down'
import { solveWithin } from '#core/targets/solve'
import { breakDown } from '#core/targets/tree'
import type { ParamRow } from '#core/targets/versions'
import { median } from './measure.ts'
import { seeded } from './random.ts'

/** What it costs that a person moves a slider of the target model: all that is shown follows. */

const [segments, months, people, moves] = [50, 12, 200, 100]
/** Milliseconds in which it has to follow. */
const limit = 50

const row = (segment: string, parameter: string, value: number): ParamRow => ({
  segment,
  parameter,
  value,
  unit: '',
  source: '',
  n: null,
  standardError: null,
  locked: false,
  version: '',
})

const whole: Readonly<Record<string, number>> = {
  target: 100_000_000,
  sellers: people,
  selling_months: 11,
  cost_cap: 0.1,
  fixed_cost: 6_000_000,
  commission_rate: 0.015,
  cost_f2f: 120,
  cost_virtual: 25,
}

const modelOf = (random: () => number): Model => {
  const between = (low: number, high: number): number => low + random() * (high - low)
  const own = (name: string): readonly ParamRow[] => [
    row(name, 'avg_deal', between(30_000, 80_000)),
    row(name, 'win_rate', between(0.2, 0.4)),
    row(name, 'meeting_rate', between(0.3, 0.6)),
    row(name, 'progress_meetings', between(1, 3)),
    row(name, 'cycle_won', between(30, 200)),
    row(name, 'cycle_lost', between(30, 120)),
  ]
  const names = Array.from({ length: segments }, (_, i) => `Segment ${i + 1}`)
  return readModel([...Object.entries(whole).map(([key, value]) => row('', key, value)), ...names.flatMap(own)])
}

/** The tree, the solution, the creation of every segment by month, and everybody's target by month. */
const follow = (model: Model): number => {
  const tree = breakDown(model)
  const { value } = solveWithin(model, { key: 'virtual_share', segment: null })
  const weights = Array.from({ length: months }, (_, month) => 1 + (month % 3))
  const created = tree.segments.reduce((sum, { deals, winRate }, i) => {
    const lag = lagOfCycle(model.segments[i]?.values.cycle_won ?? 0)
    return sum + (creationFor(phase(deals, weights), winRate, lag).months[0] ?? 0)
  }, 0)
  const children = Array.from({ length: people }, (_, i) => ({
    name: `Seller ${i + 1}`,
    weight: 1 + (i % 4),
    locked: null,
    floor: null,
    cap: null,
  }))
  const targets = rollDown(model.values.target, children, { step: 1 })
  return value + created + targets.reduce((sum, { target }) => sum + (phase(target, weights, 1)[0] ?? 0), 0)
}

/** The row of the benchmark; a problem where it takes longer than a hand notices. */
export const sliderReport = (): { readonly lines: readonly string[]; readonly problems: readonly string[] } => {
  const random = seeded(7)
  const model = modelOf(random)
  const times = Array.from({ length: moves }, () => {
    const win = 0.2 + random() * 0.2
    const start = performance.now()
    if (!Number.isFinite(follow(withValue(model, { key: 'win_rate', segment: null }, win))))
      throw new Error('the model has no answer')
    return performance.now() - start
  })
  const [middle, most] = [median(times), Math.max(...times)]
  const parameters = segmentParameters.length * segments
  return {
    lines: [
      `${segments} segments (${parameters} parameters) × ${months} months × ${people} people, ${moves} moves`,
      `median ${middle.toFixed(1)} ms, longest ${most.toFixed(1)} ms, limit ${limit} ms`,
    ],
    problems: middle > limit ? [`A slider takes ${middle.toFixed(1)} ms, more than ${limit}.`] : [],
  }
}
