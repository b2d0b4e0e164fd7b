import type { Texts } from './columns.ts'

const known = new WeakMap<readonly string[], WeakMap<readonly string[], Int32Array>>()

/**
 * For every code of one column the code that the same text has in another; -1 where no row of it can have it, and for
 * the blank. Columns that share their labels, such as those of a scope, share what was worked out once.
 */
export const codesIn = (other: Texts, column: Texts): Int32Array => {
  const ofOther = known.get(other.labels) ?? new WeakMap<readonly string[], Int32Array>()
  known.set(other.labels, ofOther)
  const codes =
    ofOther.get(column.labels) ?? Int32Array.from(column.labels, (label) => (label === '' ? -1 : other.find(label)))
  ofOther.set(column.labels, codes)
  return codes
}
