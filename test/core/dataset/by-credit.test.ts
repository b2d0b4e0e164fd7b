import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { Numbers, Texts } from '#core/dataset/columns'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'

const today = 45382

const people: Grid = [
  ['Person', 'Manager', 'Team', 'Region'],
  ['Ann', 'Mia', 'North', 'Nordics'],
  ['Ben', 'Mia', 'South', 'Iberia'],
  ['Mia', null, 'Head', 'HQ'],
]
const deals: Grid = [
  ['Deal ID', 'Name', 'Owner', 'Team', 'Status', 'Amount', 'Cost', 'Probability', 'Close date'],
  ['D1', 'One', 'Ann', 'Old', 'open', 100, 40, 50, '2024-05-01'],
  ['D2', 'Two', 'Xia', 'Away', 'open', 30, 12, 20, '2024-05-01'],
  ['D3', 'Three', 'Ben', null, 'open', 10, 4, 90, '2024-05-01'],
]
const splits: Grid = [
  ['Deal ID', 'Person', 'Credit pct'],
  ['D1', 'Ann', 60],
  ['D1', 'Ben', 40],
]
const withRegion: Grid = deals.map((row, i) => [...row, ['Region', 'Asia', '', 'Africa'][i] ?? null])

const open = (given: Partial<Record<TableName, Grid>>): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
    today,
  })

const valuesOf = (data: Dataset, field: string): readonly (string | number)[] | null => {
  const column = data.anyColumn('deals', field)
  if (column instanceof Texts || column instanceof Numbers)
    return Array.from({ length: column.length }, (_, row) => column.at(row))
  return null
}

describe('opportunities by credit (D12)', () => {
  const credited = open({ deals, splits, people }).byCredit()

  test('have a row for each person with a share, in place of the deal', () => {
    expect(credited.rows('deals')).toBe(4)
    expect(valuesOf(credited, 'owner')).toEqual(['Ann', 'Ben', 'Xia', 'Ben'])
    expect(valuesOf(credited, 'name')).toEqual(['One', 'One', 'Two', 'Three'])
    expect(credited.rows('people')).toBe(3)
  })

  test('share out money, and nothing else', () => {
    expect(valuesOf(credited, 'amount')).toEqual([60, 40, 30, 10])
    expect(valuesOf(credited, 'cost')).toEqual([24, 16, 12, 4])
    expect(valuesOf(credited, 'probability')).toEqual([0.5, 0.5, 0.2, 0.9])
    expect(credited.column('people', 'person')?.at(1)).toBe('Ben')
  })

  test('are in the team and region of the person as People says, else as the deal says', () => {
    expect(valuesOf(credited, 'team')).toEqual(['North', 'South', 'Away', 'South'])
    expect(valuesOf(credited, 'region')).toEqual(['Nordics', 'Iberia', '', 'Iberia'])
  })

  test('keep the region of the deal where Opportunities has one', () => {
    const named = open({ deals: withRegion, splits, people }).byCredit()
    expect(valuesOf(named, 'region')).toEqual(['Asia', 'Asia', '', 'Africa'])
    expect(valuesOf(named, 'team')).toEqual(['North', 'South', 'Away', 'South'])
  })

  test('keep the team of the deal where there is no table People', () => {
    const named = open({ deals: withRegion, splits }).byCredit()
    expect(valuesOf(named, 'team')).toEqual(['Old', 'Old', 'Away', ''])
    expect(valuesOf(named, 'region')).toEqual(['Asia', 'Asia', '', 'Africa'])
  })

  test('have no team where neither deals nor people have one', () => {
    const [first = [], ...rest] = deals
    const without = [first, ...rest].map((row) => row.filter((_, column) => first[column] !== 'Team'))
    expect(valuesOf(open({ deals: without, splits, people }).byCredit(), 'team')).toEqual([
      'North',
      'South',
      '',
      'South',
    ])
  })

  test('name the row of the sheet that holds the deal; other tables keep theirs', () => {
    expect([0, 1, 2, 3].map((row) => credited.sheetRow('deals', row))).toEqual([2, 2, 3, 4])
    expect([0, 1].map((row) => credited.sheetRow('splits', row))).toEqual([2, 3])
    expect([0, 1, 2].map((row) => credited.sheetRow('people', row))).toEqual([2, 3, 4])
  })

  test('are the same however often they are asked for, and the deals as they stand again', () => {
    expect(credited.byCredit()).toBe(credited)
    expect(credited.whole).toBe(credited)
    expect(credited.anyColumn('deals', 'amount')).toBe(credited.anyColumn('deals', 'amount'))
    expect(valuesOf(credited.byDeal(), 'amount')).toEqual([100, 30, 10])
  })

  test('within a scope are those of the people in it', () => {
    expect(valuesOf(credited.within('Ben'), 'amount')).toEqual([40, 10])
    expect(valuesOf(credited.within('Mia'), 'owner')).toEqual(['Ann', 'Ben', 'Ben'])
  })

  test('as of another day are the same, at that day', () => {
    const seen = credited.seen({ asOf: 45000, exchange: 'plan' })
    expect([seen.asOf, seen.exchange, seen.calendar.asOf]).toEqual([45000, 'plan', 45000])
    expect(valuesOf(seen, 'amount')).toEqual([60, 40, 30, 10])
  })

  test('at another exchange rate are converted anew and shared out', () => {
    const [header = [], ...rows] = deals
    const foreign = [[...header, 'Currency'], ...rows.map((row, i) => [...row, i === 0 ? 'USD' : 'EUR'])]
    const fx: Grid = [
      ['Currency', 'Date', 'Rate to base', 'Type'],
      ['USD', '2024-01-01', 0.5, 'plan'],
      ['USD', '2024-01-01', 0.8, 'spot'],
    ]
    const settings: Grid = [
      ['Key', 'Value'],
      ['base_currency', 'EUR'],
    ]
    const data = open({ deals: foreign, splits, people, fx, settings }).byCredit()
    const at = (exchange: 'plan' | 'close') => valuesOf(data.seen({ asOf: today, exchange }), 'value')
    expect(at('plan')).toEqual([30, 20, 30, 10])
    expect(at('close')).toEqual([48, 32, 30, 10])
  })
})
