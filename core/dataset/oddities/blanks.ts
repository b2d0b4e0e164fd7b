import type { Numbers, Statuses, Texts } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { figure, oddity } from './oddity.ts'

/** The code that the rows share, where they are all the rows with it; -1 otherwise. */
const sharedCode = (rows: number, isIn: (row: number) => boolean, codeOf: (row: number) => number): number => {
  let shared = -1
  for (let row = 0; row < rows; row++)
    if (isIn(row)) {
      if (shared >= 0 && codeOf(row) !== shared) return -1
      shared = codeOf(row)
    }
  for (let row = 0; row < rows; row++) if (codeOf(row) === shared && !isIn(row)) return -1
  return shared
}

interface Pattern {
  readonly field: 'created' | 'amount' | 'close_date'
  readonly word: 'blank' | '0'
  readonly isIn: (column: Numbers, row: number) => boolean
}

const isBlank: Pattern['isIn'] = (column, row) => column.isBlank(row)

const patterns: readonly Pattern[] = [
  { field: 'created', word: 'blank', isIn: isBlank },
  { field: 'amount', word: 'blank', isIn: isBlank },
  { field: 'close_date', word: 'blank', isIn: isBlank },
  { field: 'amount', word: '0', isIn: (column, row) => column.at(row) === 0 },
]

const which = (
  rows: number,
  isIn: (row: number) => boolean,
  stage: Texts | null,
  status: Statuses | null,
): string | null => {
  const inStage = stage === null ? -1 : sharedCode(rows, isIn, (row) => stage.code(row))
  if (inStage > 0) return `of stage "${stage?.label(inStage)}"`
  const ofStatus =
    status === null
      ? -1
      : sharedCode(rows, isIn, (row) => (status.isOpen(row) ? 0 : status.isWon(row) ? 1 : status.isLost(row) ? 2 : 3))
  return ofStatus < 0 ? null : `that are ${['open', 'won', 'lost', 'on hold'][ofStatus] ?? ''}`
}

/** Cells that are blank, or 0, in exactly the rows of one stage or one status: a habit of the source, no accident. */
export const blankPatterns = (data: Dataset): readonly Finding[] => {
  const table = data.table('deals')
  const [stage, status, rows] = [data.column('deals', 'stage'), data.column('deals', 'status'), data.rows('deals')]
  if (table === null) return []
  return patterns.flatMap(({ field, word, isIn }) => {
    const column = data.column('deals', field)
    if (column === null) return []
    const isOne = (row: number): boolean => isIn(column, row)
    const count = Array.from({ length: rows }, (_, row) => isOne(row)).filter(Boolean).length
    if (count < 2 || count === rows) return []
    const rowsOf = which(rows, isOne, stage, status)
    return rowsOf === null
      ? []
      : [
          oddity(
            `pattern-${field}-${word}`,
            table,
            field,
            count,
            `it is ${word} in exactly the ${figure(count)} rows ${rowsOf}.`,
          ),
        ]
  })
}
