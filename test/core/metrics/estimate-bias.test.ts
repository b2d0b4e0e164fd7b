import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { estimateBias } from '#core/metrics/estimate-bias'
import { ask, cells, notes, reasons, table } from './ask.ts'

const seen = (at: string, id: string, amount: Cell, close: Cell, status = 'open', owner = 'Anna'): Cell[] => [
  at,
  id,
  owner,
  status,
  amount,
  close,
]
const won = (id: string, amount: Cell, close: Cell, owner = 'Anna'): Cell[] => [id, owner, 'won', amount, close]
const bias = (past: readonly Cell[][], now: readonly Cell[][], args: Record<string, unknown> = {}) =>
  ask(
    estimateBias,
    {
      snapshots: table('Snapshot at, Deal ID, Owner, Status, Amount, Close date', ...past),
      deals: table('Deal ID, Owner, Status, Amount, Close date', ...now),
    },
    args,
  )
const first = seen('2024-01-01', 'A', 100, '2024-02-01')

describe('ESTIMATE_BIAS', () => {
  test('the first estimate counts, whatever it was in between and in whatever order the rows are', () => {
    const past = [seen('2024-02-01', 'A', 300, '2024-06-01'), first]
    expect(cells(bias(past, [won('A', 80, '2024-02-11')]), 'ratio', 'shift', 'n')).toEqual([[0.8, 10, 1]])
  })

  test('amounts are added up before they are divided, so that small deals do not weigh as much as large ones', () => {
    const past = [first, seen('2024-01-01', 'B', 900, '2024-02-01')]
    const now = [won('A', 200, '2024-02-01'), won('B', 900, '2024-02-01')]
    expect(cells(bias(past, now), 'ratio')).toEqual([[1.1]])
  })

  test('a first amount of 0 is in no ratio, but its dates count', () => {
    const past = [seen('2024-01-01', 'A', 0, '2024-02-01'), seen('2024-01-15', 'A', 50, '2024-02-01')]
    const answer = bias(past, [won('A', 80, '2024-02-04')])
    expect(cells(answer, 'ratio', 'shift', 'n')).toEqual([[null, 3, 0]])
    expect(reasons(answer)).toEqual(['No deal that was won has an earlier amount above 0 in the snapshots.'])
    expect(notes(answer).join()).toContain('which are in no ratio: 1.')
  })

  test('a blank is no estimate: the next row that has one is the first', () => {
    const past = [seen('2024-01-01', 'A', null, null), seen('2024-01-15', 'A', 50, '2024-02-01')]
    expect(cells(bias(past, [won('A', 80, '2024-02-04')]), 'ratio', 'shift')).toEqual([[1.6, 3]])
  })

  test('an earlier closing is a negative shift, not a positive one', () => {
    expect(cells(bias([first], [won('A', 100, '2024-01-22')]), 'shift')).toEqual([[-10]])
  })

  test('lost and open deals are in neither figure', () => {
    const now = [
      won('A', 100, '2024-02-01'),
      ['B', 'Anna', 'lost', 10, '2024-02-01'],
      ['C', 'Anna', 'open', 10, '2024-02-01'],
    ]
    const past = [first, seen('2024-01-01', 'B', 90, '2024-01-01'), seen('2024-01-01', 'C', 90, '2024-01-01')]
    expect(cells(bias(past, now), 'n', 'first')).toEqual([[1, 100]])
  })

  test('within a scope a deal keeps what was first expected of it by another', () => {
    const past = [seen('2024-01-01', 'A', 100, '2024-02-01', 'open', 'Ben')]
    expect(cells(bias(past, [won('A', 80, '2024-02-11')], { scope: 'Anna' }), 'owner', 'ratio')).toEqual([
      ['Anna', 0.8],
    ])
  })

  test('without any date there is a ratio and no shift', () => {
    const answer = ask(estimateBias, {
      snapshots: table('Snapshot at, Deal ID, Status, Amount', ['2024-01-01', 'A', 'open', 100]),
      deals: table('Deal ID, Owner, Status, Amount', ['A', 'Anna', 'won', 90]),
    })
    expect(cells(answer, 'ratio', 'shift')).toEqual([[0.9, null]])
    expect(reasons(answer)).toEqual(['No deal that was won has an earlier close date in the snapshots.'])
  })

  test('nothing won in the period: the header row alone', () => {
    expect(cells(bias([first], [won('A', 80, '2024-02-11')], { period: '2023' }), 'ratio')).toEqual([])
  })
})
