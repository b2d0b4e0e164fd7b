import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'

const today = 45382

const open = (grids: Partial<Record<TableName, Grid>>, settings: Record<string, unknown> = {}): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }])),
    settings,
    today,
  })

const deals: Grid = [
  ['Deal ID', 'Owner', 'Status', 'Amount', 'Currency', 'Close date'],
  ['1', 'Ann', 'won', 10, 'USD', '2024-01-10'],
  ['2', 'Ben', 'won', 20, 'EUR', '2024-01-10'],
  ['3', 'Ann', 'won', 30, 'EUR', '2024-01-10'],
]
const fx: Grid = [
  ['Currency', 'Date', 'Rate to base', 'Type'],
  ['USD', '2024-01-01', 0.5, 'spot'],
  ['USD', '2024-02-01', 0.8, 'spot'],
  ['USD', '2024-01-01', 0.4, 'plan'],
]
const splits: Grid = [
  ['Deal ID', 'Person', 'Credit pct'],
  ['3', 'Ann', 50],
  ['3', 'Ben', 50],
]
const inEuro = { base_currency: 'EUR' }
const valuesOf = (data: Dataset): readonly number[] => [...(data.column('deals', 'value')?.values ?? [])]

describe('the settings table', () => {
  const settings = (...rows: readonly Cell[][]): Grid => [['Section', 'Key', 'Value'], ...rows]

  test('gives the settings of its rows of section settings or of none, and no others', () => {
    const data = open({
      settings: settings(['Settings', 'stale_days', 10], [null, 'top_n', 7], ['tables', 'early_days', 5]),
    })
    expect([data.settings.stale_days, data.settings.top_n, data.settings.early_days]).toEqual([10, 7, 30])
  })

  test('without a column of sections gives them all', () => {
    const grid: Grid = [
      ['Key', 'Value'],
      ['stale_days', 12],
    ]
    expect(open({ settings: grid }).settings.stale_days).toBe(12)
  })
})

describe('the setting as_of', () => {
  test.each([
    ['2024-03-31', 45382],
    ['31.03.2024', 45382],
    ['45000', 45000],
    ['', today],
  ])('%s is the day %i', (as_of, day) => {
    expect(open({}, { as_of }).asOf).toBe(day)
  })

  test.each(['soon', '4500', '450000', 'x45000'])('%s is no date, which is said', (as_of) => {
    expect(() => open({}, { as_of })).toThrow(
      expect.objectContaining({
        code: 'setting',
        message: `Setting as_of is "${as_of}", which is no date. Write it as 2026-03-31.`,
      }),
    )
  })
})

describe('a workbook', () => {
  test('without a table has no rows of it, and rows of the sheet below a header', () => {
    const data = open({})
    expect([data.rows('deals'), data.table('deals'), data.column('deals', 'amount')]).toEqual([0, null, null])
    expect(data.sheetRow('deals', 4)).toBe(5)
    expect(data.rowsWithin('deals')).toBeNull()
    expect(() => data.readAhead('deals', ['value'])).not.toThrow()
  })

  test('whose People names nobody knows nobody', () => {
    const people: Grid = [
      ['Email', 'Manager', 'Team'],
      ['a@x.com', 'Mia', 'North'],
    ]
    expect(open({ deals, people }).people.known).toBe(false)
  })

  test('knows since when people are there, and by which names', () => {
    const people: Grid = [
      ['Person', 'Email', 'Alias', 'Manager', 'Level', 'Start'],
      ['Ann', 'a@x.com', 'A. L.', 'Mia', 'seller', '2024-01-01'],
      ['Mia', null, null, null, 'manager', null],
    ]
    const { people: known } = open({ deals, people })
    expect(['A@X.com', 'a. l.', 'ann', 'Zoe'].map((name) => known.resolve(name))).toEqual(['Ann', 'Ann', 'Ann', 'Zoe'])
    expect([known.startOf('Ann'), known.startOf('Mia'), known.levelOf('Mia'), known.managerOf('Ann')]).toEqual([
      45292,
      NaN,
      'manager',
      'Mia',
    ])
  })

  test('notes one finding of a kind for each column, the last one', () => {
    const data = open({ deals })
    const note = (column: string | null, text: string): void =>
      data.note({ level: 'warn', code: 'odd', table: 'deals', column, row: null, count: 1, text })
    note('A', 'one')
    note('A', 'two')
    note('B', 'three')
    note(null, 'four')
    expect(data.findings().map(({ text }) => text)).toEqual(['two', 'three', 'four'])
  })

  test('reads a column once', () => {
    const data = open({ deals }, inEuro)
    expect(data.column('deals', 'owner')).toBe(data.column('deals', 'owner'))
    data.readAhead('deals', ['closing', 'status'])
    expect(data.column('deals', 'closing')?.at(0)).toBe(45301)
  })
})

describe('a view of another day or rate', () => {
  const data = open({ deals, fx }, inEuro)

  test('is the same dataset where nothing differs, and known again', () => {
    expect(data.seen({ asOf: today, exchange: 'close' })).toBe(data)
    const other = data.seen({ asOf: 45000, exchange: 'close' })
    expect(data.seen({ asOf: 45000, exchange: 'close' })).toBe(other)
    expect(other.seen({ asOf: today, exchange: 'close' })).toBe(data)
    expect([other.asOf, other.calendar.asOf, other.whole]).toEqual([45000, 45000, other])
  })

  test('converts at its own rate, and leaves the amounts of the first as they were', () => {
    expect(valuesOf(data)).toEqual([5, 20, 30])
    expect(valuesOf(data.seen({ asOf: today, exchange: 'plan' }))).toEqual([4, 20, 30])
    expect(valuesOf(data.seen({ asOf: 45333, exchange: 'as_of' }))).toEqual([8, 20, 30])
    expect(valuesOf(data)).toEqual([5, 20, 30])
  })

  test('of a scope is the scope in that view', () => {
    const anns = data.within('Ann')
    expect(valuesOf(anns)).toEqual([5, 30])
    expect(anns.seen({ asOf: today, exchange: 'close' })).toBe(anns)
    const planned = anns.seen({ asOf: today, exchange: 'plan' })
    expect(valuesOf(planned)).toEqual([4, 30])
    expect([planned.scope, anns.seen({ asOf: today, exchange: 'plan' })]).toEqual(['Ann', planned])
    expect(anns.whole).toBe(data)
  })

  test('without rates differs in its day alone', () => {
    const plain = open({ deals: deals.map((row) => row.filter((_, at) => at !== 4)) }).within('Ann')
    const earlier = plain.seen({ asOf: 45000, exchange: 'plan' })
    expect([earlier.asOf, earlier.exchange, valuesOf(earlier)]).toEqual([45000, 'plan', [10, 30]])
  })
})

describe('a scope', () => {
  const data = open({ deals, fx, splits }, inEuro)

  test('of a person takes shares of deals; of anything else whole deals', () => {
    expect(valuesOf(data.within('Ann'))).toEqual([5, 15])
    expect(valuesOf(data.within('Ann').byDeal())).toEqual([5, 30])
    expect(valuesOf(data.within('Currency=EUR'))).toEqual([20, 30])
    expect(valuesOf(data.within('Currency=EUR').byCredit())).toEqual([20, 15, 15])
  })

  test('is the same when it is asked for again, by credit and by deal too', () => {
    const anns = data.within('Ann')
    expect(data.within('Ann')).toBe(anns)
    expect(anns.byCredit()).toBe(anns)
    expect(anns.byDeal()).toBe(anns.byDeal())
    const euros = data.within('Currency=EUR')
    expect([euros.byDeal(), euros.byCredit()]).toEqual([euros, euros.byCredit()])
    expect(data.byDeal()).toBe(data)
    expect(open({ deals }, inEuro).byCredit().credits).toBeNull()
  })

  test('keeps the rows of the sheet', () => {
    const anns = data.within('Ann').byDeal()
    expect([anns.rows('deals'), [0, 1].map((row) => anns.sheetRow('deals', row))]).toEqual([2, [2, 4]])
    expect([anns.rows('fx'), anns.sheetRow('fx', 1)]).toEqual([3, 3])
    expect([...(anns.rowsWithin('deals') ?? [])]).toEqual([0, 2])
  })
})
