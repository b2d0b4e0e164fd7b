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
  print: { landscape: true, area: area(0, 0, rows, widths.length), repeatRows, footer: '' },
})

/** With rows of 15 points a landscape page holds 32 of them. */
const breaks = (sheet: Tab, ...charts: readonly Area[]): readonly number[] => pageBreaks(sheet, charts, () => 15)

describe('page breaks', () => {
  test('stand before a chart that would be cut', () => {
    expect(breaks(tab(60), area(5, 0, 20, 6), area(26, 0, 20, 6))).toEqual([26])
  })

  test('are not needed where charts fit', () => {
    expect(breaks(tab(60), area(1, 0, 15, 6), area(16, 0, 15, 6))).toEqual([])
    expect(breaks(tab(200))).toEqual([])
  })

  test('count from where the page ends by itself', () => {
    expect(breaks(tab(90), area(40, 0, 20, 6))).toEqual([])
    expect(breaks(tab(90), area(50, 0, 20, 6))).toEqual([50])
  })

  test('go by the taller of two charts side by side', () => {
    expect(breaks(tab(60), area(20, 0, 5, 3), area(20, 3, 20, 3))).toEqual([20])
  })

  test('leave a chart that fits on no page where it is', () => {
    expect(breaks(tab(90), area(10, 0, 60, 6))).toEqual([])
  })

  test('know that repeated rows take room on later pages', () => {
    expect(breaks(tab(90, [20], 12), area(33, 0, 15, 6))).toEqual([])
    expect(breaks(tab(90, [20], 12), area(33, 0, 19, 6))).toEqual([])
    expect(breaks(tab(90, [20], 12), area(20, 0, 15, 6), area(36, 0, 15, 6))).toEqual([20, 36])
  })

  test('know that a wide tab is printed smaller', () => {
    expect(
      breaks(
        tab(
          60,
          Array.from({ length: 24 }, () => 12),
        ),
        area(5, 0, 20, 6),
        area(26, 0, 20, 6),
      ),
    ).toEqual([])
  })

  test('reach the file', async () => {
    const workbook = await readXlsx(await writeWorkbook(everyInstruction, { title: 'x' }))
    expect(workbook.sheets.find(({ name }) => name === back)?.rowBreaks).toEqual([24])
  })
})
