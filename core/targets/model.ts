import { isSegmentKey, type ModelKey, type ParameterKey, type SegmentKey } from './parameters.ts'

/** One segment: region × product × customer type × motion. NaN is not given. */
export interface Segment {
  readonly name: string
  readonly values: Readonly<Record<SegmentKey, number>>
}

/** The inputs of the breakdown. NaN is not given; what needs it then has no answer. */
export interface Model {
  readonly values: Readonly<Record<ModelKey, number>>
  readonly segments: readonly Segment[]
}

/** One input: of the whole model, or of one segment; `null` is every segment. */
export interface Place {
  readonly key: ParameterKey
  readonly segment: string | null
}

/** The value of an input; of all segments together where they are the same, else that of the first. */
export const valueAt = ({ values, segments }: Model, { key, segment }: Place): number => {
  if (!isSegmentKey(key)) return values[key]
  const found = segments.find(({ name }) => segment === null || name === segment)
  return found?.values[key] ?? NaN
}

/** The model with one input changed; the others stay as they are. */
export const withValue = (model: Model, { key, segment }: Place, value: number): Model => {
  if (!isSegmentKey(key)) return { ...model, values: { ...model.values, [key]: value } }
  return {
    ...model,
    segments: model.segments.map((each) =>
      segment === null || each.name === segment ? { ...each, values: { ...each.values, [key]: value } } : each,
    ),
  }
}

/** The model with one input made larger by a factor, in every segment in which it is. */
export const scaled = (model: Model, { key, segment }: Place, factor: number): Model => {
  if (!isSegmentKey(key)) return withValue(model, { key, segment }, model.values[key] * factor)
  return {
    ...model,
    segments: model.segments.map((each) =>
      segment === null || each.name === segment
        ? { ...each, values: { ...each.values, [key]: each.values[key] * factor } }
        : each,
    ),
  }
}
