import { beforeAll, describe, expect, test } from '@jest/globals'
import { dayOf, isoDay } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { tables, tableNames, type TableName } from '#core/dataset/tables/index'
import type { Example } from '#core/metrics/example'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { snakeCase } from '#core/metrics/read-args'
import { newWorkbook } from '#local/workbook/make'
import { firstDifference, type Given } from '#scripts/verify/check-example'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { momentOfSerial, serialIn } from '../hosts/sheets/cell-values.ts'
import { fillTab, typedDay } from '../hosts/sheets/fill-tab.ts'
import { openHost, type SheetsHost, type Shown } from '../hosts/sheets/host.ts'
import { isDate } from '../hosts/sheets/realm.ts'

/** The day on which the examples are asked, where they name no other, at noon by the clocks of the spreadsheet. */
const today = dayOf(2024, 3, 31)

interface Zones {
  readonly script: string
  readonly spreadsheet: string
}

/** Google makes a date of a text that reads like one. */
const typedIn = (cell: Cell, zone: string): unknown => {
  if (cell === null) return ''
  const day = typedDay(cell)
  return day === null ? cell : new Date(momentOfSerial(zone, day))
}

const typedRows = (rows: Grid, zone: string): unknown => {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: width }, (_, i) => typedIn(row[i] ?? null, zone)))
}

/** Tables that an example has and the metric does not name: they stand in tabs of the spreadsheet. */
const otherTables = (metric: Metric, { given }: Example): readonly (readonly [TableName, Grid])[] => {
  const named = Object.values(metric.params).flatMap((param) => (param.type === 'table' ? [param.table] : []))
  return tableNames.flatMap((name) => {
    const grid = given[name]
    return grid === undefined || name === 'settings' || named.includes(name) ? [] : [[name, grid] as const]
  })
}

/** The settings of an example, and which tabs are its other tables. */
const settingsFor = (metric: Metric, example: Example): Grid | undefined => {
  const { settings = {}, given } = example
  const rows = [
    ...Object.entries(settings).map(([key, value]) => ['settings', key, value as Cell]),
    ...otherTables(metric, example).map(([name]) => ['tables', name, tables[name].title]),
  ]
  if (given.settings !== undefined) return [...given.settings, ...rows]
  return rows.length === 0 ? undefined : [['section', 'key', 'value'], ...rows]
}

/** The arguments of a formula in their places; the answer of an example has its headers. */
const argumentsFor = (metric: Metric, example: Example, zone: string): readonly unknown[] => {
  const { given, args } = example
  const value = (name: string): unknown => {
    const arg = args[name]
    if (arg === undefined) return undefined
    return Array.isArray(arg)
      ? typedRows((Array.isArray(arg[0]) ? arg : [arg]) as Grid, zone)
      : typedIn(arg as Cell, zone)
  }
  const own = Object.entries(metric.params).map(([name, param]) => {
    if (param.type !== 'table') return value(snakeCase(name))
    const grid = given[param.table]
    return grid === undefined ? undefined : typedRows(grid, zone)
  })
  const all = settingsFor(metric, example)
  return [...own, value('scope'), all === undefined ? undefined : typedRows(all, zone), true]
}

/** As the examples write results: days as texts. */
const plain = (value: unknown, zone: string): Cell =>
  isDate(value) ? isoDay(Math.round(serialIn(zone, value.getTime()))) : value === '' ? null : (value as Cell)

const givenOf = (shown: Shown, zone: string): Given => {
  if ('error' in shown) return shown
  const rows = Array.isArray(shown.cells) ? (shown.cells as unknown[][]) : [[shown.cells]]
  return rows.map((row) => row.map((value) => plain(value, zone)))
}

let code = ''

beforeAll(() => {
  code = buildAddOn().get('Code.js') ?? ''
})

const open = ({ script, spreadsheet }: Zones, others: readonly (readonly [TableName, Grid])[]): SheetsHost => {
  const workbook = newWorkbook('Notes')
  for (const [name, grid] of others) fillTab(workbook, tables[name].title, grid)
  return openHost({
    code,
    workbook,
    timeZone: spreadsheet,
    scriptTimeZone: script,
    now: momentOfSerial(spreadsheet, today + 0.5),
  })
}

const zones: readonly Zones[] = [
  { script: 'Etc/GMT', spreadsheet: 'Europe/Istanbul' },
  { script: 'America/New_York', spreadsheet: 'Europe/Helsinki' },
  { script: 'Pacific/Auckland', spreadsheet: 'Pacific/Honolulu' },
]

describe.each(zones)('a script in $script on a spreadsheet in $spreadsheet', (at) => {
  let host: SheetsHost

  beforeAll(() => {
    host = open(at, [])
  })

  describe.each(metrics.map((metric) => [metric.name, metric] as const))('%s', (name, metric) => {
    test.each(examples[name] ?? [])('$about', (example) => {
      const others = otherTables(metric, example)
      const asked = others.length === 0 ? host : open(at, others)
      const shown = asked.formula(`SPM_${name}`, ...argumentsFor(metric, example, at.spreadsheet))
      expect(firstDifference(givenOf(shown, at.spreadsheet), example.result)).toBeNull()
    })
  })
})
