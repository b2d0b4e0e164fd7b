import { describe, expect, test } from '@jest/globals'
import { cellFindings } from '#core/dataset/cell-findings'
import { more } from '#core/dataset/findings'
import type { Kind } from '#core/dataset/schema'
import { readSettings } from '#core/dataset/settings'

const site = (kind: Kind) => ({ table: 'Deals', column: 'X', kind, sheetRow: (row: number) => row + 2, rows: 40 })
const unreadable = { column: null, filled: 3, unreadable: { first: 5, shown: '"tbd"', count: 1 }, ambiguous: null }
const open = (ambiguous: string) => ({ column: null, filled: 3, unreadable: null, ambiguous })

describe('cellFindings', () => {
  test.each([
    ['text', 'text'],
    ['id', 'text'],
    ['enum', 'text'],
    ['bool', 'yes or no'],
    ['number', 'number'],
    ['money', 'number'],
    ['percent', 'number'],
    ['date', 'date of the calendar'],
    ['datetime', 'date of the calendar'],
  ] as const)('a cell that is no %s is said to be no %s', (kind, word) => {
    expect(cellFindings(unreadable, site(kind), readSettings({}))).toEqual([
      {
        level: 'stop',
        code: 'unreadable',
        table: 'Deals',
        column: 'X',
        row: 7,
        count: 1,
        text: `"Deals", row 7, column "X": "tbd" is no ${word}. Correct it, or set unreadable to blank, which leaves such cells out.`,
      },
    ])
  })

  test('with unreadable=blank it is a warning, and says so', () => {
    expect(cellFindings(unreadable, site('money'), readSettings({ unreadable: 'blank' }))).toMatchObject([
      { level: 'warn', text: '"Deals", row 7, column "X": "tbd" is no number. It counts as blank.' },
    ])
  })

  test('dates that can be read two ways stop, and say what to set', () => {
    expect(cellFindings(open('03/04/2026'), site('date'), readSettings({}))).toMatchObject([
      {
        level: 'stop',
        code: 'date-order',
        row: null,
        count: 40,
        text: expect.stringContaining('Set date_order to dmy or to mdy'),
      },
    ])
  })

  test('a point that may group thousands is a warning about the column', () => {
    expect(cellFindings(open('3.500'), site('money'), readSettings({}))).toEqual([
      {
        level: 'warn',
        code: 'decimal',
        table: 'Deals',
        column: 'X',
        row: null,
        count: 40,
        text: '"Deals", column "X": "3.500" was read with a decimal point. If the point groups thousands, set decimal to comma.',
      },
    ])
  })
})

test('more counts the rows beyond the first', () => {
  expect([1, 2, 3].map(more)).toEqual(['', ' (and 1 more row like it)', ' (and 2 more rows like it)'])
})
