import { areaAddress } from '#core/report/a1'
import { readAddress, splitAddress, tabInFormula } from '#local/workbook/address'
import { touchedIn, peekCell } from '#local/workbook/cells'
import { addTab } from '#local/workbook/make'
import { strict } from './calls.ts'
import { makeRange, rangeOf } from './range.ts'
import { makeSheet } from './sheet.ts'
import type { BookState, SheetState } from './state.ts'

type Type = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

type Members =
  | 'getSheets'
  | 'getSheetByName'
  | 'getSpreadsheetTimeZone'
  | 'getSpreadsheetLocale'
  | 'getRangeByName'
  | 'setNamedRange'

/** Finds cells by a part of their formula: the one way in which the add-on searches. */
class TextFinder {
  private inFormulas = false

  constructor(
    private readonly book: BookState,
    private readonly text: string,
  ) {}

  matchFormulaText(match: boolean): this {
    this.book.calls.reading('TextFinder.matchFormulaText')
    this.inFormulas = match
    return this
  }

  findAll(): Range[] {
    this.book.calls.reading('TextFinder.findAll')
    if (!this.inFormulas) throw new Error('This host searches formulas only.')
    return this.book.sheets().flatMap((state) =>
      touchedIn(state.tab, { row: 0, column: 0, rows: state.size.rows, columns: state.size.columns })
        .filter(({ row, column }) => peekCell(state.tab, row, column).formula?.includes(this.text) === true)
        .map(({ row, column }) => makeRange(state, { row, column, rows: 1, columns: 1 })),
    )
  }
}

/** The spreadsheet, as far as the add-on uses it. */
class Spreadsheet implements Pick<Type, Members> {
  constructor(private readonly book: BookState) {}

  private reads(name: string): void {
    this.book.calls.reading(`Spreadsheet.${name}`)
  }

  private writes(name: string): void {
    this.book.calls.writing(`Spreadsheet.${name}`)
  }

  private named(name: string): SheetState | undefined {
    return this.book.sheets().find(({ tab }) => tab.name === name)
  }

  getSheets(): Sheet[] {
    this.reads('getSheets')
    return this.book.sheets().map(makeSheet)
  }

  getSheetByName(name: string): Sheet | null {
    this.reads('getSheetByName')
    const found = this.named(name)
    return found === undefined ? null : makeSheet(found)
  }

  insertSheet(name: string): Sheet {
    this.writes('insertSheet')
    if (this.book.sheets().some(({ tab }) => tab.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`)
    const tab = addTab(this.book.workbook, name)
    const state = this.book.sheets().find((each) => each.tab === tab)
    if (state === undefined) throw new Error('The new sheet is gone.')
    return makeSheet(state)
  }

  getSpreadsheetTimeZone(): string {
    this.reads('getSpreadsheetTimeZone')
    return this.book.place.timeZone
  }

  getSpreadsheetLocale(): string {
    this.reads('getSpreadsheetLocale')
    return this.book.locale
  }

  getRangeByName(name: string): Range | null {
    this.reads('getRangeByName')
    const found = this.book.names().find((each) => each.name.toLowerCase() === name.toLowerCase())
    if (found === undefined) return null
    const { tab, address } = splitAddress(found.formula)
    const state = this.named(tab ?? '')
    const area = readAddress(address)
    return state === undefined || area === null ? null : makeRange(state, area)
  }

  setNamedRange(name: string, range: Range): void {
    this.writes('setNamedRange')
    if (!/^[A-Za-z_][\w.]{0,249}$/.test(name)) throw new Error(`The name "${name}" is invalid for a named range.`)
    const { state, area } = rangeOf(range)
    const address = `=${tabInFormula(state.tab.name)}!${areaAddress(area)}`
    const names = this.book.names()
    const at = names.findIndex((each) => each.name.toLowerCase() === name.toLowerCase())
    if (at >= 0) names.splice(at, 1)
    names.push({ name, tab: null, formula: address, visible: true })
  }

  createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    this.reads('createTextFinder')
    return strict('TextFinder', new TextFinder(this.book, text)) as unknown as GoogleAppsScript.Spreadsheet.TextFinder
  }
}

/** Names of the members, for the check against Google's types. */
export const spreadsheetMembers = Object.getOwnPropertyNames(Spreadsheet.prototype)
export const textFinderMembers = Object.getOwnPropertyNames(TextFinder.prototype)

export const makeSpreadsheet = (book: BookState): Type =>
  strict('Spreadsheet', new Spreadsheet(book)) as unknown as Type
