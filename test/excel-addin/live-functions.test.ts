import { afterEach, describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { newWorkbook } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import type { Invocation } from '../hosts/excel/functions-host.ts'
import { addGrid, startFunctions, type StartedFunctions } from '../hosts/excel/start-functions.ts'

/** A clock that stands still until it is told to go on. */
class Clock {
  time = 0
  private waiting: { readonly at: number; readonly run: () => void }[] = []

  readonly now = (): number => this.time

  readonly later = (run: () => void, milliseconds: number): void => {
    this.waiting.push({ at: this.time + milliseconds, run })
  }

  get alarms(): number {
    return this.waiting.length
  }

  pass(milliseconds: number): void {
    this.time += milliseconds
    const due = this.waiting.filter(({ at }) => at <= this.time)
    this.waiting = this.waiting.filter(({ at }) => at > this.time)
    for (const { run } of due) run()
  }
}

const deals: Grid = [
  ['Deal ID', 'Account', 'Owner', 'Stage', 'Amount', 'Status', 'Created', 'Close date', 'Last modified'],
  ['D1', 'Acme', 'Anna', 'Proposal', 1000, 'open', 45200, 45400, 45290],
  ['D2', 'Bolt', 'Ben', 'Proposal', 2000, 'open', 45200, 45400, 45370],
  ['D3', 'Core', 'Anna', 'Proposal', 3000, 'open', 45200, 45400, 45371],
]

let started: StartedFunctions | null = null

afterEach(() => {
  started?.page.close()
  started = null
})

interface Live {
  readonly clock: Clock
  readonly started: StartedFunctions
  readonly staleDeals: Invocation
}

const start = async (workbook: Workbook): Promise<Live> => {
  const clock = new Clock()
  started = await startFunctions(workbook, { later: clock.later, now: clock.now })
  const [staleDeals] = started.host.call('STALE_DEALS', [])
  if (staleDeals === undefined) throw new Error('The function was not called.')
  return { clock, started, staleDeals }
}

const workbookWith = (grid: Grid = deals, ...names: readonly string[]): Workbook => {
  const workbook = newWorkbook('Notes')
  for (const name of names.length === 0 ? ['Deals'] : names) addGrid(workbook, name, grid)
  return workbook
}

const dealsIn = (shown: Awaited<ReturnType<Invocation['after']>>): readonly unknown[] =>
  'value' in shown ? (shown.value as readonly (readonly unknown[])[]).slice(1).map(([deal]) => deal) : [shown.error]

/** Until the events of an edit have arrived. */
const heard = async (clock: Clock): Promise<void> => {
  while (clock.alarms === 0) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('a function without arguments', () => {
  test('takes its table from the workbook, and follows an edited cell within a second', async () => {
    const { clock, started: excel, staleDeals } = await start(workbookWith())
    expect(dealsIn(await staleDeals.after())).toEqual(['D1'])
    excel.excel.type('Deals', 'I3', [[45291]])
    await heard(clock)
    clock.pass(1000)
    expect(dealsIn(await staleDeals.after(2))).toEqual(['D2', 'D1'])
    expect(staleDeals.shown).toHaveLength(2)
  })

  test('a burst of edits is answered once', async () => {
    const { clock, started: excel, staleDeals } = await start(workbookWith())
    await staleDeals.after()
    for (const row of [2, 3, 4]) excel.excel.type('Deals', `I${row}`, [[45250]])
    await heard(clock)
    expect(clock.alarms).toBe(1)
    clock.pass(1000)
    expect(dealsIn(await staleDeals.after(2))).toEqual(['D3', 'D2', 'D1'])
    expect(staleDeals.shown).toHaveLength(2)
  })

  test('an edit that changes no answer sets no result', async () => {
    const { clock, started: excel, staleDeals } = await start(workbookWith())
    await staleDeals.after()
    const before = excel.host.resultRequests
    excel.excel.type('Notes', 'A1', [['hello']])
    await heard(clock)
    clock.pass(1000)
    await excel.functions.refresh()
    expect(excel.host.resultRequests).toBe(before)
  })

  test('a cancelled one is dropped, and is not answered again', async () => {
    const { clock, started: excel, staleDeals } = await start(workbookWith())
    const [other] = excel.host.call('OVERDUE_DEALS', [])
    await staleDeals.after()
    await other?.after()
    expect(excel.functions.following()).toBe(2)
    staleDeals.cancel()
    expect(excel.functions.following()).toBe(1)
    excel.excel.type('Deals', 'I3:I3', [[45291]])
    await heard(clock)
    clock.pass(1000)
    await excel.functions.refresh()
    expect(staleDeals.shown).toHaveLength(1)
  })

  test('where two ranges could be the table, its error names both and the buttons that settle it', async () => {
    const { staleDeals } = await start(workbookWith(deals, 'Deals', 'Pipeline'))
    const shown = await staleDeals.after()
    expect(shown).toMatchObject({ error: '#VALUE!' })
    expect('message' in shown && shown.message).toMatch(
      /"Deals" and "Pipeline" could be Opportunities\. .*“Use as SPM table”.*open the panel/,
    )
  })

  test('a choice in SPM Settings settles which range is the table', async () => {
    const workbook = workbookWith(deals, 'Deals', 'Pipeline')
    addGrid(workbook, 'SPM Settings', [
      ['Section', 'Key', 'Value'],
      ['tables', 'deals', 'Pipeline'],
    ])
    const { staleDeals } = await start(workbook)
    expect(dealsIn(await staleDeals.after())).toEqual(['D1'])
  })

  test('without any table it says which one is missing', async () => {
    const { staleDeals } = await start(newWorkbook('Notes'))
    const shown = await staleDeals.after()
    expect(shown).toMatchObject({ error: '#N/A' })
    expect('message' in shown && shown.message).toMatch(/No range of this workbook is the table Opportunities/)
  })
})

describe('a function with its table as an argument', () => {
  test('sets its result once and follows nothing', async () => {
    const workbook = workbookWith()
    const { started: excel, staleDeals } = await start(workbook)
    await staleDeals.after()
    const given = addGrid(workbook, 'SPM given', tenDeals)
    const following = excel.functions.following()
    const [pipeline] = excel.host.call('PIPELINE', [given])
    expect(await pipeline?.after()).toHaveProperty('value')
    expect(excel.functions.following()).toBe(following)
  })
})

describe('a function that reads a table which every answer reads', () => {
  test('finds the periods of the table Calendar in its tab', async () => {
    const workbook = workbookWith()
    addGrid(workbook, 'Calendar', [
      ['Period', 'Grain', 'Start', 'End', 'Weeks', 'Workdays'],
      ['FY2026-P01', 'month', 46_027, 46_054, 4, 18],
      ['FY2026-P02', 'month', 46_055, 46_082, 4, 17],
    ])
    const { started: excel } = await start(workbook)
    const [periods] = excel.host.call('PERIODS', [2026])
    const shown = await periods?.after()
    if (shown === undefined || !('value' in shown)) throw new Error(JSON.stringify(shown))
    expect((shown.value as readonly (readonly unknown[])[]).map((row) => [row[0], row[4]])).toEqual([
      ['Period', 'Workdays'],
      ['FY2026-P01', 18],
      ['FY2026-P02', 17],
    ])
  })
})
