import type { Example } from './example.ts'
import { offersAsOf, sentOffers } from './examples/sent-offers.ts'

const labels = ['Offer', 'Deal ID', 'Account', 'Owner', 'Value', 'Sent', 'Check date', 'Days overdue', 'Flags']
const sql =
  'SQL (SQLite): open rows with the highest version of their offer ID, coalesce(check date, sent + days) before as_of'

export const examples: readonly Example[] = [
  {
    about:
      'Open offers that should have been answered; one to be checked today is not overdue, nor is one sent 30 days ago.',
    given: { offers: sentOffers },
    args: { as_of: offersAsOf },
    result: [
      labels,
      ['Q1', 'D5', 'Elm Water', 'Anna', 100_000, '2024-03-06', '2024-03-20', 11, ''],
      [
        'Q3',
        'D6',
        'Fir Chemicals',
        'Ben',
        60_000,
        '2024-02-29',
        '2024-03-30',
        1,
        'no check date: 30 days after sending, no longer valid',
      ],
      ['Q6', 'D8', 'Hazel Logistics', 'Ben', null, '2024-02-05', '2024-03-01', 30, ''],
    ],
    figures: sql,
  },
  {
    about: 'Offers without a check date wait for 45 days.',
    given: { offers: sentOffers },
    args: { as_of: offersAsOf, days: 45 },
    result: [
      labels,
      ['Q1', 'D5', 'Elm Water', 'Anna', 100_000, '2024-03-06', '2024-03-20', 11, ''],
      ['Q6', 'D8', 'Hazel Logistics', 'Ben', null, '2024-02-05', '2024-03-01', 30, ''],
    ],
    figures: sql,
  },
  {
    about: 'The number of days as a setting.',
    given: { offers: sentOffers },
    args: { as_of: '2024-03-10' },
    settings: { offer_days: 9 },
    result: [
      labels,
      [
        'Q3',
        'D6',
        'Fir Chemicals',
        'Ben',
        60_000,
        '2024-02-29',
        '2024-03-09',
        1,
        'no check date: 9 days after sending',
      ],
      ['Q6', 'D8', 'Hazel Logistics', 'Ben', null, '2024-02-05', '2024-03-01', 9, ''],
    ],
    figures: sql,
  },
  {
    about: 'Before the first check date the list is empty.',
    given: { offers: sentOffers },
    args: { as_of: '2024-03-01' },
    result: [labels],
    figures: 'by hand: the check dates of open offers begin on 1 March',
  },
]
