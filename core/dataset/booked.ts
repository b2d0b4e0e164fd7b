import { Numbers, Statuses, Texts, statusNames } from './columns.ts'
import type { Credits } from './credits.ts'
import type { ColumnFor, Dataset } from './dataset.ts'
import { codesIn } from './join-codes.ts'
import type { LockedWin, LockedWins } from './locked-wins.ts'
import { isMoney, type AnyColumn } from './schema.ts'
import { kindOf, type FieldName, type TableName } from './tables/index.ts'

/** One line of the books beside the opportunities: a locked win, or what takes it off again. */
interface Entry {
  /** The row of Opportunities that it is made of. */
  readonly row: number
  /** The deal's key with which entry it is: lines of one entry are one. */
  readonly id: string
  readonly win: LockedWin
  /** 1 for the win, -1 for the correction. */
  readonly sign: 1 | -1
}

const wonCode = statusNames.indexOf('won')

/** For each deal and person with credit for it the first row, and what its rows add up to. */
const entriesOf = (data: Dataset, ids: Texts, wins: LockedWins['byDeal']): readonly Entry[] => {
  const dealIds = data.whole.byDeal().column('deals', 'deal_id')
  const codes = dealIds === null ? null : codesIn(dealIds, ids)
  const entries: Entry[] = []
  const seen = new Set<string>()
  for (let row = 0; row < ids.length; row++) {
    const own = wins.get(codes?.[ids.code(row)] ?? -1)
    const key = `${ids.code(row)} ${data.credits?.person.code(row) ?? ''}`
    if (own === undefined || seen.has(key)) continue
    seen.add(key)
    own.forEach((win, i) => {
      const name = `${ids.at(row)} (${i === 0 ? '' : `${i + 1}, `}`
      entries.push({ row, id: `${name}locked)`, win, sign: 1 }, { row, id: `${name}reopened)`, win, sign: -1 })
    })
  }
  return entries
}

const withNumbers = (column: Numbers, entries: readonly Entry[], of: (entry: Entry) => number): Numbers => {
  const values = new Float64Array(column.length + entries.length)
  values.set(column.values)
  entries.forEach((entry, i) => (values[column.length + i] = of(entry)))
  return new Numbers(values)
}

const withIds = (ids: Texts, entries: readonly Entry[]): Texts => {
  const codes = new Uint32Array(ids.length + entries.length)
  codes.set(ids.codes)
  entries.forEach((_, i) => (codes[ids.length + i] = ids.labels.length + i))
  return new Texts(codes, [...ids.labels, ...entries.map(({ id }) => id)]).relabel((label) => label)
}

const withStatuses = (status: Statuses, entries: readonly Entry[]): Statuses => {
  const codes = new Uint8Array(status.length + entries.length).fill(wonCode)
  codes.set(status.codes)
  return new Statuses(codes)
}

/** What the rows of one deal, or of one person's credit for it, are worth together. */
const worthNow = (data: Dataset, ids: Texts, value: Numbers, { row }: Entry): number => {
  const person = data.credits?.person
  let sum = 0
  for (let other = 0; other < ids.length; other++)
    if (ids.code(other) === ids.code(row) && person?.code(other) === person?.code(row)) sum += value.at(other) || 0
  return sum
}

const creditsOf = (data: Dataset, entries: readonly Entry[], rows: Uint32Array): Credits => {
  const { credits } = data
  const within = data.rowsWithin('deals')
  const share = Float64Array.from(rows, (row) => credits?.share[row] ?? 1)
  entries.forEach(({ sign }, i) => {
    const at = rows.length - entries.length + i
    share[at] = (share[at] ?? 1) * sign
  })
  const people =
    credits?.person ?? data.column('deals', 'owner') ?? new Texts(new Uint32Array(data.rows('deals')), [''])
  return {
    rows: rows.map((row) => credits?.rows[row] ?? within?.[row] ?? row),
    share,
    person: people.pick(rows),
    isOver: credits?.isOver ?? false,
  }
}

/**
 * The same tables with opportunities as the books have them: a deal that was won in a locked period and reopened since
 * has a row more that is won on the day it was, and one that takes it off on the day it was reopened. The same tables
 * where there is no such deal.
 */
export const bookedOf = (data: Dataset, { byDeal }: LockedWins): Dataset => {
  const ids = data.column('deals', 'deal_id')
  const entries = ids === null || byDeal.size === 0 ? [] : entriesOf(data, ids, byDeal)
  if (ids === null || entries.length === 0) return data
  const own = data.rows('deals')
  const rows = Uint32Array.from({ length: own + entries.length }, (_, i) =>
    i < own ? i : (entries[i - own]?.row ?? 0),
  )
  const valueOf =
    (value: Numbers) =>
    (entry: Entry): number => {
      const share = data.credits?.share[entry.row] ?? 1
      const worth = Number.isNaN(entry.win.value) ? worthNow(data, ids, value, entry) : entry.win.value * share
      return worth * entry.sign
    }
  const read = (field: string): AnyColumn | null => {
    const column = data.anyColumn('deals', field)
    if (field === 'deal_id') return withIds(ids, entries)
    if (column instanceof Statuses) return withStatuses(column, entries)
    if (!(column instanceof Numbers)) return column?.pick(rows) ?? null
    if (field === 'closing')
      return withNumbers(column, entries, ({ win, sign }) => (sign > 0 ? win.closing : win.reopened))
    if (field === 'value') return withNumbers(column, entries, valueOf(column))
    if (isMoney(kindOf('deals', field))) return withNumbers(column, entries, ({ row, sign }) => column.at(row) * sign)
    return column.pick(rows)
  }
  const columns = new Map<string, AnyColumn | null>()
  const booked: Dataset = {
    ...data,
    get whole() {
      return data.whole
    },
    credits: creditsOf(data, entries, rows),
    rows: (name) => (name === 'deals' ? rows.length : data.rows(name)),
    column: <N extends TableName, F extends FieldName<N>>(name: N, field: F) =>
      booked.anyColumn(name, field) as ColumnFor<N, F> | null,
    anyColumn: (name, field) => {
      if (name !== 'deals') return data.anyColumn(name, field)
      const known = columns.get(field)
      if (known !== undefined) return known
      const column = read(field)
      columns.set(field, column)
      return column
    },
    sheetRow: (name, row) => data.sheetRow(name, name === 'deals' ? (rows[row] ?? row) : row),
  }
  return booked
}
