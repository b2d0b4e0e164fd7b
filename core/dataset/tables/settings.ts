import { defineTable } from '../schema.ts'

export const settings = defineTable({
  name: 'settings',
  title: 'SPM Settings',
  about: 'Settings, mappings and choices of tables that travel with the workbook.',
  marks: [['key', 'value']],
  fields: {
    section: { kind: 'text', about: '`settings`, `map` or `tables`; left out, settings.' },
    key: {
      kind: 'text',
      level: 'mandatory',
      about: 'Name of the setting, table.field of the mapping, or the table that is chosen.',
    },
    value: { kind: 'text', level: 'mandatory', about: 'Its value; of a table the name of its range.' },
  },
  synonyms: { generic: { key: ['Setting'] } },
})
