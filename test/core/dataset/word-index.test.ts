import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unfitText, unknownText, WordIndex } from '#core/dataset/word-index'

describe('WordIndex', () => {
  test('gives each text back the number it got, and no other (seed 11)', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.,/ ~!'), minLength: 1, maxLength: 17 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
        const index = new WordIndex()
        const numbers = new Map<string, number>()
        for (const each of texts) {
          const found = index.find(each)
          if (found === unknownText) {
            expect(numbers.has(each)).toBe(false)
            numbers.set(each, numbers.size)
            index.insert(numbers.size - 1)
          } else if (found !== unfitText) expect(found).toBe(numbers.get(each))
        }
        for (const [each, number] of numbers) expect(index.find(each)).toBe(number)
      }),
      { seed: 11, numRuns: 300 },
    )
  })

  test('still knows everything after growing', () => {
    const index = new WordIndex()
    for (let i = 0; i < 50_000; i++) {
      expect(index.find(`D${i}`)).toBe(unknownText)
      index.insert(i)
    }
    for (let i = 0; i < 50_000; i += 7) expect(index.find(`D${i}`)).toBe(i)
  })

  test.each(['', ' a', 'a ', 'a  b', 'a\tb', 'Ärger', 'seventeen letters', '\u007f'])('leaves %j to a map', (text) => {
    expect(new WordIndex().find(text)).toBe(unfitText)
  })

  test('tells texts apart that differ in length or in one character only', () => {
    const index = new WordIndex()
    const texts = [
      'a',
      'aa',
      'aaa',
      'aaaa',
      'aaaaa',
      'aaaaaaaaaaaaaaaa',
      'aaaaaaaaaaaaaaab',
      'baaaaaaaaaaaaaaa',
      '~',
      '~~',
    ]
    texts.forEach((text, number) => {
      expect(index.find(text)).toBe(unknownText)
      index.insert(number)
    })
    expect(texts.map((text) => index.find(text))).toEqual(texts.map((_, number) => number))
  })
})
