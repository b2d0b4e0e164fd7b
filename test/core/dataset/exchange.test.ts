import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { dayOf, isoDay } from '#core/cells/day'
import { openDataset, type Dataset, type ExchangeRule } from '#core/dataset/dataset'
import { currencyOf } from '#core/dataset/derive'
import type { TableName } from '#core/dataset/tables/index'

const today = dayOf(2024, 3, 31)

const fx: Grid = [
  ['Currency', 'Date', 'Rate to base', 'Type'],
  ['USD', '2024-01-01', 0.9, 'spot'],
  ['USD', '2024-03-01', 0.8, null],
  ['USD', '2024-02-01', 0.5, 'Spot'],
  ['USD', null, 0.75, 'plan'],
  ['sek', '2024-01-01', 0.1, 'spot'],
]
const header = ['Deal ID', 'Status', 'Amount', 'Currency', 'Close date']

const open = (
  tables: Partial<Record<TableName, Grid>>,
  settings: Record<string, unknown> = { base_currency: 'EUR' },
): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(tables).map(([name, grid]) => [name, { name, grid }])),
    settings,
    today,
  })

const valuesOf = (data: Dataset, name: TableName = 'deals'): unknown => {
  const column = data.anyColumn(name, 'value')
  return column !== null && 'values' in column ? [...column.values].map((x) => Math.round(x * 1e9) / 1e9) : null
}
const deals = (...rows: readonly Cell[][]): Grid => [header, ...rows]
const texts = (data: Dataset, code: string): readonly string[] =>
  data.findings().flatMap((finding) => (finding.code === code ? [finding.text] : []))

describe('exchange rates (D11)', () => {
  const book = deals(
    ['A', 'won', 100, 'EUR', '2024-01-31'],
    ['B', 'won', 100, 'USD', '2024-01-31'],
    ['C', 'lost', 100, 'USD', '2024-02-29'],
    ['D', 'open', 100, 'USD', '2024-01-15'],
    ['E', 'open', 100, 'usd', '2025-01-15'],
    ['F', 'won', 100, 'SEK', '2024-01-01'],
  )

  test('a closed deal has the latest rate up to its closing day, an open one that of the as-of day', () => {
    expect(valuesOf(open({ deals: book, fx }))).toEqual([100, 90, 50, 80, 80, 10])
  })

  test.each([
    ['as_of', [100, 80, 80, 80, 80, 10]],
    ['plan', [100, 75, 75, 75, 75, NaN]],
  ])('with the setting exchange_rate=%s one rate holds for all', (rule, values) => {
    expect(valuesOf(open({ deals: book, fx }, { base_currency: 'EUR', exchange_rate: rule }))).toEqual(values)
  })

  test('one currency has as many rates as days: what was looked up for one day serves no other', () => {
    const rows = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-02-29', '2024-01-31'].map((day, i) => [
      `${i}`,
      'won',
      100,
      'USD',
      day,
    ])
    expect(valuesOf(open({ deals: deals(...rows), fx }))).toEqual([90, 50, 80, 50, 90])
  })

  test('the rate of open deals follows the as-of day, also within a scope', () => {
    const owned = book.map((row, i) => [...row, i === 0 ? 'Owner' : 'Ann'])
    const data = open({ deals: owned, fx })
    const then = { asOf: dayOf(2024, 2, 15), exchange: 'close' } as const
    expect(valuesOf(data.seen(then))).toEqual([100, 90, 50, 50, 50, 10])
    expect(valuesOf(data.within('Ann').seen(then))).toEqual([100, 90, 50, 50, 50, 10])
    expect(valuesOf(data)).toEqual([100, 90, 50, 80, 80, 10])
    expect(isoDay(data.within('Ann').seen(then).calendar.asOf)).toBe('2024-02-15')
  })

  test('what the source has converted goes before the rate, but not before a plan rate', () => {
    const converted = book.map((row, i) => [...row, i === 0 ? 'Amount base' : i === 2 ? 91 : null])
    const data = open({ deals: converted, fx })
    expect(valuesOf(data)).toEqual([100, 91, 50, 80, 80, 10])
    const plan: { asOf: number; exchange: ExchangeRule } = { asOf: today, exchange: 'plan' }
    expect(valuesOf(data.seen(plan))).toEqual([100, 75, 75, 75, 75, NaN])
  })

  test('without plan rates a comparison takes those of the day; a setting that asks for them is refused', () => {
    const spot = fx.filter((row) => row[3] !== 'plan')
    const data = open({ deals: book, fx: spot })
    expect(valuesOf(data.seen({ asOf: today, exchange: 'plan' }))).toEqual([100, 90, 50, 80, 80, 10])
    expect(() => valuesOf(open({ deals: book, fx: spot }, { base_currency: 'EUR', exchange_rate: 'plan' }))).toThrow(
      'Setting exchange_rate is plan, and "fx" has no plan rates.',
    )
  })

  test('an amount without a rate is left out, counted and named; so is one without a currency', () => {
    const data = open({
      deals: deals(
        ['A', 'won', 100, 'USD', '2023-12-31'],
        ['B', 'open', 100, 'GBP', '2024-05-01'],
        ['C', 'won', 100, 'USD', '2024-01-02'],
        ['D', 'open', null, 'GBP', '2024-05-01'],
      ),
      fx,
    })
    expect(valuesOf(data)).toEqual([NaN, NaN, 90, NaN])
    expect(texts(data, 'no-rate')).toEqual([
      '"deals", row 2, column "Amount": there is no exchange rate of USD for it (and 1 more row like it), and it is left out of every value. Add a rate to FX, or the amount in the base currency.',
    ])
    const unnamed = open({ deals: deals(['A', 'open', 1, null, null], ['B', 'open', 1, 'USD', null]), fx })
    expect(valuesOf(unnamed)).toEqual([NaN, 0.8])
    expect(texts(unnamed, 'no-rate')).toEqual([
      '"deals", row 2, column "Amount": the amount has no currency, and it is left out of every value. Write its currency.',
    ])
  })

  test('snapshots, invoices, offers and costs have the rate of their own day', () => {
    const data = open({
      fx,
      snapshots: [
        ['Snapshot at', 'Deal ID', 'Status', 'Amount', 'Currency'],
        ['2024-01-31', 'A', 'open', 100, 'USD'],
        ['2024-02-29', 'A', 'open', 100, 'USD'],
      ],
      sales: [
        ['Date', 'Amount', 'Currency', 'Invoice ID'],
        ['2024-02-10', 100, 'USD', 'I1'],
      ],
      offers: [
        ['Offer ID', 'Sent', 'Status', 'Amount', 'Currency'],
        ['O1', '2024-01-10', 'open', 100, 'USD'],
      ],
      costs: [
        ['Period', 'Category', 'Amount', 'Currency'],
        ['2024-02', 'travel', 100, 'USD'],
      ],
    })
    expect(valuesOf(data, 'snapshots')).toEqual([90, 50])
    expect(valuesOf(data, 'sales')).toEqual([50])
    expect(valuesOf(data, 'offers')).toEqual([90])
    expect(valuesOf(data, 'costs')).toEqual([50])
  })

  test('an amount in the base currency counts as it is, whatever FX says of it', () => {
    expect(
      valuesOf(open({ deals: deals(['A', 'open', 7, 'EUR', null]), fx: [...fx, ['EUR', null, 2, null]] })),
    ).toEqual([7])
  })

  test('the base currency is the only one present; several need the setting, converted or not', () => {
    expect(currencyOf(open({ deals: deals(['A', 'open', 1, 'usd', null]) }, {}))).toBe('USD')
    const several = deals(['A', 'open', 1, 'USD', null], ['B', 'open', 1, 'EUR', null])
    const converted = several.map((row, i) => [...row, i === 0 ? 'Amount base' : 1])
    for (const grid of [several, converted])
      expect(() => currencyOf(open({ deals: grid }, {}))).toThrow(/amounts are in USD, EUR\. Say with the setting/)
    expect(currencyOf(open({ deals: converted }, { base_currency: 'eur' }))).toBe('EUR')
  })
})

describe('the table FX', () => {
  const book = deals(['A', 'open', 100, 'USD', null])

  test('two rates of one currency, type and day are an error that names both rows; the same one twice is not', () => {
    const twice = (rate: number): unknown =>
      valuesOf(open({ deals: book, fx: [...fx, ['USD', '2024-03-01', rate, 'spot']] }))
    expect(twice(0.8)).toEqual([80])
    expect(() => twice(0.85)).toThrow(
      '"fx", rows 3 and 7: there are two rates of USD of 2024-03-01, 0.8 and 0.85. Keep one of them.',
    )
  })

  test('a row without a rate above 0, or of another type, is not used, and is named', () => {
    const data = open({
      deals: book,
      fx: [
        ...fx,
        ['USD', '2024-03-20', 0, 'spot'],
        ['USD', '2024-03-21', 2, 'budget'],
        ['USD', '2024-03-22', null, 'spot'],
      ],
    })
    expect(valuesOf(data)).toEqual([80])
    expect(texts(data, 'fx-rate')).toEqual([
      '"fx", row 7, column "Rate to base": a rate needs a currency, a number above 0 and the type spot or plan (and 2 more rows like it); it is not used. Write what one unit of the currency is worth in the base currency.',
    ])
  })

  test('a rate without a date holds on every day before the first one with a date', () => {
    const rates: Grid = [
      ['Currency', 'Date', 'Rate'],
      ['USD', null, 0.7],
      ['USD', '2024-03-01', 0.8],
    ]
    const closed = deals(['A', 'won', 100, 'USD', '2020-01-01'], ['B', 'won', 100, 'USD', '2024-03-01'])
    expect(valuesOf(open({ deals: closed, fx: rates }))).toEqual([70, 80])
  })
})
