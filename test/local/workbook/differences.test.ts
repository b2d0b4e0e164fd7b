import { describe, expect, test } from '@jest/globals'
import { putCell, putLook } from '#local/workbook/cells'
import { carryOut } from '#local/workbook/carry-out'
import { changesSince, equalWorkbooks } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import { differences, sentences } from '#local/workbook/differences'
import { lookAt } from '#local/workbook/facts'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import { everyInstruction, front, back } from '../files/every-instruction.ts'

const made = (): Workbook => {
  const workbook = newWorkbook('Deals')
  carryOut(workbook, everyInstruction)
  return workbook
}

const named = (workbook: Workbook, name: string): Tab => tabNamed(workbook, name)!

const found = (change: (workbook: Workbook) => void): readonly string[] => {
  const other = made()
  change(other)
  return differences(lookAt(made()), lookAt(other)).map(({ tab, kind, where }) => `${tab}: ${kind} ${where}`)
}

describe('lookAt and differences', () => {
  test('two workbooks with the same instructions look the same', () => {
    expect(found(() => undefined)).toEqual([])
    expect(lookAt(made()).length).toBeGreaterThan(200)
  })

  test('one changed format is found, and named by its cell', () => {
    const changed = found((workbook) => {
      putCell(named(workbook, front), 7, 1, { format: '0.00' })
    })
    expect(changed).toEqual([`${front}: format B8`])
  })

  test('one changed chart is found: its kind, a range, its title', () => {
    const change = (act: (chart: Tab['charts'][number]) => void): readonly string[] =>
      found((workbook) => {
        act(named(workbook, back).charts[0]!)
      })
    const [wrong] = change((chart) => (chart.kind = 'line'))
    expect(wrong).toMatch(/: chart [A-Z]+\d+:[A-Z]+\d+$/)
    expect(change((chart) => (chart.title += '!'))).toEqual([wrong])
    expect(
      change((chart) => {
        const [series] = chart.series
        const { values } = series!
        series!.values = { ...values!, area: { ...values!.area, row: values!.area.row + 1 } }
      }),
    ).toEqual([wrong])
  })

  test.each<readonly [string, (tab: Tab) => void]>([
    ['value', (tab) => putCell(tab, 0, 0, { value: 'other' })],
    ['formula', (tab) => putCell(tab, 11, 1, { formula: 'SUM(B8:B9)' })],
    ['style', (tab) => putLook(tab, 0, 0, { bold: false })],
    ['line', (tab) => putLook(tab, 40, 0, { border: { top: 'FF0000', right: null, bottom: null, left: null } })],
    ['link', (tab) => putCell(tab, 45, 0, { link: { url: 'https://example.org/' } })],
    ['table', (tab) => void (tab.tables[0]!.style = 'TableStyleDark1')],
    ['rule', (tab) => void tab.rules.pop()],
    ['check', (tab) => void tab.validations.pop()],
    ['comment', (tab) => void tab.comments.pop()],
    ['width', (tab) => void tab.widths.set(0, 80)],
    ['height', (tab) => void tab.heights.set(28, 99)],
    ['print', (tab) => void (tab.print = { ...tab.print, repeatRows: 9 })],
    ['view', (tab) => void (tab.freeze = { rows: 9, columns: 9 })],
    ['tab', (tab) => void (tab.colour = 'FF0000')],
  ])('a change of the kind %s is found', (kind, change) => {
    const changed = found((workbook) => {
      change(named(workbook, front))
    })
    expect(changed).toHaveLength(1)
    expect(changed[0]).toContain(`: ${kind} `)
  })

  test('a line between two cells is the same whichever of them holds it', () => {
    const draw = (row: number, side: 'top' | 'bottom') => (workbook: Workbook) => {
      const border = { top: null, right: null, bottom: null, left: null, [side]: 'FF0000' }
      putLook(named(workbook, 'Deals'), row, 0, { border })
    }
    const [above, below] = [made(), made()]
    draw(4, 'bottom')(above)
    draw(5, 'top')(below)
    expect(differences(lookAt(above), lookAt(below))).toEqual([])
    expect(equalWorkbooks(above, below)).toBe(true)
    draw(5, 'bottom')(below)
    expect(equalWorkbooks(above, below)).toBe(false)
  })

  test('a value that was not worked out is no deviation, another formula is', () => {
    const changed = found((workbook) => {
      const tab = named(workbook, front)
      for (const [row, cells] of tab.cells)
        for (const [column, cell] of cells) if (cell.formula !== null) putCell(tab, row, column, { value: null })
    })
    expect(changed).toEqual([])
  })

  test('what a substitute covers carries its name', () => {
    const other = made()
    for (const chart of named(other, back).charts) chart.alt = ''
    const noText = { name: 'excel-chart-alt', covers: ({ kind }: { kind: string }) => kind === 'chart text' }
    const list = differences(lookAt(made()), lookAt(other), [noText])
    expect(list.length).toBeGreaterThan(0)
    expect(new Set(list.map(({ substitute }) => substitute))).toEqual(new Set(['excel-chart-alt']))
    expect(sentences(list)[0]).toContain(', found nothing')
  })
})

describe('equalWorkbooks', () => {
  test('says yes to a copy, and to widths that differ by less than a pixel', () => {
    const workbook = made()
    const copy = copyWorkbook(workbook)
    expect(equalWorkbooks(workbook, copy)).toBe(true)
    named(copy, front).widths.set(0, named(copy, front).widths.get(0)! + 0.01)
    expect(equalWorkbooks(workbook, copy)).toBe(true)
    named(copy, front).widths.set(0, 50)
    expect(changesSince(workbook, copy)).toHaveLength(1)
  })
})
