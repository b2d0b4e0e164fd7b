import type { Flags, Numbers, Texts } from '../dataset/columns.ts'
import { params } from '../dataset/tables/params.ts'
import { constraintsOf } from '../targets/constraints.ts'
import type { Model, Place } from '../targets/model.ts'
import { isSegmentKey, parameterKey, parameters, type ParameterKey } from '../targets/parameters.ts'
import { readModel } from '../targets/read-model.ts'
import type { ParamRow } from '../targets/versions.ts'
import { SpmError } from '../errors.ts'
import { numberAt, textAt } from './cell-at.ts'
import { from } from './params.ts'

/** The Params table, for answers that there is none without. */
export const paramTable = from(
  params,
  ['parameter', 'value'],
  ['segment', 'unit', 'source', 'n', 'standard_error', 'locked', 'version'],
)

/** Which of the two versions of the parameters counts. */
export const paramVersion = {
  type: 'choice',
  values: ['current', 'plan'],
  default: 'current',
  about: 'The parameters as they stand now, or as planned; where there is one version only, that one.',
} as const

interface ParamView {
  readonly rows: number
  readonly parameter: Texts
  readonly value: Numbers
  readonly segment: Texts | null
  readonly unit: Texts | null
  readonly source: Texts | null
  readonly n: Numbers | null
  readonly standard_error: Numbers | null
  readonly locked: Flags | null
  readonly version: Texts | null
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** The rows of Params as the target model reads them; rows without a parameter are left out. */
export const paramRowsOf = (view: ParamView): readonly ParamRow[] =>
  Array.from({ length: view.rows }, (_, row) => ({
    segment: textAt(view.segment, row),
    parameter: view.parameter.at(row),
    value: orNull(view.value.at(row)),
    unit: textAt(view.unit, row),
    source: textAt(view.source, row),
    n: orNull(numberAt(view.n, row)),
    standardError: orNull(numberAt(view.standard_error, row)),
    locked: view.locked?.isTrue(row) ?? false,
    version: textAt(view.version, row),
  })).filter(({ parameter }) => parameter !== '')

const limits: readonly (readonly [limit: ParameterKey, name: string, needs: string])[] = [
  ['capacity', 'capacity', 'sellers and meeting_rate'],
  ['hours_available', 'hours', 'sellers, hours_f2f and hours_virtual'],
  ['cost_cap', 'selling cost', 'cost_f2f and cost_virtual'],
  ['margin_target', 'margin', 'list_margin'],
]

/** Says which limits are given without what they limit, since these then limit nothing. */
export const noteIdleLimits = (model: Model, note: (text: string) => void): void => {
  const told = new Set<string>(constraintsOf(model).map(({ name }) => name))
  const given: Readonly<Record<string, number>> = model.values
  for (const [limit, name, needs] of limits)
    if (!Number.isNaN(given[limit] ?? NaN) && !told.has(name))
      note(`Params state ${limit}, but not all that it limits, so it counts for nothing: give ${needs}.`)
}

export const modelOf = (view: ParamView, version: 'plan' | 'current'): Model => readModel(paramRowsOf(view), version)

/** A parameter by its name, or of one segment as `North.win_rate`. */
export const readPlace = (name: string, text: string | null, model: Model): Place => {
  if (text === null)
    throw new SpmError('argument', `${name} is missing: give a parameter, such as win_rate or North.win_rate.`)
  const dot = text.lastIndexOf('.')
  const [segment, word] = dot < 0 ? [null, text] : [text.slice(0, dot).trim(), text.slice(dot + 1)]
  const key = parameterKey(word)
  if (key === null)
    throw new SpmError(
      'argument',
      `${name} is "${text}", which is no parameter. It can be ${parameters.map((each) => each.key).join(', ')}.`,
    )
  if (segment === null) return { key, segment }
  const found = model.segments.find((each) => each.name.toLowerCase() === segment.toLowerCase())
  if (found === undefined || !isSegmentKey(key))
    throw new SpmError(
      'argument',
      `${name} is "${text}"; ${found === undefined ? `the segments are ${model.segments.map((each) => each.name).join(', ')}` : `${key} belongs to the whole model, so write it alone`}.`,
    )
  return { key, segment: found.name }
}
