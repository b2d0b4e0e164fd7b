import { defineTable } from '../schema.ts'

export const coachingLog = defineTable({
  name: 'coaching_log',
  title: 'CoachingLog',
  about: 'Meetings of coaches with their people: one row per meeting, or per topic of it.',
  marks: [['date', 'coach', 'person']],
  fields: {
    date: { kind: 'date', level: 'mandatory', about: 'The day of the meeting.' },
    coach: { kind: 'text', level: 'mandatory', about: 'Who coaches.' },
    person: { kind: 'text', level: 'mandatory', about: 'Who is coached.' },
    pack_id: { kind: 'id', about: 'The pack that they had before them.' },
    topic: { kind: 'text', about: 'What they spoke about.' },
    competency: { kind: 'text', about: 'The competency that it was about, as in Competencies.' },
    agreed: { kind: 'text', about: 'What they agreed.' },
    follow_up: { kind: 'date', about: 'The day on which they look at it again.' },
    rating: { kind: 'number', about: 'How useful it was.' },
  },
  synonyms: {
    generic: {
      date: ['Meeting Date', 'Session Date'],
      coach: ['Coached By'],
      person: ['Coachee', 'Salesperson'],
      follow_up: ['Follow Up Date'],
    },
  },
})
