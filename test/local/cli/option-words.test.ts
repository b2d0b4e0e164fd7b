import { expect, test } from '@jest/globals'
import { withOptions } from '#local/cli/option-words'

test.each([
  [
    'Add it, or name the one that holds it: map deals.amount to it.',
    'Add it, or name the one that holds it: --map "deals.amount=…".',
  ],
  ['Then map unit_costs.channel to "Way to go".', 'Then --map "unit_costs.channel=Way to go".'],
  ['Say which: map a.b to "c", or map a.d to its column.', 'Say which: --map "a.b=c", or --map "a.d=…".'],
  [
    'Correct it, or set unreadable to blank, which leaves it out.',
    'Correct it, or pass --set unreadable=blank, which leaves it out.',
  ],
  ['None tells. Set date_order to dmy or to mdy.', 'None tells. Pass --set date_order=dmy or date_order=mdy.'],
  ['If it groups thousands, set decimal to comma.', 'If it groups thousands, pass --set decimal=comma.'],
  ['Say which: choose "a b.csv" as deals or choose "c" as unit_costs.', 'Say which: deals=a b.csv or unit_costs=c.'],
  ['Already --set decimal=comma, and set a to 1.', 'Already --set decimal=comma, and set a to 1.'],
  ['Already --map "deals.owner=Rep".', 'Already --map "deals.owner=Rep".'],
  ['We choose "a" as friends and map out a.b to "c".', 'We choose "a" as friends and map out a.b to "c".'],
])('%s becomes the option of the command line', (sentence, shown) => {
  expect(withOptions(sentence)).toBe(shown)
})
