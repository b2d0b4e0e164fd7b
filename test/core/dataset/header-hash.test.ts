import { describe, expect, test } from '@jest/globals'
import { compareHeaders, headerHash } from '#core/dataset/header-hash'

describe('headerHash', () => {
  test('is the same in any order, spelling and with blank headers between (A6)', () => {
    const hash = headerHash(['Deal ID', 'Close Date', 'Betrag'])
    expect(headerHash([' betrag', '', 'close_date', 'deal id'])).toBe(hash)
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
  })

  test.each([
    ['a header more', ['a', 'b', 'c']],
    ['a header less', ['a']],
    ['another header', ['a', 'd']],
    ['a header twice', ['a', 'b', 'b']],
    ['two headers as one', ['ab']],
  ])('%s makes another', (_name, headers) => {
    expect(headerHash(headers)).not.toBe(headerHash(['a', 'b']))
  })

  // FNV-1a of the empty text is its start: 811c9dc5 by its definition.
  test('begins with the start of FNV-1a where there is no header', () => {
    expect(headerHash([])).toBe('811c9dc501000193')
  })

  // FNV-1a, 32 bits, of "a" is e40c292c (published test vectors).
  test('is FNV-1a in its first half', () => {
    expect(headerHash(['A']).slice(0, 8)).toBe('e40c292c')
  })
})

test('compareHeaders names what is gone and what is new', () => {
  expect(compareHeaders(['Owner', 'Size', ''], ['owner', 'Colour', ''])).toEqual({ gone: ['Size'], added: ['Colour'] })
})
