import { defineTable } from '../schema.ts'

export const costs = defineTable({
  name: 'costs',
  title: 'Costs',
  about: 'What selling costs: one row per period and category, of a person, a team or everybody.',
  marks: [
    ['period', 'category', 'amount'],
    ['period', 'amount', 'allocation'],
  ],
  fields: {
    period: { kind: 'text', level: 'mandatory', about: '2026, 2026-Q2, 2026-03, or a day of the month.' },
    category: {
      kind: 'enum',
      values: ['salary', 'commission', 'travel', 'marketing', 'tools', 'events', 'partner'],
      level: 'mandatory',
      about: 'What the money went on.',
    },
    amount: { kind: 'money', level: 'mandatory', about: 'How much.' },
    currency: { kind: 'text', about: 'ISO code of the amount.' },
    value: { kind: 'value', level: 'derived', about: 'The amount in the base currency.' },
    owner: { kind: 'text', about: 'The person it was spent for.' },
    team: { kind: 'text', about: 'The team it was spent for; blank, the team of the person as in People.' },
    region: { kind: 'text', about: 'The region; left out, that of the person as in People.' },
    channel: { kind: 'text', about: 'The channel: face to face, video, phone, digital.' },
    allocation: {
      kind: 'enum',
      values: ['new', 'existing', 'all'],
      about: 'Whether it was spent on winning new customers, on existing ones, or on both.',
    },
    start: { kind: 'day', level: 'derived', about: 'First day of the period.' },
    end: { kind: 'day', level: 'derived', about: 'Last day of the period.' },
  },
  synonyms: {
    generic: {
      category: ['Cost Type', 'Cost Category'],
      amount: ['Cost'],
      owner: ['Person', 'Salesperson'],
      period: ['Month'],
      allocation: ['Spent On'],
    },
  },
})
