import { defineTable } from '../schema.ts'

export const phasingPlans = defineTable({
  name: 'phasing_plans',
  title: 'PhasingPlans',
  about: 'How a year is spread over its periods: one row per plan and period.',
  marks: [['plan', 'period_no', 'pct']],
  fields: {
    plan: { kind: 'text', level: 'mandatory', about: 'The name of the plan.' },
    period_no: { kind: 'number', level: 'mandatory', about: 'Which period of the fiscal year, from 1.' },
    pct: { kind: 'percent', level: 'mandatory', about: 'Its share of the year, or its weight beside the others.' },
  },
  synonyms: {
    generic: {
      plan: ['Phasing Plan', 'Plan Name', 'Phasing'],
      period_no: ['Period Number', 'Period', 'Month', 'Month Number'],
      pct: ['Percent', 'Percentage', 'Weight', 'Share'],
    },
  },
})
