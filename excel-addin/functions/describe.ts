import type { Metric } from '#core/metrics/define'
import { parametersOf } from '#core/metrics/parameters'
import { placesOf, takesRange, type Place } from './places.ts'

/** Excel shows no more of a sentence about a function or an argument. */
export const longestDescription = 255

/** The longest run of whole sentences that Excel shows. */
const fitting = (text: string): string => {
  const sentences = text.match(/[^.]+(?:\.(?!\s|$)[^.]*)*\.?\s*/g) ?? []
  let kept = ''
  for (const sentence of sentences) {
    if ((kept + sentence).trim().length > longestDescription) break
    kept += sentence
  }
  return kept.trim()
}

interface EnumValue {
  readonly name: string
  readonly stringValue: string
  readonly tooltip: string
}

/** Words that an argument can be; Excel offers them while a formula is typed. */
export interface FunctionEnum {
  readonly id: string
  readonly type: 'string'
  readonly values: readonly EnumValue[]
}

export interface FunctionParameter {
  readonly name: string
  readonly description: string
  readonly type: 'any' | 'string'
  readonly dimensionality: 'scalar' | 'matrix'
  readonly optional: true
  readonly customEnumId?: string
}

export interface FunctionDescription {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly helpUrl: string
  readonly parameters: readonly FunctionParameter[]
  readonly result: { readonly type: 'any'; readonly dimensionality: 'matrix' }
  readonly options: { readonly stream: true; readonly requiresStreamParameterAddresses: true }
}

/** `functions.json`, from which Excel learns which functions there are before any code runs. */
export interface FunctionsFile {
  /** Results may hold formatted dates and percents, where this Excel knows them. */
  readonly allowCustomDataForDataTypeAny: true
  /** Cells with errors reach the function, so that it can say which. */
  readonly allowErrorForDataTypeAny: true
  readonly functions: readonly FunctionDescription[]
  readonly enums: readonly FunctionEnum[]
}

/** `MODE_LIST_COUNT_VALUE`: functions with the same choices share them. */
const enumId = (name: string, values: readonly string[]): string => [name, ...values].join('_').toUpperCase()

const enumOf = (place: Place): FunctionEnum | null => {
  if (place.is !== 'value' || place.param.type !== 'choice') return null
  const { values, default: fallback } = place.param
  const tooltip = (value: string): string => (value === fallback ? 'Counts where nothing is given.' : '')
  return {
    id: enumId(place.name, values),
    type: 'string',
    values: values.map((value) => ({ name: value, stringValue: value, tooltip: tooltip(value) })),
  }
}

const aboutSettings = 'The range of a tab SPM Settings: settings and mappings. Left out: that of the workbook.'

const parametersFor = (metric: Metric): readonly FunctionParameter[] => {
  const facts = parametersOf(metric)
  return placesOf(metric).map((place, i) => {
    const fact = facts[i]
    const choices = enumOf(place)
    return {
      name: place.name,
      description:
        place.is === 'settings' ? aboutSettings : fitting(`${fact?.about ?? ''} Left out: ${fact?.leftOut ?? ''}.`),
      type: choices === null ? 'any' : 'string',
      dimensionality: takesRange(place) ? 'matrix' : 'scalar',
      optional: true,
      ...(choices !== null && { customEnumId: choices.id }),
    }
  })
}

/** Where a function is explained: one page, an anchor for each. */
const helpUrl = (base: string, { name }: Metric): string => `${base}help/functions.html#${name}`

const describeFunction = (metric: Metric, base: string): FunctionDescription => ({
  id: metric.name,
  name: metric.name,
  description: fitting(`${metric.title}. ${metric.about}`),
  helpUrl: helpUrl(base, metric),
  parameters: parametersFor(metric),
  result: { type: 'any', dimensionality: 'matrix' },
  options: { stream: true, requiresStreamParameterAddresses: true },
})

const enumsOf = (metrics: readonly Metric[]): readonly FunctionEnum[] => {
  const byId = new Map<string, FunctionEnum>()
  for (const metric of metrics)
    for (const place of placesOf(metric)) {
      const found = enumOf(place)
      if (found !== null && !byId.has(found.id)) byId.set(found.id, found)
    }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Describes every metric as a function; `base` is the address of the hosted folder, with a slash at its end. */
export const describeFunctions = (metrics: readonly Metric[], base: string): FunctionsFile => ({
  allowCustomDataForDataTypeAny: true,
  allowErrorForDataTypeAny: true,
  functions: metrics.map((metric) => describeFunction(metric, base)),
  enums: enumsOf(metrics),
})
