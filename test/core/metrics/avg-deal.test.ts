import { describe, expect, test } from '@jest/globals'
import { avgDeal } from '#core/metrics/avg-deal'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { ask, cells, notes, reasons, table } from './ask.ts'

const sizes = table(
  'Deal ID, Status, Amount, Close date',
  ['A', 'Won', 100, '2024-01-01'],
  ['B', 'Won', 300, '2024-01-01'],
  ['C', 'Won', 5_000, '2024-01-01'],
  ['D', 'Won', 0, '2024-01-01'],
  ['E', 'Won', -50, '2024-01-01'],
  ['F', 'Won', null, '2024-01-01'],
  ['G', 'Open', 900, '2024-01-01'],
)

describe('AVG_DEAL', () => {
  test('open deals never mix with won ones', () => {
    expect(cells(ask(avgDeal, { deals: sizes }), 'count', 'average')).toEqual([[3, 1800]])
    expect(cells(ask(avgDeal, { deals: sizes }, { which: 'open' }), 'count', 'average')).toEqual([[1, 900]])
  })

  test('blank, zero and negative amounts are left out and counted in a note (W5)', () => {
    expect(notes(ask(avgDeal, { deals: sizes }))).toEqual([
      'Deals without a positive amount, which are left out of the average: 3.',
    ])
    expect(notes(ask(avgDeal, { deals: sizes }, { include_negative: true }))).toEqual([
      'Deals without an amount, which are left out of the average: 2.',
    ])
  })

  test('the setting mega_deal leaves large deals out, an argument overrules it, a deal of that size stays', () => {
    const columns = ['count', 'average', 'large', 'withLarge'] as const
    const settings = { mega_deal: 300 }
    expect(cells(ask(avgDeal, { deals: sizes }, {}, settings), ...columns)).toEqual([[2, 200, 1, 1800]])
    expect(cells(ask(avgDeal, { deals: sizes }, { exclude_above: 0 }, settings), ...columns)).toEqual([
      [3, 1800, 0, 1800],
    ])
  })

  test('a median of an even number of deals lies between the middle two', () => {
    expect(
      cells(ask(avgDeal, { deals: sizes }, { stat: 'median', exclude_above: 1000 }), 'average', 'withLarge'),
    ).toEqual([[200, 300]])
  })

  test('where every deal is too large, the average has no answer and the large ones are shown', () => {
    const answer = ask(avgDeal, { deals: sizes }, { exclude_above: 50 })
    expect(cells(answer, 'count', 'value', 'average', 'large', 'withLarge')).toEqual([[0, 0, null, 3, 1800]])
    expect(reasons(answer)).toEqual(['No such deal with an amount is left to average.'])
  })

  test('groups without such a deal are left out', () => {
    expect(cells(ask(avgDeal, { deals: tenDeals }, { by: 'owner', which: 'lost' }), 'owner', 'average')).toEqual([
      ['Ben', 40_000],
    ])
  })

  test.each([
    [{ exclude_above: -1 }, 'argument: exclude_above is -1; it must be a number of 0 or more.'],
    [{ which: 'all' }, 'argument: which is "all"; it can be won or open or lost.'],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(avgDeal, { deals: tenDeals }, args), 'average')).toBe(reason)
  })
})
