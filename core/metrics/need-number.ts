import { SpmError } from '../errors.ts'
import type { NumberParam } from './params.ts'

/** A number of the metric's own that may be left out. */
export const optionalNumber = (about: string, limits: Pick<NumberParam, 'minimum' | 'whole'> = {}) =>
  ({ type: 'number', default: null, about, ...limits }) as const satisfies NumberParam

/** A number without which there is no answer; `sample` says what one looks like. */
export const needNumber = (name: string, value: number | null, sample: string): number => {
  if (value !== null) return value
  throw new SpmError('argument', `${name} is missing: give a number, such as ${sample}.`)
}

/** A share of 1, as against a percentage. */
export const needShare = (name: string, value: number, upper = 1): number => {
  if (value <= upper) return value
  throw new SpmError('argument', `${name} is ${value}; write it as a share of 1, such as 0.5 for 50%.`)
}
