import { modelParameters } from './model-parameters.ts'
import type { Parameter } from './parameter.ts'
import { segmentParameters } from './segment-parameters.ts'

export type ModelKey = (typeof modelParameters)[number]['key']
export type SegmentKey = (typeof segmentParameters)[number]['key']
export type ParameterKey = ModelKey | SegmentKey

export const parameters: readonly (Parameter & { readonly key: ParameterKey })[] = [
  ...modelParameters,
  ...segmentParameters,
]

/** The parameter that a word names, whatever its case, spaces and hyphens; `null` where there is none. */
export const parameterKey = (word: string): ParameterKey | null => {
  const key = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return parameters.find((parameter) => parameter.key === key)?.key ?? null
}

export const isSegmentKey = (key: string): key is SegmentKey => segmentParameters.some((each) => each.key === key)

export const parameterOf = (key: ParameterKey): Parameter => {
  const found = parameters.find((parameter) => parameter.key === key)
  if (found === undefined) throw new Error(`no parameter ${key}`)
  return found
}
