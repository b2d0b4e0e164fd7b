import { distance } from 'fastest-levenshtein'
import { isFault } from '../cells/grid.ts'
import { isoDay, type Day } from '../cells/day.ts'
import { readDateText } from '../cells/date-text.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { readPeriod, type Period } from '../dataset/period.ts'
import type { SettingKey } from '../dataset/settings.ts'
import { SpmError } from '../errors.ts'
import type { Metric } from './define.ts'
import type { ByParam, ChoiceParam, FlagParam, NumberParam, Param, PeriodParam } from './params.ts'

/** Arguments as a person or a host gives them: by parameter name in snake_case. */
export type Args = Readonly<Record<string, unknown>>

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Taken by every metric, after its own parameters. */
const sharedArgs = ['scope'] as const

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** The argument's value, whether it comes as a cell or as a range of one cell. */
const single = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? single(value[0]) : value)

export const refuseUnknownArgs = (metric: Metric, args: Args): void => {
  const known = Object.entries(metric.params).flatMap(([name, { type }]) => (type === 'table' ? [] : [snakeCase(name)]))
  const all = [...known, ...sharedArgs]
  for (const name of Object.keys(args)) {
    if (all.includes(name)) continue
    const near = all.find((each) => distance(each, name) <= 2)
    throw new SpmError(
      'argument',
      `${metric.name} has no argument "${name}".${near === undefined ? ` It has: ${all.join(', ')}.` : ` Did you mean "${near}"?`}`,
    )
  }
}

const numberLeftOut = ({ default: fallback }: NumberParam, data: Dataset): number | null =>
  fallback === null || typeof fallback === 'number' ? fallback : Number(data.settings[fallback satisfies SettingKey])

const readNumber = (name: string, param: NumberParam, value: unknown, data: Dataset): number | null => {
  if (!isGiven(value)) return numberLeftOut(param, data)
  const number = typeof value === 'number' ? value : Number(String(value).trim())
  const fits = param.whole === true ? Number.isInteger(number) : Number.isFinite(number)
  if (fits && number >= (param.minimum ?? -Infinity)) return number
  throw new SpmError(
    'argument',
    `${name} is ${JSON.stringify(value)}; it must be a ${param.whole === true ? 'whole ' : ''}number${param.minimum === undefined ? '' : ` of ${param.minimum} or more`}.`,
  )
}

const readChoice = (name: string, param: ChoiceParam, value: unknown): string => {
  if (!isGiven(value)) return param.default
  const found = param.values.find((each) => each === String(value).trim().toLowerCase())
  if (found !== undefined) return found
  throw new SpmError('argument', `${name} is "${String(value)}"; it can be ${param.values.join(' or ')}.`)
}

export const readFlag = (name: string, param: FlagParam, value: unknown): boolean => {
  if (!isGiven(value)) return param.default
  const word = String(value).trim().toLowerCase()
  if (['true', 'yes', '1'].includes(word)) return true
  if (['false', 'no', '0'].includes(word)) return false
  throw new SpmError('argument', `${name} is "${String(value)}"; it can be TRUE or FALSE.`)
}

export const readDay = (name: string, value: unknown): Day | null => {
  if (!isGiven(value)) return null
  const day = typeof value === 'number' ? value : readDateText(String(value), 'dmy')
  if (day !== null && Number.isFinite(day)) return Math.floor(day)
  throw new SpmError('argument', `${name} is "${String(value)}"; write a date, such as 2026-03-31.`)
}

/** A text as it is; the cells of a range with semicolons between them, so that a name may hold a comma. */
const readText = (name: string, value: unknown): string | null => {
  if (!Array.isArray(value)) return isGiven(value) ? String(value).trim() : null
  const cells: readonly unknown[] = value.flat()
  const fault = cells.find(isFault)
  if (fault !== undefined) throw new SpmError('argument', `${name} has ${fault.fault} in it; correct that cell first.`)
  return cells.some(isGiven) ? cells.map((cell) => (isGiven(cell) ? String(cell).trim() : '')).join(';') : null
}

const readPeriodArg = (param: PeriodParam, value: unknown, data: Dataset): Period | null => {
  const ends = Array.isArray(value) ? value.flat().filter(isGiven) : []
  if (ends.length === 2) {
    const [start, end] = [readDay('period', ends[0]), readDay('period', ends[1])]
    if (start !== null && end !== null && start <= end)
      return { start, end, label: `${isoDay(start)} to ${isoDay(end)}` }
    throw new SpmError('argument', 'period: the two cells must hold a first day and a last day that is not before it.')
  }
  const text = isGiven(single(value)) ? String(single(value)) : param.default
  return text === null ? null : readPeriod(text, data.calendar)
}

/** One argument as `compute` wants it; `by` stays text until the table is known. */
export const readArg = (
  name: string,
  param: Exclude<Param, { readonly type: 'table' }>,
  given: unknown,
  data: Dataset,
): unknown => {
  const value = single(given)
  if (isFault(value)) throw new SpmError('argument', `${name} is ${value.fault}; correct that cell first.`)
  switch (param.type) {
    case 'number':
      return readNumber(name, param, value, data)
    case 'choice':
      return readChoice(name, param, value)
    case 'flag':
      return readFlag(name, param, value)
    case 'text':
      return readText(name, value)
    case 'day':
      return readDay(name, value)
    case 'period':
      return readPeriodArg(param, given, data)
    case 'asOf':
      return data.asOf
    case 'by':
      return readBy(param, value)
  }
}

const readBy = (param: ByParam, value: unknown): string | null => (isGiven(value) ? String(value) : param.default)
