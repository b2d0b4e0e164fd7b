import { defineTable } from '../schema.ts'

export const products = defineTable({
  name: 'products',
  title: 'Products',
  about: 'What is sold: one row per product. Names of opportunities are compared with it.',
  marks: [
    ['product', 'list_price'],
    ['product', 'unit_cost'],
  ],
  fields: {
    product_id: { kind: 'id', about: 'The key of the product.' },
    product: { kind: 'text', level: 'mandatory', about: 'The name, as the opportunities write it.' },
    category: { kind: 'text', about: 'The kind of product.' },
    list_price: { kind: 'money', about: 'The price of one before any discount.' },
    unit_cost: { kind: 'money', about: 'What one costs us.' },
  },
  synonyms: {
    generic: {
      product_id: ['Product Key', 'Product Code', 'SKU'],
      product: ['Product Name'],
      category: ['Series', 'Product Family'],
      list_price: ['Sales Price', 'Catalogue Price', 'Unit List Price'],
      unit_cost: ['Standard Cost', 'Cost Price', 'Unit Standard Cost'],
    },
  },
})
