import { describe, expect, test } from '@jest/globals'
import { readXlsx } from 'hucre'
import type { Area, Instruction } from '#core/report/instructions'
import { pageBreaks } from '#local/files/page-breaks'
import { writeWorkbook } from '#local/files/write'
import { area, back, everyInstruction } from './every-instruction.ts'

type Tab = Extract<Instruction, { do: 'tab' }>

const tab = (rows: number, widths: readonly number[] = [20], repeatRows = 0): Tab => ({
  do: 'tab',
  tab: 'T',
  colour: 'past',
  widths,
  freeze: { rows: 0, columns: 0 },
  print: { landscape: true, area: area(0, 0, rows, widths.length), repeatRows, onePage: false, footer: '' },
})

/** With rows of 15 points a landscape page holds 33 of them. */
const breaks = (sheet: Tab, ...charts: readonly Area[]): readonly number[] => pageBreaks(sheet, charts, () => 15)

describe('page breaks', () => {
  test('stand before a chart that would be cut', () => {
    expect(breaks(tab(50), area(5, 0, 20, 6), area(26, 0, 20, 6))).toEqual([26])
  })

  test('stand where a page is full, so that no program fits one row more and cuts what follows', () => {
    expect(breaks(tab(60), area(1, 0, 15, 6), area(16, 0, 15, 6))).toEqual([33])
    expect(breaks(tab(90), area(40, 0, 20, 6))).toEqual([33, 66])
    expect(breaks(tab(90), area(50, 0, 20, 6))).toEqual([33, 50, 83])
  })

  test('are left to the program where nothing must stay whole', () => {
    expect(breaks(tab(200))).toEqual([])
  })

  test('go by the taller of two charts side by side', () => {
    expect(breaks(tab(50), area(20, 0, 5, 3), area(20, 3, 20, 3))).toEqual([20])
  })

  test('begin no page for what fits on none', () => {
    expect(breaks(tab(60), area(10, 0, 50, 6))).toEqual([33])
  })

  test('know that repeated rows take room on later pages', () => {
    expect(breaks(tab(52, [20], 12), area(33, 0, 15, 6))).toEqual([33])
    expect(breaks(tab(52, [20], 12), area(20, 0, 15, 6), area(36, 0, 15, 6))).toEqual([20, 36])
  })

  test('know that a wide tab is printed smaller', () => {
    const wide = Array.from({ length: 24 }, () => 12)
    expect(breaks(tab(60, wide), area(5, 0, 20, 6), area(26, 0, 20, 6))).toEqual([])
  })

  test('are no more than Excel takes', () => {
    expect(breaks(tab(60_000), area(1, 0, 2, 6))).toHaveLength(1000)
  })

  test('reach the file', async () => {
    const workbook = await readXlsx(await writeWorkbook(everyInstruction, { title: 'x' }))
    expect(workbook.sheets.find(({ name }) => name === back)?.rowBreaks).toEqual([23])
  })

  test('are not set on a tab that is shrunk to one page', async () => {
    const shrunk = everyInstruction.map((each) =>
      each.do === 'tab' ? { ...each, print: { ...each.print, onePage: true } } : each,
    )
    const workbook = await readXlsx(await writeWorkbook(shrunk, { title: 'x' }))
    expect(workbook.sheets.map(({ rowBreaks }) => rowBreaks?.length ?? 0)).toEqual([0, 0])
  })
})
