import { areaAddress } from '#core/report/a1'
import type { Area } from '#core/report/instructions'
import { eachPlace, peekCell, putCell } from '#local/workbook/cells'
import type { CellState } from '#local/workbook/model'
import { valueIn, valueOut } from './cell-values.ts'
import { strict } from './calls.ts'
import type { SheetState } from './state.ts'

type Type = GoogleAppsScript.Spreadsheet.Range

type Members =
  | 'getValue'
  | 'getValues'
  | 'setValue'
  | 'setValues'
  | 'getFormula'
  | 'getFormulas'
  | 'setFormula'
  | 'setNumberFormat'
  | 'getNumberFormat'
  | 'getRow'
  | 'getColumn'
  | 'getNumRows'
  | 'getNumColumns'
  | 'getA1Notation'

const outside = (): Error => new Error('The coordinates of the range are outside the dimensions of the sheet.')

/** A range of a sheet, as far as the add-on uses ranges. */
class Range implements Pick<Type, Members> {
  constructor(
    readonly state: SheetState,
    readonly area: Area,
  ) {
    const { row, column, rows, columns } = area
    if (row < 0 || column < 0) throw new Error('The starting row or column of the range is too small.')
    if (rows < 1) throw new Error('The number of rows in the range must be at least 1.')
    if (columns < 1) throw new Error('The number of columns in the range must be at least 1.')
    if (row + rows > state.size.rows || column + columns > state.size.columns) throw outside()
  }

  private self(): Type {
    return rangeProxy(this)
  }

  private map<T>(read: (cell: CellState) => T): T[][] {
    const { row, column, rows, columns } = this.area
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) => read(peekCell(this.state.tab, row + down, column + right))),
    )
  }

  private put(row: number, column: number, value: unknown): void {
    const { format } = peekCell(this.state.tab, row, column)
    const entered = valueIn(value, format, this.state.place)
    putCell(this.state.tab, row, column, {
      value: entered.value,
      formula: entered.formula,
      ...(entered.format !== null && format === 'General' && { format: entered.format }),
    })
  }

  private refuseOtherSize(values: readonly (readonly unknown[])[]): void {
    const { rows, columns } = this.area
    if (values.length !== rows)
      throw new Error(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      )
    for (const row of values)
      if (row.length !== columns)
        throw new Error(
          `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
        )
  }

  private reads(name: string): void {
    this.state.calls.reading(`Range.${name}`)
  }

  private writes(name: string): void {
    this.state.calls.writing(`Range.${name}`)
    this.state.refuseProtected(this.area)
  }

  getValues(): unknown[][] {
    this.reads('getValues')
    return this.state.place.realm.put(this.map((cell) => valueOut(cell, this.state.place))) as unknown[][]
  }

  getValue(): unknown {
    this.reads('getValue')
    return valueOut(peekCell(this.state.tab, this.area.row, this.area.column), this.state.place)
  }

  setValues(values: unknown[][]): Type {
    this.writes('setValues')
    this.refuseOtherSize(values)
    eachPlace(this.area, (row, column) => {
      this.put(row, column, values[row - this.area.row]?.[column - this.area.column])
    })
    return this.self()
  }

  setValue(value: unknown): Type {
    this.writes('setValue')
    eachPlace(this.area, (row, column) => {
      this.put(row, column, value)
    })
    return this.self()
  }

  getFormula(): string {
    this.reads('getFormula')
    const { formula } = peekCell(this.state.tab, this.area.row, this.area.column)
    return formula === null ? '' : `=${formula}`
  }

  getFormulas(): string[][] {
    this.reads('getFormulas')
    const formulas = this.map(({ formula }) => (formula === null ? '' : `=${formula}`))
    return this.state.place.realm.put(formulas) as string[][]
  }

  setFormula(formula: string): Type {
    this.writes('setFormula')
    eachPlace(this.area, (row, column) => {
      putCell(this.state.tab, row, column, { value: null, formula: formula.replace(/^=/, '') })
    })
    return this.self()
  }

  setNumberFormat(format: string): Type {
    this.writes('setNumberFormat')
    eachPlace(this.area, (row, column) => {
      putCell(this.state.tab, row, column, { format })
    })
    return this.self()
  }

  getNumberFormat(): string {
    this.reads('getNumberFormat')
    return peekCell(this.state.tab, this.area.row, this.area.column).format
  }

  getRow(): number {
    this.reads('getRow')
    return this.area.row + 1
  }

  getColumn(): number {
    this.reads('getColumn')
    return this.area.column + 1
  }

  getNumRows(): number {
    this.reads('getNumRows')
    return this.area.rows
  }

  getNumColumns(): number {
    this.reads('getNumColumns')
    return this.area.columns
  }

  getA1Notation(): string {
    this.reads('getA1Notation')
    return areaAddress(this.area)
  }
}

/** Names of the members, for the check against Google's types. */
export const rangeMembers = Object.getOwnPropertyNames(Range.prototype)

const ranges = new WeakMap<object, Range>()

const rangeProxy = (range: Range): Type => {
  const proxy = strict('Range', range) as unknown as Type
  ranges.set(proxy, range)
  return proxy
}

export const makeRange = (state: SheetState, area: Area): Type => rangeProxy(new Range(state, area))

/** The sheet and the cells of a range that a script hands back. */
export const rangeOf = (proxy: object): Pick<Range, 'state' | 'area'> => {
  const range = ranges.get(proxy)
  if (range === undefined)
    throw new TypeError('The parameters do not match the method signature: a Range was expected.')
  return range
}
