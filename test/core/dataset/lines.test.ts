import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findLines, mergeLines, type Lines } from '#core/dataset/lines'
import { labelsOf, numbersOf, textsOf } from './in-columns.ts'

const found = (ids: readonly string[], groups: readonly number[] | null = null): Lines | null =>
  findLines(textsOf(...ids), groups === null ? null : Uint32Array.from(groups))

const plain = (lines: Lines | null) => lines && { first: [...lines.first], into: [...lines.into] }

describe('findLines: rows that share a deal ID are lines of one deal (D1)', () => {
  test('every row of a deal goes into the number of the deal, whose first row stands for it', () => {
    expect(plain(found(['a', 'b', 'a', 'c', 'b', 'a']))).toEqual({ first: [0, 1, 3], into: [0, 1, 0, 2, 1, 0] })
  })

  test('there are none where every deal has one row', () => {
    expect(found(['a', 'b', 'c'])).toBeNull()
    expect(found([])).toBeNull()
  })

  test('rows without an ID stand for themselves', () => {
    expect(found(['', '', 'a', ''])).toBeNull()
    expect(plain(found(['', 'a', '', 'a']))).toEqual({ first: [0, 1, 2], into: [0, 1, 2, 1] })
  })

  test('lines are one deal within a group only', () => {
    expect(plain(found(['a', 'a', 'a', 'b'], [0, 1, 0, 1]))).toEqual({ first: [0, 1, 3], into: [0, 1, 0, 2] })
    expect(found(['a', 'a'], [0, 1])).toBeNull()
  })

  test('IDs and groups are never mixed up, however many groups there are', () => {
    expect(found(['a', 'a', 'b', 'b'], [0, 1_000_003, 0, 1])).toBeNull()
  })

  test('picked rows that share an ID are lines, though the whole table has more IDs than they are rows', () => {
    const ids = textsOf('a', 'a', 'b', 'c', 'd', 'e').pick(Uint32Array.of(0, 1, 4))
    expect(plain(findLines(ids, null))).toEqual({ first: [0, 2], into: [0, 0, 1] })
  })

  test('agrees with a list of keys (seed 41)', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('', 'a', 'b', 'c'), fc.nat(2)), { maxLength: 40 })
    fc.assert(
      fc.property(rows, fc.boolean(), (all, isGrouped) => {
        const keys = all.map(([id, group], row) => (id === '' ? `row ${row}` : `${id} ${isGrouped ? group : ''}`))
        const deals = [...new Set(keys)]
        const lines = found(
          all.map(([id]) => id),
          isGrouped ? all.map(([, group]) => group) : null,
        )
        const expected =
          deals.length === keys.length
            ? null
            : { first: deals.map((key) => keys.indexOf(key)), into: keys.map((key) => deals.indexOf(key)) }
        expect(plain(lines)).toEqual(expected)
      }),
      { seed: 41, numRuns: 500 },
    )
  })
})

describe('mergeLines', () => {
  const lines: Lines = { first: Uint32Array.of(0, 1, 3), into: Uint32Array.of(0, 1, 0, 2, 2) }

  test.each(['money', 'value'] as const)('%s of the lines adds up; a deal of blanks stays blank (D5)', (kind) => {
    const merged = mergeLines(numbersOf(5, 1, 7, null, null), kind, lines)
    expect(merged).toEqual(numbersOf(12, 1, null))
    expect(mergeLines(numbersOf(null, 1, 7, 0, null), kind, lines)).toEqual(numbersOf(7, 1, 0))
  })

  test('what is no money is what the first line says (D1)', () => {
    expect(mergeLines(numbersOf(5, 1, 7, 2, 9), 'percent', lines)).toEqual(numbersOf(5, 1, 2))
    const owner = textsOf('Anna', 'Ben', 'Cleo', 'Dora', 'Eve')
    const merged = mergeLines(owner, 'text', lines)
    expect('labels' in merged && labelsOf(merged)).toEqual(['Anna', 'Ben', 'Dora'])
  })
})
