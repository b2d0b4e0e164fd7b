import { join } from 'node:path'
import { dayIfValid, isoDay, type Day } from '#core/cells/day'
import { fail } from '#core/errors'
import { readTables } from '#local/files/read'

/** One record of a file, by the heading of the column. */
type Record = ReadonlyMap<string, string>

/** The lines of one order by one salesperson. */
export interface Order {
  readonly id: string
  readonly owner: string
  readonly region: string
  readonly day: Day
  /** USD cents. */
  readonly amount: number
  readonly cost: number
}

export interface Salesperson {
  readonly name: string
  readonly email: string
  readonly key: string
  readonly employeeId: string
  readonly title: string
}

export interface SalesTarget {
  readonly owner: string
  readonly month: Day
  /** USD. */
  readonly value: number
}

export interface AdventureWorks {
  readonly orders: readonly Order[]
  readonly people: readonly Salesperson[]
  readonly targets: readonly SalesTarget[]
}

/** The last day with sales. */
export const lastSale: Day = dayIfValid(2020, 5, 31) ?? 0

const recordsOf = async (folder: string, file: string): Promise<readonly Record[]> => {
  const [table] = await readTables(join(folder, file), { inThread: true })
  const [headers = [], ...rows] = table?.grid ?? []
  return rows.map((row) => new Map(headers.map((header, i) => [String(header), String(row[i] ?? '')])))
}

const field = (record: Record, name: string): string =>
  record.get(name) ?? fail('missing-column', `The AdventureWorks files have no column ${name}: copy them anew.`)

const dayIn = (record: Record, name: string): Day => {
  const [year = NaN, month = NaN, day = NaN] = field(record, name).split('/').map(Number)
  return (
    dayIfValid(year, month, day) ?? fail('unreadable', `${name} is no day in AdventureWorks: ${field(record, name)}.`)
  )
}

const amountIn = (record: Record, name: string): number => {
  const amount = Number(field(record, name))
  return Number.isFinite(amount)
    ? amount
    : fail('unreadable', `${name} is no amount in AdventureWorks: ${field(record, name)}.`)
}

const cents = (amount: number): number => Math.round(amount * 100)

/** Looks a key up and gives the value; an unknown key stops the run. */
const lookUp = (names: ReadonlyMap<string, string>, key: string, what: string): string =>
  names.get(key) ??
  fail('unreadable', `AdventureWorks names the ${what} ${key}, which is in no other file: copy the files anew.`)

const namesBy = (records: readonly Record[], key: string, name: string): ReadonlyMap<string, string> =>
  new Map(records.map((record) => [field(record, key), field(record, name)]))

interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly regions: ReadonlyMap<string, string>
}

const ordersFrom = (sales: readonly Record[], names: Names): readonly Order[] => {
  const orders = new Map<string, Order>()
  for (const line of sales) {
    const id = field(line, 'SalesOrderNumber')
    const owner = lookUp(names.people, field(line, 'EmployeeKey'), 'employee')
    const key = `${id} ${owner}`
    const before = orders.get(key)
    orders.set(key, {
      id,
      owner,
      day: before?.day ?? dayIn(line, 'OrderDate'),
      region: before?.region ?? lookUp(names.regions, field(line, 'SalesTerritoryKey'), 'territory'),
      amount: (before?.amount ?? 0) + cents(amountIn(line, 'Sales')),
      cost: (before?.cost ?? 0) + cents(amountIn(line, 'Cost')),
    })
  }
  return [...orders.values()].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
}

const personOf = (record: Record): Salesperson => ({
  name: field(record, 'Salesperson'),
  email: field(record, 'UPN'),
  key: field(record, 'EmployeeKey'),
  employeeId: field(record, 'EmployeeID'),
  title: field(record, 'Title'),
})

const targetsFrom = (records: readonly Record[], names: ReadonlyMap<string, string>): readonly SalesTarget[] =>
  records
    .map((record) => ({
      owner: lookUp(names, field(record, 'EmployeeID'), 'employee'),
      month: dayIn(record, 'TargetMonth'),
      value: amountIn(record, 'TargetAmount'),
    }))
    .sort((a, b) => a.month - b.month)

export const monthOfTarget = ({ month }: SalesTarget): string => isoDay(month).slice(0, 7)

/** Reads the files of the folder and adds the lines of each order up. */
export const readAdventureWorks = async (folder: string): Promise<AdventureWorks> => {
  const [sales, salespeople, regions, targets] = await Promise.all(
    ['Sales.csv', 'Salesperson.csv', 'Region.csv', 'Targets.csv'].map((file) => recordsOf(folder, file)),
  )
  const people = salespeople ?? []
  return {
    people: people.map(personOf),
    orders: ordersFrom(sales ?? [], {
      people: namesBy(people, 'EmployeeKey', 'Salesperson'),
      regions: namesBy(regions ?? [], 'SalesTerritoryKey', 'Region'),
    }),
    targets: targetsFrom(targets ?? [], namesBy(people, 'EmployeeID', 'Salesperson')),
  }
}
