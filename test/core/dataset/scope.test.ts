import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'

type Given = Partial<Record<TableName, Grid>>

const open = (given: Given): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
    today: 45382,
  })

const deals: Grid = [
  ['Deal ID', 'Stage', 'Owner', 'Product', 'Amount'],
  ['D1', 'Talk', 'Anna', 'Pumps', 1],
  ['D2', 'Talk', 'Ben', 'Pumps', 2],
  ['D3', 'Offer', 'cleo', 'Valves', 4],
  ['D4', 'Offer', 'Dora', 'Pumps', 8],
  ['D5', 'Offer', null, 'Valves', 16],
]

const people: Grid = [
  ['Person', 'Alias', 'Manager', 'Team', 'Region'],
  ['Anna', 'a.berg', 'Cleo', 'North', 'Nordics'],
  ['Ben', '', 'Cleo', 'North', 'Nordics'],
  ['Cleo', '', '', 'Leaders', 'Nordics'],
  ['Dora', '', '', 'South', 'Iberia'],
]

const activities: Grid = [
  ['Activity ID', 'Date', 'Owner', 'Type', 'Deal ID'],
  ['A1', 45000, 'Anna', 'Call', 'D4'],
  ['A2', 45000, 'Dora', 'Call', 'D1'],
]

const history: Grid = [
  ['Deal ID', 'From stage', 'To stage', 'Changed at', 'By'],
  ['D1', 'New', 'Talk', 45000, 'Dora'],
  ['D4', 'Talk', 'Offer', 45000, 'Anna'],
]

const targets: Grid = [
  ['Metric', 'Owner', 'Period', 'Value', 'Team', 'Product'],
  ['sales', 'Anna', '2024', 10, 'South', 'Pumps'],
  ['sales', 'North', '2024', 20, '', 'Valves'],
  ['sales', 'Dora', '2024', 30, '', ''],
  ['sales', 'Zoe', '2024', 40, '', ''],
  ['sales', 'ALL', '2024', 50, '', ''],
]

const all = { deals, people, activities, history, targets }

/** What stands in the first column of the rows that are in the scope. */
const kept = (given: Given, scope: string, name: TableName = 'deals', field = 'deal_id'): readonly string[] => {
  const data = open(given).within(scope)
  const column = data.anyColumn(name, field)
  if (column === null || !('labels' in column)) throw new Error(`${name}.${field} is no column of texts`)
  return Array.from({ length: data.rows(name) }, (_, row) => column.at(row))
}

describe('a person', () => {
  test('has the rows they own, in every table that has owners', () => {
    expect(kept(all, 'Dora')).toEqual(['D4'])
    expect(kept(all, 'Dora', 'activities', 'activity_id')).toEqual(['A2'])
    expect(kept(all, 'Dora', 'targets', 'owner')).toEqual(['Dora'])
  })

  test('is found by any spelling and alias', () => {
    for (const spelling of ['anna', ' Anna ', 'A.BERG']) expect(kept(all, spelling)).toEqual(['D1'])
  })

  test('who leads others has their rows too', () => {
    expect(kept(all, 'Cleo')).toEqual(['D1', 'D2', 'D3'])
    expect(kept(all, 'Cleo', 'targets', 'owner')).toEqual(['Anna'])
  })

  test('without People is whoever owns a row, in the spelling of the table', () => {
    expect(kept({ deals }, 'ANNA')).toEqual(['D1'])
    expect(kept({ deals }, 'Cleo')).toEqual(['D3'])
  })

  test('who has a target and nothing else has that, and no deals', () => {
    expect(kept(all, 'Zoe', 'targets', 'owner')).toEqual(['Zoe'])
    expect(kept(all, 'Zoe')).toEqual([])
  })

  test('who is in People and owns nothing has no rows', () => {
    expect(kept({ people, deals: deals.slice(0, 3) }, 'Dora')).toEqual([])
  })
})

describe('a team or a region', () => {
  test('is known through People, by the owners', () => {
    expect(kept(all, 'north')).toEqual(['D1', 'D2'])
    expect(kept(all, 'Nordics')).toEqual(['D1', 'D2', 'D3'])
    expect(kept(all, 'North', 'activities', 'activity_id')).toEqual(['A1'])
  })

  test('comes before People where the table has a column for it', () => {
    const own: Grid = [
      ['Deal ID', 'Stage', 'Owner', 'Team'],
      ['D1', 'Talk', 'Anna', 'South'],
      ['D2', 'Talk', 'Dora', 'North'],
    ]
    expect(kept({ deals: own, people }, 'North')).toEqual(['D2'])
  })

  test('is a team though it owns a target, as a person would', () => {
    expect(kept({ deals, people, targets: [...targets, ['sales', 'Nordics', '2024', 1]] }, 'Nordics')).toEqual([
      'D1',
      'D2',
      'D3',
    ])
  })

  test('has the targets of its members and those in its own name', () => {
    expect(kept(all, 'North', 'targets', 'owner')).toEqual(['Anna', 'North'])
  })
})

describe('stage history has no owner: it follows its deals', () => {
  test.each([
    ['Anna', ['D1']],
    ['Dora', ['D4']],
    ['North', ['D1']],
    ['Product=Pumps', ['D1', 'D4']],
    ['Product=Valves', []],
  ])('of %s it is that of %j, whoever made the change', (scope, expected) => {
    expect(kept(all, scope, 'history')).toEqual(expected)
  })
})

describe('a filter', () => {
  test('by team or region limits a table without such a column by its owners, as People says (S2)', () => {
    const offers: Grid = [
      ['Offer ID', 'Owner', 'Sent', 'Status'],
      ['Q1', 'a.berg', 45000, 'Open'],
      ['Q2', 'Dora', 45000, 'Open'],
    ]
    const owned: Grid = [['Metric', 'Owner', 'Period', 'Value'], ...targets.slice(1).map((row) => row.slice(0, 4))]
    const given = { ...all, offers, targets: owned }
    expect(kept(given, 'Team=North', 'offers', 'offer_id')).toEqual(['Q1'])
    expect(kept(given, 'Region=Iberia', 'offers', 'offer_id')).toEqual(['Q2'])
    expect(kept(given, 'Team=North', 'targets', 'owner')).toEqual(['Anna', 'North'])
    expect(kept(given, 'Team=North;Product=Pumps', 'offers', 'offer_id')).toEqual(['Q1'])
  })

  test('keeps the rows that have one of the values, whatever the case', () => {
    expect(kept(all, 'Product=pumps')).toEqual(['D1', 'D2', 'D4'])
    expect(kept(all, 'stage = Offer ; owner = Dora | Cleo')).toEqual(['D3', 'D4'])
  })

  test('holds in every table that has the column, and leaves the others whole', () => {
    expect(kept(all, 'Product=Pumps', 'targets', 'owner')).toEqual(['Anna'])
    expect(kept(all, 'Product=Pumps', 'activities', 'activity_id')).toEqual(['A1', 'A2'])
  })

  test('may name what People tells of the owners', () => {
    expect(kept(all, 'Region=Iberia')).toEqual(['D4'])
  })

  test('that nothing meets leaves no row', () => {
    expect(kept(all, 'Product=Valves;Owner=Dora')).toEqual([])
  })

  test('names an owner by any spelling, and one whom only People knows has no row', () => {
    expect(kept(all, 'Owner=a.berg')).toEqual(['D1'])
    const without = { ...all, deals: deals.filter((row) => row[2] !== 'Dora'), activities: history }
    expect(kept(without, 'Owner=Dora')).toEqual([])
  })

  test.each([
    ['Owner=Zed', 'Scope "Owner=Zed": no row has "Zed" as Owner. There is: Anna, Ben, Cleo, Dora'],
    ['Owner=Ana', 'Scope "Owner=Ana": no row has "Ana" as Owner. Did you mean "Anna"?'],
    ['Product=Pumps|Valvs', 'no row has "Valvs" as Product. Did you mean "Valves"?'],
    ['Product=Pumps;Stage=Nowhere', 'no row has "Nowhere" as Stage. There is: '],
    ['Region=Iberica', 'no row has "Iberica" as Region. Did you mean "Iberia"?'],
  ])('%s, a value that no row has, is an error and never 0 (S3)', (scope, message) => {
    expect(() => kept(all, scope)).toThrow(message)
  })

  test.each([
    ['Colour=red', 'Scope "Colour=red": "Colour=red" names no column. Write it as Region=Nordics;Product=Service.'],
    ['Product=Pumps;Colour=red', '"Colour=red" names no column'],
    ['Product=', '"Product=" names no column'],
    ['=Pumps', '"=Pumps" names no column'],
    ['Segment=Large', '"Segment=Large" names no column'],
    ['Amount=5', '"Amount=5" names no column'],
  ])('%s, which no table can meet, is an error and never everything', (scope, message) => {
    expect(() => kept(all, scope)).toThrow(message)
  })
})

describe('an unknown name', () => {
  test('is an error with the nearest one', () => {
    expect(() => kept(all, 'Nordisc')).toThrow(
      'Scope "Nordisc" is no person, team or region in the data. Did you mean "Nordics"? A filter is written as Region=Nordics.',
    )
  })

  test('is also that of targets for everybody', () => {
    expect(() => kept(all, 'ALL')).toThrow('Scope "ALL" is no person, team or region in the data.')
  })

  test('with nothing near is an error all the same', () => {
    expect(() => kept(all, 'Constantinople')).toThrow('in the data. A filter is written as Region=Nordics.')
  })
})

describe('within a scope', () => {
  test('rows keep their place in the sheet', () => {
    const data = open(all).within('Product=Valves')
    expect([0, 1].map((row) => data.sheetRow('deals', row))).toEqual([4, 6])
  })

  test('the whole stays the whole, and is at hand', () => {
    const whole = open(all)
    const scoped = whole.within('Anna')
    expect([scoped.rows('deals'), whole.rows('deals'), scoped.whole.rows('deals')]).toEqual([1, 5, 5])
    expect([scoped.scope, whole.scope]).toEqual(['Anna', null])
  })

  test('a scope is worked out once', () => {
    const whole = open(all)
    expect(whole.within('Anna')).toBe(whole.within('Anna'))
  })
})
