import { valueAt, withValue, type Model, type Place } from './model.ts'
import { parameterOf, type ParameterKey } from './parameters.ts'

/** Inputs that everything after them is divided by; all others multiply or add. */
const dividing: ReadonlySet<ParameterKey> = new Set([
  'avg_deal',
  'win_rate',
  'shrink',
  'meeting_rate',
  'contact_rate',
  'sellers',
  'selling_months',
  'period_days',
])

/**
 * The value of an input for which an outcome is a goal, where the outcome is a + b·x or a + b ÷ x: a chain of products
 * and quotients is, in any one of its inputs, also with several segments. Two evaluations give a and b. `null` where
 * a third one shows that it is not so, or where the input changes nothing. A value that the input cannot have is given
 * as it is, for the caller to keep within bounds; Infinity where even the largest one is not enough to divide by.
 */
export const closedForm = (
  model: Model,
  place: Place,
  outcome: (model: Model) => number,
  goal: number,
): number | null => {
  const power = dividing.has(place.key) ? -1 : 1
  const start = valueAt(model, place)
  const base = Number.isNaN(start) || start === 0 ? 0.5 : start
  const at = (x: number): number => outcome(withValue(model, place, x))
  const [x1, x2, x3] = [base, base * 0.8, base * 0.9]
  const [z1, z2, z3] = [x1 ** power, x2 ** power, x3 ** power]
  const [y1, y2, y3] = [at(x1), at(x2), at(x3)]
  const slope = (y1 - y2) / (z1 - z2)
  const between = y2 + slope * (z3 - z2)
  const scale = Math.max(Math.abs(y1), Math.abs(y2), Number.MIN_VALUE)
  if (!(Math.abs(between - y3) <= 1e-9 * scale) || Math.abs(y1 - y2) <= 1e-12 * scale) return null
  const z = z1 + (goal - y1) / slope
  const x = power === 1 ? z : z <= 0 ? Infinity : 1 / z
  if (Number.isNaN(x)) return null
  const { lower, upper } = parameterOf(place.key)
  const isPossible = x >= lower && x <= upper
  return isPossible && Math.abs(at(x) - goal) > 1e-9 * Math.max(scale, Math.abs(goal)) ? null : x
}
