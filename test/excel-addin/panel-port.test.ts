import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { peekCell, putCell } from '#local/workbook/cells'
import { addTab, newWorkbook, tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import { PortError, type PlainTab } from '#panel/port.ts'
import { newWork, openAddin } from './open-addin.ts'

type Value = string | number | boolean | null

const fill = (tab: Tab, rows: readonly (readonly Value[])[], top = 0): void => {
  rows.forEach((row, i) => {
    row.forEach((value, column) => {
      putCell(tab, top + i, column, { value })
    })
  })
}

const named = (workbook: Workbook, name: string): Tab => {
  const tab = tabNamed(workbook, name)
  if (tab === undefined) throw new Error(`No tab ${name}.`)
  return tab
}

const deals = tenDeals as readonly (readonly Value[])[]

const small = (): Workbook => {
  const workbook = newWorkbook('Deals', 'Notes', 'Empty', 'Hidden')
  fill(named(workbook, 'Deals'), deals)
  fill(
    named(workbook, 'Notes'),
    [
      ['Name', 'Team'],
      ['Anna', '#N/A'],
    ],
    2,
  )
  fill(named(workbook, 'Hidden'), [['x', 'y']])
  named(workbook, 'Hidden').visibility = 'hidden'
  named(workbook, 'Deals').tables.push({
    id: '{T}',
    name: 'Deals',
    area: { row: 0, column: 0, rows: deals.length, columns: deals[0]?.length ?? 0 },
    header: true,
    totals: false,
    style: null,
    filter: false,
  })
  return workbook
}

const fails = async (work: Promise<unknown>): Promise<PortError> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof PortError)) throw new Error('No PortError.', { cause: error })
  return error
}

const cellsOf = (tab: Tab, rows: number, columns: number): readonly (readonly unknown[])[] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => peekCell(tab, row, column).value),
  )

describe('scanning', () => {
  test('finds tables first, then tabs without any; hidden and empty ones are left out', async () => {
    const { port } = await openAddin(small())
    const found = await port.scan()
    expect(found.map(({ name, kind, tab, rows, firstRow }) => ({ name, kind, tab, rows, firstRow }))).toEqual([
      { name: 'Deals', kind: 'table', tab: 'Deals', rows: 11, firstRow: 1 },
      { name: 'Notes', kind: 'tab', tab: 'Notes', rows: 2, firstRow: 3 },
    ])
    expect(found[0]?.head.slice(0, 2)).toEqual(
      deals.slice(0, 2).map((row) => row.map((cell) => (cell === '' ? null : cell))),
    )
    expect(found[1]).toMatchObject({
      address: 'A3:B4',
      head: [
        ['Name', 'Team'],
        ['Anna', { fault: '#N/A' }],
      ],
    })
  })

  test('takes four requests however many tables there are', async () => {
    const workbook = small()
    for (let i = 0; i < 30; i++)
      fill(addTab(workbook, `More ${i}`), [
        ['a', 'b'],
        [1, 2],
      ])
    const { port, host } = await openAddin(workbook)
    const before = host.exchanges.length
    expect(await port.scan()).toHaveLength(32)
    // One for each tab, and those around them.
    expect(host.exchanges.length - before).toBeLessThanOrEqual(2 + 3)
  })
})

describe('reading', () => {
  test('gives all cells of each range, blank ones as null and errors as faults', async () => {
    const { port } = await openAddin(small())
    const work = newWork()
    const [all, notes] = await port.read(
      [
        { tab: 'Deals', address: 'A1:K11' },
        { tab: 'Notes', address: 'A3:C4' },
      ],
      work,
    )
    expect(all?.[3]?.[0]).toBe('D3')
    expect(notes).toEqual([
      ['Name', 'Team', null],
      ['Anna', { fault: '#N/A' }, null],
    ])
    expect(work.told).toEqual(['Reading Deals', 'Reading Notes'])
  })

  test('halves a block whose answer would be larger than Excel sends', async () => {
    const workbook = newWorkbook('Long')
    const rows = Array.from({ length: 300 }, (_, i) => [`Row ${i} `.padEnd(400, 'x'), i])
    fill(named(workbook, 'Long'), rows)
    const { port, host } = await openAddin(workbook, { payloadLimit: 60_000 })
    const [grid] = await port.read([{ tab: 'Long', address: 'A1:B300' }], newWork())
    expect(grid).toEqual(rows)
    expect(host.exchanges.length).toBeGreaterThan(4)
  })

  test('stops when it is cancelled', async () => {
    const { port } = await openAddin(small())
    const work = newWork()
    work.cancel()
    expect((await fails(port.read([{ tab: 'Deals', address: 'A1:K11' }], work))).code).toBe('cancelled')
  })

  test('of a tab that is gone says so', async () => {
    const { port } = await openAddin(small())
    const error = await fails(port.read([{ tab: 'Gone', address: 'A1' }], newWork()))
    expect(error).toMatchObject({ code: 'gone', details: expect.stringContaining('ItemNotFound') })
  })

  test('of earlier tabs begins at A1, and says how cells look', async () => {
    const { port } = await openAddin(small())
    expect(await port.readTabs(['notes', 'Nowhere'])).toEqual([
      {
        tab: 'Notes',
        cells: [
          [null, null],
          [null, null],
          ['Name', 'Team'],
          ['Anna', { fault: '#N/A' }],
        ],
        shown: [
          ['', ''],
          ['', ''],
          ['Name', 'Team'],
          ['Anna', '#N/A'],
        ],
      },
    ])
  })
})

describe('what the workbook remembers', () => {
  test('is read back as it was saved; what others left there is not ours', async () => {
    const workbook = small()
    const { port } = await openAddin(workbook)
    expect(await port.readState()).toBeNull()
    await port.saveState('{"pack":"TEAM"}')
    expect(await port.readState()).toBe('{"pack":"TEAM"}')
    workbook.settings.set('spm.panel', 7)
    expect(await port.readState()).toBeNull()
  })

  test('settings make their tab, replace, append and remove rows, and keep dates and numbers as texts', async () => {
    const workbook = small()
    const { port } = await openAddin(workbook)
    await port.saveSettings([
      { section: 'settings', key: 'fiscal_start_month', value: '7' },
      { section: 'map', key: 'deals.owner', value: 'Rep' },
      { section: 'tables', key: 'people', value: '' },
    ])
    const tab = named(workbook, 'SPM Settings')
    expect(cellsOf(tab, 3, 3)).toEqual([
      ['Section', 'Key', 'Value'],
      ['settings', 'fiscal_start_month', '7'],
      ['map', 'deals.owner', 'Rep'],
    ])
    await port.saveSettings([
      { section: 'settings', key: 'fiscal_start_month', value: '' },
      { section: 'map', key: 'deals.owner', value: 'Seller' },
      { section: 'settings', key: 'as_of', value: '2026-01-31' },
    ])
    expect(cellsOf(tab, 4, 3)).toEqual([
      ['Section', 'Key', 'Value'],
      ['map', 'deals.owner', 'Seller'],
      ['settings', 'as_of', '2026-01-31'],
      [null, null, null],
    ])
  })
})

describe('plain tabs', () => {
  const tab = (name: string): PlainTab => ({
    name,
    rows: [
      ['Day', 'Text', 'Amount'],
      [46_000, '1-2', 5],
      [46_001, '=1+1', null],
    ],
    formats: ['yyyy-mm-dd', null, '#,##0'],
    table: `T${name}`,
  })

  test('are added with their formats and tables, texts as texts', async () => {
    const workbook = small()
    const { port, host } = await openAddin(workbook)
    const before = host.exchanges.length
    await port.addTabs([tab('One'), tab('Two')], newWork())
    const made = named(workbook, 'Two')
    expect(cellsOf(made, 3, 3)).toEqual(tab('Two').rows)
    expect(peekCell(made, 2, 0).format).toBe('yyyy-mm-dd')
    expect(made.tables).toMatchObject([{ name: 'TTwo', area: { row: 0, column: 0, rows: 3, columns: 3 } }])
    // One for each tab, and those around them.
    expect(host.exchanges.length - before).toBeLessThanOrEqual(2 + 3)
  })

  test('never touch a tab that is there, and none is added then', async () => {
    const workbook = small()
    const { port } = await openAddin(workbook)
    const error = await fails(port.addTabs([tab('One'), tab('notes')], newWork()))
    expect(error.message).toContain('"notes"')
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Deals', 'Notes', 'Empty', 'Hidden'])
  })

  test('are taken away again when one of them fails or the work is cancelled', async () => {
    const workbook = small()
    const { port } = await openAddin(workbook)
    const broken = { ...tab('Two'), table: 'not a name' }
    await fails(port.addTabs([tab('One'), broken], newWork()))
    expect(workbook.tabs).toHaveLength(4)
    const work = newWork()
    const cancelling = {
      ...work,
      progress: () => {
        work.cancel()
      },
    }
    expect((await fails(port.addTabs([tab('One'), tab('Two')], cancelling))).code).toBe('cancelled')
    expect(workbook.tabs).toHaveLength(4)
  })
})

describe('the selection', () => {
  test('cells are shown, a formula goes into the selected cell', async () => {
    const workbook = small()
    const { port, host } = await openAddin(workbook)
    await port.show({ tab: 'Notes', address: 'B4' })
    expect(workbook.active).toBe(named(workbook, 'Notes').id)
    expect(host.session.selection).toEqual({ row: 3, column: 1, rows: 1, columns: 1 })
    await port.insert('=SPM.WIN_RATE(Deals[#All])')
    expect(peekCell(named(workbook, 'Notes'), 3, 1).formula).toBe('SPM.WIN_RATE(Deals[#All])')
  })

  test('a place that is gone is said to be', async () => {
    const { port } = await openAddin(small())
    expect(await fails(port.show({ tab: 'Gone', address: 'A1' }))).toMatchObject({
      code: 'gone',
      message: 'There is no tab "Gone" any more.',
    })
  })
})

describe('watching', () => {
  const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700))

  test('tells of what people type, once for several cells, and not of what the add-in writes', async () => {
    const { port, host } = await openAddin(small())
    let heard = 0
    const stop = port.watch(() => heard++)
    await quiet()
    host.type('Notes', 'A5', [['Ben']])
    host.type('Notes', 'A6', [['Cleo']])
    await quiet()
    expect(heard).toBe(1)
    await port.saveSettings([{ section: 'settings', key: 'as_of', value: '2026-01-31' }])
    await quiet()
    expect(heard).toBe(1)
    stop()
    host.type('Notes', 'A7', [['Dan']])
    await quiet()
    expect(heard).toBe(1)
  })
})
