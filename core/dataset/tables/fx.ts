import { defineTable } from '../schema.ts'

export const fx = defineTable({
  name: 'fx',
  title: 'FX',
  about: 'Exchange rates to the base currency: one row per currency and day, or one plan rate per currency.',
  marks: [['currency', 'rate_to_base']],
  fields: {
    currency: { kind: 'text', level: 'mandatory', about: 'ISO code of the other currency.' },
    date: { kind: 'date', about: 'The first day on which it holds, up to the next one; blank, always.' },
    rate_to_base: {
      kind: 'number',
      level: 'mandatory',
      about: 'What one unit of the currency is worth in the base currency.',
    },
    type: {
      kind: 'enum',
      values: ['spot', 'plan'],
      about: 'The rate of the day, or the one that plans are made with.',
    },
  },
  synonyms: {
    generic: {
      currency: ['Currency Code', 'From Currency'],
      date: ['Rate Date', 'Valid From'],
      rate_to_base: ['Exchange Rate', 'FX Rate', 'Rate'],
      type: ['Rate Type'],
    },
  },
})
