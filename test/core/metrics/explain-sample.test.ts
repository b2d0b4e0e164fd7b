import { describe, expect, jest, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { identify } from '#core/dataset/identify'
import { readFieldMaps } from '#core/dataset/field-map'
import type { TableName } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import { metrics } from '#core/metrics/index'
import { accountFor, type RowAccount } from '#core/metrics/row-account'
import type { Args } from '#core/metrics/read-args'
import { answer, type Answer } from '#core/metrics/run'
import { startTrail } from '#core/metrics/trail'
import type { Content } from '#core/report/instructions'
import { sampleFrom } from '#samples/sample'
import { sampleSheets } from '#samples/tabs'

const cellOf = (content: Content): Cell =>
  typeof content === 'object' && content !== null ? (content.value ?? null) : content

jest.setTimeout(60_000)

const ranges = sampleSheets(sampleFrom()).map(({ tab, columns, rows }) => ({
  name: tab,
  grid: [columns.map(({ header }) => header), ...rows.map((row) => row.map(cellOf))] as Grid,
}))

const { tables } = identify(ranges, readFieldMaps([]))

/** The sample workbook, with some rows of one of its tables taken out. */
const sampleWithout = (rows: ReadonlySet<number> = new Set(), name: TableName = 'deals'): Dataset => {
  const table = tables[name]
  if (table === undefined) throw new Error(`the sample has no ${name}`)
  const grid = table.grid.filter((_, i) => i === 0 || !rows.has(i - 1))
  return openDataset({ tables: { ...tables, [name]: { ...table, grid } }, today: dayOf(2026, 11, 2) })
}

const sample = sampleWithout()

interface Explained {
  readonly found: Answer
  readonly accounts: ReadonlyMap<string, RowAccount>
  /** Whether the metric says which opportunities it uses. */
  readonly tellsDeals: boolean
}

const explained = (metric: Metric, args: Args): Explained => {
  const trail = startTrail()
  const found = answer(metric, sample, args, trail)
  const seen = typeof args['scope'] === 'string' ? sample.within(args['scope']) : sample
  const accounts = Object.values(metric.params).flatMap((param) => {
    const [table, kept] = param.type === 'table' ? [sample.table(param.table), trail.of(param.table)] : [null, null]
    return param.type !== 'table' || table === null || kept === null
      ? []
      : [[param.table, accountFor(seen, param, table, kept)] as const]
  })
  return { found, accounts: new Map(accounts), tellsDeals: trail.of('deals')?.isSifted === true }
}

const rowsOf = (found: Answer): unknown => (found.ok ? found.rows : found.reason)

const readsDeals = ({ params }: Metric): boolean =>
  Object.values(params).some((param) => param.type === 'table' && param.table === 'deals')

const isTold = ([, metric, args]: Question): boolean => {
  const { found, tellsDeals } = explained(metric, args)
  return found.ok && tellsDeals
}

/** The sample has no table of unit costs. */
const needed: Readonly<Record<string, Args>> = { DEAL_ROI: { meeting_cost: 400 } }

type Question = readonly [name: string, metric: Metric, args: Args]

const questions = metrics
  .filter(readsDeals)
  .flatMap((metric): readonly Question[] => [
    [metric.name, metric, needed[metric.name] ?? {}],
    ...('period' in metric.params ? [[`${metric.name} in 2026-Q3`, metric, { period: '2026-Q3' }] as const] : []),
  ])
const told = questions.filter(isTold)

const status = sample.column('deals', 'status')

/** The rows that are used, by the status of the deal. */
const byStatus = ({ used }: RowAccount): ReadonlyMap<string, ReadonlySet<number>> => {
  const sets = new Map<string, Set<number>>()
  for (const row of used) {
    const name = status?.at(row) ?? ''
    sets.set(name, (sets.get(name) ?? new Set()).add(row))
  }
  return sets
}

const dealsOf = ({ accounts }: Explained): RowAccount => {
  const account = accounts.get('deals')
  if (account === undefined) throw new Error('the deals were not read')
  return account
}

test('only metrics that look deals up, for their stage or their customer, do not tell which they use', () => {
  const silent = questions.filter((question) => !isTold(question)).map(([name]) => name)
  expect(silent).toEqual([
    ...['ACTIVITY', 'ACTIVITY in 2026-Q3'],
    ...['ACTIVITY_COVER', 'ACTIVITY_COVER in 2026-Q3', 'FUNNEL_SHAPE'], // without parameters there is no answer
    ...['MEETINGS', 'MEETINGS in 2026-Q3'],
    ...['PROJECTION in 2026-Q3', 'RUN_RATE in 2026-Q3'], // which is over, so that there is no answer
    ...['STAGE_CONVERSION', 'STAGE_CONVERSION in 2026-Q3', 'STAGE_MOVES'],
    ...['TIME_IN_STAGE', 'TIME_IN_STAGE in 2026-Q3'],
  ])
})

describe('on the sample, the rows of', () => {
  test.each(questions)(
    '%s: those read are those left out and those used, in every table and scope (A5)',
    (_name, metric, args) => {
      for (const scope of [{}, { scope: 'Helsinki' }]) {
        const { accounts } = explained(metric, { ...args, ...scope })
        expect(accounts.size).toBeGreaterThan(0)
        for (const { read, left, used } of accounts.values())
          expect(left.reduce((sum, [, count]) => sum + count, used.length)).toBe(read)
      }
    },
  )

  test.each(told)('%s: without the opportunities that are left out the answer is the same', (_name, metric, args) => {
    const found = explained(metric, args)
    const used = new Set(dealsOf(found).used)
    const left = new Set(Array.from({ length: sample.rows('deals') }, (_, row) => row).filter((row) => !used.has(row)))
    expect(rowsOf(answer(metric, sampleWithout(left), args))).toEqual(rowsOf(found.found))
  })

  // FORECAST_ACCURACY asks every deal whose it is; on the sample nobody hands an open one over.
  const decisive = told.filter(([, { name }]) => name !== 'FORECAST_ACCURACY')
  test.each(decisive)('%s: without those used of any one status the answer is another', (_name, metric, args) => {
    const found = explained(metric, args)
    const same = [...byStatus(dealsOf(found))].flatMap(([name, rows]) =>
      JSON.stringify(rowsOf(answer(metric, sampleWithout(rows), args))) === JSON.stringify(rowsOf(found.found))
        ? [name]
        : [],
    )
    expect(same).toEqual([])
  })
})

/** Tables beside the opportunities of whose rows metrics tell what becomes of them. */
const others = ['activities', 'offers', 'costs', 'customers'] as const

const toldOf = (metric: Metric, args: Args, name: TableName): RowAccount | null => {
  const trail = startTrail()
  const found = answer(metric, sample, args, trail)
  const [kept, table] = [trail.of(name), sample.table(name)]
  const param = Object.values(metric.params).find((each) => each.type === 'table' && each.table === name)
  if (!found.ok || kept?.isSifted !== true || table === null || param?.type !== 'table') return null
  return accountFor(sample, param, table, kept)
}

const asked = metrics.flatMap((metric) =>
  others.flatMap((name) =>
    [{}, ...('period' in metric.params ? [{ period: '2026-Q3' }] : [])].flatMap((args) => {
      const all = { ...needed[metric.name], ...args }
      return toldOf(metric, all, name) === null ? [] : [[metric.name, name, metric, all] as const]
    }),
  ),
)

describe('on the sample, rows of other tables are accounted for', () => {
  test('by every metric that adds up activities, offers, costs or customers, and not by those that look deals up there', () => {
    const reading = metrics.filter(({ params }) =>
      Object.values(params).some((param) => param.type === 'table' && others.some((name) => name === param.table)),
    )
    const telling = new Set(asked.map(([name]) => name))
    expect(reading.map(({ name }) => name).filter((name) => !telling.has(name))).toEqual([
      'ACTIVITY_COVER', // has no answer without parameters
      'NEW_REPEAT', // since when each customer is one
      ...['NOT_MOVED', 'NO_NEXT_STEP'], // the last activity of each deal, and the next
      'RETENTION',
      ...['STALE_DEALS', 'TOP_DEALS'],
      'WHITESPACE',
    ])
  })

  test.each(asked)(
    '%s: without the rows of %s that are left out the answer is the same',
    (_name, name, metric, args) => {
      const account = toldOf(metric, args, name)
      const used = new Set(account?.used)
      expect((account?.left ?? []).reduce((sum, [, count]) => sum + count, used.size)).toBe(account?.read)
      const left = new Set(Array.from({ length: sample.rows(name) }, (_, row) => row).filter((row) => !used.has(row)))
      expect(rowsOf(answer(metric, sampleWithout(left, name), args))).toEqual(rowsOf(answer(metric, sample, args)))
    },
  )
})
