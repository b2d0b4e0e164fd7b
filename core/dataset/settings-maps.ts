import { readFieldMaps, type FieldMaps } from './field-map.ts'
import { settingsRows } from './settings-rows.ts'
import type { Source } from './source.ts'

/**
 * The mappings that a settings table holds, in its rows of section `map`.
 *
 * @throws SpmError `argument` for a table or field that does not exist
 */
export const settingsMaps = (source: Source | null): FieldMaps => readFieldMaps(settingsRows(source, 'map'))
