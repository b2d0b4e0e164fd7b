import type { Texts } from './columns.ts'
import { nameKey } from './people.ts'

export interface AccountColumns {
  readonly account_id: Texts | null
  readonly account: Texts | null
}

/** The customers of a table by number. */
export interface AccountNumbers {
  /** One more than the highest number. */
  readonly size: number
  /** 0 where a row names no customer. */
  readonly of: Uint32Array
}

const none = ['']

/** The ID that stands beside each name, by the name's key; further numbers for names that never have one. */
const numberNames = (
  ids: Uint32Array,
  names: Uint32Array,
  keys: readonly string[],
  firstFree: number,
): ReadonlyMap<string, number> => {
  const byName = new Map<string, number>()
  ids.forEach((id, row) => {
    const name = keys[names[row] ?? 0] ?? ''
    if (id > 0 && name !== '' && !byName.has(name)) byName.set(name, id)
  })
  let next = firstFree
  for (const name of keys) if (name !== '' && !byName.has(name)) byName.set(name, next++)
  return byName
}

/**
 * One number for each customer: by ID where the row has one, else by name whatever its spelling. A name that stands
 * beside an ID in any row is that customer.
 */
export const numberAccounts = ({ account_id, account }: AccountColumns, rows: number): AccountNumbers => {
  const ids = account_id?.codes ?? new Uint32Array(rows)
  const names = account?.codes ?? new Uint32Array(rows)
  const keys = (account?.labels ?? none).map(nameKey)
  const firstFree = (account_id?.labels ?? none).length
  const byName = numberNames(ids, names, keys, firstFree)
  const ofName = Uint32Array.from(keys, (name) => byName.get(name) ?? 0)
  return {
    size: firstFree + byName.size,
    of: ids.map((id, row) => (id > 0 ? id : (ofName[names[row] ?? 0] ?? 0))),
  }
}
