import { defineTable } from '../schema.ts'

export const params = defineTable({
  name: 'params',
  title: 'Params',
  about: 'What a target is broken down by: one row per segment and parameter.',
  marks: [['parameter', 'value']],
  fields: {
    segment: { kind: 'text', about: 'The segment it is about; blank, every segment, or the whole model.' },
    parameter: { kind: 'text', level: 'mandatory', about: 'Which parameter: target, avg_deal, win_rate, mix …' },
    value: { kind: 'number', level: 'mandatory', about: 'Its value; a share is a fraction or a text with %.' },
    unit: { kind: 'text', about: 'What the value is in, for those who read it.' },
    source: { kind: 'text', about: 'Where the value comes from: history, benchmark or judgement.' },
    n: { kind: 'number', about: 'How many cases the history has.' },
    standard_error: { kind: 'number', about: 'The standard error of the history, in the unit of the value.' },
    locked: { kind: 'bool', about: 'Whether the value stays when another is solved for or saved.' },
    version: {
      kind: 'enum',
      values: ['plan', 'current'],
      about: 'The plan as agreed, or as it stands now; blank, both.',
    },
  },
  synonyms: {
    generic: {
      parameter: ['Param', 'Input'],
      unit: ['Units'],
      n: ['Cases', 'Sample Size'],
      standard_error: ['Std Error', 'SE'],
    },
  },
})
