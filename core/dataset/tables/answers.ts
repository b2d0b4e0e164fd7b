import { defineTable } from '../schema.ts'

export const answers = defineTable({
  name: 'answers',
  title: 'Answers',
  about: 'What was answered about an opportunity: one row per opportunity, question and day.',
  marks: [
    ['deal_id', 'question', 'answer'],
    ['deal_id', 'question', 'score'],
  ],
  fields: {
    deal_id: { kind: 'id', level: 'mandatory', about: 'The opportunity.' },
    question: { kind: 'text', level: 'mandatory', about: 'The question, as in Questions.' },
    date: { kind: 'date', about: 'The day of the answer; the latest counts.' },
    answer: { kind: 'text', about: 'The answer in words.' },
    score: { kind: 'number', about: 'The answer as a number.' },
  },
  synonyms: {
    generic: { deal_id: ['Opportunity ID', 'Opportunity Key', 'Deal Key'], date: ['Answered On'], score: ['Points'] },
  },
})
