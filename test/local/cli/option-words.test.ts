import { expect, test } from '@jest/globals'
import { withOptions } from '#local/cli/option-words'

test.each([
  [
    'Add it, or name the one that holds it: map "deals.amount=…".',
    'Add it, or name the one that holds it: --map "deals.amount=…".',
  ],
  ['Then map "unit_costs.channel=Way".', 'Then --map "unit_costs.channel=Way".'],
  ['Say which: map "a.b=c", or map "a.d=c".', 'Say which: --map "a.b=c", or --map "a.d=c".'],
  [
    'Correct it, or set unreadable=blank to leave it out.',
    'Correct it, or pass --set unreadable=blank to leave it out.',
  ],
  ['None tells. Set date_order=dmy or date_order=mdy.', 'None tells. Pass --set date_order=dmy or date_order=mdy.'],
  ['If it groups thousands, set decimal=comma.', 'If it groups thousands, pass --set decimal=comma.'],
  ['Already --set decimal=comma, and a set a=1.', 'Already --set decimal=comma, and a set a=1.'],
  ['Already --map "deals.owner=Rep".', 'Already --map "deals.owner=Rep".'],
  ['Road map "2026" stays, and so does a remap "a.b=c".', 'Road map "2026" stays, and so does a remap "a.b=c".'],
])('%s becomes the option of the command line', (sentence, shown) => {
  expect(withOptions(sentence)).toBe(shown)
})
