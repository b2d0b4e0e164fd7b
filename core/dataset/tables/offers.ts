import { defineTable } from '../schema.ts'

export const offers = defineTable({
  name: 'offers',
  title: 'Offers',
  about: 'One row per offer and version sent to a customer.',
  marks: [
    ['offer_id', 'sent'],
    ['offer_id', 'status_text'],
  ],
  fields: {
    offer_id: { kind: 'id', level: 'mandatory', about: 'The key of the offer; versions share it.' },
    deal_id: { kind: 'id', level: 'recommended', about: 'The opportunity.' },
    account: { kind: 'text', about: 'The customer.' },
    owner: { kind: 'text', level: 'mandatory', about: 'Who sent it.' },
    sent: { kind: 'date', level: 'mandatory', about: 'When it was sent.' },
    check_date: { kind: 'date', level: 'recommended', about: 'When to ask for an answer.' },
    valid_until: { kind: 'date', about: 'The last day it binds us.' },
    amount: { kind: 'money', about: 'What is offered.' },
    currency: { kind: 'text', about: 'ISO code of the amount.' },
    value: { kind: 'value', level: 'derived', about: 'The amount in the base currency.' },
    status_text: { kind: 'text', level: 'mandatory', about: 'Open, won, lost or withdrawn.' },
    version: { kind: 'number', about: 'The highest counts.' },
  },
  synonyms: {
    generic: {
      offer_id: ['Quote ID', 'Quote Number', 'Offer Number'],
      sent: ['Sent Date', 'Quote Date'],
      status_text: ['Status', 'Offer Status'],
      owner: ['Sales Agent', 'Salesperson'],
    },
  },
})
