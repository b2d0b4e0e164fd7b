import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const labels = ['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Close date', 'Days overdue']

export const examples: readonly Example[] = [
  {
    about: 'One deal is overdue; the one without a close date is counted in a note.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [labels, ['D5', 'Booster station', 'Elm Water', 'Anna', 'Proposal', 100_000, '2024-03-15', 16]],
    figures: 'golden fixture of ten deals: overdue D5; by hand: 15 to 31 March is 16 days',
  },
  {
    about: 'How many they are.',
    given: { deals: tenDeals },
    args: { as_of: asOf, mode: 'count' },
    result: [['Deals'], [1]],
    figures: 'golden fixture of ten deals: overdue D5',
  },
  {
    about: 'What they are worth together, on the first of May.',
    given: { deals: tenDeals },
    args: { as_of: '2024-05-01', mode: 'value' },
    result: [['Value'], [240_000]],
    figures: 'by hand: D5 100,000 + D6 60,000 + D7 80,000 were due by then',
  },
  {
    about: 'The largest one only.',
    given: { deals: tenDeals },
    args: { as_of: '2024-05-01', top: 1 },
    result: [labels, ['D5', 'Booster station', 'Elm Water', 'Anna', 'Proposal', 100_000, '2024-03-15', 47]],
    figures: 'by hand: D5 is the largest of D5, D6 and D7; 15 March to 1 May is 16 + 30 + 1 days',
  },
  {
    about: 'A deal that is due today is not overdue: the list is empty.',
    given: { deals: tenDeals },
    args: { as_of: '2024-03-15' },
    result: [labels],
    figures: 'by hand: D5 is due on 15 March',
  },
]
