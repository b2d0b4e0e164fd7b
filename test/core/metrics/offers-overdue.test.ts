import { describe, expect, test } from '@jest/globals'
import { sentOffers } from '#core/metrics/examples/sent-offers'
import { offersOverdue } from '#core/metrics/offers-overdue'
import { ask, cells, notes, table } from './ask.ts'

const header = 'Offer ID, Version, Sent, Check date, Status'

describe('OFFERS_OVERDUE', () => {
  test('an offer whose latest version is answered is not overdue, though an earlier one was open', () => {
    const offers = table(
      header,
      ['A', 1, '2024-01-05', '2024-01-10', 'Open'],
      ['A', 2, '2024-02-05', '2024-02-10', 'Won'],
    )
    expect(cells(ask(offersOverdue, { offers }), 'offer')).toEqual([])
  })

  test.each(['Accepted', 'angenommen', 'Rejected', 'expired', 'Withdrawn', 'annulé', 'Lost', 'Perdido'])(
    'an offer that is "%s" waits for no answer',
    (status) => {
      const offers = table(header, ['A', 1, '2024-01-05', '2024-01-10', status])
      expect(cells(ask(offersOverdue, { offers }), 'offer')).toEqual([])
    },
  )

  test.each(['Open', 'Sent', 'Pending', 'gesendet', 'Enviada'])('an offer that is "%s" does', (status) => {
    const offers = table(header, ['A', 1, '2024-01-05', '2024-01-10', status])
    const answer = ask(offersOverdue, { offers })
    expect(cells(answer, 'offer', 'overdue')).toEqual([['A', 81]])
    expect(notes(answer)).toEqual([])
  })

  test('a status that is blank or not known counts as open and is said, so that no offer is lost from sight', () => {
    const offers = table(
      header,
      ['A', 1, '2024-01-05', '2024-01-10', 'Simmering'],
      ['B', 1, '2024-01-05', '2024-01-10', null],
      ['C', 1, '2024-01-05', '2024-01-10', 'Won'],
    )
    const answer = ask(offersOverdue, { offers })
    expect(cells(answer, 'offer')).toEqual([['A'], ['B']])
    expect(notes(answer)).toEqual([
      'Offers with a status that is not known (such as "Simmering"), which count as open: 2.',
    ])
  })

  test('an offer with neither date cannot be overdue and is counted in a note', () => {
    const offers = table(header, ['A', 1, null, null, 'Open'], ['B', 1, '2024-01-05', null, 'Open'])
    const answer = ask(offersOverdue, { offers })
    expect(cells(answer, 'offer', 'check')).toEqual([['B', 45326]])
    expect(notes(answer)).toEqual(['Open offers with neither a check date nor a day on which they were sent: 1.'])
  })

  test('without a column of check dates every offer waits its days', () => {
    const offers = table('Offer ID, Sent, Status', ['A', '2024-02-29', 'Open'], ['B', '2024-03-01', 'Open'])
    expect(cells(ask(offersOverdue, { offers }), 'offer')).toEqual([['A']])
  })

  test('within a scope only its offers', () => {
    expect(cells(ask(offersOverdue, { offers: sentOffers }, { scope: 'Ben' }), 'offer')).toEqual([['Q3'], ['Q6']])
  })

  test('a part of a day is refused as a number of days', () => {
    expect(cells(ask(offersOverdue, { offers: sentOffers }, { days: -1 }))).toContain('argument: days is -1')
    expect(cells(ask(offersOverdue, { offers: sentOffers }, { days: 1.5 }))).toContain('argument: days is 1.5')
  })

  test('without a status there is no answer', () => {
    const offers = table('Offer ID, Sent', ['A', '2024-02-29'])
    expect(cells(ask(offersOverdue, { offers }))).toContain('missing-column')
  })
})
