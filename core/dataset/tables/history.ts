import { defineTable } from '../schema.ts'

export const history = defineTable({
  name: 'history',
  title: 'StageHistory',
  about: 'One row per change of stage.',
  marks: [
    ['deal_id', 'to_stage', 'changed_at'],
    ['to_stage', 'changed_at', 'from_stage'],
  ],
  fields: {
    deal_id: { kind: 'id', level: 'mandatory', about: 'The opportunity.' },
    from_stage: { kind: 'text', about: 'The stage before; left out, the row before tells it.' },
    to_stage: { kind: 'text', level: 'mandatory', about: 'The stage after.' },
    changed_at: { kind: 'datetime', level: 'mandatory', about: 'When.' },
    change: { kind: 'text', about: 'What the source says of the change; no figure reads it.' },
    duration: { kind: 'text', about: 'How long the stage before lasted, as the source counts it; no figure reads it.' },
    by: { kind: 'text', about: 'Who changed it.' },
    amount: { kind: 'money', about: 'The amount at that moment.' },
    close_date: { kind: 'date', about: 'The close date at that moment.' },
  },
  synonyms: {
    salesforce: {
      deal_id: ['Opportunity ID', 'OpportunityId'],
      from_stage: ['From Stage'],
      to_stage: ['To Stage', 'StageName'],
      changed_at: ['Last Modified', 'CreatedDate', 'Stage Change Date'],
      by: ['CreatedById'],
      change: ['Stage Change'],
      duration: ['Stage Duration'],
    },
    generic: { to_stage: ['New Stage', 'Stage'], from_stage: ['Old Stage'], changed_at: ['Date', 'Stage Change Date'] },
  },
  substitutes: { salesforce: { changed_at: ['Last Stage Change Date'] } },
})
