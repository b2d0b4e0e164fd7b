import { defineTable } from '../schema.ts'

export const customers = defineTable({
  name: 'customers',
  title: 'Customers',
  about: 'One row per customer.',
  marks: [
    ['account_id', 'account'],
    ['account', 'customer_since'],
    ['account', 'tier'],
    ['account', 'industry'],
  ],
  fields: {
    account_id: { kind: 'id', level: 'mandatory', about: 'The key of the customer.' },
    account: { kind: 'text', level: 'mandatory', about: 'The name.' },
    segment: { kind: 'text', about: 'The segment.' },
    tier: { kind: 'enum', values: ['key', 'growth', 'standard'], about: 'How important the customer is.' },
    owner: { kind: 'text', about: 'Who owns the relationship.' },
    region: { kind: 'text', about: 'The region.' },
    industry: { kind: 'text', about: 'The industry.' },
    customer_since: { kind: 'date', about: 'The first day as a customer.' },
  },
  synonyms: {
    generic: { account: ['Customer', 'Company', 'Account Name'], account_id: ['Customer ID'], industry: ['Sector'] },
  },
})
