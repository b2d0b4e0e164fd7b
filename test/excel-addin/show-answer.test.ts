import { describe, expect, test } from '@jest/globals'
import type { Result } from '#core/metrics/run'
import { noAnswer } from '#core/metrics/value'
import { showAnswer } from '#excel-addin/functions/show-answer.ts'

const result: Result = {
  ok: true,
  metric: 'WIN_RATE',
  variant: '',
  columns: [
    { key: 'day', label: 'Day', kind: 'date' },
    { key: 'rate', label: 'Rate', kind: 'percent' },
    { key: 'won', label: 'Won', kind: 'count' },
  ],
  rows: [{ day: 45382, rate: 0.25, won: 3 }],
  scalar: 'rate',
  notes: [],
  findings: [],
}

describe('an answer in cells', () => {
  test('has a header row, and dates and percents in their format where Excel knows such values', () => {
    expect(showAnswer(result, true, true)).toEqual({
      rows: [
        ['Day', 'Rate', 'Won'],
        [
          { type: 'FormattedNumber', basicValue: 45382, numberFormat: 'yyyy-mm-dd' },
          { type: 'FormattedNumber', basicValue: 0.25, numberFormat: '0.0%' },
          3,
        ],
      ],
    })
  })

  test('has serial numbers where it does not', () => {
    expect(showAnswer(result, true, false)).toEqual({
      rows: [
        ['Day', 'Rate', 'Won'],
        [45382, 0.25, 3],
      ],
    })
  })

  test('has empty texts where there is no value, since Excel shows null as 0', () => {
    const rows = [{ day: null, rate: noAnswer('Nothing was closed.'), won: 0 }]
    expect(showAnswer({ ...result, rows }, true, true)).toEqual({
      rows: [
        ['Day', 'Rate', 'Won'],
        ['', '', 0],
      ],
    })
  })

  test('is the one figure where the metric is one and headers are left out, or the sentence that says why there is none', () => {
    expect(showAnswer(result, null, false)).toEqual({ rows: [[0.25]] })
    const rows = [{ day: 45382, rate: noAnswer('Nothing was closed.'), won: 0 }]
    expect(() => showAnswer({ ...result, rows }, null, false)).toThrow('Nothing was closed.')
  })

  test('without headers is the bare rows where the metric is a list, and an error where it is empty', () => {
    const list = { ...result, scalar: null }
    expect(showAnswer(list, false, false)).toEqual({ rows: [[45382, 0.25, 3]] })
    expect(() => showAnswer({ ...list, rows: [] }, false, false)).toThrow('WIN_RATE has no rows to show.')
    expect(showAnswer(list, null, false)).toEqual({
      rows: [
        ['Day', 'Rate', 'Won'],
        [45382, 0.25, 3],
      ],
    })
    expect(showAnswer({ ...list, rows: [] }, true, false)).toEqual({ rows: [['Day', 'Rate', 'Won']] })
  })

  test('is an error with its sentence where there is none', () => {
    const failure = { ok: false, metric: 'WON', code: 'argument', reason: 'top is -1.', missing: null } as const
    expect(showAnswer(failure, true, true)).toEqual({ error: 'invalidValue', sentence: 'top is -1.' })
  })
})
