import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { openDataset, type DatasetInput } from '#core/dataset/dataset'
import { asOf, tenDeals } from '#core/metrics/examples/ten-deals'
import { pipeline } from '#core/metrics/pipeline'
import { runMetric } from '#core/metrics/run'
import { winRate } from '#core/metrics/win-rate'

const input = (grid: Grid, settings: Record<string, unknown> = {}): DatasetInput => ({
  tables: { deals: { name: 'Deals', grid } },
  settings,
  today: 45382,
})
const ten = input(tenDeals)

const reason = (...call: Parameters<typeof runMetric>): string => {
  const answer = runMetric(...call)
  return answer.ok ? 'answered' : `${answer.code}: ${answer.reason}`
}

describe('runMetric', () => {
  test('gives columns, rows keyed like them, the variant and the scalar', () => {
    expect(runMetric(pipeline, ten, { as_of: asOf })).toMatchObject({
      ok: true,
      metric: 'PIPELINE',
      scalar: 'value',
      columns: [{ key: 'count' }, { key: 'value', kind: 'money' }],
      rows: [{ count: 5, value: 260_000 }],
    })
  })

  test('split by something, the answer is a table and no scalar', () => {
    expect(runMetric(pipeline, ten, { by: 'person' })).toMatchObject({
      scalar: null,
      columns: [{ key: 'owner', label: 'Owner' }, {}, {}],
    })
  })

  test('time stays in order, sizes fall', () => {
    const byMonth = runMetric(winRate, ten, { by: 'month' })
    expect(byMonth.ok && byMonth.rows.map((row) => row['month'])).toEqual(['2024-01', '2024-02', '2024-03'])
    const byOwner = runMetric(pipeline, ten, { by: 'owner' })
    expect(byOwner.ok && byOwner.rows.map((row) => row['value'])).toEqual([140_000, 120_000])
  })

  test('several columns split together', () => {
    const answer = runMetric(winRate, ten, { by: 'owner,quarter' })
    expect(answer.ok && answer.rows.map(({ owner, quarter, won, lost }) => [owner, quarter, won, lost])).toEqual([
      ['Anna', '2024-Q1', 2, 0],
      ['Ben', '2024-Q1', 1, 2],
    ])
  })

  test('blank optional arguments mean the default, in every way a host may send them', () => {
    for (const blank of [undefined, null, '', [[null]], [['']]])
      expect(reason(winRate, ten, { period: blank, unit: blank, min_amount: blank, by: blank })).toBe('answered')
  })

  test('a period may be a range of two cells', () => {
    expect(runMetric(winRate, ten, { period: [[45292, 45322]] })).toMatchObject({ rows: [{ won: 1, lost: 1 }] })
  })
})

describe('what is wrong comes back as a sentence', () => {
  test.each([
    [{ peroid: '2024' }, 'argument: WIN_RATE has no argument "peroid". Did you mean "period"?'],
    [{ unit: 'money' }, 'argument: unit is "money"; it can be count or value.'],
    [{ min_amount: 'big' }, 'argument: min_amount is "big"; it must be a number of 0 or more.'],
    [{ min_amount: -1 }, 'argument: min_amount is -1; it must be a number of 0 or more.'],
    [{ as_of: 'tomorrow' }, 'argument: as_of is "tomorrow"; write a date, such as 2026-03-31.'],
    [{ by: 'colour' }, 'argument: by=colour: "Deals" has no field of this name.'],
    [{ by: 'region' }, 'missing-column: by=region: "Deals" has no column Region.'],
    [{ period: { fault: '#REF!' } }, 'argument: period is #REF!; correct that cell first.'],
    [{ scope: 'Nobody' }, 'argument: Scope "Nobody" is no person, team or region in the data.'],
  ])('%j', (args, expected) => {
    expect(reason(winRate, ten, args)).toContain(expected)
  })

  test('a missing table', () => {
    const answer = runMetric(pipeline, { tables: {}, today: 45382 })
    expect(answer).toMatchObject({ ok: false, code: 'missing-table', missing: { table: 'deals', field: null } })
  })

  test('a missing mandatory column, with the near match', () => {
    const answer = runMetric(
      pipeline,
      input([
        ['Deal ID', 'Stage', 'Amuont'],
        ['1', 'x', 5],
      ]),
    )
    expect(answer).toMatchObject({
      ok: false,
      code: 'missing-column',
      reason: '"Deals" has no column for Amount. Is it "Amuont"? Then map deals.amount to "Amuont".',
      missing: { table: 'deals', field: 'amount' },
    })
  })

  test('a column that is blank from top to bottom is as good as missing', () => {
    expect(
      reason(
        pipeline,
        input([
          ['Deal ID', 'Stage', 'Amount'],
          ['1', 'x', null],
        ]),
      ),
    ).toBe(
      'missing-column: "Deals": column "Amount" is blank from top to bottom. Fill it in, or name another one: map deals.amount to it.',
    )
  })

  test('a file without columns that a metric does not need still answers it', () => {
    expect(
      reason(
        winRate,
        input([
          ['Deal ID', 'Stage'],
          ['1', 'Won'],
          ['2', 'Lost'],
        ]),
      ),
    ).toBe('answered')
  })
})

describe('lines of one deal (D1)', () => {
  const lines: Grid = [
    ['Deal ID', 'Stage', 'Product', 'Amount'],
    ['1', 'Open', 'A', 5],
    ['1', 'Open', 'B', 7],
    ['2', 'Open', 'A', 1],
    [null, 'Open', 'A', 2],
    [null, 'Open', 'A', 2],
  ]

  test('add up, count once, and are reported (D1)', () => {
    const answer = runMetric(pipeline, input(lines))
    expect(answer).toMatchObject({ rows: [{ count: 4, value: 17 }] })
    expect(answer.ok && answer.findings.map(({ text }) => text)).toEqual([
      '"Deals": rows that share their deal ID with another one count as lines of one deal, and their amounts are added up: 1 row.',
    ])
  })

  test('a row that stands there twice is a warning, since it counts twice', () => {
    const answer = runMetric(pipeline, input([...lines, ['1', 'Open', 'A', 5]]))
    expect(answer).toMatchObject({ rows: [{ count: 4, value: 22 }] })
    expect(answer.ok && answer.findings).toMatchObject([{ level: 'warn', count: 2 }])
    expect(answer.ok && answer.findings[0]?.text).toMatch(
      /2 rows\. 1 of them is exactly like the first row of the deal/,
    )
  })

  test('split by what differs between them, each part counts where it belongs', () => {
    const answer = runMetric(pipeline, input(lines), { by: 'product' })
    expect(answer.ok && answer.rows).toEqual([
      { product: 'A', count: 4, value: 10 },
      { product: 'B', count: 1, value: 7 },
    ])
  })
})

test('an open dataset answers any number of metrics, also within scopes', () => {
  const data = openDataset(ten)
  expect(runMetric(pipeline, data, { scope: 'Anna' })).toMatchObject({ rows: [{ count: 2, value: 120_000 }] })
  expect(runMetric(pipeline, data, { scope: 'Ben' })).toMatchObject({ rows: [{ count: 3, value: 140_000 }] })
  expect(runMetric(winRate, data)).toMatchObject({ rows: [{ rate: 0.6 }] })
})
