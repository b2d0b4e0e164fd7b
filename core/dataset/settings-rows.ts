import { Texts } from './columns.ts'
import { readSettings } from './settings.ts'
import type { Source } from './source.ts'
import { openTable } from './table.ts'
import { tables } from './tables/index.ts'

/** Keys and values in the rows of one section of a settings table, in their order; rows of no section are settings. */
export const settingsRows = (
  source: Source | null,
  section: 'settings' | 'map' | 'tables',
): readonly (readonly [key: string, value: string])[] => {
  if (source === null) return []
  const table = openTable(tables.settings, source, readSettings({}))
  const [sections, keys, values] = ['section', 'key', 'value'].map((field) => table.read(field))
  const entries: (readonly [string, string])[] = []
  const sectionOf = (row: number): string =>
    (sections instanceof Texts ? sections.at(row).trim().toLowerCase() : '') || 'settings'
  if (keys instanceof Texts && values instanceof Texts)
    for (let row = 0; row < table.rows; row++)
      if (sectionOf(row) === section) entries.push([keys.at(row), values.at(row)])
  return entries
}
