import { describe, expect, test } from '@jest/globals'
import { dayOf, isoDay } from '#core/cells/day'
import type { Grid } from '#core/cells/grid'
import { openDataset } from '#core/dataset/dataset'
import { identify } from '#core/dataset/identify'
import type { FieldMap } from '#core/dataset/recognise'

const dataOf = (grid: Grid, settings: Readonly<Record<string, unknown>> = {}, map?: FieldMap) =>
  openDataset({
    tables: { targets: { name: 'plan.csv', grid, ...(map && { map }) } },
    settings,
    today: dayOf(2026, 3, 31),
  })

/** `owner metric first day value`, one for each target. */
const read = (...given: Parameters<typeof dataOf>): readonly string[] => {
  const data = dataOf(...given)
  const [owner, metric, start, value] = [
    data.column('targets', 'owner'),
    data.column('targets', 'metric'),
    data.column('targets', 'start'),
    data.column('targets', 'value'),
  ]
  return Array.from({ length: data.rows('targets') }, (_, row) => {
    const day = start?.at(row) ?? NaN
    return [owner?.at(row), metric?.at(row) ?? '-', Number.isNaN(day) ? 'never' : isoDay(day), value?.at(row)].join(' ')
  })
}

const found = (name: string, grid: Grid) => {
  const { tables, unrecognised } = identify([{ name, grid }])
  return { tables: Object.keys(tables), reasons: unrecognised.map(({ reason }) => reason) }
}

const named: Grid = [
  ['KPI', 'Owner', 'Year', 'Jan', 'Feb', 'Mar', 'Total'],
  ['sales', 'Anna', 2026, '1,000', 0, null, 1000],
  ['sales', 'Ben', 2025, 5, 6, 7, 18],
  ['Total', null, null, 1005, 6, 7, 1018],
]

describe('targets with a column for each month (P9)', () => {
  test('are one target per filled month, in the year of their row; 0 is a target, a blank is none', () => {
    expect(read(named)).toEqual([
      'Anna sales 2026-01-01 1000',
      'Anna sales 2026-02-01 0',
      'Ben sales 2025-01-01 5',
      'Ben sales 2025-02-01 6',
      'Ben sales 2025-03-01 7',
    ])
  })

  test('totals below are left out and listed, and rows keep their place in the sheet', () => {
    const data = dataOf(named)
    expect(data.table('targets')?.located.leftOut).toEqual([{ row: 3, text: 'Total' }])
    expect([0, 1, 2, 3, 4].map((row) => data.sheetRow('targets', row))).toEqual([2, 2, 3, 3, 3])
  })

  const of = (...headers: readonly string[]): Grid => [
    ['Owner', ...headers],
    ['Anna', 1, 2, 3],
  ]

  test.each([
    [['2026-01', '2026-02', '2027-01']],
    [['Jan 2026', 'Feb-26', 'Jan 2027']],
    [['01/2026', '02/2026', '01/2027']],
    [['Januar 2026', 'Februar 2026', 'Januar 2027']],
  ])('take the year of the header: %j', (headers) => {
    expect(read(of(...headers))).toEqual(['Anna - 2026-01-01 1', 'Anna - 2026-02-01 2', 'Anna - 2027-01-01 3'])
  })

  test('take the year of the setting, else the only one above the header', () => {
    const months = of('Jan', 'Feb', 'Mar')
    expect(read(months, { target_year: '2025' })[0]).toBe('Anna - 2025-01-01 1')
    expect(read([['Quotas 2024'], ...months])[0]).toBe('Anna - 2024-01-01 1')
    expect(read([['Quotas 2024'], ...months], { target_year: '2025' })[0]).toBe('Anna - 2025-01-01 1')
  })

  test('without a year count nowhere, and the finding says what to do', () => {
    for (const above of [[], [['Quotas 2024 to 2026']]]) {
      const data = dataOf([...above, ...of('Jan', 'Feb', 'Mar')])
      expect([...(data.column('targets', 'start')?.values ?? [])]).toEqual([NaN, NaN, NaN])
      expect(data.findings().map(({ text }) => text)).toEqual([
        `"plan.csv", row ${above.length + 2}, column "Period": "Jan" is no period (and 2 more); the target counts nowhere. Its year is not known: set target_year to 2026, or add a column Year.`,
      ])
    }
  })

  test('M01 is the first month of the fiscal year, and so is the first named month of a year written FY', () => {
    const july = { fiscal_start_month: 7, target_year: '2026' }
    // the fiscal year 2026 runs from July 2025 to June 2026
    expect(read(of('M01', 'M02', 'M12'), july).map((line) => line.slice(7, 17))).toEqual([
      '2025-07-01',
      '2025-08-01',
      '2026-06-01',
    ])
    expect(read(of('Jul', 'Jan', 'Jun'), { ...july, target_year: 'FY26' }).map((line) => line.slice(7, 17))).toEqual([
      '2025-07-01',
      '2026-01-01',
      '2026-06-01',
    ])
    expect(read(of('Jul', 'Jan', 'Jun'), july).map((line) => line.slice(7, 17))).toEqual([
      '2026-07-01',
      '2026-01-01',
      '2026-06-01',
    ])
  })

  test('take a mapped owner', () => {
    const grid: Grid = [
      ['Key', 'Name', '2026-01', '2026-02', '2026-03'],
      ['a', 'Anna', 1, 2, 3],
    ]
    expect(read(grid, {}, { owner: 'Name' })[2]).toBe('Anna - 2026-03-01 3')
  })

  test('are recognised where a measure, a word or the name of the tab says that they are targets', () => {
    expect(found('x.csv', named).tables).toEqual(['targets'])
    expect(found('x.csv', [['Quotas 2024', null], ...of('Jan', 'Feb', 'Mar')]).tables).toEqual(['targets'])
    expect(found('targets-2026.csv', of('Jan', 'Feb', 'Mar')).tables).toEqual(['targets'])
  })

  test('are not taken for targets where nothing says so, and the reason tells how to say it', () => {
    expect(found('x.csv', of('Jan', 'Feb', 'Mar'))).toEqual({
      tables: [],
      reasons: [
        '"x.csv" has a column for each month and may be Targets, but nothing in it says so. If it is: choose "x.csv" as targets.',
      ],
    })
  })

  test.each<readonly [string, Grid]>([
    [
      'two months',
      [
        ['KPI', 'Owner', 'Jan', 'Feb'],
        ['sales', 'Anna', 1, 2],
      ],
    ],
    [
      'a month twice',
      [
        ['KPI', 'Owner', 'Jan', 'Feb', 'Jan'],
        ['sales', 'Anna', 1, 2, 3],
      ],
    ],
    [
      'nobody who owns them',
      [
        ['KPI', 'Colour', 'Jan', 'Feb', 'Mar'],
        ['sales', 'red', 1, 2, 3],
      ],
    ],
    [
      'merged headers over two rows',
      [
        ['Targets', 'Owner', 'Jan', null, 'Feb', null, 'Mar', null],
        [null, null, 'Plan', 'Actual', 'Plan', 'Actual', 'Plan', 'Actual'],
        ['x', 'Anna', 1, 2, 3, 4, 5, 6],
      ],
    ],
  ])('are not seen with %s', (_name, grid) => {
    expect(found('targets.csv', grid).tables).toEqual([])
  })

  test('a table of one row per period stays as it is', () => {
    const grid: Grid = [
      ['Owner', 'Period', 'Target', 'Jan', 'Feb', 'Mar'],
      ['Anna', '2026', 9, 1, 2, 3],
    ]
    expect(read(grid)).toEqual(['Anna - 2026-01-01 9'])
  })
})
