import { describe, expect, test } from '@jest/globals'
import { plural } from '#core/cells/plural'

describe('plural', () => {
  test('one is singular, everything else is not', () => {
    expect([0, 1, 2].map((count) => plural(count, 'deal'))).toEqual(['0 deals', '1 deal', '2 deals'])
  })

  test('words with a plural of their own', () => {
    expect(plural(1, 'opportunity', 'opportunities')).toBe('1 opportunity')
    expect(plural(2, 'opportunity', 'opportunities')).toBe('2 opportunities')
  })

  test('thousands are set apart', () => {
    expect([999, 1512, 1234567].map((count) => plural(count, 'row'))).toEqual([
      '999 rows',
      '1,512 rows',
      '1,234,567 rows',
    ])
  })
})
