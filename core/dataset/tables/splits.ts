import { defineTable } from '../schema.ts'

export const splits = defineTable({
  name: 'splits',
  title: 'Splits',
  about: 'Who has what credit for an opportunity that several people share: one row per opportunity and person.',
  marks: [['deal_id', 'person', 'credit_pct']],
  fields: {
    deal_id: { kind: 'id', level: 'mandatory', about: 'The opportunity.' },
    person: { kind: 'text', level: 'mandatory', about: 'Who has credit for it, by name, alias or e-mail.' },
    credit_pct: {
      kind: 'percent',
      level: 'mandatory',
      about: 'The share of it; the shares of one opportunity add up to 100%.',
    },
    role: { kind: 'text', about: 'What the person did for it.' },
  },
  synonyms: {
    generic: {
      deal_id: ['Opportunity ID', 'Opportunity Key', 'Deal Key'],
      person: ['Owner', 'Salesperson', 'Team Member', 'Rep'],
      credit_pct: ['Credit %', 'Credit', 'Split %', 'Split', 'Percent', 'Share', 'Percentage'],
      role: ['Team Role'],
    },
  },
})
