import { defineTable } from '../schema.ts'

export const payPlans = defineTable({
  name: 'pay_plans',
  title: 'PayPlans',
  about: 'How variable pay is worked out: one row per plan, measure and tier.',
  marks: [
    ['plan', 'tier_from', 'rate'],
    ['plan', 'measure', 'rate'],
  ],
  fields: {
    plan: { kind: 'text', level: 'mandatory', about: 'The name of the plan, as in the pay plan of People.' },
    measure: { kind: 'text', level: 'mandatory', about: 'What is paid for: sales, margin, new sales …' },
    tier_from: { kind: 'number', about: 'Where the tier begins, as an amount or as a share of the target.' },
    tier_to: { kind: 'number', about: 'Where it ends; blank, nowhere.' },
    rate: { kind: 'number', level: 'mandatory', about: 'What is paid of each unit, as a fraction or a text with %.' },
    mode: {
      kind: 'enum',
      values: ['marginal', 'whole'],
      about: 'Whether a rate is for what lies in its tier, or for all once the tier is reached.',
    },
    cap: { kind: 'number', about: 'The most that is paid; blank, no limit.' },
    threshold: { kind: 'number', about: 'What must be reached before anything is paid.' },
    valid_from: { kind: 'date', about: 'The first day on which it holds.' },
    valid_to: { kind: 'date', about: 'The last day on which it holds; blank, until further notice.' },
  },
  synonyms: {
    generic: {
      plan: ['Pay Plan', 'Commission Plan', 'Plan Name'],
      tier_from: ['From'],
      tier_to: ['To'],
      rate: ['Commission Rate'],
    },
  },
})
