import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { pushes } from '#core/metrics/pushes'
import { ask, cells, notes, table, type Given } from './ask.ts'

const deals = (close: Cell, status = 'open') =>
  table('Deal ID, Owner, Status, Stage, Amount, Close date', ['A', 'Anna', status, 'Talk', 10, close])
const header = 'Snapshot at, Deal ID, Owner, Status, Close date'
const seen = (at: string, close: Cell, status = 'open', owner = 'Anna'): Cell[] => [at, 'A', owner, status, close]
const pushed = (given: Given, args: Record<string, unknown> = {}) =>
  cells(ask(pushes, given, args), 'pushes', 'days', 'first', 'now')
const [feb1, mar1, apr1, may1] = [45323, 45352, 45383, 45413]

describe('PUSHES', () => {
  test('the date of now is the last one', () => {
    const snapshots = table(header, seen('2024-01-01', '2024-02-01'))
    expect(pushed({ deals: deals('2024-03-01'), snapshots })).toEqual([[1, 29, feb1, mar1]])
  })

  test('the order of the rows does not matter', () => {
    const rows = [seen('2024-01-01', '2024-02-01'), seen('2024-01-15', '2024-03-01'), seen('2024-02-15', '2024-04-01')]
    const [first = [], second = [], third = []] = rows
    for (const some of [rows, [...rows].reverse(), [second, third, first], [third, first, second]])
      expect(pushed({ deals: deals('2024-04-01'), snapshots: table(header, ...some) })).toEqual([[2, 60, feb1, apr1]])
  })

  test('rows of one moment count as they stand', () => {
    const rows = [seen('2024-02-15', '2024-04-01'), seen('2024-01-01', '2024-02-01'), seen('2024-01-01', '2024-03-01')]
    expect(pushed({ deals: deals('2024-04-01'), snapshots: table(header, ...rows) })).toEqual([[2, 60, feb1, apr1]])
  })

  test('the as-of day counts to its end, and no longer', () => {
    const now = deals('2024-02-01')
    const until = (at: string) => table(header, seen('2024-01-01', '2024-02-01'), seen(at, '2024-05-01'))
    const pushesOf = (at: string) => cells(ask(pushes, { deals: deals('2024-05-01'), snapshots: until(at) }), 'pushes')
    expect(pushesOf('2024-03-31 23:00')).toEqual([[1]])
    expect(pushed({ deals: now, snapshots: until('2024-04-01 00:00') })).toEqual([])
  })

  test('a date that was blank for a while is compared with the one before', () => {
    const snapshots = table(header, seen('2024-01-01', '2024-02-01'), seen('2024-01-15', null))
    expect(pushed({ deals: deals('2024-03-01'), snapshots })).toEqual([[1, 29, feb1, mar1]])
  })

  test('a month of the next year is later', () => {
    const snapshots = table(header, seen('2023-12-01', '2023-12-20'))
    expect(pushed({ deals: deals('2024-01-05'), snapshots }, {})).toHaveLength(1)
  })

  test('dates of closed rows, and rows after as-of, are no pushes', () => {
    const closed = table(header, seen('2024-01-01', '2024-02-01'), seen('2024-02-01', '2024-06-01', 'lost'))
    expect(pushed({ deals: deals('2024-02-01'), snapshots: closed })).toEqual([])
    const late = table(header, seen('2024-01-01', '2024-02-01'), seen('2024-04-15', '2024-06-01'))
    expect(pushed({ deals: deals('2024-02-01'), snapshots: late })).toEqual([])
  })

  test('a closed deal is not listed', () => {
    const snapshots = table(header, seen('2024-01-01', '2024-02-01'))
    expect(pushed({ deals: deals('2024-03-01', 'won'), snapshots })).toEqual([])
  })

  test('pulled in is no push, but days are counted from the first date', () => {
    const snapshots = table(header, seen('2024-01-01', '2024-05-01'), seen('2024-02-01', '2024-02-01'))
    expect(pushed({ deals: deals('2024-03-01'), snapshots })).toEqual([[1, mar1 - may1, may1, mar1]])
  })

  test('the stage history does as well', () => {
    const history = table(
      'Deal ID, To stage, Changed at, Close date',
      ['A', 'Talk', '2024-01-01 10:00', '2024-02-01'],
      ['A', 'Offer', '2024-01-20 09:30', '2024-03-01'],
    )
    expect(pushed({ deals: deals('2024-03-01'), history })).toEqual([[1, 29, feb1, mar1]])
  })

  test('the count of the source goes first, by month only; where it is blank the snapshots tell', () => {
    const counted = table(
      'Deal ID, Status, Stage, Amount, Close date, Push count',
      ['A', 'open', 'Talk', 20, '2024-03-01', 4],
      ['B', 'open', 'Talk', 10, '2024-03-01', null],
      ['C', 'open', 'Talk', 5, '2024-03-01', 0],
    )
    const snapshots = table(
      'Snapshot at, Deal ID, Status, Close date',
      seen('2024-01-01', '2024-02-01').filter((_, i) => i !== 2),
      ['2024-01-01', 'B', 'open', '2024-02-01'],
    )
    expect(pushed({ deals: counted, snapshots })).toEqual([
      [4, 29, feb1, mar1],
      [1, 29, feb1, mar1],
    ])
    expect(pushed({ deals: counted, snapshots }, { step: 'any' })).toMatchObject([{ 0: 1 }, { 0: 1 }])
    expect(pushed({ deals: counted })).toEqual([[4, null, null, mar1]])
  })

  test('within a scope a deal keeps the dates that it had with its owner before', () => {
    const snapshots = table(header, seen('2024-01-01', '2024-02-01', 'open', 'Ben'))
    expect(pushed({ deals: deals('2024-03-01'), snapshots }, { scope: 'Anna' })).toEqual([[1, 29, feb1, mar1]])
  })

  test('deals without a past are counted, and what snapshots cannot tell is said', () => {
    const snapshots = table(header, ['2024-01-01', 'other', 'Anna', 'open', '2024-02-01'])
    const said = notes(ask(pushes, { deals: deals('2024-03-01'), snapshots }))
    expect(said).toContain('Open deals of which no earlier close date is known: 1.')
    expect(said.join()).toContain('may have moved more than once')
  })

  test.each([
    [{ step: 'week' }, /^argument: step is "week"; it can be month or quarter or any/],
    [{ top: 0 }, /^argument: top is 0/],
  ])('refuses %j', (args, reason) => {
    const snapshots = table(header, seen('2024-01-01', '2024-02-01'))
    expect(pushed({ deals: deals('2024-03-01'), snapshots }, args)).toMatch(reason)
  })
})
