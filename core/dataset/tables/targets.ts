import { defineTable } from '../schema.ts'
import { wordsFor } from './words/languages.ts'

export const targets = defineTable({
  name: 'targets',
  title: 'Targets',
  about: 'One row per measure, owner and period.',
  marks: [
    ['metric', 'owner', 'period', 'value'],
    ['owner', 'period', 'value'],
  ],
  fields: {
    metric: { kind: 'text', level: 'mandatory', about: 'What is targeted: sales, margin, deals, meetings …' },
    owner: { kind: 'text', level: 'mandatory', about: 'A person, a team, or ALL.' },
    period: { kind: 'text', level: 'mandatory', about: '2026, 2026-Q2, 2026-03, or the first day of the period.' },
    grain: {
      kind: 'enum',
      values: ['year', 'quarter', 'month'],
      about: 'How long a period lasts that is given as a day.',
    },
    year: { kind: 'text', about: 'The year of targets that have a column for each month.' },
    value: { kind: 'money', level: 'mandatory', about: 'How much; 0 is deliberately none, blank is missing.' },
    start: { kind: 'day', level: 'derived', about: 'First day of the period.' },
    end: { kind: 'day', level: 'derived', about: 'Last day of the period.' },
    currency: { kind: 'text', about: 'ISO code of the value.' },
    product: { kind: 'text', about: 'Only for this product.' },
    segment: { kind: 'text', about: 'Only for this segment.' },
    business_unit: { kind: 'text', about: 'Only for this business unit.' },
    region: { kind: 'text', about: 'Only for this region; left out, the region of the owner as in People.' },
    team: { kind: 'text', about: 'The team of the owner; left out, as in People.' },
    type: { kind: 'text', about: 'Only for this type of business.' },
    locked: { kind: 'bool', about: 'Whether the value stays when a target is broken down anew.' },
    parent_goal: { kind: 'text', about: 'The goal that it serves.' },
    lead_lag: { kind: 'text', about: 'Whether it leads to results or tells them.' },
    version: { kind: 'enum', values: ['plan', 'current'], about: 'The plan as agreed, or as it stands now.' },
    note: { kind: 'text', about: 'Where the number comes from.' },
  },
  synonyms: {
    ...wordsFor('targets'),
    generic: {
      metric: ['KPI', 'Measure'],
      owner: ['Person', 'Salesperson', 'Rep', 'Sales Agent', 'Sales Rep'],
      period: ['Month', 'Quarter', 'Target Month'],
      value: ['Target', 'Quota', 'Target Amount', 'Amount'],
    },
  },
})
