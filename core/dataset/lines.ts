import { Numbers, type Texts } from './columns.ts'
import type { AnyColumn, Kind } from './schema.ts'

/** Which rows become one: the first row of each deal, and for every row the number of its deal. */
export interface Lines {
  readonly first: Uint32Array
  readonly into: Uint32Array
}

const never = 0
const once = 1
const repeatedly = 2

/** How often each ID stands in a row, by its code; `null` where no ID stands in two. */
const occurrences = (ids: Texts): Uint8Array | null => {
  const times = new Uint8Array(ids.labels.length)
  let isRepeated = false
  for (const code of ids.codes) {
    if (code === 0) continue
    if (times[code] === never) times[code] = once
    else {
      times[code] = repeatedly
      isRepeated = true
    }
  }
  return isRepeated ? times : null
}

/** One number for every pair of ID and group. */
const pairsOf = (ids: Texts, groups: Uint32Array | null): ((row: number) => number) => {
  if (groups === null) return (row) => ids.code(row)
  let width = 1
  for (const group of groups) width = Math.max(width, group + 1)
  return (row) => ids.code(row) * width + (groups[row] as number)
}

/**
 * Rows that share a deal ID are lines of one deal (within one group, where the answer is split by something that
 * differs between the lines). `null` where every deal has one row. Rows without an ID stand for themselves.
 */
export const findLines = (ids: Texts, groups: Uint32Array | null): Lines | null => {
  const times = occurrences(ids)
  if (times === null) return null
  const pairOf = pairsOf(ids, groups)
  const deals = new Map<number, number>()
  const first = new Uint32Array(ids.length)
  const into = new Uint32Array(ids.length)
  let count = 0
  for (let row = 0; row < ids.length; row++) {
    const isLine = times[ids.code(row)] === repeatedly
    const deal = isLine ? deals.get(pairOf(row)) : undefined
    into[row] = deal ?? count
    if (deal !== undefined) continue
    if (isLine) deals.set(pairOf(row), count)
    first[count++] = row
  }
  return count === ids.length ? null : { first: first.slice(0, count), into }
}

/** Money and quantities add up; anything else is what the first line says. */
export const mergeLines = (column: AnyColumn, kind: Kind, { first, into }: Lines): AnyColumn => {
  if (!(column instanceof Numbers) || !(kind === 'money' || kind === 'value')) return column.pick(first)
  const sums = new Float64Array(first.length).fill(NaN)
  for (let row = 0; row < column.length; row++) {
    if (column.isBlank(row)) continue
    const deal = into[row] as number
    const before = sums[deal] as number
    sums[deal] = Number.isNaN(before) ? column.at(row) : before + column.at(row)
  }
  return new Numbers(sums)
}
