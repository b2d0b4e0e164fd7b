import type { Example } from './example.ts'
import { offersAsOf, sentOffers } from './examples/sent-offers.ts'

const labels = ['Offer', 'Deal ID', 'Account', 'Owner', 'Value', 'Sent', 'Status', 'Version']
const sql = 'SQL (SQLite): rows with the highest version of their offer ID, sent in the period, by amount'

export const examples: readonly Example[] = [
  {
    about: 'Offers sent in March, the largest first; a revised offer by its latest version.',
    given: { offers: sentOffers },
    args: { period: '2024-03', as_of: offersAsOf },
    result: [
      labels,
      ['Q1', 'D5', 'Elm Water', 'Anna', 100_000, '2024-03-06', 'Open', 2],
      ['Q2', 'D7', 'Ginkgo Dairy', 'Ben', 80_000, '2024-03-15', 'Sent', 1],
      ['Q5', 'D10', 'Juniper Ports', 'Ben', 70_000, '2024-03-01', 'Won', 1],
      ['Q4', 'D9', 'Ivy Textiles', 'Anna', 20_000, '2024-03-01', 'Open', 1],
    ],
    figures: sql,
  },
  {
    about: 'In January an offer that was revised in March is not listed.',
    given: { offers: sentOffers },
    args: { period: '2024-01', as_of: offersAsOf },
    result: [labels, ['Q7', 'D3', 'Cedar Paper', 'Ben', 40_000, '2024-01-05', 'Withdrawn', 1]],
    figures: sql,
  },
  {
    about: 'A month without offers is an empty list.',
    given: { offers: sentOffers },
    args: { period: '2023-12', as_of: offersAsOf },
    result: [labels],
    figures: 'by hand: the first offer was sent in January 2024',
  },
]
