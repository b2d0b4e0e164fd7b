import { more, type Finding, type Trouble } from './findings.ts'
import type { Reading } from './read-column.ts'
import type { Kind } from './schema.ts'
import type { Settings } from './settings.ts'

/** The column that findings are about. */
export interface ColumnSite {
  /** Name of the range. */
  readonly table: string
  /** Header of the column. */
  readonly column: string
  readonly kind: Kind
  /** Row of the sheet, from 1, of a row of the grid. */
  readonly sheetRow: (row: number) => number
  /** Records of the table. */
  readonly rows: number
}

const isDate = (kind: Kind): boolean => kind === 'date' || kind === 'datetime'

const kindWord = (kind: Kind): string => {
  if (isDate(kind)) return 'date of the calendar'
  if (kind === 'bool') return 'yes or no'
  return kind === 'text' || kind === 'id' || kind === 'enum' ? 'text' : 'number'
}

const unreadableFinding = (
  { table, column, kind, sheetRow }: ColumnSite,
  { first, shown, count }: Trouble,
  unreadable: Settings['unreadable'],
): Finding => {
  const row = sheetRow(first)
  const [level, remedy] =
    unreadable === 'blank'
      ? (['warn', 'It counts as blank.'] as const)
      : (['stop', 'Correct it, or set unreadable to blank, which leaves such cells out.'] as const)
  const text = `"${table}", row ${row}, column "${column}": ${shown} is no ${kindWord(kind)}${more(count)}. ${remedy}`
  return { level, code: 'unreadable', table, column, row, count, text }
}

const dateOrderFinding = ({ table, column, rows }: ColumnSite, shown: string): Finding => ({
  level: 'stop',
  code: 'date-order',
  table,
  column,
  row: null,
  count: rows,
  text: `"${table}", column "${column}": dates such as "${shown}" can be read day first or month first, and none in the table tells which. Set date_order to dmy or to mdy.`,
})

const decimalFinding = ({ table, column, rows }: ColumnSite, shown: string): Finding => ({
  level: 'warn',
  code: 'decimal',
  table,
  column,
  row: null,
  count: rows,
  text: `"${table}", column "${column}": "${shown}" was read with a decimal point. If the point groups thousands, set decimal to comma.`,
})

const lostFinding = ({ table, column, sheetRow }: ColumnSite, { first, shown, count }: Trouble): Finding => {
  const row = sheetRow(first)
  const text = `"${table}", row ${row}, column "${column}": ${shown} is a number of more digits than a number can hold${more(count)}, so its last digits are lost and records may be taken for one another. Import the column as text, or read the file itself instead of a workbook that was made from it.`
  return { level: 'warn', code: 'lost-digits', table, column, row, count, text }
}

/** What the reading of one column has shown: cells that cannot be read, texts that could be read in two ways. */
export const cellFindings = (
  { unreadable, ambiguous, lost = null }: Reading<unknown> & { readonly lost?: Trouble | null },
  site: ColumnSite,
  settings: Settings,
): readonly Finding[] => [
  ...(unreadable === null ? [] : [unreadableFinding(site, unreadable, settings.unreadable)]),
  ...(lost === null ? [] : [lostFinding(site, lost)]),
  ...(ambiguous === null
    ? []
    : [isDate(site.kind) ? dateOrderFinding(site, ambiguous) : decimalFinding(site, ambiguous)]),
]
