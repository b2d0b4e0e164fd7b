import { scaled, valueAt, type Model } from './model.ts'
import { parameterOf, type ParameterKey } from './parameters.ts'

/** An input that would bring a miss nearer to 0 when it is changed by 10%. */
export interface Lever {
  readonly key: ParameterKey
  readonly label: string
  readonly direction: 'higher' | 'lower'
  /** By how much the miss shrinks when the input changes by a tenth, as a share of the miss. */
  readonly effect: number
}

/** What people can pull, in the order in which equal effects are named. */
const pulled: readonly ParameterKey[] = [
  'avg_deal',
  'progress_meetings',
  'win_rate',
  'meeting_rate',
  'sellers',
  'selling_months',
  'capacity',
  'hours_available',
  'virtual_share',
  'cost_f2f',
  'cost_virtual',
  'commission_rate',
  'fixed_cost',
  'list_margin',
  'discount',
]

/** A tenth up or down, kept within what the input can be. */
const nudged = (model: Model, key: ParameterKey, factor: number): Model | null => {
  const value = valueAt(model, { key, segment: null })
  const { lower, upper } = parameterOf(key)
  if (Number.isNaN(value) || value === 0) return null
  return value * factor < lower || value * factor > upper ? null : scaled(model, { key, segment: null }, factor)
}

/**
 * The inputs by which a miss can be closed, the strongest first: what a tenth of each does to it. `reduce`: the miss is
 * above 0 and has to fall.
 */
export const leversOf = (
  model: Model,
  miss: (model: Model) => number,
  reduce: boolean,
  except: ParameterKey | null = null,
): readonly Lever[] => {
  const now = miss(model)
  const gain = (key: ParameterKey, factor: number): number => {
    const changed = nudged(model, key, factor)
    return changed === null ? 0 : (reduce ? now - miss(changed) : miss(changed) - now) / Math.abs(now)
  }
  return pulled
    .filter((key) => key !== except)
    .flatMap((key) => {
      const [up, down] = [gain(key, 1.1), gain(key, 0.9)]
      const effect = Math.max(up, down)
      const direction = up >= down ? ('higher' as const) : ('lower' as const)
      return effect > 1e-12 ? [{ key, label: parameterOf(key).label, direction, effect }] : []
    })
    .sort((a, b) => (Math.abs(a.effect - b.effect) < 1e-12 ? 0 : b.effect - a.effect))
}
