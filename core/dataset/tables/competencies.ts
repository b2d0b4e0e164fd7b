import { defineTable } from '../schema.ts'

export const competencies = defineTable({
  name: 'competencies',
  title: 'Competencies',
  about: 'How well people master what selling takes: one row per person, competency and day.',
  marks: [['competency', 'person', 'level']],
  fields: {
    competency: { kind: 'text', level: 'mandatory', about: 'What is judged, such as negotiating.' },
    person: { kind: 'text', level: 'mandatory', about: 'Who is judged.' },
    date: { kind: 'date', about: 'The day of the judgement.' },
    level: { kind: 'number', level: 'mandatory', about: 'From 1 (beginner) to 5 (can teach others).' },
  },
  synonyms: { generic: { competency: ['Skill'], person: ['Salesperson'], level: ['Competency Level', 'Score'] } },
})
