import { SpmError } from '../errors.ts'
import { tableNamed } from './field-map.ts'
import { didYouMean } from './nearest.ts'
import { settingsRows } from './settings-rows.ts'
import type { Source } from './source.ts'
import { tableNames, type TableName } from './tables/index.ts'

/** Which range a person chose for a table, by the name of the range. */
export type TableChoices = Readonly<Partial<Record<TableName, string>>>

const choosable = tableNames.filter((name) => name !== 'settings')

/**
 * The tables that a settings table names, in its rows of section `tables`: `deals` → `Pipeline 2026`. A row without a
 * value chooses nothing.
 *
 * @throws SpmError `setting` for a table that does not exist
 */
export const settingsTables = (source: Source | null): TableChoices => {
  const choices: Partial<Record<TableName, string>> = {}
  for (const [key, value] of settingsRows(source, 'tables')) {
    const table = tableNamed(key)
    if (table === null || table === 'settings')
      throw new SpmError(
        'setting',
        `SPM Settings names a range for the table "${key}", which is not known.${didYouMean(key, choosable, 'Tables are:')}`,
      )
    if (value !== '') choices[table] = value
  }
  return choices
}
