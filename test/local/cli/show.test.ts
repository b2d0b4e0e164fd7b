import { describe, expect, test } from '@jest/globals'
import { noAnswer } from '#core/metrics/value'
import { answerLines } from '#local/cli/answer-text'
import { wantsColour } from '#local/cli/colour'
import { showColumn } from '#local/cli/show-value'
import { textTable } from '#local/cli/text-table'
import { civilDay } from '#local/cli/today'
import { wrap } from '#local/cli/wrap'

describe('values as people read them', () => {
  test.each([
    ['count', [1234567, 0], ['1,234,567', '0']],
    ['money', [-1234.5, 0.4], ['-1,235', '0']],
    ['percent', [0.6, 1, -0.005], ['60.0%', '100.0%', '-0.5%']],
    ['points', [0.05, -0.05, 0], ['+5.0%', '-5.0%', '0.0%']],
    ['days', [73.5, 60], ['73.5', '60.0']],
    ['days', [73, 60], ['73', '60']],
    ['decimal', [3, 2], ['3', '2']],
    ['decimal', [3, 0.25], ['3.00', '0.25']],
    ['ratio', [0.7], ['0.70×']],
    ['date', [45382, 45382.75], ['2024-03-31', '2024-03-31']],
    ['text', ['a', 7], ['a', '7']],
    ['status', ['Fix'], ['Fix']],
  ] as const)('%s %j', (kind, values, shown) => {
    expect(showColumn(kind, values)).toEqual(shown)
  })

  test('a blank is empty, a flag a word, and no answer a dash, never 0', () => {
    expect(showColumn('money', [null, noAnswer('why')])).toEqual(['', '–'])
    expect(showColumn('text', [true, false])).toEqual(['yes', 'no'])
  })

  test('nothing is minus zero', () => {
    expect(showColumn('money', [-0])).toEqual(['0'])
  })
})

const columns = [
  { label: 'Deal', right: false },
  { label: 'Value', right: true },
]

describe('a text table', () => {
  test('aligns numbers to the right, and leaves no spaces at the end', () => {
    expect(
      textTable([...columns].reverse(), [
        ['5', 'a'],
        ['1,000', ''],
      ]),
    ).toEqual(['Value  Deal', '    5  a', '1,000'])
  })

  test('counts an accented letter as one character', () => {
    expect(
      textTable(columns, [
        ['Zoe\u0308', '1'],
        ['Anna', '2'],
      ]),
    ).toEqual(['Deal  Value', 'Zoe\u0308       1', 'Anna      2'])
  })

  test('cuts long texts where the terminal is narrow, never numbers', () => {
    expect(textTable(columns, [['A very long name of a deal', '1,000']], 17)).toEqual([
      'Deal        Value',
      'A very lo…  1,000',
    ])
  })

  test('cuts nothing where there is no terminal', () => {
    expect(textTable(columns, [['A very long name of a deal', '1,000']])[1]).toBe('A very long name of a deal  1,000')
  })
})

describe('an answer as text', () => {
  const result = {
    ok: true,
    metric: 'X',
    variant: '',
    columns: [{ key: 'rate', label: 'Rate', kind: 'percent' }],
    rows: [{ rate: noAnswer('Nothing was closed.') }, { rate: noAnswer('Nothing was closed.') }, { rate: 0.5 }],
    scalar: null,
    notes: ['One deal was left out.'],
    findings: [],
  } as const

  test('gives each reason once, below the table and before the notes', () => {
    expect(answerLines(result, { currency: '', colour: false, width: null })).toEqual([
      ' Rate',
      '    –',
      '    –',
      '50.0%',
      '',
      '– Rate: Nothing was closed. (2 rows)',
      'One deal was left out.',
    ])
  })

  test('says so where there are no rows', () => {
    expect(answerLines({ ...result, rows: [], notes: [] }, { currency: '', colour: false, width: null })).toEqual([
      'Rate',
      'No rows.',
    ])
  })
})

describe('the terminal', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('is a terminal %s with %j: colour %s', (isTerminal, environment, colour) => {
    expect(wantsColour(isTerminal, environment)).toBe(colour)
  })

  test('lines break between words', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three'])
    expect(wrap('one two three', null)).toEqual(['one two three'])
  })

  test('today is the day on this calendar, at its first and its last minute', () => {
    expect(civilDay(new Date(2024, 2, 31, 0, 1))).toBe(45382)
    expect(civilDay(new Date(2024, 2, 31, 23, 59))).toBe(45382)
  })
})
