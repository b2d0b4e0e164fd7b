import { defineTable } from '../schema.ts'

export const rampPlans = defineTable({
  name: 'ramp_plans',
  title: 'RampPlans',
  about: 'How fast new people come up to speed: one row per plan and month in the role.',
  marks: [['plan', 'month_no', 'pct']],
  fields: {
    plan: { kind: 'text', level: 'mandatory', about: 'The name of the plan, as in the ramp plan of People.' },
    month_no: { kind: 'number', level: 'mandatory', about: 'Which month in the role; the month of the start is 1.' },
    pct: { kind: 'percent', level: 'mandatory', about: 'How far up to speed; after the last month fully.' },
  },
  synonyms: {
    generic: {
      plan: ['Ramp Plan', 'Plan Name'],
      month_no: ['Month Number', 'Month', 'Month in Role'],
      pct: ['Percent', 'Percentage', 'Ramp', 'Productivity'],
    },
  },
})
