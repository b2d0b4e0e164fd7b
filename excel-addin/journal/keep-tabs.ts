import { typedText } from '../report/cell-text.ts'
import type { TabThere } from '../report/look-at-book.ts'
import type { Entry, Kept } from './shapes.ts'

interface Loading {
  readonly there: TabThere
  readonly cells: Excel.Range
  readonly columns: readonly Excel.Range[]
}

/** Cells beyond the ones that the pack wrote may have been typed into, so that all that are used are kept. */
const startReading = (context: Excel.RequestContext, there: TabThere): Loading => {
  const sheet = context.workbook.worksheets.getItem(there.sheet.name)
  const cells = sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(false))
  cells.load('formulas,values,numberFormat')
  const widths = there.record?.instructions.find((each) => each.do === 'tab')?.widths ?? []
  const columns = widths.map((_, column) => {
    const cell = sheet.getRangeByIndexes(0, column, 1, 1)
    cell.load('format/columnWidth')
    return cell
  })
  return { there, cells, columns }
}

type Grid = readonly (readonly unknown[])[]

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A text that only looks like a formula is the value of its cell too; other texts are kept so that none is read again. */
const entryOf = (formula: unknown, value: unknown): Entry => {
  if (!isEntry(formula)) return ''
  if (typeof formula !== 'string') return formula
  return formula.startsWith('=') && formula !== value ? formula : typedText(formula)
}

const entriesOf = (formulas: Grid, values: Grid): Entry[][] =>
  formulas.map((row, i) => row.map((formula, j) => entryOf(formula, values[i]?.[j])))

const formatsOf = (grid: Grid): Pick<Kept, 'codes' | 'formats'> => {
  const numbers = new Map<string, number>()
  const formats = grid.map((row) =>
    row.map((cell) => {
      const code = typeof cell === 'string' ? cell : 'General'
      const number = numbers.get(code) ?? numbers.size
      numbers.set(code, number)
      return number
    }),
  )
  return { codes: [...numbers.keys()], formats }
}

/** Reads what stands on tabs of ours before they are written over. One request. */
export const keepTabs = async (
  context: Excel.RequestContext,
  run: string,
  tabs: readonly TabThere[],
): Promise<readonly Kept[]> => {
  const loading = tabs.map((there) => startReading(context, there))
  if (loading.length > 0) await context.sync()
  return loading.map(({ there, cells, columns }) => ({
    run,
    tab: there.sheet.name,
    record: there.record?.part.xml ?? '',
    entries: entriesOf(cells.formulas, cells.values),
    ...formatsOf(cells.numberFormat),
    widths: columns.map(({ format }) => format.columnWidth),
  }))
}
