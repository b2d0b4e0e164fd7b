import { areaAddress, cellAddress, fixed } from './a1.ts'
import { columnArea, columnAt, numberIn, type Frame } from './frame.ts'
import type { Content, Formula } from './instructions.ts'
import type { ColumnFormula } from './report.ts'

/** A formula of a row: how to name another cell of it, and what that cell shows. */
interface RowCells {
  readonly frame: Frame
  name(key: string): string
  value(key: string): number | null
}

const divide = (top: number | null, bottom: number | null): number | string =>
  top === null || bottom === null || bottom === 0 ? '' : top / bottom

const share = ({ frame, name, value }: RowCells, key: string): Formula => {
  const total = frame.rows.reduce((sum, cells) => sum + (numberIn(cells[columnAt(frame, key)]) ?? 0), 0)
  const sum = `SUM(${fixed(areaAddress(columnArea(frame, columnAt(frame, key))))})`
  return { formula: `IF(OR(${name(key)}="",${sum}=0),"",${name(key)}/${sum})`, value: divide(value(key), total) }
}

const ratio = ({ name, value }: RowCells, top: string, bottom: string): Formula => ({
  formula: `IF(OR(${name(top)}="",${name(bottom)}="",${name(bottom)}=0),"",${name(top)}/${name(bottom)})`,
  value: divide(value(top), value(bottom)),
})

const plusOrMinus = ({ name, value }: RowCells, one: string, two: string, sign: 1 | -1): Formula => {
  const [a, b] = [value(one), value(two)]
  return {
    formula: `IF(OR(${name(one)}="",${name(two)}=""),"",${name(one)}${sign > 0 ? '+' : '-'}${name(two)})`,
    value: a === null || b === null ? '' : a + sign * b,
  }
}

const sumOf = ({ name, value }: RowCells, keys: readonly string[]): Formula => ({
  formula: `SUM(${name(keys[0] ?? '')}:${name(keys.at(-1) ?? '')})`,
  value: keys.reduce((sum, key) => sum + (value(key) ?? 0), 0),
})

const formulaOf = (formula: ColumnFormula, cells: RowCells): Formula => {
  if ('share' in formula) return share(cells, formula.share)
  if ('ratio' in formula) return ratio(cells, ...formula.ratio)
  if ('sumOf' in formula) return sumOf(cells, formula.sumOf)
  if ('sum' in formula) return plusOrMinus(cells, ...formula.sum, 1)
  return plusOrMinus(cells, ...formula.difference, -1)
}

/** The cells of one row with the formulas of its columns, each with the value that it gives; later ones may use earlier. */
export const withFormulas = (frame: Frame, given: readonly Content[], row: number): Content[] => {
  const cells = [...given]
  const rowCells: RowCells = {
    frame,
    name: (key) => cellAddress({ row, column: columnAt(frame, key) }),
    value: (key) => numberIn(cells[columnAt(frame, key)]),
  }
  frame.columns.forEach(({ formula }, i) => {
    if (formula !== undefined) cells[i] = formulaOf(formula, rowCells)
  })
  return cells
}

/** Sums under the columns that have one, and the formulas repeated over them. */
export const totalRow = (frame: Frame, row: number): Content[] => {
  const cells = frame.columns.map((column, i): Content => {
    if (i === 0) return 'Total'
    if (column.total !== 'sum') return null
    const sum = frame.rows.reduce((total, each) => total + (numberIn(each[i]) ?? 0), 0)
    return { formula: `SUM(${areaAddress(columnArea(frame, i))})`, value: sum }
  })
  return withFormulas(frame, cells, row)
}
