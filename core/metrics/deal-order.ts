import type { Numbers, Texts } from '../dataset/columns.ts'
import { topOf } from '../math/top.ts'

interface Ordered {
  readonly value: Numbers | null
  readonly deal_id: Texts | null
}

const ordered = ({ value, deal_id }: Ordered): ((a: number, b: number) => number) => {
  const size = (row: number): number => {
    const amount = value?.at(row) ?? NaN
    return Number.isNaN(amount) ? -Infinity : amount
  }
  const id = (row: number): string => deal_id?.at(row) ?? ''
  return (a, b) => {
    const [sizeA, sizeB] = [size(a), size(b)]
    if (sizeA !== sizeB) return sizeB > sizeA ? 1 : -1
    return id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : a - b
  }
}

/** The rows with the largest value first; blanks last, equal values by ID, so that the order never depends on the file. */
export const byValue = (rows: Uint32Array, columns: Ordered): number[] => Array.from(rows).sort(ordered(columns))

/** The first `count` of {@link byValue}, without sorting the rest. */
export const largest = (rows: Uint32Array, columns: Ordered, count: number): number[] => {
  const compare = ordered(columns)
  return topOf(rows, count, (a, b) => compare(a, b) < 0)
}
