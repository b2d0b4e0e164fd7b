import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { questions, type Answers, type QuestionName } from '../../questions.ts'
import type { Words } from '../../words.ts'
import { statementsOf } from './sql.ts'

export interface Database {
  readonly instance: DuckDBInstance
  readonly connection: DuckDBConnection
  /** Where columns hold codes of words, which ones; `null` where they hold the texts. */
  readonly words: Words | null
}

type AnyRow = Record<string, unknown>

export const answersOf = async ({ connection, words }: Database): Promise<Answers> => {
  const statements = statementsOf((text) => (words === null ? `'${text}'` : String(words.code(text))))
  const answers: Partial<Record<QuestionName, readonly AnyRow[]>> = {}
  for (const question of Object.keys(questions) as readonly QuestionName[])
    answers[question] = await rowsOf(connection, statements[question], words)
  // What SQL returns is named after the answers; comparing them proves it.
  return answers as Answers
}

const coded: ReadonlySet<string> = new Set(['owner', 'stage', 'type'])

const rowsOf = async (
  connection: DuckDBConnection,
  sql: string,
  words: Database['words'],
): Promise<readonly AnyRow[]> => {
  const result = await connection.run(sql)
  const names = result.columnNames()
  const rows: AnyRow[] = []
  for (const chunk of await result.fetchAllChunks()) {
    const start = rows.length
    for (let row = 0; row < chunk.rowCount; row++) rows.push({})
    for (const [column, name] of names.entries()) {
      const vector = chunk.getColumnVector(column)
      const decoded = coded.has(name) ? words : null
      for (let row = 0; row < chunk.rowCount; row++) {
        const item = vector.getItem(row)
        const target = rows[start + row]
        if (target !== undefined) target[name] = decoded === null ? item : decoded.at(Number(item))
      }
    }
  }
  return rows
}

export const release = ({ instance, connection }: Database): void => {
  connection.closeSync()
  instance.closeSync()
}
