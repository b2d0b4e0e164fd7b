import { defineTable } from '../schema.ts'

export const lines = defineTable({
  name: 'lines',
  title: 'Lines',
  about: 'One row per product of an opportunity, with its price.',
  marks: [
    ['deal_id', 'product', 'net_price'],
    ['deal_id', 'net_price', 'list_price'],
    ['deal_id', 'net_price', 'unit_cost'],
  ],
  fields: {
    deal_id: { kind: 'id', level: 'mandatory', about: 'The opportunity.' },
    product: { kind: 'text', level: 'mandatory', about: 'What is sold.' },
    qty: { kind: 'number', about: 'How many; blank, one.' },
    list_price: { kind: 'money', about: 'The price of one before any discount.' },
    net_price: { kind: 'money', level: 'mandatory', about: 'The price of one that the customer pays.' },
    unit_cost: { kind: 'money', about: 'What one costs us.' },
    period_months: { kind: 'number', about: 'How many months it is for; the prices are for all of them.' },
    status: { kind: 'status', level: 'derived', about: 'What became of its opportunity.' },
    closing: { kind: 'day', level: 'derived', about: 'The closing day of its opportunity.' },
    rate: { kind: 'number', level: 'derived', about: 'What one unit of the currency of its opportunity is worth.' },
    account: { kind: 'text', level: 'derived', about: 'The customer of its opportunity.' },
    owner: { kind: 'text', level: 'derived', about: 'The owner of its opportunity.' },
    team: { kind: 'text', level: 'derived', about: 'The team of that owner.' },
    region: { kind: 'text', level: 'derived', about: 'The region of its opportunity.' },
    segment: { kind: 'text', level: 'derived', about: 'The segment of its opportunity.' },
    business_unit: { kind: 'text', level: 'derived', about: 'The business unit of its opportunity.' },
    type: { kind: 'text', level: 'derived', about: 'The type of its opportunity.' },
    source: { kind: 'text', level: 'derived', about: 'Where its opportunity came from.' },
  },
  synonyms: {
    generic: {
      deal_id: ['Opportunity ID', 'Opportunity Key', 'Deal Key'],
      product: ['Product Name', 'Item'],
      qty: ['Quantity', 'Units'],
      list_price: ['Unit List Price', 'Catalogue Price'],
      net_price: ['Net Unit Price', 'Sales Price', 'Selling Price'],
      unit_cost: ['Cost Price', 'Unit Standard Cost'],
      period_months: ['Term Months'],
    },
  },
})
