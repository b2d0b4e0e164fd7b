import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { dealChanges } from '#core/metrics/deal-changes'
import { ask, cells, notes, table, type Given } from './ask.ts'

const [first, second] = ['2024-01-31', '2024-02-29']
const header = 'Snapshot at, Deal ID, Stage, Status, Amount, Close date, Probability, Owner, Forecast category'
const days = { from: first, to: second }

type State = readonly Cell[]
const open: State = ['Talk', 'open', 10, '2024-03-01', 0.5, 'Anna', 'best']
const with_ = (place: number, cell: Cell): State => open.map((each, i) => (i === place ? cell : each))

const changes = (before: State, after: State, given: Given = {}): unknown => {
  const snapshots = table(header, [first, 'A', ...before], [second, 'A', ...after])
  return cells(ask(dealChanges, { snapshots, ...given }, days), 'field', 'from', 'to', 'by', 'movement')
}

describe('DEAL_CHANGES', () => {
  test.each<[string, State, readonly unknown[]]>([
    ['a status alone is a change of stage', with_(1, 'on hold'), ['Stage', 'Open', 'On hold', null, 'put on hold']],
    ['stages without an order have moved', with_(0, 'Offer'), ['Stage', 'Talk', 'Offer', null, 'moved']],
    ['an amount that is gone has no difference', with_(2, null), ['Amount', 10, null, null, 'cleared']],
    ['an amount of 0 is an amount', with_(2, 0), ['Amount', 10, 0, -10, 'decreased']],
    ['a date that is gone', with_(3, null), ['Close date', '2024-03-01', null, null, 'cleared']],
    ['days are calendar days', with_(3, '2024-02-01'), ['Close date', '2024-03-01', '2024-02-01', -29, 'pulled in']],
    ['a probability in points', with_(4, 0.35), ['Probability', '50%', '35%', -15, 'lowered']],
    ['a lower category', with_(6, 'pipeline'), ['Forecast category', 'best', 'pipeline', null, 'downgraded']],
    ['a category that is none', with_(6, 'Maybe'), ['Forecast category', 'best', 'maybe', null, 'moved']],
  ])('%s', (_title, after, expected) => {
    expect(changes(open, after)).toEqual([expected])
  })

  test('what was blank is filled in', () => {
    expect(changes(with_(2, null), open)).toEqual([['Amount', null, 10, null, 'filled in']])
    expect(changes(with_(6, null), open)).toEqual([['Forecast category', '', 'best', null, 'filled in']])
  })

  test('the Stages table tells forward from back, and a former name is no change', () => {
    const stages = table('Stage, Order, Type, Alias', ['Talk', 1, 'open', 'Lead'], ['Offer', 2, 'open', null])
    expect(changes(open, with_(0, 'Offer'), { stages })).toEqual([['Stage', 'Talk', 'Offer', null, 'forward']])
    expect(changes(with_(0, 'Offer'), open, { stages })).toEqual([['Stage', 'Offer', 'Talk', null, 'back']])
    expect(changes(with_(0, 'Lead'), open, { stages })).toEqual([])
  })

  test('reopened and taken off hold are not the same', () => {
    expect(changes(with_(1, 'lost'), open)).toEqual([['Stage', 'Lost', 'Open', null, 'reopened']])
    expect(changes(with_(1, 'on hold'), open)).toEqual([['Stage', 'On hold', 'Open', null, 'taken off hold']])
  })

  test('changes that cancel out between the two days do not show', () => {
    const snapshots = table(header, [first, 'A', ...open], ['2024-02-10', 'A', ...with_(2, 99)], [second, 'A', ...open])
    expect(cells(ask(dealChanges, { snapshots }, days), 'field')).toEqual([])
  })

  test('the largest deal first, equal ones by ID, whatever the order of the rows', () => {
    const rows = ['B', 'C', 'A'].map((id) => [second, id, ...with_(2, id === 'C' ? 20 : 5)])
    const snapshots = table(header, [first, 'X', ...open], ...rows)
    expect(cells(ask(dealChanges, { snapshots }, days), 'id', 'movement')).toEqual([
      ['C', 'new'],
      ['A', 'new'],
      ['B', 'new'],
    ])
  })

  test('of two rows in one snapshot the last counts, and this is said', () => {
    const snapshots = table(header, [first, 'A', ...open], [second, 'A', ...with_(2, 7)], [second, 'A', ...with_(2, 8)])
    const answer = ask(dealChanges, { snapshots }, days)
    expect(cells(answer, 'to')).toEqual([[8]])
    expect(notes(answer)).toContain('Snapshot rows that a later row of the same deal and day replaces: 1.')
  })

  test('columns that the snapshots do not have are not compared', () => {
    const snapshots = table('Snapshot at, Deal ID, Amount', [first, 'A', 1], [second, 'A', 2], [second, null, 3])
    expect(cells(ask(dealChanges, { snapshots }, days), 'field', 'by')).toEqual([['Amount', 1]])
  })

  test('without an earlier snapshot there is no answer', () => {
    const snapshots = table(header, [second, 'A', ...open])
    expect(cells(ask(dealChanges, { snapshots }), 'field')).toMatch(
      /^no-answer: There is no snapshot before 2024-02-29/,
    )
    expect(cells(ask(dealChanges, { snapshots }, days), 'field')).toMatch(/^no-answer: .*the first is of 2024-02-29/)
  })
})
