import { numbered } from './codes.ts'
import { Texts } from './columns.ts'
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

const blanks = (rows: number): Texts => new Texts(new Uint8Array(rows), [''])

/** The ID that stands beside each name, by the name's key; further numbers for names that never have one. */
const numberNames = (
  ids: Texts,
  names: Texts,
  keys: readonly string[],
  firstFree: number,
): ReadonlyMap<string, number> => {
  const byName = new Map<string, number>()
  for (let row = 0; row < ids.length; row++) {
    const [id, name] = [ids.code(row), keys[names.code(row)] ?? '']
    if (id > 0 && name !== '' && !byName.has(name)) byName.set(name, id)
  }
  let next = firstFree
  for (const name of keys) if (name !== '' && !byName.has(name)) byName.set(name, next++)
  return byName
}

/**
 * One number for each customer: by ID where the row has one, else by name whatever its spelling. A name that stands
 * beside an ID in any row is that customer.
 */
export const numberAccounts = ({ account_id, account }: AccountColumns, rows: number): AccountNumbers => {
  const [ids, names] = [account_id ?? blanks(rows), account ?? blanks(rows)]
  const keys = names.labels.map(nameKey)
  const firstFree = ids.labels.length
  const byName = numberNames(ids, names, keys, firstFree)
  const ofName = Uint32Array.from(keys, (name) => byName.get(name) ?? 0)
  const of = numbered(names.codes, ofName)
  for (let row = 0; row < rows; row++) if (!ids.isBlank(row)) of[row] = ids.code(row)
  return { size: firstFree + byName.size, of }
}
