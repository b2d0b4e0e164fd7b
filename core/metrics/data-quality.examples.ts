import type { Example } from './example.ts'
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
]
