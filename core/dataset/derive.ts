import { Flags, Numbers, Statuses, Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import { nameKey } from './people.ts'
import { currenciesOf, readValues, type MoneyColumns } from './money.ts'
import type { AnyColumn } from './schema.ts'
import { readStatuses } from './status.ts'
import { readTargetPeriods } from './target-periods.ts'
import type { TableName } from './tables/index.ts'
import type { Table } from './table.ts'

const texts = (column: AnyColumn | null): Texts | null => (column instanceof Texts ? column : null)
const numbers = (column: AnyColumn | null): Numbers | null => (column instanceof Numbers ? column : null)
const flags = (column: AnyColumn | null): Flags | null => (column instanceof Flags ? column : null)

/** A column as metrics see it: read from the range, or worked out from others. */
export const deriveColumn = (data: Dataset, name: TableName, field: string): AnyColumn | null => {
  const table = data.table(name)
  if (table === null) return null
  switch (field) {
    case 'status':
      return table.schema.fields['status'] === undefined ? table.read(field) : statuses(data, table)
    case 'value':
      return table.schema.fields['value']?.kind === 'value' ? values(data, name, table) : table.read(field)
    case 'closing':
      return closing(data, name, table)
    case 'owner':
      return texts(table.read('owner'))?.relabel((label) => data.people.resolve(label)) ?? null
    case 'team':
    case 'region':
      return table.has(field) || !data.people.known ? table.read(field) : throughPeople(data, name, field)
    case 'start':
    case 'end':
      return name === 'targets' ? targetDay(data, table, field) : table.read(field)
    case 'probability':
      return probabilities(data, table)
    case 'forecast_category':
      return texts(table.read(field))?.relabel(categoryOf) ?? null
    default:
      return table.read(field)
  }
}

const categories: Readonly<Record<string, string>> = {
  commit: 'commit',
  committed: 'commit',
  sure: 'commit',
  bestcase: 'best',
  best: 'best',
  upside: 'best',
  mostlikely: 'best',
  pipeline: 'pipeline',
  open: 'pipeline',
  omitted: 'omitted',
  notforecasted: 'omitted',
  omit: 'omitted',
  closed: 'closed',
  closedwon: 'closed',
  won: 'closed',
  lost: 'closed',
}

const categoryOf = (label: string): string => categories[headerKey(label)] ?? label.toLowerCase()

/** The type of each stage in the Stages table, by name and former names. */
const stageTypes = (data: Dataset): ReadonlyMap<string, string> => {
  const [stage, type, alias] = [
    data.column('stages', 'stage'),
    data.column('stages', 'type'),
    data.column('stages', 'alias'),
  ]
  const types = new Map<string, string>()
  if (stage === null || type === null) return types
  for (let row = 0; row < stage.length; row++)
    for (const name of [stage.at(row), ...(alias?.at(row) ?? '').split(';')])
      if (name.trim() !== '') types.set(headerKey(name), type.at(row))
  return types
}

const statuses = (data: Dataset, table: Table): Statuses =>
  readStatuses({
    rows: table.rows,
    status: texts(table.read('status_text')),
    isClosed: flags(table.read('is_closed')),
    isWon: flags(table.read('is_won')),
    isLost: flags(table.read('is_lost')),
    active: flags(table.read('active')),
    stage: texts(table.read('stage')),
    stageTypes: stageTypes(data),
  })

const moneyColumns = (data: Dataset, name: TableName, table: Table): MoneyColumns => ({
  table: table.name,
  amount: numbers(table.read('amount')),
  actual: numbers(table.read('actual_amount')),
  base: numbers(table.read('amount_base')),
  currency: texts(table.read('currency')),
  written: table.currencies('amount'),
  status: name === 'deals' ? data.column('deals', 'status') : null,
})

const values = (data: Dataset, name: TableName, table: Table): Numbers | null =>
  readValues(moneyColumns(data, name, table), data.settings.base_currency.toUpperCase())

/** The ISO code that money is in; empty where the data does not say. */
export const currencyOf = (data: Dataset): string => {
  if (data.settings.base_currency !== '') return data.settings.base_currency.toUpperCase()
  const table = data.table('deals')
  if (table === null || table.read('amount') === null) return ''
  return currenciesOf(moneyColumns(data, 'deals', table))[0] ?? ''
}

/** Closed at, else close date, of a closed deal; close date of an open one. A day, without the time. */
const closing = (data: Dataset, name: TableName, table: Table): Numbers | null => {
  const day = (field: string): Numbers | null => numbers(table.read(field))
  const [due, at, won, lost] = [day('close_date'), day('closed_at'), day('won_time'), day('lost_time')]
  const status = name === 'deals' ? data.column('deals', 'status') : null
  if (due === null && at === null && won === null && lost === null) return null
  const result = new Float64Array(table.rows)
  for (let row = 0; row < table.rows; row++) {
    const own = status?.isWon(row) === true ? won : status?.isLost(row) === true ? lost : null
    const closed = status?.isClosed(row) === true ? (own?.at(row) ?? NaN) : NaN
    const stamped = status?.isClosed(row) === true && Number.isNaN(closed) ? (at?.at(row) ?? NaN) : closed
    result[row] = Math.floor(Number.isNaN(stamped) ? (due?.at(row) ?? NaN) : stamped)
  }
  return new Numbers(result)
}

/** Shares from 0 to 1; what lies outside is cut to the nearer end and reported. */
const probabilities = (data: Dataset, table: Table): Numbers | null => {
  const stated = numbers(table.read('probability'))
  if (stated === null) return null
  let count = 0
  let first = -1
  const clipped = stated.values.map((value, row) => {
    if (!(value < 0 || value > 1)) return value
    if (count++ === 0) first = row
    return value < 0 ? 0 : 1
  })
  if (count > 0) {
    const row = table.sheetRow(first)
    const column = table.header('probability')
    data.note({
      level: 'warn',
      code: 'probability-range',
      table: table.name,
      column,
      row,
      count,
      text: `"${table.name}", row ${row}, column "${column}": a probability outside 0 to 100% counts as the nearer end${count > 1 ? ` (${count} rows)` : ''}. Correct it in the source.`,
    })
  }
  return new Numbers(clipped)
}

const throughPeople = (data: Dataset, name: TableName, field: 'team' | 'region'): Texts | null => {
  const owner = texts(data.anyColumn(name, 'owner'))
  const of = field === 'team' ? data.people.teamOf : data.people.regionOf
  return owner?.relabel((label) => of(label)) ?? null
}

const targetDay = (data: Dataset, table: Table, field: 'start' | 'end'): Numbers | null => {
  const period = texts(table.read('period'))
  if (period === null) return null
  const read = readTargetPeriods(period, texts(table.read('grain')), data.calendar)
  if (read.unreadable !== null) {
    const { text, count } = read.unreadable
    const row = table.sheetRow(read.unreadable.row)
    const column = table.header('period')
    data.note({
      level: 'warn',
      code: 'target-period',
      table: table.name,
      column,
      row,
      count,
      text: `"${table.name}", row ${row}, column "${column}": "${text}" is no period${count > 1 ? ` (and ${count - 1} more)` : ''}; the target counts nowhere. Write 2026, 2026-Q2, 2026-03 or a date.`,
    })
  }
  return read[field]
}

/** Whether two spellings name the same person or team. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)
