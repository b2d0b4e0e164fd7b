import type { Day } from '../cells/day.ts'
import type { AnyColumn, ColumnOf } from './schema.ts'
import type { Finding } from './findings.ts'
import { dayOfSetting } from './day-of-setting.ts'
import { deriveColumn, isConverted, madeOf } from './derive.ts'
import { derivedAfter, tellOrigin, type DerivedColumns } from './derived.ts'
import { countedTables } from './kept-rows.ts'
import type { ListedPeriods } from './listed-periods.ts'
import { readDirectory, type Directory } from './people.ts'
import type { FiscalCalendar } from './period.ts'
import { byCreditOf, pickCredits } from './by-credit.ts'
import { readCalendar } from './read-calendar.ts'
import { readCredits, type Credits } from './credits.ts'
import { readRates, type Rates } from './rates.ts'
import { isAboutPeople, scopeRows } from './scope.ts'
import { seenAs } from './seen-as.ts'
import { settingsMaps } from './settings-maps.ts'
import { settingsRows } from './settings-rows.ts'
import { historyIn } from './made-history.ts'
import { readSettings, type Settings } from './settings.ts'
import type { Source } from './source.ts'
import { openTable, type Table } from './table.ts'
import { longTargets } from './wide-targets.ts'
import { tables, tableNames, type FieldName, type TableName, type Tables } from './tables/index.ts'

export interface DatasetInput {
  readonly tables: Readonly<Partial<Record<TableName, Source>>>
  /** Overrule the settings table. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** The civil day on which the question is asked; the setting `as_of` overrules it. */
  readonly today: Day
}

export type ColumnFor<N extends TableName, F extends FieldName<N>> = Tables[N]['fields'][F] extends {
  readonly kind: infer K extends keyof ColumnOf
}
  ? ColumnOf[K]
  : never

/** All tables of a workbook as typed columns, read on demand; whole, or within a scope. */
export interface Dataset {
  readonly settings: Settings
  readonly asOf: Day
  readonly calendar: FiscalCalendar
  readonly people: Directory
  /** Which exchange rates amounts are converted at. */
  readonly exchange: ExchangeRule
  /** Exchange rates to the base currency; `null` without the table FX. */
  rates(): Rates | null
  /** Person, team or filter that the rows are limited to. */
  readonly scope: string | null
  /** The same tables without a scope: for facts that do not depend on whose rows are asked for. */
  readonly whole: Dataset
  table(name: TableName): Table | null
  rows(name: TableName): number
  /** `null` where the table or the column is absent. */
  column<N extends TableName, F extends FieldName<N>>(name: N, field: F): ColumnFor<N, F> | null
  anyColumn(name: TableName, field: string): AnyColumn | null
  /** Reads what several columns are made of in one pass over the rows, instead of one pass each. */
  readAhead(name: TableName, fields: readonly string[]): void
  /** Which rows of the whole table lie in the scope; `null` where it limits nothing in that table. */
  rowsWithin(name: TableName): Uint32Array | null
  /** Row in the sheet, from 1. */
  sheetRow(name: TableName, row: number): number
  /** Everything known to be odd in what was read so far. */
  findings(): readonly Finding[]
  note(finding: Finding): void
  within(scope: string): Dataset
  /** Whose part of each deal the rows of Opportunities are; `null` where each is its owner's alone. */
  readonly credits: Credits | null
  /** The same tables with Opportunities by credit, where Splits shares deals out. */
  byCredit(): Dataset
  /** The same tables with Opportunities as they stand, whatever the credit for them. */
  byDeal(): Dataset
  /** The same tables as of another day, or with amounts at other exchange rates. */
  seen(view: DataView): Dataset
}

export type ExchangeRule = Settings['exchange_rate']

/** What money depends on besides the tables. */
export interface DataView {
  readonly asOf: Day
  readonly exchange: ExchangeRule
}

const calendarOf = (settings: Settings, asOf: Day, listed: ListedPeriods | null): FiscalCalendar => ({
  asOf,
  startMonth: settings.fiscal_start_month,
  namedBy: settings.fiscal_name,
  weeks: settings.calendar === 'gregorian' ? null : { pattern: settings.calendar, startsOn: settings.week_start },
  ...(listed !== null && { listed }),
})

const openTables = (
  input: DatasetInput,
): { readonly opened: ReadonlyMap<TableName, Table>; readonly settings: Settings } => {
  const settingsSource = input.tables.settings
  const values = Object.fromEntries(settingsRows(settingsSource ?? null, 'settings'))
  const maps = settingsMaps(settingsSource ?? null)
  const settings = readSettings({ ...values, ...input.settings })
  const opened = new Map<TableName, Table>()
  for (const name of tableNames) {
    const source = input.tables[name]
    if (source === undefined || name === 'settings') continue
    const map = { ...maps[name], ...source.map }
    const mapped = Object.keys(map).length === 0 ? source : { ...source, map }
    const { target_year, fiscal_start_month } = settings
    const read = name === 'targets' ? longTargets(mapped, target_year, fiscal_start_month) : mapped
    opened.set(name, openTable(tables[name], read, settings))
  }
  return { opened, settings }
}

const directoryOf = (table: Table | null): Directory => {
  if (table === null || !table.has('person')) return readDirectory(null)
  const text = (field: string) => {
    const column = table.read(field)
    return column !== null && 'labels' in column ? column : null
  }
  const start = table.read('start')
  const person = text('person')
  if (person === null) return readDirectory(null)
  return readDirectory({
    person,
    email: text('email'),
    alias: text('alias'),
    manager: text('manager'),
    team: text('team'),
    region: text('region'),
    level: text('level'),
    start: start !== null && 'values' in start ? start : null,
  })
}

/** What every view of the same tables shares. */
interface Opened {
  readonly table: (name: TableName) => Table | null
  readonly settings: Settings
  readonly people: Directory
  /** The periods of the table Calendar. */
  readonly listed: ListedPeriods | null
  /** Columns by table and field, those of money also by view. */
  readonly columns: DerivedColumns
  readonly views: Map<string, Dataset>
  note(finding: Finding): void
  findings(): readonly Finding[]
  rates(): Rates | null
}

const keyOfView = ({ asOf, exchange }: DataView): string => `${asOf} ${exchange}`

/** Without exchange rates no column differs between views. */
const hasViews = ({ table }: Opened): boolean => table('fx') !== null

const viewOf = (shared: Opened, view: DataView): Dataset => {
  const known = shared.views.get(keyOfView(view))
  if (known !== undefined) return known
  const whole = wholeOf(shared, view)
  shared.views.set(keyOfView(view), whole)
  return whole
}

const wholeOf = (shared: Opened, view: DataView): Dataset => {
  const { table: tableOf, settings } = shared
  const scoped = new Map<string, Dataset>()
  let credited: Dataset | null = null
  const prefix = hasViews(shared) ? `${keyOfView(view)} ` : ''
  const whole: Dataset = {
    settings,
    ...view,
    calendar: calendarOf(settings, view.asOf, shared.listed),
    people: shared.people,
    rates: shared.rates,
    scope: null,
    get whole() {
      return whole
    },
    table: tableOf,
    rows: (name) => tableOf(name)?.rows ?? 0,
    column: <N extends TableName, F extends FieldName<N>>(name: N, field: F) =>
      whole.anyColumn(name, field) as ColumnFor<N, F> | null,
    anyColumn: (name, field) => {
      const key = `${isConverted(field) ? prefix : ''}${name}.${field}`
      return shared.columns.of(whole, name, field, key, (table) => deriveColumn(whole, name, table, field))
    },
    readAhead: (name, fields) => tableOf(name)?.readAhead(fields.flatMap((field) => madeOf(name, field))),
    rowsWithin: () => null,
    sheetRow: (name, row) => tableOf(name)?.sheetRow(row) ?? row + 1,
    findings: shared.findings,
    note: shared.note,
    within: (scope) => {
      const known = scoped.get(scope) ?? limit(isAboutPeople(whole, scope) ? whole.byCredit() : whole, scope)
      scoped.set(scope, known)
      return known
    },
    credits: null,
    byCredit: () => (credited ??= creditedOf(whole)),
    byDeal: () => whole,
    seen: (other) => {
      if (keyOfView(other) === keyOfView(view)) return whole
      return hasViews(shared) ? viewOf(shared, other) : seenAs(whole, other)
    },
  }
  return whole
}

const creditedOf = (whole: Dataset): Dataset => {
  const credits = readCredits(whole)
  return credits === null ? whole : byCreditOf(whole, credits)
}

/**
 * Opens the tables of a workbook. Nothing but headers is read until a column is asked for.
 *
 * @param earlier a dataset of the same settings: what depends on no record that differs is not worked out again
 */
export const openDataset = (input: DatasetInput, earlier: Dataset | null = null): Dataset => {
  const { opened, settings } = openTables(input)
  const noted = new Map<string, Finding>()
  const columns = derivedAfter(earlier, opened)
  const note = (finding: Finding): void => {
    columns.note(finding)
    noted.set(`${finding.code} ${finding.table} ${finding.column ?? ''}`, finding)
  }
  const counted = countedTables(opened)
  const made = historyIn(opened.get('deals'), input.tables.deals, settings, note)
  const known: { rates?: Rates | null } = {}
  const shared: Opened = {
    table: (name) => counted.of(name) ?? (name === 'history' ? made() : null),
    settings,
    people: directoryOf(opened.get('people') ?? null),
    listed: readCalendar(opened.get('calendar') ?? null, note),
    columns,
    views: new Map(),
    note,
    findings: () => [...counted.findings(), ...made.known().flatMap((table) => table.findings()), ...noted.values()],
    rates: () => (known.rates ??= readRates(opened.get('fx') ?? null, note)),
  }
  const asOf = dayOfSetting('as_of', settings.as_of) ?? input.today
  return tellOrigin(viewOf(shared, { asOf, exchange: settings.exchange_rate }), columns, opened)
}

/** The same tables with the rows of one scope only. */
const limit = (base: Dataset, scope: string): Dataset => {
  const rowsOf = scopeRows(base, scope)
  const columns = new Map<string, AnyColumn | null>()
  const views = new Map<string, Dataset>()
  let [byCredit, byDeal]: [Dataset | null, Dataset | null] = [null, null]
  const limited: Dataset = {
    ...base,
    get whole() {
      return base.whole
    },
    scope,
    rows: (name) => rowsOf(name)?.length ?? base.rows(name),
    rowsWithin: rowsOf,
    column: <N extends TableName, F extends FieldName<N>>(name: N, field: F) =>
      limited.anyColumn(name, field) as ColumnFor<N, F> | null,
    anyColumn: (name, field) => {
      const key = `${name}.${field}`
      const known = columns.get(key)
      if (known !== undefined) return known
      const rows = rowsOf(name)
      const column = base.anyColumn(name, field)
      const picked = column === null || rows === null ? column : column.pick(rows)
      columns.set(key, picked)
      return picked
    },
    sheetRow: (name, row) => base.sheetRow(name, rowsOf(name)?.[row] ?? row),
    credits: pickCredits(base.credits, rowsOf('deals')),
    byCredit: () => (byCredit ??= base.byCredit() === base ? limited : limit(base.byCredit(), scope)),
    byDeal: () => (byDeal ??= base.byDeal() === base ? limited : limit(base.byDeal(), scope)),
    seen: (view) => {
      if (keyOfView(view) === keyOfView(base)) return limited
      if (base.table('fx') === null) return seenAs(limited, view)
      const known = views.get(keyOfView(view)) ?? limit(base.seen(view), scope)
      views.set(keyOfView(view), known)
      return known
    },
  }
  return limited
}
