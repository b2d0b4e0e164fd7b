import { areaAround, isBlank } from '#local/workbook/cells'
import { readAddress } from '#local/workbook/address'
import { strict } from './calls.ts'
import { makeRange } from './range.ts'
import type { SheetState } from './state.ts'

type Type = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

type Members =
  'getName' | 'getSheetId' | 'getDataRange' | 'getLastRow' | 'getLastColumn' | 'getMaxRows' | 'getMaxColumns'

/** A sheet, as far as the add-on uses sheets. */
class Sheet implements Pick<Type, Members> {
  constructor(readonly state: SheetState) {}

  private reads(name: string): void {
    this.state.calls.reading(`Sheet.${name}`)
  }

  private extent(): { readonly rows: number; readonly columns: number } {
    const area = areaAround(this.state.tab, (cell) => !isBlank(cell))
    return area === null ? { rows: 0, columns: 0 } : { rows: area.row + area.rows, columns: area.column + area.columns }
  }

  getName(): string {
    this.reads('getName')
    return this.state.tab.name
  }

  getSheetId(): number {
    this.reads('getSheetId')
    return this.state.id
  }

  getDataRange(): Range {
    this.reads('getDataRange')
    const { rows, columns } = this.extent()
    return makeRange(this.state, { row: 0, column: 0, rows: Math.max(1, rows), columns: Math.max(1, columns) })
  }

  getLastRow(): number {
    this.reads('getLastRow')
    return this.extent().rows
  }

  getLastColumn(): number {
    this.reads('getLastColumn')
    return this.extent().columns
  }

  getMaxRows(): number {
    this.reads('getMaxRows')
    return this.state.size.rows
  }

  getMaxColumns(): number {
    this.reads('getMaxColumns')
    return this.state.size.columns
  }

  getRange(first: number | string, column?: number, rows = 1, columns = 1): Range {
    this.reads('getRange')
    if (typeof first === 'number')
      return makeRange(this.state, { row: first - 1, column: (column ?? 1) - 1, rows, columns })
    const area = readAddress(first)
    if (area === null) throw new Error('Range not found')
    return makeRange(this.state, area)
  }
}

/** Names of the members, for the check against Google's types. */
export const sheetMembers = Object.getOwnPropertyNames(Sheet.prototype)

export const makeSheet = (state: SheetState): Type => strict('Sheet', new Sheet(state)) as unknown as Type
