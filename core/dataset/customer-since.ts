import type { Day } from '../cells/day.ts'
import type { Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { nameKey } from './people.ts'

/** The account of an activity, as far as it is named. */
export interface AccountColumns {
  readonly account_id: Texts | null
  readonly account: Texts | null
  readonly deal_id: Texts | null
}

/** Since when the accounts of one table are customers: Infinity if not at all, NaN if the table has no such account. */
interface Register {
  ofId(id: string): Day
  ofName(name: string): Day
}

/** The earliest day of each account of a column, by its key; Infinity where it has none. */
const earliest = (
  column: Texts | null,
  dayOf: (row: number) => Day,
  keyOf: (label: string) => string,
): ReadonlyMap<string, Day> => {
  const byKey = new Map<string, Day>()
  if (column === null) return byKey
  const days = new Float64Array(column.labels.length).fill(NaN)
  for (let row = 0; row < column.length; row++) {
    const [code, day] = [column.code(row), dayOf(row)]
    const before = days[code] as number
    if (Number.isNaN(before)) days[code] = Number.isNaN(day) ? Infinity : day
    else if (day < before) days[code] = day
  }
  column.labels.forEach((label, code) => {
    const day = days[code] as number
    if (code === 0 || Number.isNaN(day)) return
    byKey.set(keyOf(label), Math.min(day, byKey.get(keyOf(label)) ?? Infinity))
  })
  return byKey
}

const openRegister = (id: Texts | null, name: Texts | null, dayOf: (row: number) => Day): Register | null => {
  if (id === null && name === null) return null
  const byId = earliest(id, dayOf, (label) => label)
  const idOf = (label: string): string => id?.labels[id.find(label)] ?? label
  const byName = earliest(name, dayOf, nameKey)
  return { ofId: (label) => byId.get(idOf(label)) ?? NaN, ofName: (label) => byName.get(nameKey(label)) ?? NaN }
}

/** A customer since the first deal that was won. */
const dealsRegister = (data: Dataset): Register | null => {
  const [status, closing] = [data.column('deals', 'status'), data.column('deals', 'closing')]
  if (status === null || closing === null) return null
  return openRegister(data.column('deals', 'account_id'), data.column('deals', 'account'), (row) =>
    status.isWon(row) ? closing.at(row) : NaN,
  )
}

/** A customer since the day that Customers gives. */
const customersRegister = (data: Dataset): Register | null => {
  const since = data.column('customers', 'customer_since')
  if (since === null) return null
  return openRegister(data.column('customers', 'account_id'), data.column('customers', 'account'), (row) =>
    since.at(row),
  )
}

/** The account of each deal, by the deal's ID. */
const accountsOfDeals = (data: Dataset): ((deal: string) => { readonly id: string; readonly name: string } | null) => {
  const ids = data.column('deals', 'deal_id')
  const [accountId, account] = [data.column('deals', 'account_id'), data.column('deals', 'account')]
  if (ids === null) return () => null
  const rowOf = new Int32Array(ids.labels.length).fill(-1)
  for (let row = ids.length - 1; row >= 0; row--) rowOf[ids.code(row)] = row
  return (deal) => {
    const row = deal === '' ? -1 : (rowOf[ids.find(deal)] ?? -1)
    return row < 0 ? null : { id: accountId?.at(row) ?? '', name: account?.at(row) ?? '' }
  }
}

/** By ID where the table has it, else by name; the earliest day that any table tells. NaN where no account is named. */
const sinceOf = (registers: readonly Register[], id: string, name: string): Day => {
  if (id === '' && name === '') return NaN
  let since = Infinity
  for (const register of registers) {
    const byId = id === '' ? NaN : register.ofId(id)
    const day = Number.isNaN(byId) && name !== '' ? register.ofName(name) : byId
    if (day < since) since = day
  }
  return since
}

/** The day for the account that an activity names itself; each pair of ID and name is looked up once. */
const rememberAccounts = (
  { account_id, account }: AccountColumns,
  registers: readonly Register[],
): ((row: number) => Day) => {
  const known = new Map<number, Day>()
  const names = account?.labels.length ?? 1
  return (row) => {
    const key = (account_id?.code(row) ?? 0) * names + (account?.code(row) ?? 0)
    let since = known.get(key)
    if (since === undefined)
      known.set(key, (since = sinceOf(registers, account_id?.at(row) ?? '', account?.at(row) ?? '')))
    return since
  }
}

/**
 * The first day on which the account of an activity was a customer, by row: Infinity where it never was one, NaN where
 * neither the activity nor its deal names an account. Every won deal counts, whatever the scope. `null` where neither
 * deals with accounts nor Customers with `customer_since` are there to tell.
 */
export const readCustomerSince = (activities: AccountColumns, data: Dataset): ((row: number) => Day) | null => {
  const registers = [dealsRegister(data.whole), customersRegister(data.whole)].filter((each) => each !== null)
  if (registers.length === 0) return null
  const { deal_id } = activities
  const ofAccount = rememberAccounts(activities, registers)
  let ofDeal: ReturnType<typeof accountsOfDeals> | null = null
  return (row) => {
    const since = ofAccount(row)
    if (!Number.isNaN(since)) return since
    ofDeal ??= accountsOfDeals(data.whole)
    const linked = ofDeal(deal_id?.at(row) ?? '')
    return linked === null ? NaN : sinceOf(registers, linked.id, linked.name)
  }
}
