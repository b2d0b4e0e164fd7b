import { readMonthText } from '../cells/month-text.ts'
import { categoryOf } from './category-words.ts'
import { readClosing } from './closing-day.ts'
import { Flags, Numbers, Texts, type Statuses } from './columns.ts'
import { exchangeOf, isAtPlan } from './conversion.ts'
import type { Dataset } from './dataset.ts'
import { isOfDeal, throughDeal } from './deal-of-line.ts'
import { more } from './findings.ts'
import { listedStages } from './listed-stages.ts'
import { baseOf, currenciesOf, readFactors, readValues, type MoneyColumns, type Unconverted } from './money.ts'
import { readProbabilities } from './probability.ts'
import type { AnyColumn } from './schema.ts'
import { nameStages } from './stage-column.ts'
import { readStatuses } from './status.ts'
import type { Table } from './table.ts'
import type { TableName } from './tables/index.ts'
import { readTargetPeriods } from './target-periods.ts'

const texts = (column: AnyColumn | null): Texts | null => (column instanceof Texts ? column : null)
const numbers = (column: AnyColumn | null): Numbers | null => (column instanceof Numbers ? column : null)
const flags = (column: AnyColumn | null): Flags | null => (column instanceof Flags ? column : null)

/** A table of the dataset, and one of its fields. */
interface Place {
  readonly data: Dataset
  readonly name: TableName
  readonly table: Table
  readonly field: string
}

const statusFields = ['status_text', 'is_closed', 'is_won', 'is_lost', 'active', 'stage'] as const

/** `null` where no column says what became of a deal. */
const statuses = ({ data, table }: Place): Statuses | null => {
  if (!statusFields.some((field) => table.has(field))) return null
  const listed = listedStages(data)
  return readStatuses({
    rows: table.rows,
    status: texts(table.read('status_text')),
    isClosed: flags(table.read('is_closed')),
    isWon: flags(table.read('is_won')),
    isLost: flags(table.read('is_lost')),
    active: flags(table.read('active')),
    stage: texts(table.read('stage')),
    pipeline: listed?.inPipelines === true ? texts(table.read('pipeline')) : null,
    stageType: listed?.typeOf ?? (() => null),
  })
}

/** Only deals are won or lost. */
const dealStatus = (data: Dataset, name: TableName): Statuses | null =>
  name === 'deals' ? data.column('deals', 'status') : null

const moneyColumns = (data: Dataset, name: TableName, table: Table): MoneyColumns => ({
  table: table.name,
  amount: numbers(table.read('amount')),
  actual: numbers(table.read('actual_amount')),
  base: numbers(table.read('amount_base')),
  currency: texts(table.read('currency')),
  written: table.currencies('amount'),
  status: dealStatus(data, name),
})

const noteMissingRates = ({ data, name, table }: Place, { row: first, currency, count }: Unconverted): void => {
  const [row, column] = [table.sheetRow(first), table.header('amount')]
  const what =
    currency === ''
      ? 'the amount has no currency'
      : `there is no ${isAtPlan(data) ? 'plan rate' : 'exchange rate'} of ${currency} for it`
  const advice =
    currency === ''
      ? 'Write its currency'
      : `Add a rate to FX${name === 'deals' ? ', or the amount in the base currency' : ''}`
  const text = `"${table.name}", row ${row}, column "${column}": ${what}${more(count)}, and it is left out of every value. ${advice}.`
  data.note({ level: 'warn', code: 'no-rate', table: table.name, column, row, count, text })
}

const values = (place: Place): Numbers | null => {
  const { data, name, table } = place
  const { values, missing } = readValues(moneyColumns(data, name, table), exchangeOf(data, name))
  if (missing !== null) noteMissingRates(place, missing)
  return values
}

const factors = ({ data, name, table }: Place): Numbers | null =>
  readFactors(moneyColumns(data, name, table), exchangeOf(data, name))

/**
 * The ISO code that money is in; empty where the data does not say.
 *
 * @throws SpmError `conflict` where deals are in several currencies, and no base currency is set
 */
export const currencyOf = (data: Dataset): string => {
  const set = data.settings.base_currency.toUpperCase()
  const table = data.table('deals')
  if (set !== '' || table === null || table.read('amount') === null) return set
  return baseOf(moneyColumns(data, 'deals', table), set)
}

const closing = ({ data, name, table }: Place): Numbers | null =>
  readClosing({
    rows: table.rows,
    closeDate: numbers(table.read('close_date')),
    closedAt: numbers(table.read('closed_at')),
    wonTime: numbers(table.read('won_time')),
    lostTime: numbers(table.read('lost_time')),
    status: dealStatus(data, name),
  })

/** Every currency that a table's money is in. */
export const currenciesIn = (data: Dataset, name: TableName): readonly string[] => {
  const table = data.table(name)
  return table === null || table.read('amount') === null ? [] : currenciesOf(moneyColumns(data, name, table))
}

const owners = ({ data, table, field }: Place): Texts | null =>
  texts(table.read(field))?.relabel((label) => data.people.resolve(label)) ?? null

/** As the table says, else as People says of the owner. */
const throughPeople = ({ data, name, table, field }: Place): AnyColumn | null => {
  if (table.has(field) || !data.people.known) return table.read(field)
  const of = field === 'team' ? data.people.teamOf : data.people.regionOf
  return texts(data.anyColumn(name, 'owner'))?.relabel((label) => of(label)) ?? null
}

/** The cell of the table where it is filled, else what People says of the owner. */
const teamOrOwners = (place: Place): AnyColumn | null => {
  const own = texts(place.table.read('team'))
  const [people, owner] = [place.data.people, texts(place.data.anyColumn(place.name, 'owner'))]
  if (own === null || owner === null || !people.known) return throughPeople(place)
  const labels = [...own.labels, ...owner.labels.map((label) => people.teamOf(label))]
  const joined = new Uint32Array(own.length)
  for (let row = 0; row < joined.length; row++)
    joined[row] = own.isBlank(row) ? own.labels.length + owner.code(row) : own.code(row)
  return new Texts(joined, labels).relabel((label) => label)
}

const probabilities = ({ data, table, field }: Place): Numbers | null => {
  const stated = numbers(table.read(field))
  if (stated === null) return null
  const { column: shares, cut } = readProbabilities(stated)
  if (cut === null) return shares
  const { count } = cut
  const row = table.sheetRow(cut.first)
  const column = table.header(field)
  const text = `"${table.name}", row ${row}, column "${column}": a probability outside 0 to 100% counts as the nearer end${count > 1 ? ` (${count} rows)` : ''}. Correct it in the source.`
  data.note({ level: 'warn', code: 'probability-range', table: table.name, column, row, count, text })
  return shares
}

const periodDay = ({ data, name, table }: Place, end: 'start' | 'end'): Numbers | null => {
  const period = texts(table.read('period'))
  if (period === null) return null
  const read = readTargetPeriods(period, texts(table.read('grain')), data.calendar)
  if (read.unreadable === null) return read[end]
  const { text: written, count } = read.unreadable
  const row = table.sheetRow(read.unreadable.row)
  const column = table.header('period')
  const remedy =
    name === 'targets' && readMonthText(written) !== null
      ? 'Its year is not known: set target_year to 2026, or add a column Year.'
      : 'Write 2026, 2026-Q2, 2026-03 or a date.'
  const [what, code] = name === 'costs' ? ['cost', 'cost-period'] : ['target', 'target-period']
  const text = `"${table.name}", row ${row}, column "${column}": "${written}" is no period${count > 1 ? ` (and ${count - 1} more)` : ''}; the ${what} counts nowhere. ${remedy}`
  data.note({ level: 'warn', code, table: table.name, column, row, count, text })
  return read[end]
}

/** Hours as the table states them, else made of its minutes or seconds. */
const hours = ({ table }: Place): Numbers | null => {
  const own = numbers(table.read('duration_h'))
  if (own !== null) return own
  const minutes = numbers(table.read('minutes'))
  const finer = minutes ?? numbers(table.read('seconds'))
  const perHour = minutes === null ? 3600 : 60
  return finer?.map((value) => value / perHour) ?? null
}

/** Under the names that the Stages table gives stages today. */
const stages = ({ data, table, field }: Place): Texts | null => {
  const [stage, listed] = [texts(table.read(field)), listedStages(data)]
  if (stage === null || listed === null) return stage
  return nameStages(stage, listed.inPipelines ? texts(table.read('pipeline')) : null, listed)
}

type Derive = (place: Place) => AnyColumn | null

const asRead: Derive = ({ table, field }) => table.read(field)

const inBase = { value: values, rate: factors } as const

/** How a field of a table is worked out; most are what the range holds. */
const derivationOf = (name: TableName, { schema }: Table, field: string): Derive => {
  if (name === 'lines' && isOfDeal(field))
    return ({ data, table }) => throughDeal(data, texts(table.read('deal_id')), field)
  switch (field) {
    case 'status':
      return schema.fields[field] === undefined ? asRead : statuses
    case 'value':
    case 'rate':
      return schema.fields[field]?.level === 'derived' ? inBase[field] : asRead
    case 'closing':
      return closing
    case 'owner':
    case 'kam':
      return owners
    case 'team':
      return name === 'costs' ? teamOrOwners : throughPeople
    case 'region':
      return throughPeople
    case 'start':
    case 'end':
      return name === 'targets' || name === 'costs' ? (place) => periodDay(place, field) : asRead
    case 'stage':
    case 'last_open_stage':
      return name === 'stages' ? asRead : stages
    case 'probability':
      return probabilities
    case 'duration_h':
      return hours
    case 'forecast_category':
      return ({ table }) => texts(table.read(field))?.relabel(categoryOf) ?? null
    default:
      return asRead
  }
}

const parts: Readonly<Record<string, readonly string[]>> = {
  status: ['status_text', 'is_closed', 'is_won', 'is_lost', 'active', 'stage'],
  value: ['amount', 'actual_amount', 'amount_base', 'currency'],
  rate: ['amount', 'amount_base', 'currency'],
  closing: ['close_date', 'closed_at', 'won_time', 'lost_time'],
  duration_h: ['duration_h', 'minutes', 'seconds'],
}
/** Whether a column is money in the base currency, which depends on the exchange rates that are asked for. */
export const isConverted = (field: string): boolean => field === 'value' || field === 'rate'

const targetParts: readonly string[] = ['period', 'grain']

/** The columns of the range that a column as metrics see it is made of. */
export const madeOf = (name: TableName, field: string): readonly string[] => {
  if (name === 'targets') return field === 'start' || field === 'end' ? targetParts : [field]
  return parts[field] ?? [field]
}

/** A column as metrics see it: read from the range, or worked out from others. */
export const deriveColumn = (data: Dataset, name: TableName, table: Table, field: string): AnyColumn | null =>
  derivationOf(name, table, field)({ data, name, table, field })
