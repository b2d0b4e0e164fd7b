import { existsSync } from 'node:fs'
import { tableNamed } from '#core/dataset/field-map'
import { nearest } from '#core/dataset/nearest'
import { tableNames, type TableName } from '#core/dataset/tables/index'
import { SpmError } from '#core/errors'

/** A file as a person names it: `orders.csv`, `deals=orders.csv`, `targets=model.xlsx#Plan`. */
export interface FileArgument {
  /** `null`: recognised by its headers. */
  readonly table: TableName | null
  readonly path: string
  /** `null`: every tab. */
  readonly tab: string | null
}

const splitTab = (text: string): Pick<FileArgument, 'path' | 'tab'> => {
  const mark = text.lastIndexOf('#')
  return mark <= 0 || mark === text.length - 1 || existsSync(text)
    ? { path: text, tab: null }
    : { path: text.slice(0, mark), tab: text.slice(mark + 1) }
}

/** @throws SpmError `argument` for a table that does not exist */
export const readFileArgument = (text: string): FileArgument => {
  const mark = text.indexOf('=')
  if (mark <= 0 || existsSync(text)) return { table: null, ...splitTab(text) }
  const word = text.slice(0, mark)
  const table = tableNamed(word)
  if (table === null) {
    const near = nearest(word, tableNames)
    throw new SpmError(
      'argument',
      `"${text}": there is no table "${word}".${near === null ? ` Tables are: ${tableNames.join(', ')}.` : ` Did you mean ${near}=${text.slice(mark + 1)}?`}`,
    )
  }
  return { table, ...splitTab(text.slice(mark + 1)) }
}
