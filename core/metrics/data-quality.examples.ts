import type { Example } from './example.ts'
import { dirtyAsOf, dirtyDeals, dirtyPeople } from './examples/dirty-deals.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'

const labels = ['Check', 'Rows', 'Share', 'Example', 'Column']

export const examples: readonly Example[] = [
  {
    about: 'Every check that the columns allow; the one open field, next step, is named in a note.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf },
    result: [
      labels,
      ['Deal ID is blank', 0, 0, null, 'Deal ID'],
      ['Name is blank', 0, 0, null, 'Name'],
      ['Owner is blank', 0, 0, null, 'Owner'],
      ['Stage is blank', 0, 0, null, 'Stage'],
      ['Amount is blank', 1, 0.1, 'Row 9 (D8)', 'Amount'],
      ['Created is blank', 0, 0, null, 'Created'],
      ['Close date is blank', 1, 0.1, 'Row 9 (D8)', 'Close date'],
      ['Created in the future', 0, 0, null, 'Created'],
      ['Closed in the future', 0, 0, null, 'Close date'],
      ['Close date before creation', 1, 1 / 9, 'Row 11 (D10)', 'Close date'],
      ['Stage is not in Stages', 0, 0, null, 'Stage'],
      ['Stage and status disagree', 0, 0, null, 'Stage'],
      ['Deal ID is repeated', 0, 0, null, 'Deal ID'],
      ['Amount is negative', 0, 0, null, 'Amount'],
      ['Amount is 0 in a late stage', 1, 1 / 8, 'Row 5 (D4)', 'Amount'],
      ['Amount is not in the base currency', 0, 0, null, 'Amount'],
      ['Any of these', 3, 0.3, 'Row 5 (D4)', null],
    ],
    figures:
      'golden fixture of ten deals: D8 blank amount, D8 blank close date, D10 closed before created, D4 zero amount; by hand: 9 deals have both dates, 8 are closed or past Qualify and have an amount',
  },
  {
    about: 'By person, only what was found, and how many rows of each have anything to correct.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Anna', 'Any of these', 0, 0, null, null],
      ['Ben', 'Amount is blank', 1, 1 / 6, 'Row 9 (D8)', 'Amount'],
      ['Ben', 'Close date is blank', 1, 1 / 6, 'Row 9 (D8)', 'Close date'],
      ['Ben', 'Close date before creation', 1, 1 / 5, 'Row 11 (D10)', 'Close date'],
      ['Ben', 'Amount is 0 in a late stage', 1, 1 / 4, 'Row 5 (D4)', 'Amount'],
      ['Ben', 'Any of these', 3, 0.5, 'Row 5 (D4)', null],
    ],
    figures: 'by hand from the golden fixture: all four hits are of Ben, who has 6 rows',
  },
  {
    about: 'One of everything, with a field that is required on top; the text for a date counts as blank.',
    given: { deals: dirtyDeals, stages: tenDealStages, people: dirtyPeople },
    args: { as_of: dirtyAsOf, required: 'account' },
    settings: { unreadable: 'blank', base_currency: 'EUR' },
    result: [
      labels,
      ['Deal ID is blank', 1, 1 / 7, 'Row 7', 'Deal ID'],
      ['Name is blank', 1, 1 / 7, 'Row 5 (Q4)', 'Name'],
      ['Owner is blank', 1, 1 / 7, 'Row 6 (Q5)', 'Owner'],
      ['Stage is blank', 0, 0, null, 'Stage'],
      ['Amount is blank', 0, 0, null, 'Amount'],
      ['Created is blank', 1, 1 / 7, 'Row 8 (Q7)', 'Created'],
      ['Close date is blank', 0, 0, null, 'Close date'],
      ['Account is blank', 1, 1 / 7, 'Row 3 (Q2)', 'Account'],
      ['Next step is blank', 2, 2 / 5, 'Row 3 (Q2)', 'Next step'],
      ['Created in the future', 1, 1 / 6, 'Row 3 (Q2)', 'Created'],
      ['Closed in the future', 1, 1 / 2, 'Row 7', 'Close date'],
      ['Close date before creation', 1, 1 / 6, 'Row 5 (Q4)', 'Close date'],
      ['Stage is not in Stages', 1, 1 / 7, 'Row 4 (Q2)', 'Stage'],
      ['Stage and status disagree', 1, 1 / 7, 'Row 5 (Q4)', 'Stage'],
      ['Owner is not in People', 1, 1 / 6, 'Row 4 (Q2)', 'Owner'],
      ['Currency is not known', 1, 1 / 7, 'Row 6 (Q5)', 'Currency'],
      ['Deal ID is repeated', 1, 1 / 6, 'Row 4 (Q2)', 'Deal ID'],
      ['Amount is negative', 1, 1 / 7, 'Row 3 (Q2)', 'Amount'],
      ['Amount is 0 in a late stage', 2, 2 / 5, 'Row 6 (Q5)', 'Amount'],
      ['Amount is not in the base currency', 1, 1 / 7, 'Row 4 (Q2)', 'Amount'],
      ['Cell cannot be read', 1, 1 / 7, 'Row 8', 'Created'],
      ['Probability is outside 0 to 100%', 1, 1 / 7, 'Row 5', 'Probability'],
      ['Any of these', 6, 6 / 7, 'Row 3 (Q2)', null],
    ],
    figures:
      'SQL in DuckDB: count(*) filter (where … and …) and min(row) for each check; the last two findings by hand',
  },
  {
    about: 'A required field without a column cannot be checked, and says so.',
    given: {
      deals: [
        ['Deal ID', 'Status'],
        ['A1', 'open'],
      ],
    },
    args: { as_of: asOf, required: 'product' },
    result: [
      labels,
      ['Deal ID is blank', 0, 0, null, 'Deal ID'],
      ['Product is blank', null, null, null, 'Product'],
      ['Deal ID is repeated', 0, 0, null, 'Deal ID'],
      ['Any of these', 0, 0, null, null],
    ],
    figures: 'by hand',
  },
]
