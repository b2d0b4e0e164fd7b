import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { Flags, Numbers, Texts } from '#core/dataset/columns'
import { readSettings } from '#core/dataset/settings'
import type { Source } from '#core/dataset/source'
import { openTable } from '#core/dataset/table'
import { deals } from '#core/dataset/tables/deals'

const open = (grid: Grid, more: Partial<Source> = {}, settings: Record<string, unknown> = {}) =>
  openTable(deals, { name: 'Deals', grid, ...more }, readSettings(settings))

const header = ['Deal ID', 'Stage', 'Amount', 'Close date', 'Owner']

const numbers = (grid: Grid, field: string, settings: Record<string, unknown> = {}): number[] => {
  const column = open(grid, {}, settings).read(field)
  if (!(column instanceof Numbers)) throw new Error(`${field} is no column of numbers`)
  return [...column.values]
}

describe('finding the table in a range', () => {
  test('title lines above the header are skipped, rows below it counted', () => {
    const table = open([['Pipeline report', null], ['As of', 45382], [], header, ['D1', 'Won', 5, 45000, 'Anna']], {
      firstRow: 3,
    })
    expect(table.rows).toBe(1)
    expect(table.sheetRow(0)).toBe(7)
  })

  test('blank rows, totals, repeated headers and footers are no records, and are listed', () => {
    const table = open([
      header,
      ['D1', 'Won', 5, 45000, 'Anna'],
      [null, '', null, null, null],
      ['Subtotal', null, 5, null, null],
      header,
      ['D2', 'Open', 7, 45000, 'Ben'],
      ['Grand Total', null, 12, null, null],
      ['Confidential Information - Do Not Distribute'],
    ])
    expect(table.rows).toBe(2)
    expect(table.located.leftOut.map(({ text }) => text)).toEqual([
      'Subtotal',
      'Deal ID',
      'Grand Total',
      'Confidential Information - Do Not Distribute',
    ])
  })

  test('a customer whose name begins with Total is a record', () => {
    const table = open([
      ['Account', 'Deal ID', 'Stage', 'Amount'],
      ['Total Energies', 'D1', 'Won', 5],
    ])
    expect(table.rows).toBe(1)
  })

  test('cells without a header row are no table, and the sentence says what to do', () => {
    expect(() =>
      open([
        ['Q1 tracker', null],
        [null, 12],
        ['x', 3],
      ]),
    ).toThrow(/"Deals" is no table of Opportunities.*map deals\.deal_id to its column/)
  })

  test('the same grid opened twice is the same table', () => {
    const grid: Grid = [header, ['D1', 'Won', 5, 45000, 'Anna']]
    expect(open(grid)).toBe(open(grid))
    expect(open(grid, {}, { date_order: 'mdy' })).not.toBe(open(grid))
  })
})

describe('reading columns', () => {
  test('texts are trimmed, so that a trailing space makes no second category', () => {
    const column = open([
      header,
      ['D1', 'Won ', 1, null, null],
      ['D2', 'Won', 1, null, null],
      ['D3', ' Won', 1, null, null],
    ]).read('stage')
    expect(column).toBeInstanceOf(Texts)
    expect(column instanceof Texts && column.labels).toEqual(['', 'Won'])
  })

  test('numbers that are texts follow one decimal mark per column', () => {
    expect(numbers([header, ['D1', 'x', '1.234,56'], ['D2', 'x', '2.000']], 'amount')).toEqual([1234.56, 2000])
    expect(numbers([header, ['D1', 'x', '1,234.56'], ['D2', 'x', '2,000']], 'amount')).toEqual([1234.56, 2000])
  })

  test('a dash, n/a and an empty text are blanks', () => {
    expect(
      numbers([header, ['D1', 'x', '-'], ['D2', 'x', 'n/a'], ['D3', 'x', ''], ['D4', 'x', null]], 'amount'),
    ).toEqual([NaN, NaN, NaN, NaN])
  })

  test('a text in an amount stops every figure that reads it, with its row and what to do (A3)', () => {
    const table = open([header, ['D1', 'x', 5], ['D2', 'x', 'tbd'], ['D3', 'x', 'later']], { firstRow: 1 })
    expect(() => table.read('amount')).toThrow(
      '"Deals", row 3, column "Amount": "tbd" is no number (and 1 more row like it). Correct it, or set unreadable to blank, which leaves such cells out.',
    )
    expect(table.read('stage')).toBeInstanceOf(Texts)
  })

  test('with unreadable=blank it counts as blank, and is still reported', () => {
    const table = open([header, ['D1', 'x', 5], ['D2', 'x', 'tbd']], {}, { unreadable: 'blank' })
    expect(table.read('amount')).toBeInstanceOf(Numbers)
    expect(table.findings()).toMatchObject([{ level: 'warn', row: 3, column: 'Amount' }])
  })

  test('an impossible date stops with its row', () => {
    expect(() => open([header, ['D1', 'x', 5, '2026-02-30']]).read('close_date')).toThrow(
      /row 2, column "Close date": "2026-02-30" is no date of the calendar/,
    )
  })

  test('a spreadsheet error in a cell stops with its row', () => {
    expect(() => open([header, ['D1', 'x', { fault: '#DIV/0!' }]]).read('amount')).toThrow(
      /row 2, column "Amount": #DIV\/0! is no number/,
    )
  })

  test('dates that can be read both ways ask for the order, unless another date column tells', () => {
    const bare: Grid = [header, ['D1', 'x', 5, '03/04/2026']]
    expect(() => open(bare).read('close_date')).toThrow(/day first or month first.*date_order to dmy/)
    expect(numbers(bare, 'close_date', { date_order: 'dmy' })).toEqual([46115])
    const withCreated: Grid = [
      ['Deal ID', 'Stage', 'Close date', 'Created'],
      ['D1', 'x', '03/04/2026', '02/23/2026'],
    ]
    expect(numbers(withCreated, 'close_date')).toEqual([46085])
  })

  test('percents: the column decides whether 90 means 90% (decisions, rule 8)', () => {
    const of = (...cells: (string | number)[]) =>
      numbers([['Deal ID', 'Stage', 'Probability'], ...cells.map((cell, i) => [`D${i}`, 'x', cell])], 'probability')
    expect(of(90, 10, 1)).toEqual([0.9, 0.1, 0.01])
    expect(of(0.9, 0.1, 1)).toEqual([0.9, 0.1, 1])
    expect(of('90%', '10%')).toEqual([0.9, 0.1])
    expect(of('90%', 50, 20)).toEqual([0.9, 0.5, 0.2])
  })

  test('of equal headers the first filled column counts', () => {
    expect(
      numbers(
        [
          ['Deal ID', 'Stage', 'Amount', 'Amount'],
          ['D1', 'x', null, 5],
        ],
        'amount',
      ),
    ).toEqual([5])
  })

  test('two headers for one field are an error that says how to settle it', () => {
    const table = open([
      ['Opportunity ID', 'Opportunity Name', 'Stage', 'Amount', 'Total Amount'],
      ['D1', 'n', 'x', 1, 2],
    ])
    expect(() => table.read('amount')).toThrow(
      '"Deals" has 2 columns for deals.amount: "Amount" and "Total Amount". Say which one counts: map deals.amount to "Amount".',
    )
  })

  test('a constant stands in every row', () => {
    const table = open([header, ['D1', 'x', 5], ['D2', 'x', 6]], { map: { status_text: "'won'" } })
    const column = table.read('status_text')
    expect(column instanceof Texts && [column.at(0), column.at(1)]).toEqual(['won', 'won'])
  })

  test('yes and no in the words of several systems', () => {
    const column = open([
      ['Deal ID', 'Stage', 'Is Closed Won'],
      ['D1', 'x', 'TRUE'],
      ['D2', 'x', false],
      ['D3', 'x', 'nein'],
      ['D4', 'x', null],
    ]).read('is_won')
    expect(column instanceof Flags && [...column.flags]).toEqual([1, 0, 0, 2])
  })
})
