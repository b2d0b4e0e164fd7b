import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'
import { activity } from '#core/metrics/activity'
import { explain } from '#core/metrics/explain'
import { newOffers } from '#core/metrics/new-offers'
import { pipeline } from '#core/metrics/pipeline'
import { stageMoves } from '#core/metrics/stage-moves'
import { waterfall } from '#core/metrics/waterfall'
import { ask, cells, table, type Given } from '../metrics/ask.ts'

const open = (grids: Partial<Record<TableName, Grid>>, settings: Record<string, unknown> = {}): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }])),
    settings,
    today: 45382,
  })

const header = 'Deal ID, Stage, Amount, Exclude'
const deals = (...marks: readonly Cell[]): Grid =>
  table(header, ...marks.map((mark, i) => [`D${i}`, 'Talk', 10 ** i, mark]))

const texts = (data: Dataset): readonly string[] => data.findings().map(({ text }) => text)
const value = (given: Given): unknown => cells(ask(pipeline, given), 'count', 'value')

describe('rows that are excluded (D8)', () => {
  test('a row marked true is in no figure, and the number of such rows is a note', () => {
    const given = { deals: deals(true, 'no', 'x', null, false) }
    expect(value(given)).toEqual([[3, 11_010]])
    expect(texts(open(given))).toEqual([
      '"deals", column "Exclude": rows that it marks as excluded count in no figure, and neither does what other tables hold about their deals: 2 rows.',
    ])
    expect(open(given).findings()[0]).toMatchObject({ level: 'note', code: 'excluded', row: 2, count: 2 })
  })

  test('without a mark nothing is left out and nothing is said', () => {
    expect(value({ deals: deals(null, false, 'no') })).toEqual([[3, 111]])
    expect(texts(open({ deals: deals(null, false, 'no') }))).toEqual([])
  })

  test('rows keep their number in the sheet', () => {
    expect(open({ deals: deals(true, null, true, null) }).sheetRow('deals', 1)).toBe(5)
  })

  test('a cell of an excluded row that cannot be read stops nothing', () => {
    const grid = table(header, ['A', 'Talk', 'soon', true], ['B', 'Talk', 5, null])
    expect(value({ deals: grid })).toEqual([[1, 5]])
  })

  test('a mark that says neither yes nor no stops every figure of the opportunities, or counts as blank', () => {
    expect(value({ deals: deals('duplicate?', null) })).toMatch(
      /^unreadable: "deals", row 2, column "Exclude": "duplicate\?" is no yes or no/,
    )
    expect(cells(ask(pipeline, { deals: deals('duplicate?', true) }, {}, { unreadable: 'blank' }), 'count')).toEqual([
      [1],
    ])
  })

  test('Salesforce marks deleted rows as IsDeleted', () => {
    const grid = table(
      'Id, StageName, Amount, IsDeleted, IsClosed',
      ['1', 'a', 1, 'TRUE', 'FALSE'],
      ['2', 'a', 2, 'FALSE', 'FALSE'],
    )
    expect(value({ deals: grid })).toEqual([[1, 2]])
  })

  test('activities and offers of an excluded deal leave with it, those of none stay, and EXPLAIN accounts for them', () => {
    const given = {
      deals: deals(true, null),
      activities: table(
        'Date, Owner, Type, Deal ID, Contact',
        ['2024-03-01', 'Anna', 'Call', 'D0', 'Li'],
        ['2024-03-02', 'Anna', 'Call', 'D1', 'Li'],
        ['2024-03-03', 'Anna', 'Call', null, 'Li'],
      ),
      offers: table(
        'Offer ID, Deal ID, Owner, Sent, Status',
        ['O0', 'D0', 'Anna', '2024-03-01', 'open'],
        ['O1', 'D1', 'Anna', '2024-03-01', 'open'],
      ),
    }
    expect(cells(ask(activity, given), 'calls')).toEqual([[2]])
    expect(cells(ask(newOffers, given), 'offer')).toEqual([['O1']])
    const explained = explain(activity, open(given))
    expect(cells(explained, 'step', 'rule', 'rows', 'kept')).toContainEqual([
      'Left out',
      'Activities: of an opportunity that is marked as excluded',
      1,
      2,
    ])
    expect(cells(explain(pipeline, open(given)), 'step', 'rule', 'rows', 'kept')).toContainEqual([
      'Left out',
      'Opportunities: marked as excluded',
      1,
      1,
    ])
  })

  const history = table(
    'Deal ID, From stage, To stage, Changed at',
    ['D0', 'Talk', 'Offer', '2024-02-10'],
    ['D1', 'Talk', 'Offer', '2024-02-10'],
  )
  const snapshots = table(
    'Snapshot at, Deal ID, Stage, Status, Amount',
    ['2024-01-31', 'D0', 'Talk', 'open', 1],
    ['2024-01-31', 'D1', 'Talk', 'open', 10],
    ['2024-02-29', 'D0', 'Talk', 'open', 2],
    ['2024-02-29', 'D1', 'Talk', 'open', 20],
  )

  test('the stage changes, snapshots and lines of an excluded deal are left out too, which is said', () => {
    const given = { deals: deals(true, null), history, snapshots }
    expect(cells(ask(stageMoves, given, { from: '2024-01-31', to: '2024-02-29' }), 'to', 'count')).toEqual([
      ['Offer', 1],
    ])
    const opening = cells(ask(waterfall, given), 'movement', 'value') as readonly unknown[]
    expect(opening[0]).toEqual(['Opening', 10])
    const lines = table('Deal ID, Product, Net price', ['D0', 'Pump', 1], ['D1', 'Valve', 2])
    const data = open({ ...given, lines })
    expect([data.rows('lines'), data.rows('history'), data.rows('snapshots')]).toEqual([1, 1, 2])
    expect(data.column('lines', 'product')?.at(0)).toBe('Valve')
    expect(data.sheetRow('snapshots', 1)).toBe(5)
    expect(texts(data)).toContain(
      '"snapshots": rows of deals that the opportunities mark as excluded count in no figure: 2 rows.',
    )
  })

  test('a deal of which one line only is excluded keeps its past', () => {
    const grid = table(header, ['D0', 'Talk', 1, true], ['D0', 'Talk', 2, null])
    const data = open({ deals: grid, snapshots })
    expect([data.rows('deals'), data.rows('snapshots')]).toEqual([1, 4])
  })
})
