import { Texts } from './columns.ts'
import { readFieldMaps, type FieldMaps } from './field-map.ts'
import { readSettings } from './settings.ts'
import type { Source } from './source.ts'
import { openTable } from './table.ts'
import { tables } from './tables/index.ts'

/**
 * The mappings that a settings table holds, in its rows of section `map`.
 *
 * @throws SpmError `argument` for a table or field that does not exist
 */
export const settingsMaps = (source: Source | null): FieldMaps => {
  if (source === null) return {}
  const table = openTable(tables.settings, source, readSettings({}))
  const [section, key, value] = ['section', 'key', 'value'].map((field) => table.read(field))
  const entries: (readonly [string, string])[] = []
  if (section instanceof Texts && key instanceof Texts && value instanceof Texts)
    for (let row = 0; row < table.rows; row++)
      if (section.at(row).toLowerCase() === 'map') entries.push([key.at(row), value.at(row)])
  return readFieldMaps(entries)
}
