import { describe, expect, test } from '@jest/globals'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { tableNames } from '#core/dataset/tables/index'
import { dayOf } from '#core/cells/day'
import { avgDeal } from '#core/metrics/avg-deal'
import { explain } from '#core/metrics/explain'
import { metrics } from '#core/metrics/index'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { pipeline } from '#core/metrics/pipeline'
import { winRate } from '#core/metrics/win-rate'
import { answer } from '#core/metrics/run'
import { startTrail } from '#core/metrics/trail'
import { whitespace } from '#core/metrics/whitespace'
import { cells, table, type Given } from './ask.ts'

const open = (given: Given): Dataset => {
  const sources = tableNames.flatMap((name) => {
    const grid = given[name]
    return grid === undefined ? [] : [[name, { name, grid }] as const]
  })
  return openDataset({ tables: Object.fromEntries(sources), today: dayOf(2024, 3, 31) })
}

const ten = open({ deals: tenDeals })
const steps = (wanted: readonly string[], answer: ReturnType<typeof explain>): unknown => {
  const all = cells(answer, 'step', 'rule', 'rows', 'kept', 'value')
  return Array.isArray(all) ? all.filter((row) => Array.isArray(row) && wanted.includes(String(row[0]))) : all
}

describe('EXPLAIN', () => {
  // Closed in February: D2 (won 20 February), D3 (lost 1 February). Open: D5 to D9. Closed in another month: D1, D4, D10.
  test('accounts for the ten deals of a win rate: read 10, open 5, another month 3, used 2', () => {
    const found = explain(winRate, ten, { period: '2024-02' })
    expect(steps(['Table', 'Left out', 'Used', 'Row used', 'Answer'], found)).toEqual([
      [
        'Table',
        'Opportunities: Status text from "Status", Stage from "Stage", Close date from "Close date", Amount from "Amount"',
        10,
        10,
        'deals',
      ],
      ['Left out', 'Opportunities: not closed', 5, 5, null],
      ['Left out', 'Opportunities: closing date outside 2024-02', 3, 2, null],
      ['Used', 'Opportunities', 2, 2, null],
      ['Row used', 'Opportunities: D2', null, null, 'row 3'],
      ['Row used', 'Opportunities: D3', null, null, 'row 4'],
      ['Answer', 'Win rate', null, null, 0.5],
    ])
  })

  test('says the definition, the variant and every argument as it counted, given or left out', () => {
    const found = explain(winRate, ten, { period: '2024-02', scope: 'Ben' })
    expect(steps(['Definition', 'Variant', 'Argument'], found)).toEqual([
      ['Definition', 'Win rate: The share of closed deals that were won.', null, null, null],
      [
        'Variant',
        'won ÷ (won + lost) of the deals closed in the period, by count unless unit=value; open deals are left out',
        null,
        null,
        null,
      ],
      ['Argument', 'period', null, null, '2024-02: 2024-02-01 to 2024-02-29'],
      ['Argument', 'as_of', null, null, '2024-03-31'],
      ['Argument', 'by', null, null, 'not split'],
      ['Argument', 'unit', null, null, 'count'],
      ['Argument', 'denominator', null, null, 'closed'],
      ['Argument', 'min_stage', null, null, 'none'],
      ['Argument', 'min_amount', null, null, '0'],
      ['Argument', 'scope', null, null, 'Ben'],
    ])
  })

  // Anna has D1, D2, D5 and D9; of Ben's six D6, D7 and D8 are open.
  test('rows outside the scope are left out before the metric looks at them', () => {
    expect(steps(['Left out', 'Used'], explain(winRate, ten, { scope: 'Ben' }))).toEqual([
      ['Left out', 'Opportunities: outside the scope Ben', 4, 6, null],
      ['Left out', 'Opportunities: not closed', 3, 3, null],
      ['Used', 'Opportunities', 3, 3, null],
    ])
  })

  test('lines of one deal share its fate, and the deals are counted', () => {
    const lines = open({
      deals: table(
        'Deal ID, Status, Amount, Owner',
        ['A', 'open', 10, 'Anna'],
        ['A', 'open', 5, 'Anna'],
        ['B', 'won', 7, 'Ben'],
        ['B', 'won', 1, 'Ben'],
        ['C', 'open', 2, 'Ben'],
        ['Total', null, 25, null],
      ),
    })
    expect(steps(['Table', 'Left out', 'Used', 'Row used', 'Answer'], explain(pipeline, lines))).toEqual([
      ['Table', 'Opportunities: Status text from "Status", Amount from "Amount"', 6, 6, 'deals'],
      ['Left out', 'Opportunities: a total, a footer or a repeated header', 1, 5, null],
      ['Left out', 'Opportunities: not open', 2, 3, null],
      ['Used', 'Opportunities', 3, 3, '2 deals'],
      ['Row used', 'Opportunities: A', null, null, 'row 2'],
      ['Row used', 'Opportunities: A', null, null, 'row 3'],
      ['Row used', 'Opportunities: C', null, null, 'row 6'],
      ['Answer', 'Value', null, null, 17],
    ])
  })

  test('rows used are listed up to a number, with the count of the rest', () => {
    expect(steps(['Row used', 'Rows used'], explain(pipeline, ten, { rows: 1 }))).toEqual([
      ['Row used', 'Opportunities: D5', null, null, 'row 6'],
      ['Rows used', 'Opportunities: and 4 more rows', null, null, null],
    ])
  })

  test('what the metric says below its answer is said too', () => {
    expect(steps(['Note', 'Answer'], explain(avgDeal, ten, { which: 'open' }))).toEqual([
      ['Note', 'Deals without a positive amount, which are left out of the average: 1.', null, null, null],
      ['Answer', 'Average deal', null, null, 65_000],
    ])
  })

  test('where there is no answer, it says how far it came and why', () => {
    expect(steps(['Left out', 'Used', 'No answer'], explain(whitespace, ten))).toEqual([
      ['No answer', 'WHITESPACE needs the table Customers: One row per customer. None was given.', null, null, null],
    ])
    expect(steps(['Used', 'Answer'], explain(winRate, ten, { period: '2023' }))).toEqual([
      ['Used', 'Opportunities', 0, 0, null],
      ['Answer', 'Win rate', null, null, null],
    ])
  })

  test('an argument that the metric does not have is refused', () => {
    expect(explain(winRate, ten, { perid: '2024' })).toMatchObject({
      ok: false,
      code: 'argument',
      reason: 'WIN_RATE has no argument "perid". Did you mean "period"?',
    })
    expect(explain(winRate, ten, { rows: -1 })).toMatchObject({ ok: false, metric: 'EXPLAIN', code: 'argument' })
  })

  test('the answer itself is the same, explained or not', () => {
    for (const metric of metrics) expect(answer(metric, ten, {}, startTrail())).toEqual(answer(metric, ten))
  })
})
