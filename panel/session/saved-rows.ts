import { Texts } from '#core/dataset/columns'
import { readSettings, settingKeys, settingsSchema, type SettingKey } from '#core/dataset/settings'
import type { Source } from '#core/dataset/source'
import { openTable } from '#core/dataset/table'
import { tables } from '#core/dataset/tables/index'
import type { SettingRow } from '../port.ts'
import type { SettingView } from './views.ts'

const sectionOf = (text: string): SettingRow['section'] | null => {
  const section = text.trim().toLowerCase()
  if (section === '') return 'settings'
  return section === 'settings' || section === 'map' || section === 'tables' ? section : null
}

/** The rows of the tab `SPM Settings`; none where there is no such tab. */
export const savedRows = (source: Source | null): readonly SettingRow[] => {
  if (source === null) return []
  const table = openTable(tables.settings, source, readSettings({}))
  const [sections, keys, values] = ['section', 'key', 'value'].map((field) => table.read(field))
  if (!(keys instanceof Texts) || !(values instanceof Texts)) return []
  const rows: SettingRow[] = []
  for (let row = 0; row < table.rows; row++) {
    const section = sectionOf(sections instanceof Texts ? sections.at(row) : '')
    if (section !== null) rows.push({ section, key: keys.at(row), value: values.at(row) })
  }
  return rows
}

const kindOf = (key: SettingKey): SettingView['takes'] => {
  const schema = settingsSchema[key]
  if (schema.type === 'choice') return { type: 'choice', values: schema.values }
  if (schema.type === 'text') return { type: 'text' }
  const { minimum, maximum, unit } = schema
  return { type: 'number', minimum, maximum, unit }
}

/** Every setting, with what the workbook says of it. */
export const settingViews = (rows: readonly SettingRow[]): readonly SettingView[] =>
  settingKeys.map((key) => ({
    key,
    value: rows.find((row) => row.section === 'settings' && row.key === key)?.value ?? '',
    leftOut: String(settingsSchema[key].default),
    about: settingsSchema[key].about,
    takes: kindOf(key),
  }))
