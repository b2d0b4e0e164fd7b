import { describe, expect, test } from '@jest/globals'
import { readHeaders, shownCells } from '#core/metrics/shown-cells'
import type { Result } from '#core/metrics/run'
import { noAnswer } from '#core/metrics/value'

const result = (rows: Result['rows'], scalar: string | null): Result => ({
  ok: true,
  metric: 'WIN_RATE',
  variant: '',
  columns: [
    { key: 'won', label: 'Won', kind: 'count' },
    { key: 'rate', label: 'Win rate', kind: 'percent' },
  ],
  rows,
  scalar,
  notes: [],
  findings: [],
})

const figure = result([{ won: 1, rate: 0.5 }], 'rate')
const list = result(
  [
    { won: 1, rate: 0.5 },
    { won: 2, rate: noAnswer('nothing was closed') },
  ],
  null,
)

describe('what a formula shows', () => {
  test('is the figure alone where the answer is one figure', () => {
    expect(shownCells(figure, null)).toMatchObject({ hasHeader: false, rows: [[0.5]], columns: [{ key: 'rate' }] })
  })

  test('is the table of a figure where headers are asked for, or refused', () => {
    expect(shownCells(figure, true)).toMatchObject({ hasHeader: true, rows: [[1, 0.5]] })
    expect(shownCells(figure, false)).toMatchObject({ hasHeader: false, rows: [[1, 0.5]] })
  })

  test('is a table with headers where the answer is a list', () => {
    expect(shownCells(list, null)).toMatchObject({
      hasHeader: true,
      rows: [
        [1, 0.5],
        [2, { noAnswer: 'nothing was closed' }],
      ],
    })
  })

  test('is the header row alone where a list is empty, and an error where that is refused', () => {
    expect(shownCells(result([], null), null)).toMatchObject({ hasHeader: true, rows: [] })
    expect(() => shownCells(result([], null), false)).toThrow('WIN_RATE has no rows to show.')
  })

  test('is an error with the reason where the figure cannot be worked out', () => {
    expect(() => shownCells(result([{ won: 0, rate: noAnswer('nothing was closed') }], 'rate'), null)).toThrow(
      'nothing was closed',
    )
  })
})

describe('headers', () => {
  test('left out is neither yes nor no', () => {
    expect([undefined, null, ''].map(readHeaders)).toEqual([null, null, null])
  })

  test('reads words as well', () => {
    expect([true, 'false', 1, 'no'].map(readHeaders)).toEqual([true, false, true, false])
    expect(() => readHeaders('perhaps')).toThrow('headers is "perhaps"; it can be TRUE or FALSE.')
  })
})
