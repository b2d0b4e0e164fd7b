import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isoDay } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { Flags, Numbers, Texts } from '#core/dataset/columns'
import { readSettings } from '#core/dataset/settings'
import { openTable, type Table } from '#core/dataset/table'
import { deals } from '#core/dataset/tables/deals'
import { labelsOf } from './in-columns.ts'

const fault: Cell = { fault: '#N/A' }

/** Deals with these cells under one more header; what cannot be read counts as blank. */
const under = (header: string, cells: readonly Cell[], settings: Record<string, unknown> = {}): Table => {
  const grid: Grid = [['Deal ID', 'Stage', header], ...cells.map((cell, row) => [row, 'Talk', cell])]
  return openTable(deals, { name: 'Deals', grid }, readSettings({ unreadable: 'blank', ...settings }))
}

const troubles = (table: Table): readonly string[] =>
  table.findings().map(({ code, row, count }) => `${code} in row ${row ?? 'any'}, ${count}`)

describe('texts', () => {
  const read = (...cells: readonly Cell[]): Texts => {
    const column = under('Owner', cells).read('owner')
    if (!(column instanceof Texts)) throw new Error('owners are no texts')
    return column
  }

  test('cells that differ in spaces only are one label', () => {
    const column = read('Closed  Won', ' Closed Won', 'Closed\u00a0Won ', 'Closed\nWon', 'Closed Won')
    expect(column.labels).toEqual(['', 'Closed Won'])
    expect(labelsOf(column)).toEqual(Array(5).fill('Closed Won'))
  })

  test('numbers and yes or no are texts as well, the same as if they were written out', () => {
    const column = read(12, '12', ' 12', true, 'TRUE', false, 1.5, 0, -0)
    expect(labelsOf(column)).toEqual(['12', '12', '12', 'TRUE', 'TRUE', 'FALSE', '1.5', '0', '0'])
    expect(column.labels).toEqual(['', '12', 'TRUE', 'FALSE', '1.5', '0'])
  })

  test('a dash is a blank, however an export pads it, and nothing that is filled', () => {
    const cells = ['-', '            -', 'n/a', null, '   ', 'x']
    expect(labelsOf(read(...cells))).toEqual(['', '', '', '', '', 'x'])
    expect(under('Owner', cells).filled('owner')).toBe(1)
  })

  test('long, accented and one-letter texts are told apart', () => {
    const cells = ['a', 'ab', 'Österlund', 'Osterlund', 'x'.repeat(40), `${'x'.repeat(40)}y`, '\u{1d4b3}', 'a']
    expect(labelsOf(read(...cells))).toEqual(cells)
  })

  test('a spreadsheet error cannot be read; the first is named, all are counted (A3)', () => {
    const table = under('Owner', ['x', fault, 'y', { fault: '#REF!' }])
    expect(table.filled('owner')).toBe(2)
    expect(troubles(table)).toEqual(['unreadable in row 3, 2'])
  })

  test('only the rows that are records are read, and a short row is blank', () => {
    const grid: Grid = [['Deal ID', 'Stage', 'Owner'], ['1', 'Talk', 'Anna'], ['Total'], ['2', 'Talk']]
    const column = openTable(deals, { name: 'Deals', grid }, readSettings({})).read('owner')
    expect(column instanceof Texts && labelsOf(column)).toEqual(['Anna', ''])
  })

  test('many different texts keep their own labels', () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => `D-${(i * 7919) % 6000}`)
    const column = read(...cells)
    expect(labelsOf(column)).toEqual(cells)
    expect(column.labels).toHaveLength(6001)
  })

  test.each([
    ['few at first, then more than one byte tells apart', (i: number) => (i < 600 ? i % 5 : i)],
    ['one byte can tell them apart', (i: number) => i % 255],
    ['more than two bytes can tell apart, late', (i: number) => (i < 5_000 ? i % 300 : i)],
    ['all different', (i: number) => i],
  ])('codes hold their labels in as few bytes as they need: %s', (_, number) => {
    const cells = Array.from({ length: 70_000 }, (_, i) => `No ${number(i)}`)
    expect(labelsOf(read(...cells))).toEqual(cells)
  })

  test('every label has one code, whatever the order of the cells (seed 51)', () => {
    const cell = fc.oneof(
      fc.constantFrom('a', ' a', 'a ', 'a  b', 'a b', '1', '', '-', '          -', 'ä', 'TRUE'),
      fc.constantFrom(1, true, null),
    )
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const column = read(...cells)
        const backwards = read(...cells.toReversed())
        expect(new Set(column.labels).size).toBe(column.labels.length)
        expect(labelsOf(backwards).toReversed()).toEqual(labelsOf(column))
      }),
      { seed: 51 },
    )
  })
})

describe('numbers', () => {
  const read = (...cells: readonly Cell[]): readonly number[] => {
    const column = under('Amount', cells).read('amount')
    return column instanceof Numbers ? [...column.values] : []
  }

  test('stay as they are, and texts are read by the mark that the column proves', () => {
    expect(read(5, '1.234,50', null, '2.000', -1)).toEqual([5, 1234.5, NaN, 2000, -1])
    expect(read(5, '1,234.50', null, '2.000', -1)).toEqual([5, 1234.5, NaN, 2, -1])
  })

  test('days, quarters and cents come back exactly, wherever in the column they stand (seed 53)', () => {
    const whole = fc.integer({ min: -16_777_216, max: 16_777_216 }).map((value) => value / 4)
    const cell = fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 600 }), fc.array(cell), (first, then) => {
        const expected = [...first, ...then].map((value) => value ?? NaN)
        expect(read(...first, ...then)).toEqual(expected)
      }),
      { seed: 53 },
    )
  })

  test('yes or no, a fault, and what is not finite are none', () => {
    const table = under('Amount', [1, true, fault, Infinity, NaN, 'tbd'])
    expect(table.filled('amount')).toBe(1)
    expect(troubles(table)).toEqual(['unreadable in row 3, 5'])
  })

  test('currencies in the cells are kept by row', () => {
    const table = under('Amount', [5, 'USD 7', null, '€ 3'])
    expect([...table.currencies('amount')]).toEqual([
      [1, 'USD'],
      [3, 'EUR'],
    ])
    expect(read(5, 'USD 7', null, '€ 3')).toEqual([5, 7, NaN, 3])
  })

  test('a text that could be read in two ways is reported', () => {
    const table = under('Amount', ['3.500', 12])
    table.read('amount')
    expect(troubles(table)).toEqual(['decimal in row any, 2'])
  })
})

describe('days', () => {
  const read = (header: string, field: string, ...cells: readonly Cell[]): readonly number[] => {
    const column = under(header, cells).read(field)
    return column instanceof Numbers ? [...column.values] : []
  }

  test('serial numbers and texts are days; a date-time keeps its time of day', () => {
    const cells = [45000.5, '2023-03-15', '2023-03-15 06:00', null]
    expect(read('Close date', 'close_date', ...cells)).toEqual([45000, 45000, 45000, NaN])
    expect(read('Created', 'created', ...cells)).toEqual([45000.5, 45000, 45000.25, NaN])
  })

  test('a number that is no day of the calendar cannot be read', () => {
    const table = under('Close date', [60, 61, 2_958_465.5, 2_958_466])
    expect(table.filled('close_date')).toBe(2)
    expect(troubles(table)).toEqual(['unreadable in row 2, 2'])
  })

  test('the same text is the same day, and the same trouble, in every row', () => {
    const cells = ['2024-02-29', '2023-02-29', '2024-02-29', '2023-02-29']
    expect(read('Close date', 'close_date', ...cells)).toEqual([45351, NaN, 45351, NaN])
    const table = under('Close date', cells)
    table.read('close_date')
    expect(troubles(table)).toEqual(['unreadable in row 3, 2'])
  })
})

describe('yes and no', () => {
  const read = (...cells: readonly Cell[]): readonly number[] => {
    const column = under('Is won', cells).read('is_won')
    return column instanceof Flags ? [...column.flags] : []
  }

  test('in the words of several systems and languages', () => {
    expect(read(true, 'Yes', ' x ', 1, 'JA', false, 'no', 0, 'Nein', null, '-')).toEqual([
      1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2,
    ])
  })

  test('any other word stays blank and is reported', () => {
    expect(read('maybe', 2, fault, true)).toEqual([2, 2, 2, 1])
    const table = under('Is won', ['maybe', 2, fault, true])
    expect(table.filled('is_won')).toBe(4)
    expect(troubles(table)).toEqual(['unreadable in row 2, 3'])
  })
})

describe('moments in a time zone (P7)', () => {
  const days = (header: string, cells: readonly Cell[], timezone: string): unknown => {
    const field = header === 'Created' ? 'created' : 'close_date'
    const column = under(header, cells, { timezone }).read(field)
    return column instanceof Numbers ? Array.from(column.values, (day) => isoDay(day)) : column
  }

  test('a moment is on the day that the clocks show; days, times without an offset and serial numbers stay', () => {
    const cells = ['2024-06-21T22:30:00Z', '2024-06-21', '21.06.2024 23:30', 45464.99]
    for (const header of ['Created', 'Close date'])
      expect(days(header, cells, 'Europe/Berlin')).toEqual(['2024-06-22', '2024-06-21', '2024-06-21', '2024-06-21'])
  })

  test('a column whose moments are all at midnight UTC holds days', () => {
    const cells = ['2024-06-21T00:00:00Z', '2024-06-22T00:00:00.000Z']
    expect(days('Close date', cells, 'America/New_York')).toEqual(['2024-06-21', '2024-06-22'])
    expect(days('Close date', ['2024-06-21T00:00:00Z', '2024-06-22T04:00:00Z'], 'America/New_York')).toEqual([
      '2024-06-20',
      '2024-06-22',
    ])
  })

  test('one grid read with two settings is read twice', () => {
    const grid: Grid = [
      ['Deal ID', 'Stage', 'Created'],
      ['A', 'Talk', '2024-06-21T22:30:00Z'],
    ]
    const day = (timezone: string): string => {
      const column = openTable(deals, { name: 'Deals', grid }, readSettings({ timezone })).read('created')
      return column instanceof Numbers ? isoDay(column.at(0)) : ''
    }
    expect([day(''), day('Europe/Berlin'), day('')]).toEqual(['2024-06-21', '2024-06-22', '2024-06-21'])
  })

  test('a zone that is not known is an error that names the near one', () => {
    expect(() => under('Created', ['2024-06-21'], { timezone: 'Europe/Berln' }).read('created')).toThrow(
      'Setting timezone is "Europe/Berln", which is no time zone that is known. Did you mean "Europe/Berlin"? Write it as Europe/Berlin, or as its distance from UTC, such as +02:00.',
    )
  })
})
