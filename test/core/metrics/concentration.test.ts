import { describe, expect, test } from '@jest/globals'
import { concentration } from '#core/metrics/concentration'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Status, Amount, Close date'

describe('CONCENTRATION', () => {
  test('one deal is all there is: share and index are 1', () => {
    const deals = table(header, ['A', 'Open', 10, null], ['B', 'Won', 90, '2024-01-01'])
    expect(cells(ask(concentration, { deals }), 'topShare', 'hhi', 'largestShare')).toEqual([[1, 1, 1]])
  })

  test('equal deals: the index is 1 ÷ their number', () => {
    const deals = table(header, ...Array.from({ length: 8 }, (_, i) => [`D${i}`, 'Open', 5, null]))
    expect(cells(ask(concentration, { deals }, { n: 3 }), 'topShare', 'hhi', 'count')).toEqual([[0.375, 0.125, 8]])
  })

  test('rows that share a deal ID are one deal', () => {
    const deals = table(header, ['A', 'Open', 30, null], ['A', 'Open', 30, null], ['B', 'Open', 40, null])
    expect(cells(ask(concentration, { deals }, { n: 1 }), 'topShare', 'largest')).toEqual([[0.6, 60]])
  })

  test('the setting top_n says how many are large', () => {
    expect(cells(ask(concentration, { deals: tenDeals }, {}, { top_n: 2 }), 'topShare')).toEqual([[180 / 260]])
  })

  test('without value there is no share, never 0', () => {
    const deals = table(header, ['A', 'Open', 0, null], ['B', 'Open', 5, null], ['C', 'Open', -5, null])
    const answer = ask(concentration, { deals })
    expect(cells(answer, 'topShare', 'hhi', 'largestShare', 'value')).toEqual([[null, null, null, 0]])
    expect(reasons(answer)).toEqual(
      Array(3).fill('These open deals are worth nothing together, so none of them has a share.'),
    )
  })

  test('with no open deal at all there is no largest deal either', () => {
    const answer = ask(concentration, { deals: table(header, ['A', 'Won', 5, '2024-01-01']) })
    expect(cells(answer, 'topShare', 'largest', 'count', 'value')).toEqual([[null, null, 0, 0]])
  })

  test('blank, undated and negative deals are said', () => {
    const deals = table(
      header,
      ['A', 'Open', 100, '2024-04-02'],
      ['B', 'Open', -20, '2024-04-02'],
      ['C', 'Open', null, '2024-04-02'],
      ['D', 'Open', 7, null],
    )
    const answer = ask(concentration, { deals }, { period: '2024-Q2' })
    expect(cells(answer, 'largestShare', 'hhi')).toEqual([[1.25, 1.25 ** 2 + 0.25 ** 2]])
    expect(notes(answer)).toEqual([
      'Open deals without a close date, which count in no period: 1.',
      'Open deals without an amount, which have no share: 1.',
      'Open deals with a negative amount, which lower the total and raise the shares: 1.',
    ])
  })

  test.each([0, 1.5, 'many'])('refuses n=%s', (n) => {
    expect(cells(ask(concentration, { deals: tenDeals }, { n }))).toMatch(/^argument: n is /)
  })
})
