import { invalidArgument } from './host-error.ts'
import { HostObject, type Argument } from './host-object.ts'
import type { Json } from './protocol.ts'

/** Readers of arguments: what has the wrong form is the client's mistake, as Excel would say. */

export const isBlankArgument = (given: Argument | undefined): given is null | undefined => given == null

export const text = (given: Argument | undefined, location: string): string => {
  if (typeof given !== 'string') throw invalidArgument(location)
  return given
}

export const whole = (given: Argument | undefined, location: string): number => {
  if (typeof given !== 'number' || !Number.isInteger(given)) throw invalidArgument(location)
  return given
}

export const flag = (given: Argument | undefined, location: string): boolean => {
  if (typeof given !== 'boolean') throw invalidArgument(location)
  return given
}

export const number = (given: Argument | undefined, location: string): number => {
  if (typeof given !== 'number' || !Number.isFinite(given)) throw invalidArgument(location)
  return given
}

/** One of these words, as Excel spells them. */
export const oneOf = <W extends string>(given: Argument | undefined, words: readonly W[], location: string): W => {
  const word = words.find((each) => each === given)
  if (word === undefined) throw invalidArgument(location, `${JSON.stringify(given)} is none of ${words.join(', ')}.`)
  return word
}

export type JsonRecord = Readonly<Record<string, Json | undefined>>

export const isRecord = (given: unknown): given is JsonRecord =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && !(given instanceof HostObject)

export const record = (given: Argument | undefined, location: string): JsonRecord => {
  if (!isRecord(given)) throw invalidArgument(location)
  return given
}

const hex = /^#[0-9A-Fa-f]{6}$/

/** `#1F3A5F` as `1F3A5F`. */
export const colour = (given: Argument | undefined, location: string): string => {
  const word = text(given, location)
  if (!hex.test(word)) throw invalidArgument(location, `${JSON.stringify(word)} is no colour such as #1F3A5F.`)
  return word.slice(1).toUpperCase()
}

export const shownColour = (value: string): string => `#${value}`
