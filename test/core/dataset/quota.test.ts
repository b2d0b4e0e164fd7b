import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { readPeriod } from '#core/dataset/period'
import { readQuota, type Quota } from '#core/dataset/quota'
import type { QuotaOf } from '#core/dataset/quota-rows'
import type { TargetColumns } from '#core/dataset/target-rows'
import type { TableName } from '#core/dataset/tables/index'
import { twoTeamsPeople, twoTeamsTargets } from '#core/metrics/examples/two-teams'

const table = (header: string, ...rows: readonly (readonly Cell[])[]): Grid => [header.split(', '), ...rows]

const need = <T>(column: T | null): T => {
  if (column === null) throw new Error('the test has no such column')
  return column
}

const columnsOf = (data: Dataset): TargetColumns => ({
  rows: data.rows('targets'),
  owner: need(data.column('targets', 'owner')),
  value: need(data.column('targets', 'value')),
  start: need(data.column('targets', 'start')),
  end: need(data.column('targets', 'end')),
  metric: data.column('targets', 'metric'),
  version: data.column('targets', 'version'),
  currency: data.column('targets', 'currency'),
  product: data.column('targets', 'product'),
  segment: data.column('targets', 'segment'),
  business_unit: data.column('targets', 'business_unit'),
  region: data.column('targets', 'region'),
  type: data.column('targets', 'type'),
})

interface Asked {
  readonly people?: Grid
  readonly deals?: Grid
  readonly scope?: string
  readonly metric?: string
  readonly phasing?: 'days' | 'workdays'
  readonly settings?: Readonly<Record<string, unknown>>
}

const open = (targets: Grid, asked: Asked = {}) => {
  const { people, deals, scope, metric = 'sales', phasing = 'days', settings = {} } = asked
  const grids: Partial<Record<TableName, Grid>> = { targets, ...(people && { people }), ...(deals && { deals }) }
  const tables = Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }]))
  const whole = openDataset({ tables, settings, today: 45427 })
  const data = scope === undefined ? whole : whole.within(scope)
  const notes: string[] = []
  const quota = readQuota(columnsOf(data), data, { metric, phasing, note: (text) => void notes.push(text) })
  const value = (period: string, whose: QuotaOf = null): number =>
    quota.of(whose, readPeriod(period, data.calendar)).value
  const why = (period: string, whose: QuotaOf = null): string => quota.of(whose, readPeriod(period, data.calendar)).why
  const labels = (field: Parameters<Quota['labels']>[0], period: string): readonly string[] =>
    quota.labels(field, readPeriod(period, data.calendar))
  const findings = (): readonly string[] => data.findings().map(({ code }) => code)
  return { value, why, labels, notes, findings, quota }
}

const owner = (label: string): QuotaOf => ({ field: 'owner', label })
const sales = (...rows: readonly (readonly Cell[])[]): Grid => table('Metric, Owner, Period, Value', ...rows)

describe('a target for a period', () => {
  test('is the sum of the months in it', () => {
    const { value } = open(sales(['sales', 'Ann', '2024-01', 10], ['sales', 'Ann', '2024-02', 20]))
    expect(value('2024-Q1', owner('Ann'))).toBe(30)
  })

  test('is the part of a longer target that falls into it, by days', () => {
    const { value } = open(sales(['sales', 'Ann', '2024-Q1', 91]))
    expect(value('2024-02', owner('Ann'))).toBe(29)
    expect(value('2024-01-30/2024-02-02', owner('Ann'))).toBe(4)
  })

  test('or by workdays; where a target has none, still by days', () => {
    const targets = sales(['sales', 'Ann', '2024-Q1', 65], ['sales', 'Ben', '2024-03-30/2024-03-31', 2])
    const { value } = open(targets, { phasing: 'workdays' })
    expect(value('2024-02', owner('Ann'))).toBe(21)
    expect(value('2024-02-03/2024-02-04', owner('Ann'))).toBe(0)
    expect(value('2024-03-31', owner('Ben'))).toBe(1)
  })

  test('a period given as its first day lasts as long as its grain says', () => {
    const targets = table('Metric, Owner, Period, Grain, Value', ['sales', 'Ann', 45292, 'quarter', 91])
    expect(open(targets).value('2024-03-31', owner('Ann'))).toBe(1)
  })

  test('a target without a period that can be read counts nowhere and is reported', () => {
    const { value, findings } = open(sales(['sales', 'Ann', 'soon', 10], ['sales', 'Ann', '2024-01', 7]))
    expect(value('2024', owner('Ann'))).toBe(7)
    expect(findings()).toContain('target-period')
  })
})

describe('nothing counts twice', () => {
  test('of a year, its quarters and its months only the months count, which is reported (P3)', () => {
    const months = Array.from({ length: 12 }, (_, i) => ['sales', 'Ann', `2024-${String(i + 1).padStart(2, '0')}`, 10])
    const { value, findings } = open(sales(['sales', 'Ann', '2024', 120], ['sales', 'Ann', '2024-Q1', 30], ...months))
    expect(value('2024', owner('Ann'))).toBe(120)
    expect(value('2024-Q1', owner('Ann'))).toBe(30)
    expect(findings()).toEqual(['target-grain'])
  })

  test('what is not counted is reported once for each reason, with its first row and how many more', () => {
    const header = 'Metric, Owner, Period, Value, Product'
    const grid = table(
      header,
      ['sales', 'Ann', '2024-01', 10, 'Pumps'],
      ['sales', 'Ann', '2024-01', 15, 'Valves'],
      ['sales', 'Ann', '2024-01', 30, null],
      ['sales', 'Ann', '2024', 300, null],
    )
    const data = openDataset({ tables: { targets: { name: 'Plan', grid } }, today: 45427 })
    const quota = readQuota(columnsOf(data), data, { note: () => undefined })
    for (const period of ['2024-01', '2024', '2024-Q1']) quota.of(owner('Ann'), readPeriod(period, data.calendar))
    expect(data.findings()).toEqual([
      {
        level: 'note',
        code: 'target-split',
        table: 'Plan',
        column: 'Value',
        row: 2,
        count: 2,
        text: '"Plan", row 2: this and 1 more targets are not counted, because there is one for the whole, of which they are parts.',
      },
      {
        level: 'note',
        code: 'target-grain',
        table: 'Plan',
        column: 'Period',
        row: 5,
        count: 1,
        text: '"Plan", row 5: this target is not counted, because there are finer ones for the same days (targets of a year, its quarters and its months are never added up).',
      },
    ])
  })

  test('of two splits of one target the one by product counts before the one by segment', () => {
    const targets = table(
      'Metric, Owner, Period, Value, Product, Segment',
      ['sales', 'Ann', '2024-01', 11, null, 'Large'],
      ['sales', 'Ann', '2024-01', 10, 'Pumps', null],
      ['sales', 'Ann', '2024-01', 3, 'Valves', 'Large'],
    )
    expect(open(targets).value('2024-01', owner('Ann'))).toBe(10)
  })

  test("targets that share a day take one another's place, those that only touch do not", () => {
    const targets = sales(['sales', 'Ann', '2024-01-01/2024-01-10', 10], ['sales', 'Ann', '2024-01-10/2024-01-10', 4])
    expect(open(targets).value('2024-01', owner('Ann'))).toBe(4)
    const apart = sales(['sales', 'Ann', '2024-01-01/2024-01-09', 10], ['sales', 'Ann', '2024-01-10/2024-01-10', 4])
    expect(open(apart).value('2024-01', owner('Ann'))).toBe(14)
    expect(open(apart).value('2024-01-10/2024-01-10', owner('Ann'))).toBe(4)
  })

  test('a coarser target counts where no finer one lies in the period', () => {
    const { value } = open(sales(['sales', 'Ann', '2024', 366], ['sales', 'Ann', '2024-01', 50]))
    expect(value('2024-Q2', owner('Ann'))).toBe(91)
    expect(value('2024-01', owner('Ann'))).toBe(50)
  })

  test('blank finer targets do not take the place of a coarser one', () => {
    const { value } = open(sales(['sales', 'Ann', '2024-Q1', 91], ['sales', 'Ann', '2024-01', null]))
    expect(value('2024-Q1', owner('Ann'))).toBe(91)
  })

  test('targets by product add up, and stand back where there is one for the whole', () => {
    const header = 'Metric, Owner, Period, Value, Product'
    const parts = [
      ['sales', 'Ann', '2024-01', 10, 'Pumps'],
      ['sales', 'Ann', '2024-01', 15, 'Valves'],
    ]
    const split = open(table(header, ...parts))
    expect(split.value('2024-01', owner('Ann'))).toBe(25)
    expect(split.value('2024-01', { field: 'product', label: 'pumps' })).toBe(10)
    expect(split.labels('product', '2024-01')).toEqual(['Pumps', 'Valves'])
    const both = open(table(header, ...parts, ['sales', 'Ann', '2024-01', 30, null]))
    expect(both.value('2024-01', owner('Ann'))).toBe(30)
    expect(both.findings()).toEqual(['target-split'])
  })

  test.each([
    ['current', 12],
    ['plan', 10],
  ])('of two versions the %s one counts where both are there, with those of no version', (target_version, expected) => {
    const targets = table(
      'Metric, Owner, Period, Value, Version',
      ['sales', 'Ann', '2024-01', 10, 'plan'],
      ['sales', 'Ann', '2024-01', 12, 'current'],
      ['sales', 'Ann', '2024-02', 20, 'plan'],
      ['sales', 'Ann', '2024-03', 40, null],
    )
    expect(open(targets, { settings: { target_version } }).value('2024-Q1', owner('Ann'))).toBe(expected + 20 + 40)
  })
})

describe('levels are never added up', () => {
  const people = twoTeamsPeople

  test('a total is the target for ALL where there is one', () => {
    const targets = sales(['sales', 'all', '2024-01', 100], ['sales', 'Ole', '2024-01', 60])
    expect(open(targets, { people }).value('2024-01')).toBe(100)
  })

  test('else the sum over those who lead nobody with a target', () => {
    const targets = sales(
      ['sales', 'Mia', '2024-01', 90],
      ['sales', 'Ole', '2024-01', 60],
      ['sales', 'Rui', '2024-01', 5],
    )
    const { value, labels, why, notes } = open(targets, { people })
    expect(value('2024-01')).toBe(65)
    expect(labels('owner', '2024-01')).toEqual(['Ole', 'Rui'])
    expect(value('2024-01', owner('Mia'))).toBeNaN()
    expect(why('2024-01', owner('Mia'))).toContain('scope=Mia')
    expect(notes).toEqual([])
  })

  test('a manager whose people have none has a target of their own', () => {
    const { value, labels } = open(sales(['sales', 'Mia', '2024-01', 90], ['sales', 'Rui', '2024-01', 5]), { people })
    expect(value('2024-01')).toBe(95)
    expect(labels('owner', '2024-01')).toEqual(['Mia', 'Rui'])
  })

  test("a team's target counts for the team, and in a total only where none of its people has one", () => {
    const targets = sales(
      ['sales', 'North', '2024-01', 70],
      ['sales', 'Ole', '2024-01', 60],
      ['sales', 'south', '2024-01', 9],
    )
    const { value, labels } = open(targets, { people })
    expect(value('2024-01', { field: 'team', label: 'North' })).toBe(70)
    expect(value('2024-01', { field: 'team', label: 'South' })).toBe(9)
    expect(value('2024-01')).toBe(69)
    expect(labels('owner', '2024-01')).toEqual(['Ole'])
  })

  test('a team without one has those of its people', () => {
    const { value } = open(twoTeamsTargets, { people })
    expect(value('2024-06', { field: 'team', label: 'North' })).toBeCloseTo(10_000 + (40_950 * 30) / 91, 9)
  })

  test('within a scope its own target counts', () => {
    expect(open(twoTeamsTargets, { people, scope: 'mia' }).value('2024-Q2')).toBe(80_000)
    expect(open(twoTeamsTargets, { people, scope: 'North' }).value('2024-Q2')).toBe(70_950)
  })

  test('without managers several owners are added up, and a note says so once', () => {
    const targets = sales(['sales', 'Ann', '2024-01', 10], ['sales', 'Ben', '2024-01', 20])
    const { value, notes } = open(targets)
    expect([value('2024-01'), value('2024-01')]).toEqual([30, 30])
    expect(notes).toEqual([expect.stringContaining('there is no People table')])
    expect(open(sales(['sales', 'Ann', '2024-01', 10])).notes).toEqual([])
  })
})

describe('who has a target in a period', () => {
  const targets = sales(
    ['sales', 'ALL', '2024-01', 100],
    ['sales', 'North', '2024-01', 70],
    ['sales', 'Ole', '2024-01', 60],
    ['sales', 'Pia', '2024-01', 20],
    ['sales', 'Tea', '2024-01', 9],
    ['sales', 'Zoe', '2024-01', 1],
    ['sales', 'Rui', '2024-02', 5],
  )

  test('the teams: those with one of their own, and those of the people with one; each once', () => {
    const { labels } = open(targets, { people: twoTeamsPeople })
    expect(labels('team', '2024-01')).toEqual(['North', 'South'])
    expect(labels('team', '2024-02')).toEqual(['South'])
  })

  test('where People tells no teams, those of the deals are teams', () => {
    const deals = table('Deal ID, Status, Amount, Team', ['A', 'won', 5, 'North'], ['B', 'won', 5, 'East'])
    const { labels } = open(targets, { deals })
    expect(labels('team', '2024-01')).toEqual(['North'])
    expect(labels('owner', '2024-01')).toEqual(['Ole', 'Pia', 'Tea', 'Zoe'])
  })

  test('where People tells teams, the names in the deals are none', () => {
    const deals = table('Deal ID, Status, Amount, Team', ['A', 'won', 5, 'Zoe'])
    const { labels } = open(targets, { deals, people: twoTeamsPeople })
    expect(labels('owner', '2024-01')).toEqual(['Ole', 'Pia', 'Tea', 'Zoe'])
  })

  test('by a field that targets do not have: nobody', () => {
    expect(open(targets).labels('product', '2024-01')).toEqual([])
  })
})

describe('what is missing is said', () => {
  test('a blank target is reported with its row, and how many more there are', () => {
    const blanks = sales(
      ['sales', 'Ann', '2024-01', 1],
      ['sales', 'Ben', '2024-01', null],
      ['sales', 'Cem', '2024', ''],
    )
    expect(open(blanks).quota.span).toMatchObject({ label: '2024-01-01 to 2024-12-31' })
    const data = openDataset({ tables: { targets: { name: 'Plan', grid: blanks } }, today: 45427 })
    readQuota(columnsOf(data), data, { note: () => undefined })
    expect(data.findings()).toEqual([
      {
        level: 'warn',
        code: 'target-blank',
        table: 'Plan',
        column: 'Value',
        row: 3,
        count: 2,
        text: '"Plan", row 3, column "Value": the target is blank (and 1 more row like it) and counts as missing. Write 0 where there is deliberately none.',
      },
    ])
  })

  test('a target for one day spans that day', () => {
    expect(open(sales(['sales', 'Ann', '2024-01-05/2024-01-05', 1])).quota.span).toMatchObject({
      start: 45296,
      end: 45296,
    })
  })

  test('the reason names the scope, and every metric that has targets', () => {
    const two = sales(['sales', 'Ole', '2024-01', 1], ['meetings', 'Ole', '2024-01', 1])
    expect(open(two, { people: twoTeamsPeople, scope: 'Ole', metric: 'offers' }).why('2024-01')).toBe(
      'Targets have none for offers in Ole; they are for: sales, meetings.',
    )
    const blank = table('Owner, Period, Value', ['Ann', '2024-01', 10])
    expect(open(blank, { metric: 'offers' }).why('2024-01')).toBe('Targets have none for offers.')
  })

  test('0 is deliberately none, blank is missing and reported (P5)', () => {
    const { value, why, findings } = open(sales(['sales', 'Ann', '2024-01', 0], ['sales', 'Ben', '2024-01', null]))
    expect(value('2024-01', owner('Ann'))).toBe(0)
    expect(value('2024-01', owner('Ben'))).toBeNaN()
    expect(why('2024-01', owner('Ben'))).toContain('is blank')
    expect(why('2024-02', owner('Ben'))).toContain('Targets have none for sales of Ben in 2024-02')
    expect(findings()).toEqual(['target-blank'])
  })

  test('another metric has its own targets, and the reason names those that there are', () => {
    const { value, quota } = open(twoTeamsTargets, { metric: 'meetings' })
    expect(value('2024-05', owner('Ole'))).toBe(12)
    expect(quota.span).toMatchObject({ start: 45413, end: 45443 })
    const none = open(sales(['Sales', 'Ann', '2024-01', 10]), { metric: 'offers' })
    expect(none.why('2024-01')).toBe('Targets have none for offers; they are for: Sales.')
    expect(none.quota.span).toBeNull()
  })

  test('without a column for the metric every target is one for sales, which is noted', () => {
    const { value, findings } = open(table('Owner, Period, Value', ['Ann', '2024-01', 10]))
    expect(value('2024-01', owner('Ann'))).toBe(10)
    expect(findings()).toEqual(['target-metric'])
    const data = openDataset({
      tables: {
        targets: {
          name: 'Plan',
          grid: sales(['sales', 'Ann', '2024-01', 1], [null, 'Ben', '2024-01', 2], ['', 'Cem', '2024-01', 3]),
        },
      },
      today: 45427,
    })
    readQuota(columnsOf(data), data, { note: () => undefined })
    expect(data.findings()).toEqual([
      {
        level: 'note',
        code: 'target-metric',
        table: 'Plan',
        column: 'Metric',
        row: null,
        count: 2,
        text: '"Plan": 2 targets do not say what they measure (column "Metric"); they count as sales.',
      },
    ])
  })

  test('a target that names no metric is none for another metric', () => {
    const { quota, findings } = open(sales([null, 'Ann', '2024-01', 10]), { metric: 'meetings' })
    expect(quota.span).toBeNull()
    expect(findings()).toEqual([])
  })

  test('a scope that the targets cannot be limited by has none', () => {
    const deals = table('Deal ID, Status, Product, Amount', ['A', 'won', 'Pumps', 5])
    const { why } = open(sales(['sales', 'ALL', '2024-01', 10]), { deals, scope: 'Product=Pumps' })
    expect(why('2024-01')).toBe('Targets have no column for Product, so the scope "Product=Pumps" cannot limit them.')
  })

  test('a scope by a column that targets have limits them', () => {
    const targets = table(
      'Metric, Owner, Period, Value, Product',
      ['sales', 'ALL', '2024-01', 10, 'Pumps'],
      ['sales', 'ALL', '2024-01', 5, 'Valves'],
    )
    expect(open(targets, { scope: 'Product=Valves' }).value('2024-01')).toBe(5)
  })

  test('a target in another currency than the deals is refused with its row', () => {
    const deals = table('Deal ID, Status, Amount, Currency', ['A', 'won', 5, 'EUR'])
    const targets = table('Metric, Owner, Period, Value, Currency', ['sales', 'Ann', '2024-01', 10, 'USD'])
    expect(() => open(targets, { deals })).toThrow('"targets", row 2: the target is in USD, and the deals are in EUR.')
  })

  test('a target in the currency of the deals, in no currency, or of no money is none of that', () => {
    const deals = table('Deal ID, Status, Amount, Currency', ['A', 'won', 5, 'EUR'])
    const header = 'Metric, Owner, Period, Value, Currency'
    const fine = table(header, ['sales', 'Ann', '2024-01', 10, 'eur'], ['sales', 'Ann', '2024-02', 5, null])
    expect(open(fine, { deals }).value('2024-Q1', owner('Ann'))).toBe(15)
    const noMoney = table(header, ['meetings', 'Ann', '2024-01', 12, 'USD'])
    expect(open(noMoney, { deals, metric: 'meetings' }).value('2024-01', owner('Ann'))).toBe(12)
    const unnamed = table('Deal ID, Status, Amount', ['A', 'won', 5])
    const inDollars = table(header, ['sales', 'Ann', '2024-01', 10, 'USD'])
    expect(open(inDollars, { deals: unnamed }).value('2024-01', owner('Ann'))).toBe(10)
  })

  test('days without a target are counted, by anybody or by the whole', () => {
    const { quota } = open(sales(['sales', 'ALL', '2024-01', 10], ['sales', 'Ann', '2024-Q1', 10]))
    const quarter = readPeriod('2024-Q1', { asOf: 45427, startMonth: 1, namedBy: 'end', weeks: null })
    expect([quota.daysCovered(quarter, false), quota.daysCovered(quarter, true)]).toEqual([31, 91])
  })
})
