import { describe, expect, test } from '@jest/globals'
import { withDealNames } from '#core/report/deal-names'
import { isoRange } from '#core/report/iso-range'
import { listWords } from '#core/report/list-words'
import { wrap } from '#core/report/wrap'

describe('listWords', () => {
  test('joins with commas and a last "and"', () => {
    expect(listWords([])).toBe('')
    expect(listWords(['a'])).toBe('a')
    expect(listWords(['a', 'b'])).toBe('a and b')
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c')
  })

  test('counts what does not fit', () => {
    expect(listWords(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a, b, c and 2 more')
    expect(listWords(['a', 'b', 'c'], 3)).toBe('a, b and c')
  })
})

describe('wrap', () => {
  test('a short text stays as it is', () => {
    expect(wrap('Nothing has moved.')).toEqual(['Nothing has moved.'])
    expect(wrap('')).toEqual([''])
  })

  test('a long one is cut between words, and loses none', () => {
    const text = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    const lines = wrap(text)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.filter((line) => line.length > 125)).toEqual([])
    expect(lines.join(' ')).toBe(text)
  })

  test('a word longer than a line is left whole', () => {
    const long = 'x'.repeat(200)
    expect(wrap(`see ${long} there`)).toEqual(['see', long, 'there'])
  })
})

describe('withDealNames', () => {
  test('the ID stands in for a name that is absent or blank', () => {
    const rows = [
      { id: 'D1', name: 'Pumps' },
      { id: 'D2', name: '' },
      { id: 'D3', name: null },
      { id: 'D4' },
      { name: null },
    ]
    expect(withDealNames(rows).map((row) => row['name'])).toEqual(['Pumps', 'D2', 'D3', 'D4', null])
  })
})

describe('isoRange', () => {
  test('writes a period as metrics read it', () => {
    expect(isoRange({ start: 45292, end: 45382 })).toBe('2024-01-01/2024-03-31')
  })
})
