import { beforeAll, describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { peekCell, putCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { momentOfSerial, serialIn } from '../hosts/sheets/cell-values.ts'
import { fillTab } from '../hosts/sheets/fill-tab.ts'
import { openHost, type SheetsHost, type Shown } from '../hosts/sheets/host.ts'
import { isDate } from '../hosts/sheets/realm.ts'

const zone = 'Europe/Helsinki'
const asOf = dayOf(2024, 3, 31)

let code = ''

beforeAll(() => {
  code = buildAddOn().get('Code.js') ?? ''
})

const open = (workbook: Workbook, timeZone = zone): SheetsHost =>
  openHost({ code, workbook, timeZone, now: momentOfSerial(timeZone, asOf + 0.6) })

const withTabs = (...tabs: readonly (readonly [string, Grid])[]): SheetsHost => {
  const workbook = newWorkbook('Notes')
  for (const [name, rows] of tabs) fillTab(workbook, name, rows)
  return open(workbook)
}

const dealRange = tenDeals.map((row) => Array.from({ length: 11 }, (_, i) => row[i] ?? ''))

const rowsOf = (shown: Shown): readonly (readonly unknown[])[] => {
  if ('error' in shown) throw new Error(shown.error)
  return shown.cells as readonly (readonly unknown[])[]
}

describe('a function with a range', () => {
  test('gives the one figure that is asked for', () => {
    expect(withTabs().formula('SPM_WIN_RATE', dealRange)).toEqual({ cells: 0.6 })
  })

  test('gives a table with headers where it is split, or where headers are asked for', () => {
    const host = withTabs()
    expect(rowsOf(host.formula('SPM_WIN_RATE', dealRange, '', '', '', 'owner'))[0]).toEqual([
      'Owner',
      'Won',
      'Lost',
      'Win rate',
      'Closed deals',
    ])
    expect(rowsOf(host.formula('SPM_WIN_RATE', dealRange, ...Array<string>(10).fill(''), true))).toHaveLength(2)
    expect(rowsOf(host.formula('SPM_WIN_RATE', dealRange, ...Array<string>(10).fill(''), false))).toEqual([
      [3, 2, 0.6, 5],
    ])
  })

  test('takes blank arguments for left out', () => {
    const host = withTabs()
    expect(host.formula('SPM_WIN_RATE', dealRange, '', '', '', '', '', '', '', '', '', '', '')).toEqual(
      host.formula('SPM_WIN_RATE', dealRange),
    )
  })

  test('ignores blank rows at the end of whole columns', () => {
    const blank = Array.from({ length: 989 }, () => Array<string>(11).fill(''))
    expect(withTabs().formula('SPM_WIN_RATE', [...dealRange, ...blank])).toEqual({ cells: 0.6 })
  })

  test('gives days as dates at midnight by the clocks of the spreadsheet', () => {
    const dates = rowsOf(withTabs().formula('SPM_OVERDUE_DEALS', dealRange))
      .flat()
      .filter(isDate)
      .map((date) => serialIn(zone, date.getTime()))
    expect(dates).toEqual([dayOf(2024, 3, 15)])
  })

  test('says what is wrong as the error of the cell', () => {
    const host = withTabs()
    expect(host.formula('SPM_WIN_RATE', dealRange, '', 'Q9')).toEqual({
      error: expect.stringContaining('Q9') as unknown,
    })
    expect(
      host.formula('SPM_WIN_RATE', [
        ['Colour', 'Weight'],
        ['red', 3],
      ]),
    ).toEqual({
      error: expect.stringContaining('"Opportunities" is no table of Opportunities') as unknown,
    })
    expect(host.formula('SPM_STALE_DEALS', dealRange, 'soon')).toEqual({ error: expect.any(String) as unknown })
  })

  test('says which cell holds an error', () => {
    const broken = dealRange.map((row, i) => (i === 3 ? row.map((cell, c) => (c === 5 ? '#DIV/0!' : cell)) : row))
    expect(withTabs().formula('SPM_WON', broken)).toEqual({ error: expect.stringContaining('#DIV/0!') as unknown })
  })

  test('gives a list of more than 10,000 rows as a sentence (edge case 13)', () => {
    const [header = []] = dealRange
    const overdue = Array.from({ length: 10_001 }, (_, i) =>
      header.map((_label, c): Cell => (c === 0 ? `X${i}` : (dealRange[5]?.[c] ?? ''))),
    )
    const host = withTabs()
    expect(host.formula('SPM_OVERDUE_DEALS', [header, ...overdue])).toEqual({
      error:
        'OVERDUE_DEALS has 10001 rows, and a formula in Google Sheets can show 10000. Ask for fewer, with scope or period, or split the range.',
    })
    expect(rowsOf(host.formula('SPM_OVERDUE_DEALS', [header, ...overdue.slice(1)]))).toHaveLength(10_001)
  })
})

describe('a function without arguments', () => {
  test('reads the one tab that is the table', () => {
    expect(withTabs(['Deals', tenDeals]).formula('SPM_WIN_RATE')).toEqual({ cells: 0.6 })
  })

  test('says that the table is missing where no tab is one', () => {
    expect(withTabs(['Stages', tenDealStages]).formula('SPM_WIN_RATE')).toEqual({
      error: expect.stringContaining('WIN_RATE needs the table Opportunities') as unknown,
    })
  })

  test('asks which tab counts where two could be the table, and takes the one that SPM Settings names', () => {
    const two: readonly (readonly [string, Grid])[] = [
      ['Deals', tenDeals],
      ['Deals 2023', tenDeals.slice(0, 4)],
    ]
    expect(withTabs(...two).formula('SPM_WIN_RATE')).toEqual({
      error: expect.stringContaining('"Deals" and "Deals 2023" could each be the table Opportunities') as unknown,
    })
    const settings: Grid = [
      ['section', 'key', 'value'],
      ['tables', 'deals', 'Deals 2023'],
    ]
    expect(withTabs(...two, ['SPM Settings', settings]).formula('SPM_WIN_RATE')).toEqual({ cells: 2 / 3 })
  })

  test('takes a named range that SPM Settings names, and says in which row of the sheet something is', () => {
    const workbook = newWorkbook('Notes')
    const rows: Grid = [['Opportunities of the year'], ['Exported on Monday'], ...tenDeals]
    fillTab(workbook, 'Export', rows)
    fillTab(workbook, 'Old export', tenDeals.slice(0, 4))
    fillTab(workbook, 'SPM Settings', [
      ['section', 'key', 'value'],
      ['tables', 'deals', 'Pipeline'],
    ])
    ;(workbook.names as { name: string; tab: null; formula: string; visible: boolean }[]).push({
      name: 'Pipeline',
      tab: null,
      formula: '=Export!A3:K13',
      visible: true,
    })
    expect(open(workbook).formula('SPM_WIN_RATE')).toEqual({ cells: 0.6 })
  })

  test('reads each tab once, however many cells it has', () => {
    const host = withTabs(['Deals', tenDeals], ['Stages', tenDealStages])
    host.formula('SPM_WIN_RATE')
    const counts = Object.fromEntries(host.calls.counts())
    expect(counts['Range.getValues']).toBe(3)
    expect(counts['Utilities.formatDate']).toBeLessThan(60)
  })
})

describe('SPM_EXPLAIN', () => {
  test('takes the metric, how many rows to list, and the arguments of the metric', () => {
    const rows = rowsOf(withTabs().formula('SPM_EXPLAIN', 'WIN_RATE', 2, dealRange, '', '2024-02'))
    expect(rows[0]).toEqual(['Step', 'Rule', 'Rows', 'Kept', 'Value'])
    expect(rows.filter(([step]) => step === 'Row used')).toHaveLength(2)
  })

  test('says that there is no such metric', () => {
    expect(withTabs().formula('SPM_EXPLAIN', 'WINRATE')).toEqual({
      error: 'There is no function "WINRATE". Write its name without SPM_, such as WIN_RATE.',
    })
  })
})

describe('opening a file', () => {
  test('adds the menu and calls nothing else, before anybody has agreed', () => {
    const host = withTabs(['Deals', tenDeals])
    host.trigger('onOpen', 'NONE')
    expect(host.screen.menus).toEqual([{ items: [['Refresh formulas', 'refreshFormulas']] }])
    expect(host.calls.log).toEqual([])
  })

  test('adds the menu when the add-on is installed', () => {
    const host = withTabs()
    host.trigger('onInstall', 'FULL')
    expect(host.screen.menus).toHaveLength(1)
  })
})

describe('refreshing', () => {
  const formulas = (workbook: Workbook): void => {
    const tab = fillTab(workbook, 'Answers', [['Win rate']])
    putCell(tab, 1, 0, { formula: 'SPM_WIN_RATE(Deals!A1:K11,,,SPM_AsOf)', value: 0.1 })
    putCell(tab, 2, 0, { formula: 'SUM(A1:A2)', value: 7 })
  }

  test('writes the as-of day into its cell and enters the formulas of the add-on again, and no others', () => {
    const workbook = newWorkbook('Notes')
    formulas(workbook)
    const host = open(workbook)
    host.trigger('refreshFormulas', 'FULL')
    const tab = tabNamed(workbook, 'SPM As of')
    if (tab === undefined) throw new Error('The tab is missing.')
    expect(peekCell(tab, 0, 1)).toMatchObject({ value: asOf, format: 'yyyy-mm-dd' })
    expect(workbook.names).toMatchObject([{ name: 'SPM_AsOf', formula: "='SPM As of'!B1:B1" }])
    const answers = tabNamed(workbook, 'Answers')
    if (answers === undefined) throw new Error('The tab is missing.')
    expect(peekCell(answers, 1, 0)).toMatchObject({ formula: 'SPM_WIN_RATE(Deals!A1:K11,,,SPM_AsOf)', value: null })
    expect(peekCell(answers, 2, 0)).toMatchObject({ value: 7 })
  })

  test('uses the same cell again, and the day of the setting where there is one', () => {
    const workbook = newWorkbook('Notes')
    fillTab(workbook, 'SPM Settings', [
      ['section', 'key', 'value'],
      ['settings', 'as_of', '2024-02-29'],
    ])
    const host = open(workbook)
    host.trigger('refreshFormulas', 'FULL')
    host.trigger('refreshFormulas', 'FULL')
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Notes', 'SPM Settings', 'SPM As of'])
    const tab = tabNamed(workbook, 'SPM As of')
    expect(tab && peekCell(tab, 0, 1).value).toBe(dayOf(2024, 2, 29))
  })

  test('moves the day on when a file is opened in which people have agreed, and adds no cell by itself', () => {
    const workbook = newWorkbook('Notes')
    open(workbook).trigger('onOpen', 'LIMITED')
    expect(workbook.tabs).toHaveLength(1)
    open(workbook).trigger('refreshFormulas', 'FULL')
    const later = openHost({ code, workbook, timeZone: zone, now: momentOfSerial(zone, asOf + 3.5) })
    later.trigger('onOpen', 'LIMITED')
    const tab = tabNamed(workbook, 'SPM As of')
    expect(tab && peekCell(tab, 0, 1).value).toBe(asOf + 3)
  })
})

describe('what a script may do', () => {
  test('a custom function cannot write', () => {
    const host = withTabs()
    expect(() => {
      host.trigger('refreshFormulas', 'CUSTOM_FUNCTION')
    }).toThrow('You do not have permission')
  })

  test('a name that ends in _ cannot be called', () => {
    expect(withTabs().formula('spm_')).toEqual({ error: "Unknown function: 'spm_'." })
  })
})
