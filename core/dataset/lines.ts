import { Numbers, type Texts } from './columns.ts'
import { isMoney, type AnyColumn, type Kind } from './schema.ts'

/** Which rows become one: the first row of each deal, and for every row the number of its deal. */
export interface Lines {
  readonly first: Uint32Array
  readonly into: Uint32Array
}

const never = 0
const once = 1
const repeatedly = 2

/** How often each ID stands in a row, by its code; `null` where no ID stands in two. */
const occurrences = ({ codes, labels }: Texts): Uint8Array | null => {
  const times = new Uint8Array(labels.length)
  let isRepeated = false
  for (const code of codes) {
    if (code === 0) continue
    if (times[code] !== never) isRepeated = true
    times[code] = times[code] === never ? once : repeatedly
  }
  return isRepeated ? times : null
}

/** The deal of each ID, or of each ID within a group; -1 where there is none yet. */
interface DealBook {
  of(row: number): number
  enter(row: number, deal: number): void
}

const bookById = (ids: Texts): DealBook => {
  const deals = new Int32Array(ids.labels.length).fill(-1)
  return {
    of: (row) => deals[ids.code(row)] as number,
    enter: (row, deal) => void (deals[ids.code(row)] = deal),
  }
}

const bookByGroup = (ids: Texts, groups: Uint32Array): DealBook => {
  const deals = new Map<number, number>()
  const width = groups.reduce((most, group) => Math.max(most, group), 0) + 1
  const pairOf = (row: number): number => ids.code(row) * width + (groups[row] as number)
  return {
    of: (row) => deals.get(pairOf(row)) ?? -1,
    enter: (row, deal) => void deals.set(pairOf(row), deal),
  }
}

const find = (ids: Texts, groups: Uint32Array | null): Lines | null => {
  const times = occurrences(ids)
  if (times === null) return null
  const book = groups === null ? bookById(ids) : bookByGroup(ids, groups)
  const first = new Uint32Array(ids.length)
  const into = new Uint32Array(ids.length)
  let deals = 0
  for (let row = 0; row < into.length; row++) {
    const isLine = times[ids.code(row)] === repeatedly
    const known = isLine ? book.of(row) : -1
    into[row] = known < 0 ? deals : known
    if (known >= 0) continue
    if (isLine) book.enter(row, deals)
    first[deals++] = row
  }
  return deals === ids.length ? null : { first: first.slice(0, deals), into }
}

const found = new WeakMap<Texts, Lines | null>()

/**
 * Rows that share a deal ID are lines of one deal (within one group, where the answer is split by something that
 * differs between the lines). `null` where every deal has one row. Rows without an ID stand for themselves. The lines
 * of a column without groups are found once.
 */
export const findLines = (ids: Texts, groups: Uint32Array | null): Lines | null => {
  if (groups !== null) return find(ids, groups)
  const known = found.get(ids)
  if (known !== undefined) return known
  const lines = find(ids, null)
  found.set(ids, lines)
  return lines
}

const addUp = (column: Numbers, { first, into }: Lines): Numbers => {
  const sums = new Float64Array(first.length).fill(NaN)
  for (let row = 0; row < column.length; row++) {
    if (column.isBlank(row)) continue
    const deal = into[row] as number
    const before = sums[deal] as number
    sums[deal] = Number.isNaN(before) ? column.at(row) : before + column.at(row)
  }
  return new Numbers(sums)
}

/** Money and quantities add up; anything else is what the first line says. */
export const mergeLines = (column: AnyColumn, kind: Kind, lines: Lines): AnyColumn =>
  column instanceof Numbers && isMoney(kind) ? addUp(column, lines) : column.pick(lines.first)
