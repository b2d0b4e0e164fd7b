import { defineTable } from '../schema.ts'

export const calendar = defineTable({
  name: 'calendar',
  title: 'Calendar',
  about: 'The fiscal periods by name, with their first and last days: one row per period.',
  marks: [
    ['period', 'start', 'end'],
    ['period', 'grain', 'start'],
  ],
  fields: {
    period: { kind: 'text', level: 'mandatory', about: 'The name of the period, such as FY2026-P03.' },
    grain: {
      kind: 'enum',
      values: ['year', 'quarter', 'month', 'week'],
      about: 'What it is; left out, its length tells.',
    },
    start: { kind: 'date', level: 'mandatory', about: 'Its first day.' },
    end: { kind: 'date', level: 'mandatory', about: 'Its last day.' },
    weeks: { kind: 'number', about: 'How many weeks it has; left out, its days ÷ 7.' },
    workdays: { kind: 'number', about: 'How many workdays it has; left out, Monday to Friday.' },
  },
  synonyms: {
    generic: {
      period: ['Fiscal Period', 'Period Name'],
      grain: ['Period Type'],
      start: ['Start Date', 'First Day', 'Period Start'],
      end: ['End Date', 'Last Day', 'Period End'],
      workdays: ['Working Days', 'Business Days'],
    },
  },
})
