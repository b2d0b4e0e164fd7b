import { defineTable } from '../schema.ts'
import { wordsFor } from './words/languages.ts'

export const stages = defineTable({
  name: 'stages',
  title: 'Stages',
  about: 'The sales process: one row per stage, in order.',
  marks: [
    ['stage', 'order', 'type'],
    ['stage', 'order', 'probability'],
    ['stage', 'order', 'initial'],
  ],
  fields: {
    pipeline: { kind: 'text', about: 'Which sales process the stage belongs to.' },
    stage: { kind: 'text', level: 'mandatory', about: 'The name, as the opportunities write it.' },
    order: { kind: 'number', level: 'mandatory', about: 'Position in the process.' },
    type: {
      kind: 'enum',
      values: ['open', 'won', 'lost', 'onhold'],
      level: 'mandatory',
      about: 'What a deal in this stage is.',
    },
    initial: { kind: 'bool', about: 'Whether it is one of the first stages.' },
    probability: { kind: 'percent', about: 'Chance of winning from here.' },
    stale_days: { kind: 'number', about: 'Days without an update after which a deal here is stale.' },
    target_days: { kind: 'number', about: 'Days that a deal should stay at the most.' },
    forecast_category: {
      kind: 'enum',
      values: ['commit', 'best', 'pipeline', 'omitted', 'closed'],
      about: 'Where deals in this stage count when they say nothing.',
    },
    exit_criteria: { kind: 'text', about: 'What must be true before a deal goes on.' },
    alias: { kind: 'text', about: 'Former names, separated by semicolons.' },
  },
  synonyms: {
    ...wordsFor('stages'),
    generic: {
      stage: ['Stage Name', 'Sales Stage', 'Deal Stage'],
      order: ['Sort Order', 'Position', 'No'],
      type: ['Stage Type'],
    },
  },
})
