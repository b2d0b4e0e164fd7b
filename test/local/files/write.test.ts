import { beforeAll, describe, expect, test } from '@jest/globals'
import { readXlsx, type Cell, type Sheet, type Workbook } from 'hucre'
import { formats } from '#core/report/formats'
import { seriesColours, styles, tabColours } from '#core/report/styles'
import { writeWorkbook } from '#local/files/write'
import {
  awkwardTexts,
  awkwardTop,
  back,
  chartKinds,
  everyInstruction,
  front,
  headings,
  styleNames,
  stylesColumn,
  tableName,
  tableTop,
  totalRow,
  totals,
  trendTop,
} from './every-instruction.ts'
import { complaintsAbout } from './validate.ts'

let bytes: Uint8Array
let workbook: Workbook

beforeAll(async () => {
  bytes = await writeWorkbook(everyInstruction, { title: 'Forecast & more' })
  workbook = await readXlsx(bytes, { readStyles: true })
})

const tab = (name: string): Sheet => {
  const sheet = workbook.sheets.find((each) => each.name === name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}

const cell = (name: string, row: number, column: number): Cell => {
  const found = tab(name).cells?.get(`${row},${column}`)
  if (!found) throw new Error(`no cell ${row},${column}`)
  return found
}

describe('a workbook with every instruction', () => {
  test('has nothing that the Open XML SDK complains about', async () => {
    expect(await complaintsAbout(bytes)).toEqual([])
  })

  test('is the same bytes for the same instructions', async () => {
    expect(Buffer.compare(bytes, await writeWorkbook(everyInstruction, { title: 'Forecast & more' }))).toBe(0)
  })

  test('carries its title', () => {
    expect(workbook.properties).toMatchObject({ title: 'Forecast & more', creator: 'SPM' })
  })

  test('has tabs with colour, widths, frozen panes and no gridlines', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([front, back])
    const { view, columns, freezePane } = tab(front)
    expect(view).toEqual({ showGridLines: false, tabColor: { rgb: tabColours.ahead } })
    expect(columns?.map(({ width }) => width)).toEqual([24.71, 14.71, 14.71, 12.71, 12.71, 30.71, 14.71])
    expect(freezePane).toEqual({ rows: 7, columns: 1 })
    expect(tab(back).freezePane).toBeUndefined()
  })

  test('prints landscape, one page wide, with repeated rows, an area and a footer', () => {
    const { pageSetup, headerFooter } = tab(front)
    expect(pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(pageSetup).toMatchObject({ printArea: '$A$1:$G$32', printTitlesRow: '$1:$7' })
    expect(headerFooter?.oddFooter).toBe('&LNorth && West · 2026-11-22&RPage &P of &N')
    expect(tab(back).pageSetup).toMatchObject({ printArea: '$A$1:$M$60' })
    expect(tab(back).pageSetup?.printTitlesRow).toBeUndefined()
  })

  test('keeps texts, numbers and booleans as what they are', () => {
    const { rows } = tab(front)
    expect(awkwardTexts.map((_, index) => rows[awkwardTop + index]?.[0])).toEqual(awkwardTexts)
    expect(awkwardTexts.map((_, index) => cell(front, awkwardTop + index, 0).formula)).toEqual(
      awkwardTexts.map(() => undefined),
    )
    expect([rows[4]?.[0], rows[4]?.[1]]).toEqual([1.034, 2.71])
    expect([rows[awkwardTop]?.[1], rows[awkwardTop + 1]?.[1]]).toEqual([true, false])
  })

  test('has formulas together with their values, newer functions under their stored name', () => {
    const written = totals.map((_, index) => cell(front, totalRow, index + 1))
    expect(written.map(({ formulaResult }) => formulaResult)).toEqual(totals.map(({ value }) => value))
    expect(written.map(({ formula }) => formula)).toEqual([
      totals[0].formula,
      totals[1].formula,
      `_xlfn.${totals[2].formula}`,
    ])
  })

  test('merges the named style and the number format of a cell', () => {
    expect(cell(front, 4, 0).style).toMatchObject({
      font: { bold: true, size: 16, color: { rgb: styles.figure.colour }, name: 'Calibri' },
      alignment: { horizontal: 'left' },
      numFmt: formats.percent,
    })
    expect(cell(front, totalRow, 1).style).toMatchObject({
      border: { top: { style: 'thin' } },
      fill: { fgColor: { rgb: styles.total.fill } },
      numFmt: formats.money,
    })
  })

  test.each(styleNames.map((name, row) => ({ name, row })))('writes the style $name', ({ name, row }) => {
    const { bold, size, colour, fill } = styles[name]
    const written = cell(front, row, stylesColumn).style
    expect(written?.font?.bold ?? false).toBe(bold ?? false)
    expect(written?.font?.size).toBe(size)
    expect(written?.font?.color?.rgb).toBe(colour)
    expect(written?.fill?.type === 'pattern' ? written.fill.fgColor?.rgb : undefined).toBe(fill)
  })

  test('makes a row tall enough for its lines, which wrap', () => {
    expect(tab(front).rowDefs?.get(awkwardTop + 8)?.height).toBe(30)
    expect(cell(front, awkwardTop + 8, 0).style?.alignment?.wrapText).toBe(true)
    expect(cell(front, awkwardTop, 0).style?.alignment?.wrapText).toBeUndefined()
  })

  test('has a native table whose columns are the header cells and whose total lies below', () => {
    const { tables, rows } = tab(front)
    expect(tables).toHaveLength(1)
    expect(tables?.[0]).toMatchObject({
      name: tableName,
      range: `A${tableTop + 1}:G${totalRow}`,
      showAutoFilter: false,
    })
    expect(tables?.[0]?.columns.map(({ name }) => name)).toEqual(rows[tableTop]?.slice(0, 7))
    expect(rows[tableTop]?.slice(0, 7)).toEqual(headings)
  })

  test('has sparklines in cells of their own', () => {
    expect(tab(front).sparklines).toMatchObject([
      { location: 'G35', dataRange: `'${front}'!B35:E35`, color: seriesColours.actual },
      { location: 'G36', dataRange: `'${front}'!B36:E36`, type: 'column', color: seriesColours.pipeline },
    ])
    expect(tab(front).rows[trendTop]?.[6] ?? null).toBeNull()
  })

  test('has the conditional formats', () => {
    const rules = tab(front).conditionalRules ?? []
    expect(rules.map(({ type, range }) => `${type} ${range}`)).toEqual([
      'dataBar B8:B11',
      'colorScale C8:C11',
      'iconSet D8:D11',
      'expression E8:E11',
      'expression E8:E11',
      'expression E8:E11',
      'expression A5:A5',
      'expression F35:F35',
      'expression F35:F35',
      'expression F36:F36',
      'expression F36:F36',
    ])
    expect(rules.map(({ formula }) => formula).slice(3)).toEqual([
      'OR(E8="Fix",E8="Late")',
      'OR(E8="Watch")',
      'OR(E8="OK")',
      'AND(ISNUMBER(A5),A5<1.1)',
      'AND(ISNUMBER(F35),F35>0)',
      'AND(ISNUMBER(F35),F35<0)',
      'AND(ISNUMBER(F36),F36>0)',
      'AND(ISNUMBER(F36),F36<0)',
    ])
    expect(rules[2]?.iconSet?.cfvo.map(({ value }) => value)).toEqual(['0', '0.8', '1'])
    expect(rules[3]?.style?.fill).toMatchObject({ bgColor: { rgb: styles.bad.fill } })
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(rules.length)
  })

  test('checks inputs and prompts for them', () => {
    const validations = tab(front).dataValidations ?? []
    expect(validations).toHaveLength(3)
    expect(validations[0]).toMatchObject({
      type: 'list',
      range: 'E8:E11',
      values: ['OK', 'Watch', 'Fix'],
      inputMessage: 'Choose.',
    })
    expect(validations[1]).toMatchObject({ type: 'textLength', operator: 'lessThanOrEqual', formula1: '200' })
    expect(validations[2]).toMatchObject({ type: 'date', operator: 'between', allowBlank: true, errorStyle: 'stop' })
  })

  test('links inside the workbook, to the web and to mail', () => {
    expect(cell(front, 13, 0)).toMatchObject({
      value: 'To the charts',
      hyperlink: { location: "'Q''s charts & more'!A10" },
    })
    expect(cell(front, 14, 0).hyperlink?.target).toBe('https://example.com/a%20b?x=1&y=%222%22#z')
    expect(cell(front, 15, 0).hyperlink?.target).toBe('mailto:ops@example.com')
    expect(cell(front, 15, 0).style?.font?.underline).toBe(true)
  })

  test('has comments', () => {
    expect(cell(front, 4, 0).comment).toEqual({ author: 'SPM', text: 'Won ÷ quota (A3).\nPhased to the day.' })
  })
})

describe('its charts', () => {
  const expected = {
    column: { kinds: ['bar'], barGrouping: 'clustered' },
    stackedColumn: { kinds: ['bar'], barGrouping: 'stacked' },
    bar: { kinds: ['bar'], barGrouping: 'clustered' },
    stackedBar: { kinds: ['bar'], barGrouping: 'stacked' },
    line: { kinds: ['line'] },
    columnLine: { kinds: ['bar'], barGrouping: 'clustered' },
  } as const

  test.each(chartKinds.map((kind, index) => ({ kind, index })))(
    '$kind has its form, title and alternative text',
    ({ kind, index }) => {
      const chart = tab(back).charts?.[index]
      expect(chart).toMatchObject({
        ...expected[kind],
        title: `Won and target by month (${kind})`,
        altText: `Won and target from January to June: ${kind}.`,
      })
      expect(chart?.anchor).toMatchObject({ from: { row: 9 + 16 * Math.floor(index / 2), col: (index % 2) * 6 } })
    },
  )

  test('read their figures from the cells, in the colours of their meaning', () => {
    const chart = tab(back).charts?.[4]
    expect(chart?.series).toMatchObject([
      { name: 'Won', valuesRef: "'Q''s charts & more'!$B$2:$B$7", color: seriesColours.won },
      { name: 'Target', valuesRef: "'Q''s charts & more'!$C$2:$C$7", color: seriesColours.target },
    ])
    expect(chart?.series?.[0]?.categoriesRef).toBe("'Q''s charts & more'!$A$2:$A$7")
  })

  test('show figures beside a short single series, else a scale', () => {
    const [single, several] = tab(back).charts ?? []
    expect(single?.dataLabels).toMatchObject({ showValue: true, numberFormat: { formatCode: formats.money } })
    expect(several?.dataLabels).toBeUndefined()
    expect(several?.axes?.y).toMatchObject({ gridlines: { major: true }, numberFormat: { formatCode: formats.money } })
    expect([single?.legend, several?.legend]).toEqual([undefined, 'bottom'])
  })

  test('tell lines apart by markers too', () => {
    const symbols = tab(back).charts?.[4]?.series?.map(({ marker }) => marker?.symbol)
    expect(symbols).toEqual(['circle', 'square'])
  })
})
