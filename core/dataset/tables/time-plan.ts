import { defineTable } from '../schema.ts'

export const timePlan = defineTable({
  name: 'time_plan',
  title: 'TimePlan',
  about: 'How people mean to spend their time: one row per person, period and purpose.',
  marks: [['person', 'period', 'purpose', 'hours']],
  fields: {
    person: { kind: 'text', level: 'mandatory', about: 'Whose time it is.' },
    period: { kind: 'text', level: 'mandatory', about: '2026, 2026-Q2, 2026-03, or a day of the month.' },
    purpose: {
      kind: 'enum',
      values: ['lead gen', 'progress', 'existing', 'internal', 'travel'],
      level: 'mandatory',
      about: 'What the time is for.',
    },
    hours: { kind: 'number', level: 'mandatory', about: 'Hours of the period.' },
  },
  synonyms: { generic: { person: ['Salesperson'], period: ['Month'], hours: ['Planned Hours', 'Plan Hours'] } },
})
