import { settingKeys, settingsSchema, type SettingKey } from '#core/dataset/settings'
import { settingsRows } from '#core/dataset/settings-rows'
import type { Source } from '#core/dataset/source'
import type { SettingRow } from '../port.ts'
import type { SettingView } from './views.ts'

const sections = ['settings', 'map', 'tables'] as const satisfies readonly SettingRow['section'][]

/** The rows of the tab `SPM Settings`, section by section; none where there is no such tab. */
export const savedRows = (source: Source | null): readonly SettingRow[] =>
  sections.flatMap((section) => settingsRows(source, section).map(([key, value]) => ({ section, key, value })))

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
