import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isBlank, isBlankText, showCell } from '#core/cells/blank'

describe('isBlankText', () => {
  test.each(['', ' ', '\t', '\u00a0', '-', '--', '–', '—', 'n/a', 'N/A', '#N/A', ' - '])('%j is a blank', (text) => {
    expect(isBlankText(text)).toBe(true)
  })

  test.each(['0', 'x', 'n', 'no', 'none', 'na', '---', '-1', '- a', '#', '#REF!', '/', '~', 'ä', '.'])(
    '%j is filled',
    (text) => {
      expect(isBlankText(text)).toBe(false)
    },
  )

  test('spaces around never matter, however many an export pads with (seed 3)', () => {
    const words = fc.oneof(fc.constantFrom('', '-', '–', 'n/a', '#N/A'), fc.string())
    const spaces = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(words, spaces, spaces, (word, before, after) => {
        expect(isBlankText(' '.repeat(before) + word + ' '.repeat(after))).toBe(isBlankText(word))
      }),
      { seed: 3 },
    )
  })
})

test('isBlank takes a missing cell for a blank, and 0 and FALSE for something', () => {
  expect([null, undefined, '', '-'].map(isBlank)).toEqual([true, true, true, true])
  expect([0, false, 'x', { fault: '#N/A' }].map(isBlank)).toEqual([false, false, false, false])
})

test('showCell writes a cell as a sentence can hold it', () => {
  expect([null, undefined, 12.5, true, 'tbd', { fault: '#REF!' }].map(showCell)).toEqual([
    '(blank)',
    '(blank)',
    '12.5',
    'true',
    '"tbd"',
    '#REF!',
  ])
  expect(showCell('a'.repeat(41))).toBe(`"${'a'.repeat(37)}..."`)
  expect(showCell('a'.repeat(40))).toBe(`"${'a'.repeat(40)}"`)
})
