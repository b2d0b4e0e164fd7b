import { describe, expect, test } from '@jest/globals'
import { styles } from '#core/report/styles'
import { areaAround, isBlank, peekCell, putCell, touchedIn } from '#local/workbook/cells'
import { carryOut } from '#local/workbook/carry-out'
import { changesSince } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import { newWorkbook, tabById, tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import {
  back,
  chartKinds,
  everyInstruction,
  front,
  tableName,
  tableTop,
  totalRow,
  trendTop,
} from '../files/every-instruction.ts'

const made = (): Workbook => {
  const workbook = newWorkbook('Deals')
  carryOut(workbook, everyInstruction)
  return workbook
}

const named = (workbook: Workbook, name: string): Tab => {
  const tab = tabNamed(workbook, name)
  if (tab === undefined) throw new Error(`There is no tab ${name}.`)
  return tab
}

describe('carryOut', () => {
  test('keeps sparklines with what they draw, and draws none twice when a tab is written anew', () => {
    const workbook = made()
    carryOut(workbook, everyInstruction)
    const { sparklines } = named(workbook, front)
    expect(sparklines.map(({ kind, at, values, text }) => [kind, at.row, values.columns, text])).toEqual([
      ['line', trendTop, 4, '▄▅ █'],
      ['column', trendTop + 1, 4, '█▅▅▂'],
    ])
    expect(named(workbook, back).sparklines).toEqual([])
  })

  test('adds its tabs behind those of others, which stay as they are', () => {
    const workbook = newWorkbook('Deals')
    putCell(named(workbook, 'Deals'), 0, 0, { value: 'mine' })
    carryOut(workbook, everyInstruction)
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Deals', front, back])
    expect(peekCell(named(workbook, 'Deals'), 0, 0).value).toBe('mine')
    expect(tabById(workbook, workbook.active)?.name).toBe('Deals')
  })

  test('writes values, and formulas with the value that they promise', () => {
    const tab = named(made(), front)
    expect(peekCell(tab, 0, 0).value).toBe('Forecast')
    expect(peekCell(tab, totalRow, 1)).toMatchObject({ formula: `SUM(${tableName}[Won (EUR)])`, value: 418_750 })
  })

  test('gives a cell its style and its number format, and a written cell without a style the plain size', () => {
    const tab = named(made(), front)
    expect(peekCell(tab, 0, 0).look).toMatchObject({ bold: true, size: 18, colour: styles.title.colour })
    expect(peekCell(tab, tableTop + 1, 6)).toMatchObject({ format: 'yyyy-mm-dd', look: { wrap: true } })
    expect(peekCell(named(made(), back), 0, 0).look).toMatchObject({ bold: false, size: 10 })
  })

  test('wraps a text with a line break, and makes its row taller', () => {
    const tab = named(made(), front)
    expect(peekCell(tab, 28, 0)).toMatchObject({ value: 'two\nlines', look: { wrap: true } })
    expect(tab.heights.get(28)).toBe(30)
  })

  test('keeps table, rules, checks, comment and links of the front tab', () => {
    const tab = named(made(), front)
    expect(tab.tables).toMatchObject([{ name: tableName, area: { row: tableTop, columns: 7 }, filter: false }])
    expect(tab.rules.map(({ body }) => body.kind)).toEqual(
      'dataBar colourScale icons formula formula formula formula formula formula formula formula'.split(' '),
    )
    expect(tab.validations.map(({ check }) => check.kind)).toEqual(['list', 'text', 'date'])
    expect(tab.comments).toMatchObject([{ at: { row: 4, column: 0 }, text: 'Won ÷ quota (A3).\nPhased to the day.' }])
    expect(peekCell(tab, 13, 0)).toMatchObject({
      value: 'To the charts',
      link: { tab: back },
      look: { underline: true },
    })
  })

  test('keeps every chart with its kind, its series and where it stands', () => {
    const { charts } = named(made(), back)
    expect(charts.map(({ kind }) => kind)).toEqual(chartKinds)
    expect(charts.at(-1)?.series.map(({ name, line }) => [name, line])).toEqual([
      ['Won', false],
      ['Target', true],
    ])
  })

  test('sets widths, freeze and print', () => {
    const tab = named(made(), front)
    expect(tab.widths.get(5)).toBe(30)
    expect(tab.freeze).toEqual({ rows: 7, columns: 1 })
    expect(tab.print).toMatchObject({ landscape: true, repeatRows: 7, pagesWide: 1, pagesTall: null })
    expect(tab.print.footer.left).toBe('North && West · 2026-11-22')
  })

  test('writes the same tabs again when it is asked twice', () => {
    const workbook = made()
    const before = copyWorkbook(workbook)
    carryOut(workbook, everyInstruction)
    expect(changesSince(before, workbook)).toEqual([])
  })

  test('refuses to write to a tab that no instruction makes', () => {
    const workbook = newWorkbook('Deals')
    const write = () => {
      carryOut(workbook, [{ do: 'values', tab: 'Deals', at: { row: 0, column: 0 }, values: [['x']] }])
    }
    expect(write).toThrow('The tab "Deals" is written to, but no instruction makes it.')
  })
})

describe('changesSince', () => {
  const changes = (change: (workbook: Workbook) => void): readonly string[] => {
    const workbook = made()
    const before = copyWorkbook(workbook)
    change(workbook)
    return changesSince(before, workbook)
  }

  test('is empty while nothing has changed', () => {
    expect(changes(() => undefined)).toEqual([])
  })

  test.each<[string, (workbook: Workbook) => void, RegExp]>([
    [
      'a format',
      (book) => {
        putCell(named(book, front), 4, 0, { format: '0' })
      },
      /cell A5, format was ".*" and is "0"$/,
    ],
    [
      'a title',
      (book) => {
        Object.assign(named(book, back).charts[0] ?? {}, { title: 'x' })
      },
      /charts, 0, title was/,
    ],
    [
      'a width',
      (book) => {
        named(book, front).widths.set(0, 3)
      },
      /width of column, 0 was 173 and is 26/,
    ],
    [
      'a setting',
      (book) => {
        book.settings.set('a', 1)
      },
      /settings, a was absent and is 1/,
    ],
    [
      'a tab',
      (book) => {
        book.tabs.pop()
      },
      /^The order of tabs, 2 was/,
    ],
    [
      'a comment',
      (book) => {
        named(book, front).comments.pop()
      },
      /comments, 0 was/,
    ],
  ])('names %s that changed, and nothing else', (_what, change, sentence) => {
    expect(changes(change)).toEqual([expect.stringMatching(sentence)])
  })
})

describe('cells', () => {
  test('are found in an area by row and column, and within the smallest area around them', () => {
    const tab = named(made(), back)
    expect(touchedIn(tab, { row: 0, column: 1, rows: 2, columns: 9 })).toEqual([
      { row: 0, column: 1 },
      { row: 0, column: 2 },
      { row: 1, column: 1 },
      { row: 1, column: 2 },
    ])
    expect(areaAround(tab, (cell) => !isBlank(cell))).toEqual({ row: 0, column: 0, rows: 7, columns: 3 })
    expect(areaAround(named(newWorkbook('A'), 'A'), () => true)).toBeNull()
  })
})
