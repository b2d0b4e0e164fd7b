import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { tenDealHistory, tenDealSnapshots } from '#core/metrics/examples/ten-deals-past'
import { notMoved } from '#core/metrics/not-moved'
import { ask, cells, notes, table } from './ask.ts'

const snapshots = table(
  'Snapshot at, Deal ID, Stage, Status, Amount, Close date',
  ['2024-02-01', 'A', 'Talk', 'open', 100, '2024-05-01'],
  ['2024-02-01', 'B', 'Talk', 'lost', 100, '2024-05-01'],
  ['2024-02-01', 'C', 'Talk', 'open', 100, '2024-05-01'],
  ['2024-02-01', 'G', 'Talk', 'removed', 100, '2024-05-01'],
)
const deals = table(
  'Deal ID, Stage, Status, Amount, Close date, Created, Last stage change',
  ['A', 'Talk', 'open', 100, '2024-05-01', '2024-01-01', '2024-01-01'],
  ['B', 'Talk', 'open', 100, '2024-05-01', '2024-01-01', '2024-01-01'],
  ['C', 'Offer', 'open', 100, '2024-05-01', '2024-01-01', '2024-03-01'],
  ['D', 'Talk', 'open', 90, '2024-05-01', '2024-01-01', '2024-01-15'],
  ['E', 'Talk', 'open', 80, '2024-05-01', '2024-03-01', null],
  ['F', 'Talk', 'won', 70, '2024-02-20', '2024-01-01', '2024-01-01'],
)

describe('NOT_MOVED', () => {
  test('a reopened deal has moved, though its stage has the same name; a closed one is not listed', () => {
    expect(cells(ask(notMoved, { deals, snapshots }, { since: '2024-02-01' }), 'id')).toEqual([['A'], ['D']])
  })

  test('a deal in no snapshot goes by its last stage change, a blank one by its creation', () => {
    expect(cells(ask(notMoved, { deals, snapshots }, { since: '2024-03-20' }), 'id')).toEqual([['A'], ['D'], ['E']])
  })

  test('changed on the very day is moved when the last stage change tells', () => {
    expect(cells(ask(notMoved, { deals }, { since: '2024-01-15' }), 'id')).toEqual([['A'], ['B']])
    expect(cells(ask(notMoved, { deals }, { since: '2024-01-16' }), 'id')).toEqual([['A'], ['B'], ['D']])
  })

  test('strictly, a deal without a snapshot cannot be judged and is counted in a note', () => {
    const answer = ask(notMoved, { deals, snapshots }, { since: '2024-02-01', strict: true })
    expect(cells(answer, 'id')).toEqual([['A']])
    expect(notes(answer)).toEqual([
      'Compared with 2024-02-01.',
      'Open deals that are in no snapshot of that day and cannot be judged: 1.',
    ])
  })

  test('strictly, a cent less is a change and a blank is equal to a blank', () => {
    const past = (amount: number | null) =>
      table(
        'Snapshot at, Deal ID, Stage, Amount, Close date',
        ['2024-02-01', 'A', 'Talk', amount, null],
        ['2024-02-01', 'Y', 'Talk', 1, '2024-09-01'],
      )
    const now = (amount: number | null) =>
      table(
        'Deal ID, Stage, Amount, Close date, Created',
        ['A', 'Talk', amount, null, '2024-01-01'],
        ['Z', 'Talk', 1, '2024-09-01', '2024-03-01'],
      )
    const strictly = (then: number | null, today: number | null) =>
      cells(ask(notMoved, { deals: now(today), snapshots: past(then) }, { strict: true }), 'id')
    expect(strictly(10, 9.99)).toEqual([])
    expect(strictly(10, 10)).toEqual([['A']])
    expect(strictly(null, null)).toEqual([['A']])
  })

  test('changed rows only: the last row at or before the day counts', () => {
    const answer = ask(notMoved, { deals: tenDeals, snapshots: tenDealSnapshots }, { since: '2024-03-15' })
    expect(cells(answer, 'id')).toEqual([['D5'], ['D6'], ['D8']])
  })

  test('days in stage come from the history where the deals do not have them', () => {
    const answer = ask(notMoved, { deals: tenDeals, history: tenDealHistory }, { since: '2024-03-30' })
    expect(cells(answer, 'id', 'inStage')).toEqual([
      ['D5', 76],
      ['D6', 45],
      ['D9', 30],
      ['D8', 60],
    ])
  })

  test('what is planned next stands beside the deal', () => {
    const planned = table(
      'Deal ID, Stage, Amount, Created, Last stage change, Next step, Next activity',
      ['A', 'Talk', 10, '2024-01-01', '2024-01-01', 'Call back', '2024-04-03'],
      ['B', 'Talk', 5, '2024-01-01', '2024-01-01', null, '2024-03-03'],
    )
    expect(cells(ask(notMoved, { deals: planned }, { since: '2024-03-01' }), 'nextStep', 'nextActivity')).toEqual([
      ['Call back', 45385],
      ['', null],
    ])
  })

  test('within a scope a deal is compared with where it was, whoever owned it then', () => {
    const now = table('Deal ID, Owner, Stage, Amount', ['A', 'Ben', 'Talk', 10], ['B', 'Ben', 'Offer', 20])
    const past = table(
      'Snapshot at, Deal ID, Owner, Stage',
      ['2024-02-01', 'A', 'Anna', 'Talk'],
      ['2024-02-01', 'B', 'Anna', 'Talk'],
    )
    const args = { since: '2024-02-01', scope: 'Ben' }
    expect(cells(ask(notMoved, { deals: now, snapshots: past }, args), 'id')).toEqual([['A']])
  })

  test('count and value instead of the list', () => {
    const given = { deals: tenDeals, snapshots: tenDealSnapshots }
    expect(cells(ask(notMoved, given, { mode: 'count' }), 'count')).toEqual([[3]])
    expect(cells(ask(notMoved, given, { mode: 'value' }), 'value')).toEqual([[160_000]])
  })

  test.each([
    [{ deals }, {}, /^argument: since is missing, and there is no snapshot before the as-of day/],
    [
      { deals, snapshots },
      { since: '2024-01-01', strict: true },
      /^no-answer: strict=TRUE needs snapshots at or before 2024-01-01, and the first is of 2024-02-01/,
    ],
    [{ deals: tenDeals, snapshots }, { since: '2024-01-01' }, /^no-answer: NOT_MOVED needs snapshots at or before/],
    [{ deals }, { since: 'Monday' }, /^argument: since is "Monday"; write a date/],
  ])('says what is missing (%#)', (given, args, reason) => {
    expect(cells(ask(notMoved, given, args), 'id')).toMatch(reason)
  })
})
