import { fail } from '../errors.ts'
import { bisect } from './bisect.ts'
import { closedForm } from './closed-form.ts'
import { bindingOf, constraintsOf, type Constraint, type ConstraintName } from './constraints.ts'
import { leversOf, type Lever } from './levers.ts'
import { valueAt, withValue, type Model, type Place } from './model.ts'
import { outputOf, outputs, type OutputKey } from './outputs.ts'
import { parameterOf } from './parameters.ts'

export interface Range {
  readonly lower: number
  readonly upper: number
}

export interface Solution {
  readonly value: number
  readonly found: boolean
  readonly method: 'closed form' | 'bisection'
  /** Outcome − goal at the value; 0 up to rounding where it was found. */
  readonly residual: number
  /** The constraint that gave the value, or that stands in the way. */
  readonly binding: ConstraintName | null
  /** One sentence where there is no solution within the bounds, else empty. */
  readonly why: string
  /** What would help, in order of effect, where there is no solution. */
  readonly levers: readonly Lever[]
}

/** A number as a sentence shows it: six digits. */
const shown = (value: number): string => String(Number(value.toPrecision(6)))

/** The bounds of an input, made narrower by what is asked. */
export const boundsOf = ({ key }: Place, { lower, upper }: Partial<Range> = {}): Range => {
  const own = parameterOf(key)
  const range = { lower: Math.max(own.lower, lower ?? -Infinity), upper: Math.min(own.upper, upper ?? Infinity) }
  if (range.lower <= range.upper) return range
  return fail('argument', `The bounds of ${key} are ${range.lower} to ${range.upper}; write the lower one first.`)
}

/** Finds where an outcome is a goal: by closed form, else by bisection in the bounds. */
const rootOf = (
  model: Model,
  place: Place,
  outcome: (model: Model) => number,
  goal: number,
  { lower, upper }: Range,
): Pick<Solution, 'value' | 'found' | 'method' | 'residual'> => {
  const exact = closedForm(model, place, outcome, goal)
  const miss = (x: number): number => outcome(withValue(model, place, x)) - goal
  if (exact !== null && exact >= lower && exact <= upper)
    return { value: exact, found: true, method: 'closed form', residual: miss(exact) }
  if (exact !== null) {
    const value = exact < lower ? lower : upper
    return { value, found: false, method: 'closed form', residual: miss(value) }
  }
  return { ...bisect(miss, lower, upper), method: 'bisection' }
}

/** The value of an input for which an output of the model is a goal. The inputs themselves stay as they are. */
export const solveFor = (
  model: Model,
  place: Place,
  output: OutputKey,
  goal: number,
  range: Partial<Range> = {},
): Solution => {
  const bounds = boundsOf(place, range)
  const root = rootOf(model, place, (each) => outputOf(each, output), goal, bounds)
  if (Number.isNaN(root.residual))
    return fail('no-answer', `${outputs[output].label} cannot be worked out: an input that it needs is not given.`)
  const solved = withValue(model, place, root.value)
  const binding = bindingOf(solved)?.name ?? null
  if (root.found) return { ...root, binding, why: '', levers: [] }
  const direction = root.residual > 0 ? 'above' : 'below'
  const why = `No ${place.key} from ${bounds.lower} to ${bounds.upper} gives ${outputs[output].label.toLowerCase()} of ${goal}; at ${shown(root.value)} it is ${shown(Math.abs(root.residual))} ${direction}.`
  return {
    ...root,
    binding,
    why,
    levers: leversOf(solved, (each) => outputOf(each, output) - goal, root.residual > 0, place.key),
  }
}

const excessOf =
  (name: ConstraintName) =>
  (model: Model): number =>
    constraintsOf(model).find((constraint) => constraint.name === name)?.excess ?? NaN

interface Edge {
  readonly name: ConstraintName
  readonly root: ReturnType<typeof rootOf>
  /** Whether a larger value breaks the constraint. */
  readonly isCeiling: boolean
}

/** Where each constraint begins or ends to hold; those that the input does not move are left out. */
const edgesOf = (model: Model, place: Place, bounds: Range, constraints: readonly Constraint[]): readonly Edge[] =>
  constraints.flatMap(({ name }) => {
    const excess = excessOf(name)
    const [low, high] = [excess(withValue(model, place, bounds.lower)), excess(withValue(model, place, bounds.upper))]
    if (Math.abs(high - low) <= 1e-12 * Math.max(Math.abs(low), Math.abs(high), 1e-9)) return []
    return [{ name, root: rootOf(model, place, excess, 0, bounds), isCeiling: high > low }]
  })

/** Nothing the input can do helps: the worst constraint, and what would. */
const infeasible = (model: Model, place: Place, { value, method }: Edge['root']): Solution => {
  const at = withValue(model, place, value)
  const nearest = bindingOf(at)
  const worst = nearest?.holds === false ? nearest : null
  const why =
    worst === null
      ? ''
      : `No ${place.key} within its bounds meets the ${worst.name} constraint: at ${shown(value)} the ${worst.label} would be ${shown(worst.used)}, the limit is ${shown(worst.limit)}.`
  return {
    value,
    found: false,
    method,
    residual: worst?.excess ?? 0,
    binding: worst?.name ?? null,
    why,
    levers: worst === null ? [] : leversOf(at, excessOf(worst.name), true, place.key),
  }
}

/** What the value would have to be for each constraint, put together: the strictest ceiling, or the strictest floor. */
const strictest = (edges: readonly Edge[], isCeiling: boolean): Edge | null =>
  edges
    .filter((edge) => edge.isCeiling === isCeiling)
    .reduce<Edge | null>((best, edge) => {
      if (best === null) return edge
      return edge.root.value < best.root.value === isCeiling ? edge : best
    }, null)

/** Whether bounds are so close that nothing can move between them, at the precision of solving. */
const isOneValue = ({ lower, upper }: Range): boolean =>
  upper - lower <= 1e-9 * Math.max(Math.abs(lower), Math.abs(upper))

/** Bounds that leave one value leave nothing to solve: it meets the constraints, or one is named. */
const onlyValue = (model: Model, place: Place, value: number): Solution => {
  const root = { value, found: false, method: 'bisection', residual: 0 } as const
  const holds = constraintsOf(withValue(model, place, value)).every((each) => each.holds)
  return holds ? { ...root, found: true, binding: null, why: '', levers: [] } : infeasible(model, place, root)
}

/** The model with some value where the input has none, so that its constraints can be told. */
const filled = (model: Model, place: Place, { lower, upper }: Range): Model =>
  Number.isNaN(valueAt(model, place)) ? withValue(model, place, Math.min(Math.max(0.5, lower), upper)) : model

/**
 * The value of an input at which the constraints of the model just hold: the highest where more of it strains them
 * (the target, the discount), the lowest where more of it eases them (a win rate, sellers, virtual meetings). Never
 * outside its bounds. Where nothing in the bounds meets a constraint, that one is named with what would help.
 *
 * @throws SpmError `no-answer` where the model states no constraint that the input has to do with
 */
export const solveWithin = (model: Model, place: Place, range: Partial<Range> = {}): Solution => {
  const bounds = boundsOf(place, range)
  const constraints = constraintsOf(filled(model, place, bounds))
  const edges = edgesOf(model, place, bounds, constraints)
  const [ceiling, floor] = [strictest(edges, true), strictest(edges, false)]
  const edge = place.key === 'target' ? (ceiling ?? floor) : (floor ?? ceiling)
  if (edge === null && isOneValue(bounds) && constraints.length > 0) return onlyValue(model, place, bounds.lower)
  if (edge === null)
    return fail(
      'no-answer',
      `Params state no limit that ${place.key} has to do with. Give one: capacity, hours_available, cost_cap or margin_target, with the inputs that it needs.`,
    )
  const { root, name } = edge
  const holds = constraintsOf(withValue(model, place, root.value)).every((each) => each.holds)
  if (!holds) return infeasible(model, place, root)
  return {
    value: root.value,
    found: true,
    method: root.method,
    residual: root.found ? root.residual : 0,
    binding: root.found ? name : null,
    why: '',
    levers: [],
  }
}
