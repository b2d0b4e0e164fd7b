import type { NamedRange, Workbook } from '#local/workbook/model'
import { Calls, strict, type Mode } from './calls.ts'
import type { Place } from './cell-values.ts'
import { makeUi, type Screen } from './menus.ts'
import { isDate, openRealm, type Realm } from './realm.ts'
import { makeSpreadsheet } from './spreadsheet.ts'
import { newSheetState, type BookState, type SheetState } from './state.ts'
import { formatDate } from './zone.ts'

export interface HostOptions {
  /** The built `Code.js`. */
  readonly code: string
  readonly workbook: Workbook
  readonly timeZone?: string
  readonly scriptTimeZone?: string
  readonly locale?: string
  readonly now?: number
}

/** What a formula shows: the cells, or the sentence of its error. */
export type Shown = { readonly cells: unknown } | { readonly error: string }

/** Google Sheets as an add-on meets it. */
export interface SheetsHost {
  readonly workbook: Workbook
  readonly calls: Calls
  readonly screen: Screen
  /** Names that cells and menus can call. */
  readonly publicNames: readonly string[]
  /** `=NAME(…)`: ranges as rows of cells, dates as Dates; a range of one cell arrives as its value. */
  formula(name: string, ...given: readonly unknown[]): Shown
  /** What Google calls by itself, or by a menu. */
  trigger(name: string, mode: Mode): void
}

const bookOf = (workbook: Workbook, calls: Calls, place: Place, locale: string): BookState => {
  const known = new Map<object, SheetState>()
  const stateOf = (tab: Workbook['tabs'][number]): SheetState => {
    const state = known.get(tab) ?? newSheetState(known.size + 1, tab, calls, place)
    known.set(tab, state)
    return state
  }
  return {
    workbook,
    calls,
    place,
    locale,
    sheets: () => workbook.tabs.map(stateOf),
    names: (): NamedRange[] => workbook.names,
  }
}

const addServices = (realm: Realm, book: BookState, screen: Screen, scriptTimeZone: string): void => {
  const { calls } = book
  const spreadsheet = makeSpreadsheet(book)
  const modes = { NONE: 'NONE', LIMITED: 'LIMITED', FULL: 'FULL', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION' }
  const services = {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => {
        calls.reading('SpreadsheetApp.getActiveSpreadsheet')
        return spreadsheet
      },
      getUi: () => makeUi(screen, calls),
      flush: () => {
        calls.writing('SpreadsheetApp.flush')
      },
    },
    Utilities: {
      formatDate: (date: Date, timeZone: string, format: string) => {
        calls.made('Utilities.formatDate')
        if (!isDate(date)) throw new Error('Utilities.formatDate takes a Date.')
        return formatDate(date.getTime(), timeZone, format)
      },
    },
    ScriptApp: { AuthMode: modes },
    Session: {
      getScriptTimeZone: () => {
        calls.made('Session.getScriptTimeZone')
        return scriptTimeZone
      },
    },
    Logger: { log: (text: string) => void screen.log.push(text) },
  }
  for (const [name, service] of Object.entries(services))
    Object.assign(realm.context, { [name]: strict(name, service) })
}

const isFunction = (value: unknown): value is (...given: readonly unknown[]) => unknown => typeof value === 'function'

/** A range of one cell comes as its value alone. */
const asGiven = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1 ? value[0][0] : value

/** Rows of one length, as Google shows them. */
const asShown = (value: unknown): unknown => {
  if (isDate(value)) return value
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    throw new Error('A custom function gave something that no cell can show.')
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? Array.from(value, (row: unknown) => (Array.isArray(row) ? [...row] : [row])) : value
}

/** Starts the script as Google does for a published add-on: its files are read before anybody has agreed to anything. */
export const openHost = (options: HostOptions): SheetsHost => {
  const { code, workbook, timeZone = 'Etc/GMT', scriptTimeZone = 'Etc/GMT', locale = 'en_US' } = options
  const realm = openRealm({ scriptTimeZone, now: () => options.now ?? Date.now() })
  const calls = new Calls()
  const screen: Screen = { menus: [], log: [] }
  const book = bookOf(workbook, calls, { realm, timeZone }, locale)
  addServices(realm, book, screen, scriptTimeZone)
  const before = new Set(Object.keys(realm.context))
  calls.mode = 'NONE'
  calls.fault = (_, name) => {
    throw new Error(`${name} was called while the script was read.`)
  }
  realm.run(code, 'Code.js')
  calls.fault = () => undefined
  calls.mode = 'FULL'
  const publicNames = Object.keys(realm.context).filter(
    (name) => !before.has(name) && !name.endsWith('_') && isFunction(realm.context[name]),
  )
  const call = (name: string, mode: Mode, given: readonly unknown[]): unknown => {
    const found = publicNames.includes(name) ? (realm.context[name] as unknown) : undefined
    if (!isFunction(found)) throw new Error(`Unknown function: '${name}'.`)
    const earlier = calls.mode
    calls.mode = mode
    try {
      return found(...given)
    } finally {
      calls.mode = earlier
    }
  }
  return {
    workbook,
    calls,
    screen,
    publicNames,
    formula: (name, ...given) => {
      try {
        const values = given.map((value) => realm.put(asGiven(value)))
        return { cells: asShown(call(name, 'CUSTOM_FUNCTION', values)) }
      } catch (error) {
        return { error: (error as Error).message }
      }
    },
    trigger: (name, mode) => {
      call(name, mode, [{ authMode: mode }])
    },
  }
}
