import { defineTable } from '../schema.ts'

export const market = defineTable({
  name: 'market',
  title: 'Market',
  about: 'How large the market is: one row per segment, region or product, and period.',
  marks: [
    ['segment', 'period', 'size'],
    ['region', 'period', 'size'],
    ['product', 'period', 'size'],
  ],
  fields: {
    segment: { kind: 'text', about: 'The segment.' },
    region: { kind: 'text', about: 'The region.' },
    product: { kind: 'text', about: 'The product.' },
    period: { kind: 'text', about: '2026, 2026-Q2, 2026-03; left out, a year.' },
    size: { kind: 'money', level: 'mandatory', about: 'What all sellers together sell.' },
  },
  synonyms: { generic: { size: ['Market Size'], period: ['Year'] } },
})
