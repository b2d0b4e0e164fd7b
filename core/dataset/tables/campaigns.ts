import { defineTable } from '../schema.ts'

export const campaigns = defineTable({
  name: 'campaigns',
  title: 'Campaigns',
  about: 'Campaigns and other efforts: one row per campaign, with its first and last day.',
  marks: [['name', 'start', 'audience']],
  fields: {
    name: { kind: 'text', level: 'mandatory', about: 'What the campaign is called.' },
    start: { kind: 'date', level: 'mandatory', about: 'Its first day.' },
    end: { kind: 'date', about: 'Its last day; blank, it goes on.' },
    audience: { kind: 'text', about: 'Whom it is meant for.' },
    owner: { kind: 'text', about: 'Who runs it.' },
    note: { kind: 'text', about: 'What else is to be known.' },
  },
  synonyms: {
    generic: {
      name: ['Campaign', 'Campaign Name'],
      start: ['Start Date'],
      end: ['End Date'],
      audience: ['Target Group', 'Target Audience'],
      note: ['Notes'],
    },
  },
})
