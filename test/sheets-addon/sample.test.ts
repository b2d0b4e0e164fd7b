import { beforeAll, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { openDataset } from '#core/dataset/dataset'
import { identify, type Identified } from '#core/dataset/identify'
import { metrics } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { runMetric } from '#core/metrics/run'
import { shownCells } from '#core/metrics/shown-cells'
import { refuseQuestions } from '#core/metrics/tables-read'
import { isNoAnswer, type Value } from '#core/metrics/value'
import { readTables } from '#local/files/read'
import { newWorkbook } from '#local/workbook/make'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { momentOfSerial, serialIn } from '../hosts/sheets/cell-values.ts'
import { fillTab } from '../hosts/sheets/fill-tab.ts'
import { openHost, type SheetsHost } from '../hosts/sheets/host.ts'
import { isDate } from '../hosts/sheets/realm.ts'

const zone = 'Europe/Helsinki'
const today = dayOf(2026, 11, 2)

let identified: Identified
let host: SheetsHost

beforeAll(async () => {
  const sheets = await readTables('samples/sample.xlsx', { inThread: true })
  const tabs = sheets.map(({ sheet, grid }) => ({ name: sheet ?? '', grid })).filter(({ grid }) => grid.length > 0)
  identified = identify(tabs)
  const workbook = newWorkbook()
  for (const { name, grid } of tabs) fillTab(workbook, name, grid)
  const code = buildAddOn().get('Code.js') ?? ''
  host = openHost({ code, workbook, timeZone: zone, now: momentOfSerial(zone, today + 0.5) })
})

const plain = (value: Value): unknown => (value === null || isNoAnswer(value) ? '' : value)

/** What core answers from the same tabs, as a formula shows it. */
const expected = (metric: Metric): unknown => {
  try {
    refuseQuestions(metric, identified.questions)
    const answer = runMetric(metric, openDataset({ tables: identified.tables, today }))
    if (!answer.ok) return { error: answer.reason }
    const { columns, hasHeader, rows } = shownCells(answer, null)
    const cells = rows.map((row) => row.map(plain))
    if (!hasHeader) return { cells: cells[0]?.[0] }
    return { cells: [columns.map(({ label }) => label), ...cells] }
  } catch (error) {
    return { error: (error as Error).message }
  }
}

const inSerials = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inSerials)
  return isDate(value) ? serialIn(zone, value.getTime()) : value
}

/** A few, since each call reads every tab of the sample. */
const asked = ['ATTAINMENT', 'FUNNEL', 'MEETINGS']

test.each(metrics.filter(({ name }) => asked.includes(name)).map((metric) => [metric.name, metric] as const))(
  'SPM_%s() without arguments answers from the tabs of the sample as core does',
  (name, metric) => {
    const shown = host.formula(`SPM_${name}`)
    expect('error' in shown ? shown : { cells: inSerials(shown.cells) }).toEqual(expected(metric))
  },
)
