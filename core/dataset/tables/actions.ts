import { defineTable } from '../schema.ts'

export const actions = defineTable({
  name: 'actions',
  title: 'Actions',
  about: 'What was agreed in meetings: one row per action, with who does it by when.',
  marks: [
    ['action', 'owner', 'due'],
    ['action_id', 'action'],
  ],
  fields: {
    action_id: { kind: 'id', level: 'mandatory', about: 'The key of the action.' },
    created: { kind: 'datetime', level: 'mandatory', about: 'When it was agreed.' },
    pack_id: { kind: 'id', about: 'The pack in which it was agreed.' },
    section: { kind: 'text', about: 'The part of that pack.' },
    scope: { kind: 'text', about: 'Whose pack it was.' },
    owner: { kind: 'text', level: 'mandatory', about: 'Who does it.' },
    action: { kind: 'text', level: 'mandatory', about: 'What is to be done.' },
    kpi: { kind: 'text', about: 'The figure that it is to change.' },
    deal_id: { kind: 'id', about: 'The opportunity it is about.' },
    account_id: { kind: 'id', about: 'The customer it is about.' },
    horizon: { kind: 'enum', values: ['short', 'medium', 'long'], about: 'How soon it is to have an effect.' },
    due: { kind: 'date', level: 'mandatory', about: 'The day by which it is done.' },
    support_needed: { kind: 'text', about: 'What help it needs.' },
    support_from: { kind: 'text', about: 'Who gives that help.' },
    status_text: { kind: 'text', level: 'mandatory', about: 'Open, done or dropped.' },
    closed: { kind: 'date', about: 'The day on which it was done or dropped.' },
    effect_note: { kind: 'text', about: 'What it has brought.' },
  },
  synonyms: {
    generic: {
      created: ['Agreed On', 'Created On'],
      owner: ['Who', 'Responsible', 'Action Owner'],
      action: ['What', 'Agreed Action'],
      deal_id: ['Opportunity ID', 'Opportunity Key', 'Deal Key'],
      due: ['Due Date', 'By When', 'Deadline'],
      status_text: ['Status', 'Action Status'],
      closed: ['Closed On', 'Done On'],
      effect_note: ['Effect'],
    },
  },
})
