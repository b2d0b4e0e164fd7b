import { describe, expect, test } from '@jest/globals'
import { sentOffers } from '#core/metrics/examples/sent-offers'
import { newOffers } from '#core/metrics/new-offers'
import { ask, cells, notes, table } from './ask.ts'

describe('NEW_OFFERS', () => {
  test('without versions the offer that was sent last stands, of equal days the lower row', () => {
    const offers = table(
      'Offer ID, Sent, Amount',
      ['Q1', '2024-03-05', 10],
      ['Q1', '2024-03-09', 20],
      ['Q1', '2024-03-09', 30],
      ['Q1', null, 40],
    )
    const answer = ask(newOffers, { offers })
    expect(cells(answer, 'offer', 'value')).toEqual([['Q1', 30]])
    expect(notes(answer)).toEqual(['Earlier versions of an offer, which are left out: 3.'])
  })

  test('the highest version counts, even if an older one was sent later', () => {
    const offers = table(
      'Offer ID, Version, Sent',
      ['Q1', 10, '2024-03-05'],
      ['Q1', 9, '2024-03-20'],
      ['Q1', null, '2024-03-21'],
    )
    expect(cells(ask(newOffers, { offers }), 'version')).toEqual([[10]])
  })

  test('rows without an ID are offers of their own, in order of amount; blanks come last', () => {
    const offers = table(
      'Offer ID, Sent, Amount',
      [null, '2024-03-05', null],
      [null, '2024-03-05', 7],
      [null, '2024-03-05', 9],
    )
    expect(cells(ask(newOffers, { offers }), 'value')).toEqual([[9], [7], [null]])
  })

  test('equal amounts stand by ID, whatever the order of the file', () => {
    const offers = table('Offer ID, Sent, Amount', ['B', '2024-03-05', 5], ['A', '2024-03-05', 5])
    expect(cells(ask(newOffers, { offers }), 'offer')).toEqual([['A'], ['B']])
  })

  test('offers without a day, or sent after as-of, are said', () => {
    const offers = table('Offer ID, Sent, Amount', ['A', '2024-04-05', 5], ['B', null, 5])
    const answer = ask(newOffers, { offers })
    expect(cells(answer, 'offer')).toEqual([['A']])
    expect(notes(answer)).toEqual([
      'Offers without a day on which they were sent, which are left out: 1.',
      'Offers that say they were sent after the as-of day: 1.',
    ])
  })

  test('within a scope only its offers', () => {
    expect(cells(ask(newOffers, { offers: sentOffers }, { scope: 'Anna' }), 'offer')).toEqual([['Q1'], ['Q4']])
  })

  test('amounts in several currencies without a converted one are refused', () => {
    const offers = table(
      'Offer ID, Sent, Amount, Currency',
      ['A', '2024-03-05', 5, 'EUR'],
      ['B', '2024-03-05', 5, 'USD'],
    )
    expect(cells(ask(newOffers, { offers }))).toContain('conflict: offers: amounts are in EUR, USD')
  })

  test('without a column for the sent date there is no answer', () => {
    const offers = table('Offer ID, Status', ['A', 'Open'])
    expect(cells(ask(newOffers, { offers }))).toContain('missing-column: "offers" has no column for Sent.')
  })
})
