import { describe, expect, test } from '@jest/globals'
import { common, meets, readAddress, splitAddress, tabInFormula, without } from '#local/workbook/address'

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns })

describe('readAddress', () => {
  test.each([
    ['B2', area(1, 1, 1, 1)],
    ['$B$2:D9', area(1, 1, 8, 3)],
    ['d9:B2', area(1, 1, 8, 3)],
    ['XFD1048576', area(1_048_575, 16_383, 1, 1)],
    ['B:D', area(0, 1, 1_048_576, 3)],
    ['2:3', area(1, 0, 2, 16_384)],
  ])('reads %s', (text, expected) => {
    expect(readAddress(text)).toEqual(expected)
  })

  test.each(['', 'A0', 'XFE1', 'A1048577', 'A1:', 'Deals', '1A'])('gives null for "%s"', (text) => {
    expect(readAddress(text)).toBeNull()
  })
})

test.each(['Deals', "Q's charts & more", 'FY26', 'R1C1', '2026'])(
  'the tab %s can be read back from a formula',
  (tab) => {
    expect(splitAddress(`=${tabInFormula(tab)}!$A$1`)).toEqual({ tab, address: '$A$1' })
  },
)

test('an address without a tab has none', () => {
  expect(splitAddress('A1:B2')).toEqual({ tab: null, address: 'A1:B2' })
})

test('areas share cells, or do not', () => {
  expect(common(area(0, 0, 3, 3), area(2, 1, 5, 1))).toEqual(area(2, 1, 1, 1))
  expect(common(area(0, 0, 2, 2), area(2, 0, 1, 1))).toBeNull()
  expect(meets(area(0, 0, 2, 2), area(1, 1, 1, 1))).toBe(true)
  expect(meets(area(0, 0, 2, 2), area(0, 2, 1, 1))).toBe(false)
})

test('a hole in the middle leaves four areas that hold every other cell', () => {
  const left = without(area(0, 0, 5, 5), area(1, 1, 2, 3))
  expect(left).toHaveLength(4)
  expect(left.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(25 - 6)
  expect(without(area(0, 0, 2, 2), area(5, 5, 1, 1))).toEqual([area(0, 0, 2, 2)])
})
