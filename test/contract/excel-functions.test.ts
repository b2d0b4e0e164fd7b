import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isoDay } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { tableNames, tables, type TableName } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import type { Example } from '#core/metrics/example'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import { parametersOf } from '#core/metrics/parameters'
import { snakeCase } from '#core/metrics/read-args'
import { newWorkbook } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { firstDifference, type Given } from '#scripts/verify/check-example'
import { range, type BlankArgument, type Invocation, type Shown } from '../hosts/excel/functions-host.ts'
import { addGrid, startFunctions, type StartedFunctions } from '../hosts/excel/start-functions.ts'

interface Case {
  readonly metric: Metric
  readonly example: Example
  /** Tables that the function has no argument for: it takes them from the workbook. */
  readonly others: readonly TableName[]
}

const parameterOf = (metric: Metric, table: TableName): string | null => {
  for (const [key, param] of Object.entries(metric.params))
    if (param.type === 'table' && param.table === table) return snakeCase(key)
  return null
}

const tablesOf = ({ given }: Example): readonly TableName[] => tableNames.filter((name) => given[name] !== undefined)

const all = metrics.flatMap((metric) =>
  (examples[metric.name] ?? []).map((example): Case => {
    const others = tablesOf(example).filter((table) => parameterOf(metric, table) === null)
    return { metric, example, others }
  }),
)

/** Their tables are all given by range, so that one workbook can hold those of all. */
const byRange = all.filter(({ others }) => others.length === 0)
const byWorkbook = all.filter(({ others }) => others.length > 0)

const settingsGrid = ({ settings = {} }: Example): Grid => [
  ['section', 'key', 'value'],
  ...Object.entries(settings).map(([key, value]) => ['settings', key, String(value)]),
]

/** Periods of two cells come as a range of two cells, everything else as itself. */
const argumentOf = (value: unknown): unknown =>
  Array.isArray(value) ? range("'SPM arguments'!A1:B1", [value.flat()]) : value

/**
 * The arguments of a formula for an example, in the order of the function. Its tables stand in tabs that are never taken
 * for tables by themselves; what it leaves out is left out, or refers to a blank cell.
 */
const formula = (
  { metric, example }: Case,
  number: number,
  leftOut: unknown,
  workbook: Workbook,
): readonly unknown[] => {
  const place = (name: string, grid: Grid) => addGrid(workbook, `SPM ${number} ${name}`, grid)
  const given = new Map<string, unknown>(Object.entries(example.args).map(([name, value]) => [name, argumentOf(value)]))
  for (const table of tablesOf(example)) {
    const [name, grid] = [parameterOf(metric, table), example.given[table]]
    if (name !== null && grid !== undefined) given.set(name, place(table, grid))
  }
  if (!given.has('headers')) given.set('headers', true)
  if (example.settings !== undefined) given.set('settings', place('settings', settingsGrid(example)))
  return parametersOf(metric).map(({ name }) => given.get(name) ?? leftOut)
}

const plain = (cell: unknown): Cell => {
  if (typeof cell !== 'object' || cell === null) return cell as Cell
  const { basicValue, numberFormat } = cell as { readonly basicValue: number; readonly numberFormat: string }
  return numberFormat === 'yyyy-mm-dd' ? isoDay(basicValue) : basicValue
}

const givenBy = (shown: Shown | undefined): Given => {
  if (shown === undefined) return { error: 'nothing is shown' }
  if ('error' in shown) return { error: shown.message }
  return (shown.value as readonly (readonly unknown[])[]).map((row) => row.map(plain))
}

describe.each<readonly [string, BlankArgument]>([
  ['the desktop, where a blank cell comes as 0', 0],
  ['the web, where a blank cell comes as null', null],
])('every example as a formula in Excel on %s', (_, blank) => {
  let started: StartedFunctions
  let invocations: readonly (Invocation | undefined)[] = []

  beforeAll(async () => {
    const workbook = newWorkbook('SPM blank')
    const blankCell = range("'SPM blank'!A1", [[null]])
    const formulas = byRange.map((each, i) => formula(each, i, i % 2 === 0 ? blankCell : undefined, workbook))
    started = await startFunctions(workbook, { blank })
    invocations = byRange.map(({ metric }, i) => started.host.call(metric.name, formulas[i] ?? [])[0])
  })

  afterAll(() => {
    started.page.close()
  })

  test.each(byRange.map(({ metric: { name }, example }, i) => [name, example.about, example, i] as const))(
    '%s: %s',
    async (_name, _about, example, i) => {
      expect(firstDifference(givenBy(await invocations[i]?.after()), example.result)).toBeNull()
    },
  )
})

describe('examples that read tables for which the function has no argument, from the tabs of the workbook', () => {
  let started: StartedFunctions
  const workbook = newWorkbook('Notes')

  beforeAll(async () => {
    started = await startFunctions(workbook)
  })

  afterAll(() => {
    started.page.close()
  })

  test.each(byWorkbook.map((each) => [each.metric.name, each.example.about, each] as const))(
    '%s: %s',
    async (_name, _about, each) => {
      const { metric, example, others } = each
      workbook.tabs.splice(1)
      for (const table of others) addGrid(workbook, tables[table].title, example.given[table] ?? [])
      const given = formula(each, 0, undefined, workbook)
      await started.functions.refresh()
      const [invocation] = started.host.call(metric.name, given)
      expect(firstDifference(givenBy(await invocation?.after()), example.result)).toBeNull()
    },
  )
})
