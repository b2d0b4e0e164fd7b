import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { findHeader, locate, type Located } from '#core/dataset/locate'
import type { FieldMap } from '#core/dataset/recognise'
import { deals } from '#core/dataset/tables/deals'

const header: readonly Cell[] = ['Deal ID', 'Stage', 'Amount']

const inGrid = (grid: Grid): Located => {
  const found = findHeader(grid, deals)
  if (found === null) throw new Error('no header was found')
  return locate(grid, found)
}

const rowsOf = (grid: Grid): readonly number[] => [...inGrid(grid).rows]
const leftOut = (...rows: Grid): readonly (readonly [number, string])[] =>
  inGrid([header, ...rows]).leftOut.map(({ row, text }) => [row, text])

describe('rows of records', () => {
  test('are those between what is none, from the first on', () => {
    expect(rowsOf([header, ['Total'], ['1', 'x', 1], ['2', 'x', 1], [], ['3', 'x', 1]])).toEqual([2, 3, 5])
    expect(rowsOf([header, ['1', 'x', 1], ['2', 'x', 1]])).toEqual([1, 2])
    expect(rowsOf([header, ['Total']])).toEqual([])
  })

  test('have each their own number', () => {
    const { rows } = inGrid([header, ['1', 'x', 1], [], ['2', 'x', 1], ['3', 'x', 1]])
    expect([rows.length, rows.at(0), rows.at(1), rows.at(2)]).toEqual([3, 1, 3, 4])
  })
})

describe('findHeader', () => {
  const headerRow = (grid: Grid, map?: FieldMap): number | undefined => findHeader(grid, deals, map)?.headerRow

  test('is the first row that marks the range as this table', () => {
    expect(headerRow([['Sales report'], ['Region', 'Owner'], header, header])).toBe(2)
  })

  test('without a mark, the row with most known words', () => {
    expect(
      headerRow([
        ['Owner', 'As of'],
        ['Owner', 'Amount', 'Probability'],
        ['Owner', 'Amount'],
      ]),
    ).toBe(1)
  })

  test('is no row of one text, and none of words that say nothing', () => {
    expect(headerRow([['Deal ID'], ['x', 'y', 'z'], [1, 2, 3], []])).toBeUndefined()
    expect(headerRow([])).toBeUndefined()
  })

  test('a mark counts for more than known words', () => {
    const more: readonly Cell[] = ['Owner', 'Amount', 'Probability', 'Account']
    expect(headerRow([['Deal ID', 'Stage'], more])).toBe(0)
    expect(headerRow([more, ['Deal ID', 'Stage']])).toBe(1)
  })

  test('numbers, blanks and spaces are no second text', () => {
    expect(headerRow([['Owner', 2024, ' ', null]])).toBeUndefined()
  })

  test('headers are read without the spaces around them; what is no text and no number is none', () => {
    const headers = findHeader([[' Deal ID ', 'Stage', null, true]], deals)?.headers
    expect(headers).toEqual(['Deal ID', 'Stage', '', ''])
  })

  test('lies in the first 30 rows', () => {
    const under = (above: number): Grid => [...Array.from({ length: above }, () => ['x', 'y']), header]
    expect(headerRow(under(29))).toBe(29)
    expect(headerRow(under(30))).toBeUndefined()
  })

  test('a column that is set by hand makes a mark with the others', () => {
    const grid: Grid = [
      ['Owner', 'Amount'],
      ['Key', 'Phase', 'Owner'],
    ]
    expect(headerRow(grid)).toBe(0)
    expect(headerRow(grid, { deal_id: 'Key', stage: 'Phase' })).toBe(1)
  })

  test('a header that is a number counts as its digits', () => {
    expect(findHeader([['Deal ID', 'Stage', 2024]], deals)?.headers).toEqual(['Deal ID', 'Stage', '2024'])
  })
})

describe('locate splits what stands below the header into records and what is none (A4)', () => {
  test('blank rows are neither (A4)', () => {
    const grid: Grid = [header, [], [null, '', ' '], ['-', 'n/a', null], ['1', 'x', 5], [null, null, 0], [false]]
    expect(rowsOf(grid)).toEqual([4, 5, 6])
    expect(inGrid(grid).leftOut).toEqual([])
  })

  test.each([
    'Total',
    'TOTALS:',
    'Grand  Total',
    'Sub-total',
    'Subtotal',
    'Sum',
    'Count',
    'Total (5)',
    'Total 1,234.50',
    'Confidential - do not share',
    'Copyright 2024 Acme',
    '© Acme',
    'Gesamtsumme',
    'Zwischensumme:',
    'Gesamtergebnis',
    'Sous-total',
    'Total général',
    'Suma total',
    'Yhteensä',
    'Välisumma',
    'Delsumma',
    'I alt',
  ])('%s in a row nearly by itself is no record', (text) => {
    expect(leftOut(['1', 'x', 5], [null, text], [text, 5])).toEqual([
      [2, text],
      [3, text],
    ])
  })

  test('a total with figures in every column is none either', () => {
    const totals = ['Grand Total (3 records)', 'Grand  Total', 'Subtotal', 'Total ', 'Sum: 12']
    expect(leftOut(...totals.map((text) => [text, 'all', 12]))).toEqual(
      totals.map((text, row) => [row + 1, text.trim()]),
    )
  })

  test('a footer with blanks beside it is none', () => {
    expect(leftOut(['Confidential', null, null])).toEqual([[1, 'Confidential']])
  })

  test.each([
    ...['Total Energies', 'Summit', 'County Council', 'Sum of Parts Ltd', 'Copyright Agency', 'Totalise'],
    ...['Sum of the total', 'Total 5 of 7'],
    ...['Gesamtverband', 'Summa Equity', 'Delsumma AB', 'Samlet Energi'],
  ])('a filled row that begins with %s is a record', (text) => {
    expect(rowsOf([header, [text, 'x', 5]])).toEqual([1])
  })

  test('a header repeated on every page is no record, whatever its case', () => {
    expect(leftOut(['1', 'x', 5], ['Deal ID', 'STAGE', 'amount'], header)).toEqual([
      [2, 'Deal ID'],
      [3, 'Deal ID'],
    ])
  })

  test('a repeated header with a number in it is none either', () => {
    const withYear: readonly Cell[] = ['Deal ID', 'Stage', 2024]
    expect(inGrid([withYear, ['1', 'x', 5], withYear]).leftOut).toEqual([{ row: 2, text: 'Deal ID' }])
  })

  test('a footer begins its row: a text that names a total further on is a record', () => {
    expect(rowsOf([header, ['The total', null, 5]])).toEqual([1])
  })

  test('a record whose first cell is the first header is a record', () => {
    expect(rowsOf([header, ['Deal ID', 'Won', 5]])).toEqual([1])
  })

  test('a long text is never a total or a footer', () => {
    expect(rowsOf([header, [`Total ${'x'.repeat(194)}`], [`Total ${'x'.repeat(193)}`]])).toEqual([1])
  })

  test('a subtotal below each group is no record, wherever it stands', () => {
    const grid: Grid = [
      header,
      ['1', 'x', 5],
      ['Subtotal', null, 5],
      [],
      [],
      ['2', 'y', 7],
      [null, 'Subtotal', 7],
      ['Grand Total', null, 12],
    ]
    expect(rowsOf(grid)).toEqual([1, 5])
    expect(inGrid(grid).leftOut.map(({ row }) => row)).toEqual([2, 6, 7])
  })

  test('a total that floats above the header is not read', () => {
    const grid: Grid = [['Pipeline', null, null], ['Total', null, 12], [], header, ['1', 'x', 5], ['2', 'y', 7]]
    expect(inGrid(grid).headerRow).toBe(3)
    expect(rowsOf(grid)).toEqual([4, 5])
  })

  test('sentences alone in their rows at the end are the footer of a report', () => {
    const end: Grid = [
      [],
      ['Exported by Anna Berg'],
      [null, null, 'Filtered by: my deals'],
      ['Page 1 of 3', null, null],
    ]
    expect(leftOut(['1', 'x', 5], ...end)).toEqual([
      [3, 'Exported by Anna Berg'],
      [4, 'Filtered by: my deals'],
      [5, 'Page 1 of 3'],
    ])
    expect(rowsOf([header, ['1', 'x', 5], ...end])).toEqual([1])
  })

  test('a sentence alone in its row with records below it stays a record, and so does a key alone at the end', () => {
    expect(rowsOf([header, ['See the notes below'], ['1', 'x', 5], ['D-99']])).toEqual([1, 2, 3])
  })

  test('in a table of two columns nothing at the end is taken for a footer', () => {
    expect(
      rowsOf([
        ['Deal ID', 'Stage'],
        ['1', 'x'],
        ['A key of words', null],
      ]),
    ).toEqual([1, 2])
  })

  test('rows keep their place in the grid', () => {
    expect(rowsOf([['Report'], header, ['1', 'x'], ['Total'], ['2', 'x']])).toEqual([2, 4])
  })
})
