import { afterEach, describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { newWorkbook } from '#local/workbook/make'
import { range, type BlankArgument } from '../hosts/excel/functions-host.ts'
import { addGrid, startFunctions, type StartedFunctions } from '../hosts/excel/start-functions.ts'

let started: StartedFunctions | null = null

afterEach(() => {
  started?.page.close()
  started = null
})

/** A row of a deal that was won. */
const won = tenDeals.findIndex((row) => row.includes('Won'))

const ids = ['PIPELINE', 'WON', 'AVG_DEAL', 'WIN_RATE'] as const

describe.each<readonly [string, BlankArgument]>([
  ['the desktop', 0],
  ['the web', null],
])('200 formulas whose ranges arrive as fresh, equal arrays, on %s', (_, blank) => {
  test('cause one parse, and at most one reading of the cells', async () => {
    const workbook = newWorkbook('Notes')
    const deals = addGrid(workbook, 'SPM deals', tenDeals)
    started = await startFunctions(workbook, { blank })
    const { host, functions, excel } = started
    const calls = ids.flatMap((id) => host.call(id, ...Array.from({ length: 50 }, () => [deals])))
    const shown = await Promise.all(calls.map((call) => call.after()))
    expect(shown.filter((each) => 'error' in each)).toEqual([])
    expect(functions.openings()).toBe(1)
    expect(excel.exchanges.length).toBeLessThan(12)
  })

  test('and one that differs in a single cell is read for itself', async () => {
    const workbook = newWorkbook('Notes')
    const { values, address } = addGrid(workbook, 'SPM deals', tenDeals)
    const amount = tenDeals[0]?.indexOf('Amount') ?? -1
    const edit = (row: readonly Cell[]) => row.map((cell, column) => (column === amount ? 1 : cell))
    const edited = addGrid(
      workbook,
      'SPM edited',
      tenDeals.map((row, i) => (i === won ? edit(row) : row)),
    )
    started = await startFunctions(workbook, { blank })
    const { host, functions } = started
    const calls = host.call('WON', [range(address, values)], [edited], [range(address, values)])
    await Promise.all(calls.map((call) => call.after()))
    expect(functions.openings()).toBeGreaterThan(1)
    expect(calls[0]?.shown).toEqual(calls[2]?.shown)
    expect(calls[0]?.shown).not.toEqual(calls[1]?.shown)
  })
})
