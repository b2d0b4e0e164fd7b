import type { Result } from '#core/metrics/run'
import { isNoAnswer, type ResultColumn } from '#core/metrics/value'
import { painter } from './colour.ts'
import { withOptions } from './option-words.ts'
import { isNumeric, noAnswerMark, showColumn } from './show-value.ts'
import { textTable } from './text-table.ts'

export interface TextOptions {
  /** What money is in, for its headings; empty where the data does not say. */
  readonly currency: string
  readonly colour: boolean
  readonly width: number | null
}

const labelOf = ({ label, kind }: ResultColumn, currency: string): string =>
  kind === 'money' && currency !== '' ? `${label} (${currency})` : label

interface Lacking {
  readonly columns: Set<string>
  readonly rows: Set<number>
}

/** Why cells have no answer, each reason once, with the columns that it is for. */
const reasonsOf = ({ columns, rows }: Result): readonly string[] => {
  const reasons = new Map<string, Lacking>()
  for (const { key, label } of columns)
    rows.forEach((row, i) => {
      const value = row[key]
      if (!isNoAnswer(value)) return
      const lacking = reasons.get(value.noAnswer) ?? { columns: new Set(), rows: new Set() }
      lacking.columns.add(label)
      lacking.rows.add(i)
      reasons.set(value.noAnswer, lacking)
    })
  return [...reasons].map(
    ([reason, { columns: lack, rows: where }]) =>
      `${noAnswerMark} ${[...lack].join(', ')}: ${reason}${where.size > 1 ? ` (${where.size} rows)` : ''}`,
  )
}

/** The answer as an aligned table, with what was left out or assumed below it. */
export const answerLines = (result: Result, { currency, colour, width }: TextOptions): readonly string[] => {
  const paint = painter(colour)
  const shown = result.columns.map(({ key, kind }) =>
    showColumn(
      kind,
      result.rows.map((row) => row[key] ?? null),
    ),
  )
  const columns = result.columns.map((column) => ({ label: labelOf(column, currency), right: isNumeric(column.kind) }))
  const [header = '', ...lines] = textTable(
    columns,
    result.rows.map((_, row) => shown.map((cells) => cells[row] ?? '')),
    width,
  )
  const body = lines.length === 0 ? [paint('dim', 'No rows.')] : lines
  const below = [...reasonsOf(result), ...result.notes].map((line) => paint('dim', withOptions(line)))
  return [paint('bold', header), ...body, ...(below.length === 0 ? [] : ['', ...below])]
}
