import { Numbers, type Texts } from './columns.ts'
import type { AnyColumn, Kind } from './schema.ts'

/** Which rows become one: the first row of each deal, and for every row the number of its deal. */
export interface Lines {
  readonly first: Uint32Array
  readonly into: Uint32Array
}

/**
 * Rows that share a deal ID are lines of one deal (within one group, where the answer is split by something that
 * differs between the lines). `null` where every deal has one row. Rows without an ID stand for themselves.
 */
export const findLines = (ids: Texts, groups: Uint32Array | null): Lines | null => {
  const filled = ids.codes.reduce((count, code) => count + (code === 0 ? 0 : 1), 0)
  if (filled <= ids.labels.length - 1) return null
  const seen = new Map<number, number>()
  const first = new Uint32Array(ids.length)
  const into = new Uint32Array(ids.length)
  let deals = 0
  for (let row = 0; row < ids.length; row++) {
    const id = ids.code(row)
    const key = id * 1_000_003 + (groups?.[row] ?? 0)
    const known = id === 0 ? undefined : seen.get(key)
    if (known === undefined) {
      if (id !== 0) seen.set(key, deals)
      into[row] = deals
      first[deals++] = row
    } else into[row] = known
  }
  return deals === ids.length ? null : { first: first.slice(0, deals), into }
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
