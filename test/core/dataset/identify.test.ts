import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { readFieldMaps, tableNamed } from '#core/dataset/field-map'
import { identify } from '#core/dataset/identify'
import { nearest } from '#core/dataset/nearest'
import { tenDeals, tenDealStages, tenDealTargets } from '#core/metrics/examples/ten-deals'

const range = (name: string, grid: Grid) => ({ name, grid })
const named = (...[ranges, ...more]: Parameters<typeof identify>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(identify(ranges, ...more).tables).map(([table, { name }]) => [table, name]))

const settingsTab = (...rows: Grid): Grid => [['section', 'key', 'value'], ...rows]

describe('identify', () => {
  test('tells each table by its headers, whatever the tabs are called and in whatever order', () => {
    expect(named([range('A', tenDealTargets), range('B', tenDeals), range('C', tenDealStages)])).toEqual({
      targets: 'A',
      deals: 'B',
      stages: 'C',
    })
  })

  test('finds the header below a title', () => {
    expect(named([range('A', [['Report of March', 'x'], [], ...tenDeals])])).toEqual({ deals: 'A' })
  })

  test('asks which of two ranges is a table, and how to say so', () => {
    const { tables, questions } = identify([range('a.csv', tenDeals), range('b.csv', tenDeals)])
    expect(tables).toEqual({})
    expect(questions).toEqual([
      {
        tables: ['deals'],
        ranges: ['a.csv', 'b.csv'],
        text: '"a.csv" and "b.csv" could each be the table Opportunities. Say which one counts: choose "a.csv" as deals.',
      },
    ])
  })

  test('names the fuller one first where it asks', () => {
    const thin = tenDeals.map((row) => row.slice(0, 6))
    const [question] = identify([
      range('thin.csv', thin),
      range(
        'thinner.csv',
        thin.map((row) => row.slice(0, 5)),
      ),
    ]).questions
    expect(question?.ranges).toEqual(['thin.csv', 'thinner.csv'])
    const [turned] = identify([
      range(
        'thinner.csv',
        thin.map((row) => row.slice(0, 5)),
      ),
      range('thin.csv', thin),
    ]).questions
    expect(turned?.ranges).toEqual(['thin.csv', 'thinner.csv'])
  })

  test('prefers the one range that has every mandatory field, and says what became of the other', () => {
    const costs = [
      ['Period', 'Owner', 'Amount'],
      ['2024', 'ALL', 1],
    ]
    const { tables, questions, unrecognised } = identify([range('Costs', costs), range('Targets', tenDealTargets)])
    expect({ name: tables.targets?.name, questions }).toEqual({ name: 'Targets', questions: [] })
    expect(unrecognised).toEqual([
      {
        name: 'Costs',
        reason:
          '"Costs" looks like Targets, for which "Targets" is used. To use it instead: choose "Costs" as targets.',
      },
    ])
  })

  test('a table that is named already is in no question', () => {
    const given = { deals: range('a.csv', tenDeals) }
    const { tables, questions } = identify([range('b.csv', tenDeals)], {}, given)
    expect({ name: tables.deals?.name, questions }).toEqual({ name: 'a.csv', questions: [] })
  })

  test.each(['TEAM · 1 Forecast', 'TEAM North · 1 Forecast', 'TEAM~a1b2 · 1 Forecast', 'SPM Lists', 'SPM_Log'])(
    'never reads %s, which SPM wrote',
    (name) => {
      const { tables, unrecognised } = identify([range(name, tenDeals)])
      expect(tables).toEqual({})
      expect(unrecognised).toEqual([{ name, reason: `"${name}" was written by SPM and is not read as a table.` }])
    },
  )

  test('reads settings from the tab SPM Settings only', () => {
    const grid = settingsTab(['settings', 'top_n', 3])
    expect(named([range('SPM Settings', grid)])).toEqual({ settings: 'SPM Settings' })
    expect(named([range('Translations', grid)])).toEqual({})
    expect(named([{ name: 'model.xlsx#SPM Settings', tab: 'SPM Settings', grid }])).toEqual({
      settings: 'model.xlsx#SPM Settings',
    })
  })

  const raw: Grid = [
    ['Order', 'Seller', 'Worth'],
    ['1', 'Anna', 10],
  ]

  test('mapped columns mark a table, and the mapping goes with it', () => {
    const maps = readFieldMaps([
      ['deals.deal_id', 'Order'],
      ['deals.amount', 'Worth'],
      ['deals.status', "'won'"],
    ])
    expect(identify([range('raw.csv', raw)], maps).tables.deals).toEqual({
      name: 'raw.csv',
      grid: raw,
      map: { deal_id: 'Order', amount: 'Worth', status_text: "'won'" },
    })
    expect(identify([range('raw.csv', raw)]).tables).toEqual({})
  })

  test('mappings of the settings tab mark a table too, and given ones overrule them', () => {
    const own = settingsTab(
      ['map', 'deals.deal_id', 'Order'],
      ['map', 'deals.status', "'won'"],
      ['map', 'deals.owner', 'X'],
    )
    const ranges = [range('raw.csv', raw), range('SPM Settings', own)]
    expect(identify(ranges, readFieldMaps([['deals.owner', 'Seller']])).tables.deals?.map).toMatchObject({
      deal_id: 'Order',
      owner: 'Seller',
    })
  })

  test('a mapping whose columns a range has not got does not mark it, and neither do constants', () => {
    expect(
      named(
        [range('raw.csv', raw)],
        readFieldMaps([
          ['deals.deal_id', 'Number'],
          ['deals.status', "'won'"],
        ]),
      ),
    ).toEqual({})
    expect(
      named(
        [
          range('x.csv', [
            ['Deal ID', 'Product'],
            ['1', 'A'],
          ]),
        ],
        readFieldMaps([['deals.status', "'won'"]]),
      ),
    ).toEqual({})
  })

  test('says what a range comes nearest to, and what it lacks', () => {
    const [first] = identify([
      range('x.csv', [
        ['Owner', 'Amount', 'Colour'],
        ['Anna', 1, 'red'],
      ]),
    ]).unrecognised
    expect(first?.reason).toBe(
      '"x.csv" is no table that is known. It comes nearest to Opportunities, but has no column for Stage. If it is that table, name it, and the columns that have other headers: choose "x.csv" as deals and map deals.stage to its column.',
    )
  })

  test('of a tracker with words of its own, says how to name it as opportunities', () => {
    const tracker = [
      ['Deal', 'Customer', 'Who', 'Where are we', 'Worth'],
      ['Pumps', 'Aspen', 'Anna', 'talking', 12_000],
    ]
    const [first] = identify([range('tracker.csv', tracker)]).unrecognised
    expect(first?.reason).toMatch(/ If its rows are opportunities: choose "tracker\.csv" as deals\.$/)
  })

  test('keeps the row in which a range begins', () => {
    expect(identify([{ ...range('Deals', tenDeals), firstRow: 5 }]).tables.deals?.firstRow).toBe(5)
  })
})

describe('mappings', () => {
  test('take tables and fields in any spelling', () => {
    expect(readFieldMaps([['Opportunities.Close Date', 'Due']]).deals).toEqual({ close_date: 'Due' })
    expect(tableNamed('stage history')).toBe('history')
  })

  test.each([
    ['deal.owner', 'Did you mean "deals"?'],
    ['owner', 'names no table.field'],
    ['deals.closing', 'has no field "closing" of its own'],
    ['people.persn', 'Did you mean "person"?'],
  ])('%s is refused', (key, sentence) => {
    expect(() => readFieldMaps([[key, 'X']])).toThrow(sentence)
  })
})

describe('nearest', () => {
  test.each([
    ['forcast', ['forecast', 'pack'], 'forecast'],
    ['PCK', ['forecast', 'pack'], 'pack'],
    ['xyz', ['forecast', 'pack'], null],
    ['by', ['as-of', 'ey'], 'ey'],
  ])('%s among %j is %s', (word, words, expected) => {
    expect(nearest(word, words)).toBe(expected)
  })
})
