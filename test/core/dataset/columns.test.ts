import { describe, expect, test } from '@jest/globals'
import { Numbers, rowsWhere, Texts } from '#core/dataset/columns'
import { flagsOf, labelsOf, numbersOf, statusesOf, textsOf } from './in-columns.ts'

const rows = Uint32Array.of(2, 0, 2)

describe('pick takes the given rows, in their order, as often as they are given', () => {
  test('of numbers', () => {
    const picked = numbersOf(1, 2, null).pick(rows)
    expect([...picked.values]).toEqual([NaN, 1, NaN])
    expect([picked.length, picked.isBlank(0), picked.isBlank(1)]).toEqual([3, true, false])
  })

  test('of texts, which keep their labels and codes', () => {
    const column = textsOf('a', 'b', '')
    const picked = column.pick(rows)
    expect(labelsOf(picked)).toEqual(['', 'a', ''])
    expect(picked.labels).toBe(column.labels)
    expect(picked.find('b')).toBe(column.find('b'))
  })

  test('of yes and no', () => {
    const picked = flagsOf(true, false, null).pick(rows)
    expect([0, 1, 2].map((row) => [picked.isTrue(row), picked.isBlank(row)])).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ])
  })

  test('of statuses', () => {
    const picked = statusesOf('open', 'won', 'lost').pick(rows)
    expect([0, 1, 2].map((row) => picked.at(row))).toEqual(['lost', 'open', 'lost'])
  })
})

describe('changed gives the column with other values in some rows, and leaves the old one as it is', () => {
  test('of numbers, in four bytes as long as these hold them', () => {
    const column = new Numbers(Float32Array.of(1, 2, NaN))
    const narrow = column.changed([
      { row: 0, value: NaN },
      { row: 2, value: 3 },
    ])
    expect([[...narrow.values], narrow.values instanceof Float32Array]).toEqual([[NaN, 2, 3], true])
    const wide = column.changed([{ row: 1, value: 0.1 }])
    expect([[...wide.values], wide.values instanceof Float32Array]).toEqual([[1, 0.1, NaN], false])
    expect([...column.values]).toEqual([1, 2, NaN])
  })

  test('of texts, with labels that are new and room for their codes', () => {
    const column = new Texts(Uint8Array.of(1, 2, 0), ['', 'a', 'b'])
    const known = column.changed([{ row: 0, value: 'b' }])
    expect([labelsOf(known), known.labels]).toEqual([['b', 'b', ''], column.labels])
    let grown = column
    for (let i = 0; i < 300; i++) grown = grown.changed([{ row: i % 3, value: `new ${i}` }])
    expect(labelsOf(grown)).toEqual(['new 297', 'new 298', 'new 299'])
    expect([grown.find('new 299'), grown.find('a'), grown.find('none')]).toEqual([grown.code(2), 1, -1])
    expect(labelsOf(grown.pick(rows))).toEqual(['new 299', 'new 297', 'new 299'])
    expect(labelsOf(column)).toEqual(['a', 'b', ''])
  })

  test('of yes and no', () => {
    const column = flagsOf(true, false, null)
    const changed = column.changed([
      { row: 0, value: 2 },
      { row: 2, value: 0 },
    ])
    expect([...changed.flags]).toEqual([2, 0, 0])
    expect([...column.flags]).toEqual([1, 0, 2])
  })
})

describe('Texts', () => {
  test('find gives the code of a label, -1 where no row can have it', () => {
    const column = textsOf('b', 'a', 'b')
    expect(column.label(column.find('a'))).toBe('a')
    expect(column.find('')).toBe(0)
    expect(column.find('c')).toBe(-1)
  })

  test('relabel renames every label, and what comes out equal becomes one code', () => {
    const column = textsOf('anna', 'ANNA', 'ben', '').relabel((label) => label.toUpperCase())
    expect(labelsOf(column)).toEqual(['ANNA', 'ANNA', 'BEN', ''])
    expect(column.labels).toEqual(['', 'ANNA', 'BEN'])
  })

  test('relabel to nothing makes a blank, and a blank is never renamed', () => {
    const column = textsOf('x', '', 'y').relabel((label) => (label === 'x' ? '' : 'named'))
    expect(labelsOf(column)).toEqual(['', '', 'named'])
    expect([0, 1, 2].map((row) => column.isBlank(row))).toEqual([true, true, false])
  })

  test('relabel leaves the column itself as it is', () => {
    const column = textsOf('x')
    column.relabel(() => 'y')
    expect(labelsOf(column)).toEqual(['x'])
  })

  test('a column without rows has the blank label alone', () => {
    expect(new Texts(new Uint32Array(0), ['']).find('')).toBe(0)
    expect(textsOf().length).toBe(0)
  })
})

test('a deal on hold is neither open nor closed (D3)', () => {
  const column = statusesOf('open', 'won', 'lost', 'onhold')
  const rowsOf = (is: (row: number) => boolean): readonly number[] => [0, 1, 2, 3].filter(is)
  expect(rowsOf((row) => column.isOpen(row))).toEqual([0])
  expect(rowsOf((row) => column.isWon(row))).toEqual([1])
  expect(rowsOf((row) => column.isLost(row))).toEqual([2])
  expect(rowsOf((row) => column.isClosed(row))).toEqual([1, 2])
})

test('rowsWhere gives the rows for which a test holds, in order', () => {
  expect([...rowsWhere(6, (row) => row % 2 === 1)]).toEqual([1, 3, 5])
  expect([...rowsWhere(0, () => true)]).toEqual([])
})
