import { defineTable } from '../schema.ts'

export const settings = defineTable({
  name: 'settings',
  title: 'SPM Settings',
  about: 'Settings and mappings that travel with the workbook.',
  marks: [['key', 'value']],
  fields: {
    section: { kind: 'text', about: '`settings` or `map`; left out, settings.' },
    key: { kind: 'text', level: 'mandatory', about: 'Name of the setting, or table.field of the mapping.' },
    value: { kind: 'text', level: 'mandatory', about: 'Its value.' },
  },
  synonyms: { generic: { key: ['Setting'] } },
})
