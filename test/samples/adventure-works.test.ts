import { expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import type { Cell } from '#core/cells/grid'
import { readTables } from '#local/files/read'
import { sum } from './sheet-rows.ts'

const tabs = await readTables('samples/adventure-works.xlsx', { inThread: true })

type Row = ReadonlyMap<string, Cell>

/** The rows of a tab of the workbook as it lies in the folder. */
const rows = (tab: string): readonly Row[] => {
  const [headers = [], ...body] = tabs.find(({ sheet }) => sheet === tab)?.grid ?? []
  return body.map((cells) => new Map(headers.map((header, i) => [String(header), cells[i] ?? null])))
}

const number = (row: Row, header: string): number => {
  const value = row.get(header)
  if (typeof value !== 'number') throw new Error(`${header} is no number`)
  return value
}

const deals = rows('Deals')
const targets = rows('Targets')

const soldIn = (from: number, before: number, owner?: string): number =>
  sum(
    deals
      .filter((deal) => owner === undefined || deal.get('Owner') === owner)
      .filter((deal) => number(deal, 'Close Date') >= from && number(deal, 'Close Date') < before)
      .map((deal) => number(deal, 'Amount')),
  )

test('3,616 orders, each once, all won, together 77,548,570.20', () => {
  expect(deals).toHaveLength(3616)
  expect(new Set(deals.map((deal) => deal.get('Deal ID'))).size).toBe(3616)
  expect(new Set(deals.map((deal) => deal.get('Status')))).toEqual(new Set(['won']))
  expect(sum(deals.map((deal) => number(deal, 'Amount')))).toBeCloseTo(77_548_570.2, 4)
})

test('sales by quarter from July 2017, as computed by others', () => {
  const quarters = Array.from({ length: 12 }, (_, i) => soldIn(dayOf(2017, 7 + 3 * i, 1), dayOf(2017, 10 + 3 * i, 1)))
  const known = [
    ...[3195732.87, 4874022.71, 4069304.27, 4289982.75, 8922119.92, 7047379.31],
    ...[5268960.12, 6741320.18, 11189115.52, 9300609.76, 7107324.5, 5542698.29],
  ]
  quarters.forEach((sales, i) => {
    expect(sales).toBeCloseTo(known[i] ?? NaN, 4)
  })
})

const years = [
  { from: dayOf(2017, 7, 1), before: dayOf(2018, 7, 1), first: '2017-07', last: '2018-06' },
  { from: dayOf(2018, 7, 1), before: dayOf(2019, 7, 1), first: '2018-07', last: '2019-06' },
  { from: dayOf(2019, 7, 1), before: dayOf(2020, 6, 1), first: '2019-07', last: '2020-05' },
]

const attainment = (owner: string, { from, before, first, last }: (typeof years)[number]): number | null => {
  const own = targets.filter((row) => row.get('Owner') === owner)
  const target = own.filter((row) => String(row.get('Period')) >= first && String(row.get('Period')) <= last)
  return target.length === 0 ? null : soldIn(from, before, owner) / sum(target.map((row) => number(row, 'Value')))
}

test.each([
  ['Jillian Carson', [1.8298, 1.8425, 1.0917]],
  ['Michael Blythe', [0.2598, 0.4552, 0.619]],
  ['Linda Mitchell', [0.4398, 0.4067, 0.4555]],
  ['Jae Pak', [null, 1.8697, 0.8423]],
  ['Tsvi Reiter', [1.0666, 1.0795, 0.9318]],
  ['Pamela Ansman-Wolfe', [0.1727, 0.0636, 0.1033]],
] as const)('attainment of %s in FY18, FY19 and FY20 to May', (owner, known) => {
  years.forEach((year, i) => {
    const figure = attainment(owner, year)
    const expected = known[i] ?? null
    if (expected === null) expect(figure).toBeNull()
    else expect(figure).toBeCloseTo(expected, 4)
  })
})

test('eighteen people with their keys as other spellings, and the settings of the year', () => {
  const people = rows('People')
  expect(people).toHaveLength(18)
  expect(people.find((row) => row.get('Person') === 'José Saraiva')?.get('Alias')).toBe('288; 399771412')
  const settings = Object.fromEntries(rows('SPM Settings').map((row) => [row.get('Key'), row.get('Value')]))
  expect(settings).toEqual({ base_currency: 'USD', as_of: '2020-05-31', fiscal_start_month: '7' })
})
