import { fail } from '../errors.ts'
import { bindingOf, type ConstraintName } from './constraints.ts'
import { scaled, valueAt, withValue, type Model, type Place } from './model.ts'
import { outputOf, type OutputKey } from './outputs.ts'
import { parameters, type ParameterKey } from './parameters.ts'

export interface Bar {
  readonly key: ParameterKey
  /** Outcome when the input is lower, and when it is higher. */
  readonly low: number
  readonly high: number
  /** As shares of the outcome now. */
  readonly lowChange: number
  readonly highChange: number
  /** What binds at the worse end. */
  readonly binding: ConstraintName | null
}

/** By how much an input is moved: a share of itself, or its standard error where there is one. */
export type Step = { readonly share: number } | { readonly errors: ReadonlyMap<ParameterKey, number> }

const changed = (model: Model, key: ParameterKey, step: Step, sign: 1 | -1): Model | null => {
  const place: Place = { key, segment: null }
  if ('share' in step) return scaled(model, place, 1 + sign * step.share)
  const error = step.errors.get(key)
  return error === undefined ? null : withValue(model, place, valueAt(model, place) + sign * error)
}

/** One input changed at a time, the widest bar first; inputs that change nothing are left out, and all where the outcome is not known. */
export const tornado = (model: Model, output: OutputKey, step: Step = { share: 0.1 }): readonly Bar[] => {
  const now = outputOf(model, output)
  return parameters
    .flatMap(({ key }) => {
      const value = valueAt(model, { key, segment: null })
      if (Number.isNaN(value) || value === 0 || key === 'mix') return []
      const [less, more] = [changed(model, key, step, -1), changed(model, key, step, 1)]
      if (less === null || more === null) return []
      const [low, high] = [outputOf(less, output), outputOf(more, output)]
      if (!(Math.abs(low - now) + Math.abs(high - now) > 1e-12 * Math.abs(now))) return []
      const binding = bindingOf(Math.abs(low) > Math.abs(high) ? less : more)?.name ?? null
      return [{ key, low, high, lowChange: low / now - 1, highChange: high / now - 1, binding }]
    })
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
}

const mostSteps = 21

/** Outcome for each pair of values: rows by the first input, columns by the second. At most 21 × 21. */
export const grid = (
  model: Model,
  output: OutputKey,
  [down, downValues]: readonly [Place, readonly number[]],
  [across, acrossValues]: readonly [Place, readonly number[]],
): readonly (readonly number[])[] => {
  if (downValues.length > mostSteps || acrossValues.length > mostSteps)
    return fail('argument', `A grid has at most ${mostSteps} × ${mostSteps} cells; ask for fewer values.`)
  return downValues.map((x) => {
    const row = withValue(model, down, x)
    return acrossValues.map((y) => outputOf(withValue(row, across, y), output))
  })
}

export interface Scenario {
  readonly name: string
  readonly changes: readonly { readonly place: Place; readonly value: number }[]
}

export interface ScenarioOutcome {
  readonly name: string
  readonly values: Readonly<Record<OutputKey, number>>
  readonly binding: ConstraintName | null
}

/** Each scenario's outputs side by side; the first one is the model as it is. */
export const scenarios = (
  model: Model,
  keys: readonly OutputKey[],
  list: readonly Scenario[],
): readonly ScenarioOutcome[] =>
  [{ name: 'Base', changes: [] }, ...list].map(({ name, changes }) => {
    const made = changes.reduce((each, { place, value }) => withValue(each, place, value), model)
    const values = Object.fromEntries(keys.map((key) => [key, outputOf(made, key)])) as Record<OutputKey, number>
    return { name, values, binding: bindingOf(made)?.name ?? null }
  })

/** Pairs of values that reach the target with the same meetings: to each value of the first input that of the second. */
export const frontier = (
  model: Model,
  [down, values]: readonly [Place, readonly number[]],
  solve: (model: Model) => number,
): readonly { readonly given: number; readonly needed: number }[] =>
  values.map((given) => ({ given, needed: solve(withValue(model, down, given)) }))
