import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { slippage } from '#core/metrics/slippage'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Snapshot at, Deal ID, Owner, Status, Amount, Close date'
const [start, end] = ['2024-02-01', '2024-02-29']
const period = '2024-02'
const counts = ['due', 'won', 'lost', 'slipped', 'waiting', 'gone', 'pulledIn'] as const

const seen = (at: string, id: string, status: string, close: Cell, amount: Cell = 10): Cell[] => [
  at,
  id,
  'Anna',
  status,
  amount,
  close,
]
const other = seen(end, 'other', 'open', '2024-12-01')
const of = (...rows: readonly Cell[][]) => ask(slippage, { snapshots: table(header, other, ...rows) }, { period })
const due = seen(start, 'A', 'open', '2024-02-20')

describe('SLIPPAGE', () => {
  test.each<[string, readonly Cell[][], readonly number[]]>([
    ['nothing new about it: still due', [due], [1, 0, 0, 0, 1, 0, 0]],
    ['due a day later than the period', [due, seen(end, 'A', 'open', '2024-03-01')], [1, 0, 0, 1, 0, 0, 0]],
    ['due on its last day', [due, seen(end, 'A', 'open', '2024-02-29')], [1, 0, 0, 0, 1, 0, 0]],
    ['without a date any more', [due, seen(end, 'A', 'open', null)], [1, 0, 0, 1, 0, 0, 0]],
    ['lost is not slipped, whatever its date', [due, seen(end, 'A', 'lost', '2024-06-01')], [1, 0, 1, 0, 0, 0, 0]],
    ['removed', [due, seen(end, 'A', 'removed', '2024-06-01')], [1, 0, 0, 0, 0, 1, 0]],
    ['on hold', [due, seen(end, 'A', 'on hold', '2024-06-01')], [1, 0, 0, 0, 0, 1, 0]],
    ['overdue at the start is not due in the period', [seen(start, 'A', 'open', '2024-01-31')], [0, 0, 0, 0, 0, 0, 0]],
    [
      'came in the period',
      [due, seen('2024-02-10', 'B', 'open', '2024-02-20'), seen(end, 'B', 'open', '2024-05-01')],
      [1, 0, 0, 0, 1, 0, 0],
    ],
    ['undated, then won', [seen(start, 'A', 'open', null), seen(end, 'A', 'won', '2024-02-12')], [0, 0, 0, 0, 0, 0, 1]],
    [
      'later, then lost, is not pulled in',
      [seen(start, 'A', 'open', '2024-05-01'), seen(end, 'A', 'lost', '2024-02-12')],
      [0, 0, 0, 0, 0, 0, 0],
    ],
    ['due on the first day', [seen(start, 'A', 'open', '2024-02-01')], [1, 0, 0, 0, 1, 0, 0]],
    ['due on the first day after is not due', [seen(start, 'A', 'open', '2024-03-01')], [0, 0, 0, 0, 0, 0, 0]],
    [
      'due on the first day after, then won before it, is pulled in',
      [seen(start, 'A', 'open', '2024-03-01'), seen(end, 'A', 'won', '2024-02-12')],
      [0, 0, 0, 0, 0, 0, 1],
    ],
    [
      'later, then due on the last day, is pulled in',
      [seen(start, 'A', 'open', '2024-05-01'), seen(end, 'A', 'open', '2024-02-29')],
      [0, 0, 0, 0, 0, 0, 1],
    ],
    [
      'later, then due on the first day after, is not pulled in',
      [seen(start, 'A', 'open', '2024-05-01'), seen(end, 'A', 'open', '2024-03-01')],
      [0, 0, 0, 0, 0, 0, 0],
    ],
    ['closed at the start is not due', [seen(start, 'A', 'won', '2024-02-20')], [0, 0, 0, 0, 0, 0, 0]],
    [
      'slipped and then won in the period is won',
      [due, seen('2024-02-10', 'A', 'open', '2024-03-10'), seen(end, 'A', 'won', '2024-02-28')],
      [1, 1, 0, 0, 0, 0, 0],
    ],
  ])('%s', (_title, rows, expected) => {
    const anchor = seen(start, 'anchor', 'open', '2024-12-01')
    expect(cells(of(anchor, ...rows), ...counts)).toEqual([expected])
  })

  test('nothing due has no rate, never 0, by count or by value', () => {
    const answer = of(seen(start, 'A', 'open', '2024-05-01'))
    expect(cells(answer, 'due', 'rate', 'valueRate')).toEqual([[0, null, null]])
    expect(reasons(answer)[0]).toBe('No deal was due in 2024-02 at its start.')
  })

  test('a deal without an amount counts, and adds nothing to the values', () => {
    const answer = of(due, seen(start, 'B', 'open', '2024-02-21', null), seen(end, 'B', 'open', '2024-04-01', 50))
    expect(cells(answer, 'due', 'slipped', 'rate', 'dueValue', 'slippedValue')).toEqual([[2, 1, 0.5, 10, 0]])
  })

  test('snapshots after as-of are not seen', () => {
    const rows = [due, seen('2024-02-05', 'A', 'open', '2024-02-21'), seen(end, 'A', 'open', '2024-05-01')]
    const answer = ask(slippage, { snapshots: table(header, ...rows) }, { period, as_of: '2024-02-10' })
    expect(cells(answer, 'slipped', 'waiting')).toEqual([[0, 1]])
    expect(notes(answer)).toEqual(['From the snapshot of 2024-02-01 to the end of 2024-02-10.'])
  })

  test('a row at the top of the table is as good as any', () => {
    const snapshots = table(header, seen(end, 'A', 'won', '2024-02-28'), due)
    expect(cells(ask(slippage, { snapshots }, { period }), ...counts)).toEqual([[1, 1, 0, 0, 0, 0, 0]])
  })

  test('a snapshot of the as-of day counts', () => {
    const snapshots = table(header, due, seen('2024-02-10', 'A', 'open', '2024-05-01'))
    expect(cells(ask(slippage, { snapshots }, { period, as_of: '2024-02-10' }), 'slipped')).toEqual([[1]])
  })

  test('of a period that is over, a snapshot three days after it stands for its end', () => {
    const snapshots = table(header, due, seen('2024-03-04', 'A', 'open', '2024-05-01'))
    const answer = ask(slippage, { snapshots }, { period })
    expect(cells(answer, 'slipped')).toEqual([[1]])
    expect(notes(answer)).toEqual(['From the snapshot of 2024-02-01 to the end of 2024-03-04.'])
  })

  test('a snapshot long after the period, or before it, does not tell what slipped in it', () => {
    const rows = ['2023-12-01', '2024-01-15', '2024-04-15'].map((at) => seen(at, 'A', 'open', '2024-05-01'))
    const answer = ask(slippage, { snapshots: table(header, due, ...rows) }, { period, as_of: '2024-04-30' })
    expect(cells(answer, 'rate')).toMatch(/^no-answer: There is no snapshot after 2024-02-01 and up to 2024-02-29/)
  })

  test('a snapshot after as-of does not stand for the start', () => {
    const snapshots = table(header, seen('2024-02-02', 'A', 'open', '2024-02-20'))
    expect(cells(ask(slippage, { snapshots }, { period, as_of: '2024-02-01' }), 'rate')).toMatch(
      /of the start of 2024-02/,
    )
  })

  test.each([
    [[due], /^no-answer: There is no snapshot after 2024-02-01 and up to 2024-02-29/],
    [[seen('2024-02-05', 'A', 'open', '2024-02-20')], /^no-answer: There is no snapshot of the start of 2024-02/],
  ])('refuses when a snapshot is missing (%#)', (rows, reason) => {
    expect(cells(ask(slippage, { snapshots: table(header, ...rows) }, { period }), 'rate')).toMatch(reason)
  })
})
