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
    },
    generic: { to_stage: ['New Stage', 'Stage'], from_stage: ['Old Stage'], changed_at: ['Date', 'Stage Change Date'] },
  },
})
