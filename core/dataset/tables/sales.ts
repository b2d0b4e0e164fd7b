import { defineTable } from '../schema.ts'

export const sales = defineTable({
  name: 'sales',
  title: 'Sales',
  about: 'What was invoiced: one row per invoice or invoice line.',
  marks: [
    ['date', 'amount', 'invoice_id'],
    ['date', 'amount', 'account', 'product'],
  ],
  fields: {
    date: { kind: 'date', level: 'mandatory', about: 'The day of the invoice.' },
    amount: { kind: 'money', level: 'mandatory', about: 'The net amount; credit notes are negative.' },
    currency: { kind: 'text', about: 'ISO code of the amount.' },
    value: { kind: 'value', level: 'derived', about: 'The amount in the base currency.' },
    cost: { kind: 'money', about: 'What the goods cost us.' },
    invoice_id: { kind: 'id', about: 'The number of the invoice.' },
    account: { kind: 'text', about: 'The customer.' },
    owner: { kind: 'text', about: 'Who sold it.' },
    product: { kind: 'text', about: 'What was sold.' },
    segment: { kind: 'text', about: 'The segment.' },
    business_unit: { kind: 'text', about: 'The business unit.' },
    region: { kind: 'text', about: 'The region.' },
  },
  synonyms: {
    generic: {
      date: ['Invoice Date', 'Posting Date'],
      amount: ['Net Amount', 'Invoice Amount'],
      invoice_id: ['Invoice No', 'Invoice Number', 'Invoice'],
      account: ['Customer', 'Account Name'],
      owner: ['Salesperson'],
    },
  },
})
