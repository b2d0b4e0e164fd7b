import { defineTable } from '../schema.ts'

export const questions = defineTable({
  name: 'questions',
  title: 'Questions',
  about: 'Questions that coaches ask, or that qualify an opportunity: one row per question.',
  marks: [
    ['set', 'question'],
    ['question', 'weight'],
  ],
  fields: {
    set: {
      kind: 'enum',
      values: ['coaching', 'qualification'],
      level: 'mandatory',
      about: 'What the question is for.',
    },
    order: { kind: 'number', about: 'Its place among the questions of its set.' },
    question: { kind: 'text', level: 'mandatory', about: 'The question.' },
    weight: { kind: 'number', about: 'How much its answer counts beside the others; blank, 1.' },
    help: { kind: 'text', about: 'What a good answer has.' },
  },
  synonyms: { generic: { set: ['Question Set'], order: ['No', 'Number'], help: ['Hint'] } },
})
