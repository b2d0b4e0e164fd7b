import { fail } from '../errors.ts'
import type { Model, Segment } from './model.ts'
import { modelParameters } from './model-parameters.ts'
import { isSegmentKey, parameterKey, parameterOf, parameters, type ParameterKey } from './parameters.ts'
import { segmentParameters } from './segment-parameters.ts'
import { rowsOfVersion, type ParamRow, type Version } from './versions.ts'

const everySegment = new Set(['', 'all', 'total'])

const keyOf = (row: ParamRow): ParameterKey =>
  parameterKey(row.parameter) ??
  fail(
    'argument',
    `Params has a parameter "${row.parameter}", which is not known. It can be ${parameters.map((each) => each.key).join(', ')}.`,
  )

const checked = (key: ParameterKey, value: number, segment: string): number => {
  const { lower, upper, unit } = parameterOf(key)
  if (value >= Math.min(0, lower) && value <= upper) return value
  const percent = unit === 'share' && value > 1 ? ' A share is a fraction: 25% is 0.25.' : ''
  return fail(
    'argument',
    `Params: ${key}${segment === '' ? '' : ` of ${segment}`} is ${value}; it must lie between ${Math.max(0, lower)} and ${upper}.${percent}`,
  )
}

type Given = ReadonlyMap<string, ReadonlyMap<ParameterKey, number>>

const givenBySegment = (rows: readonly ParamRow[]): Given => {
  const given = new Map<string, Map<ParameterKey, number>>([['', new Map()]])
  for (const row of rows) {
    if (row.value === null) continue
    const key = keyOf(row)
    const name = everySegment.has(row.segment.trim().toLowerCase()) ? '' : row.segment.trim()
    if (name !== '' && !isSegmentKey(key))
      fail(
        'argument',
        `Params: ${key} belongs to the whole model, not to the segment ${name}. Leave the segment blank.`,
      )
    const own = given.get(name) ?? new Map<ParameterKey, number>()
    given.set(name, own.set(key, checked(key, row.value, name)))
  }
  return given
}

/** Shares of the segments: as given, and what is left to those without one in equal parts. */
const mixesOf = (given: Given, names: readonly string[]): readonly number[] => {
  const own = names.map((name) => given.get(name)?.get('mix') ?? null)
  const sum = own.reduce<number>((total, mix) => total + (mix ?? 0), 0)
  const blank = own.filter((mix) => mix === null).length
  if (blank === 0 && Math.abs(sum - 1) > 1e-6)
    return fail('argument', `Params: the shares of the segments (mix) add up to ${sum}; they must add up to 1.`)
  if (sum > 1 + 1e-6) return fail('argument', `Params: the shares of the segments (mix) add up to ${sum}, more than 1.`)
  return own.map((mix) => mix ?? (1 - sum) / blank)
}

/**
 * The model that the rows of Params describe. One segment, or none named, is the simple case.
 *
 * @throws SpmError `argument` that names the parameter that is not known, out of range, or in the wrong place
 */
export const readModel = (rows: readonly ParamRow[], version: Version = 'current'): Model => {
  const given = givenBySegment(rowsOfVersion(rows, version))
  const shared = given.get('') ?? new Map<ParameterKey, number>()
  const named = [...given.keys()].filter((name) => name !== '')
  const names = named.length === 0 ? ['All'] : named
  const mixes = mixesOf(given, names)
  const valueOf = (key: ParameterKey, fallback: number | null, own?: ReadonlyMap<ParameterKey, number>): number =>
    own?.get(key) ?? shared.get(key) ?? fallback ?? NaN
  const segments = names.map((name, i): Segment => {
    const values = segmentParameters.map(({ key, fallback }) => [key, valueOf(key, fallback, given.get(name))] as const)
    return { name, values: { ...(Object.fromEntries(values) as Segment['values']), mix: mixes[i] ?? 1 } }
  })
  const values = modelParameters.map(({ key, fallback }) => [key, valueOf(key, fallback)] as const)
  const model = { values: Object.fromEntries(values) as Model['values'], segments }
  if (Number.isNaN(model.values.target))
    fail('no-answer', 'Params have no target. Add a row with the parameter target and its value.')
  return model
}
