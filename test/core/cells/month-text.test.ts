import { describe, expect, test } from '@jest/globals'
import { readMonthText } from '#core/cells/month-text'

describe('readMonthText', () => {
  test.each([
    ['M01', 1, true, null],
    ['m 12', 12, true, null],
    ['Jan', 1, false, null],
    ['Dez.', 12, false, null],
    ['März 2026', 3, false, 2026],
    ['Jan-26', 1, false, 2026],
    ["juil. '26", 7, false, 2026],
    ['2026-01', 1, false, 2026],
    ['2026/11', 11, false, 2026],
    ['01/2026', 1, false, 2026],
    ['01.03.2026', 3, false, 2026],
    ['2026-04-01', 4, false, 2026],
    ['46054', 2, false, 2026],
  ] as const)('%s', (text, month, isFiscal, year) => {
    expect(readMonthText(text)).toEqual({ month, isFiscal, year })
  })

  test.each(['M13', 'Q1', '2026', 'Total', 'Owner', '2026-13', '46055', '12345', '', 'Mayor', 'M0'])(
    '%j is no month',
    (text) => {
      expect(readMonthText(text)).toBeNull()
    },
  )
})
