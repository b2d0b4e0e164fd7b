import { describe, expect, test } from '@jest/globals'
import { peekCell, putCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import { blankCell, type Tab } from '#local/workbook/model'
import { failureOf, plain, startExcel, type Started } from './start.ts'
import { modern } from './requirement-sets.ts'

interface Sheeted extends Started {
  readonly tab: Tab
  /** Runs work on the only sheet, and syncs after it. */
  on(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>): Promise<void>
}

const open = (options: Parameters<typeof startExcel>[0] = {}): Sheeted => {
  const started = startExcel(options)
  const { Excel, workbook } = started
  return {
    ...started,
    tab: tabNamed(workbook, 'Sheet1')!,
    on: async (work) => {
      await Excel.run(async (context) => {
        await work(context.workbook.worksheets.getItem('Sheet1'), context)
        await context.sync()
      })
    },
  }
}

describe('looks', () => {
  test('of several ranges are set at once, with lines around and inside each', async () => {
    const { on, tab } = open()
    await on((sheet) => {
      const { format } = sheet.getRanges('A1:B2,D4')
      format.font.name = 'Calibri'
      format.font.size = 18
      format.fill.color = '#1f3a5f'
      format.horizontalAlignment = 'Right'
      format.verticalAlignment = 'Center'
      format.indentLevel = 1
      format.wrapText = true
      for (const edge of ['EdgeTop', 'InsideHorizontal'] as const) {
        const border = format.borders.getItem(edge)
        border.style = 'Continuous'
        border.color = '#B8C4CE'
      }
    })
    const look = { font: 'Calibri', size: 18, fill: '1F3A5F', align: 'right', valign: 'center', indent: 1, wrap: true }
    expect(peekCell(tab, 1, 1).look).toMatchObject(look)
    expect(peekCell(tab, 3, 3).look).toMatchObject({ ...look, border: { top: 'B8C4CE', bottom: null } })
    expect(peekCell(tab, 0, 0).look.border).toMatchObject({ top: 'B8C4CE', bottom: 'B8C4CE' })
    expect(peekCell(tab, 1, 0).look.border).toMatchObject({ top: null, bottom: null })
    expect(peekCell(tab, 2, 2)).toBe(blankCell)
  })

  test('show null where cells differ, white where there is no fill, and a line to both of its cells', async () => {
    const { on } = open()
    await on(async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true
      const pair = sheet.getRange('A1:A2')
      pair.load('format/font/bold,format/fill/color,format/fill/pattern')
      sheet.getRange('B1').format.borders.getItem('EdgeBottom').color = '#FF0000'
      const below = sheet.getRange('B2').format.borders.getItem('EdgeTop')
      below.load('style,color')
      await context.sync()
      expect(pair.format.font.bold).toBeNull()
      expect([pair.format.fill.color, pair.format.fill.pattern]).toEqual(['#FFFFFF', 'None'])
      expect([below.style, below.color]).toEqual(['Continuous', '#FF0000'])
      below.style = 'None'
    })
  })

  test('go from cell to cell with getCellProperties and setCellProperties', async () => {
    const { on, tab } = open()
    await on(async (sheet, context) => {
      const range = sheet.getRange('A1:B1')
      sheet.getRange('A1').format.font.italic = true
      sheet.getRange('B1').format.fill.color = '#FFF9DB'
      const read = range.getCellProperties({
        address: true,
        format: { font: { italic: true, color: true }, fill: { color: true }, borders: { style: true } },
      })
      await context.sync()
      expect(plain(read.value)).toMatchObject([
        [
          { address: 'Sheet1!A1', format: { font: { italic: true, color: '#000000' }, fill: { color: '#FFFFFF' } } },
          { address: 'Sheet1!B1', format: { font: { italic: false }, fill: { color: '#FFF9DB' } } },
        ],
      ])
      sheet
        .getRange('A3:B3')
        .setCellProperties([
          [
            { format: { font: { bold: true }, borders: { top: { style: 'Continuous', color: '#00FF00' } } } },
            { format: { wrapText: true } },
          ],
        ])
    })
    expect(peekCell(tab, 2, 0).look).toMatchObject({ bold: true, border: { top: '00FF00' } })
    expect(peekCell(tab, 2, 1).look.wrap).toBe(true)
  })

  test('of widths and heights are points, and the usual ones leave no trace', async () => {
    const { on, tab } = open()
    await on(async (sheet, context) => {
      sheet.getRange('A:B').format.columnWidth = 66.75
      sheet.getRange('A2').format.rowHeight = 30
      const read = sheet.getRange('A1:C1').getColumnProperties({ format: { columnWidth: true } })
      const rows = sheet.getRange('A1:A2').getRowProperties({ format: { rowHeight: true } })
      await context.sync()
      expect(plain(read.value)).toEqual([66.75, 66.75, 48].map((columnWidth) => ({ format: { columnWidth } })))
      expect(plain(rows.value)).toEqual([15, 30].map((rowHeight) => ({ format: { rowHeight } })))
      expect([...tab.widths]).toEqual([
        [0, 12],
        [1, 12],
      ])
      sheet.getRange().format.useStandardWidth = true
      sheet.getRange().format.useStandardHeight = true
    })
    expect([tab.widths.size, tab.heights.size]).toEqual([0, 0])
  })
})

describe('links, checks and comments', () => {
  test('a link takes the look of links, whatever the cell had', async () => {
    const { on, tab } = open()
    await on(async (sheet, context) => {
      sheet.getRange('A1').values = [['Go']]
      sheet.getRange('A1').hyperlink = { documentReference: "'Sheet1'!B7" }
      sheet.getRange('A2').hyperlink = { address: 'https://example.org/', textToDisplay: 'there' }
      const first = sheet.getRange('A1')
      first.load('hyperlink')
      await context.sync()
      expect(plain(first.hyperlink)).toMatchObject({ documentReference: 'Sheet1!B7', textToDisplay: 'Go' })
    })
    expect(peekCell(tab, 0, 0)).toMatchObject({
      value: 'Go',
      link: { tab: 'Sheet1', cell: { row: 6, column: 1 } },
      look: { underline: true, colour: '0563C1' },
    })
    expect(peekCell(tab, 1, 0)).toMatchObject({ value: 'there', link: { url: 'https://example.org/' } })
  })

  test('checks of lists, dates and lengths, and what clearing a part of one leaves', async () => {
    const { on, tab } = open()
    await on((sheet) => {
      const list = sheet.getRange('A1:A4').dataValidation
      list.rule = { list: { inCellDropDown: true, source: 'Done,Open' } }
      list.prompt = { message: 'Choose', showPrompt: true, title: '' }
      list.errorAlert = { message: 'No.', showAlert: true, style: 'Stop', title: 'Not allowed here' }
      sheet.getRange('B1').dataValidation.rule = {
        date: { formula1: '=36526', formula2: '=73050', operator: 'Between' },
      }
      sheet.getRange('C1').dataValidation.rule = { textLength: { formula1: 200, operator: 'LessThanOrEqualTo' } }
      sheet.getRange('A2').dataValidation.clear()
    })
    expect(tab.validations.map(({ check }) => check)).toEqual([
      { kind: 'list', values: ['Done', 'Open'] },
      { kind: 'date', from: 36526, to: 73050 },
      { kind: 'text', maximum: 200 },
    ])
    expect(tab.validations[0]).toMatchObject({
      prompt: 'Choose',
      refusal: { title: 'Not allowed here', message: 'No.' },
      areas: [
        { row: 0, rows: 1 },
        { row: 2, rows: 2 },
      ],
    })
  })

  test('a comment has its cell, and a cell has no second one', async () => {
    const { on, tab, Excel } = open({ sets: modern })
    await on((sheet) => {
      sheet.comments.add(sheet.getRange('B2'), 'Won ÷ quota')
    })
    expect(tab.comments).toMatchObject([{ at: { row: 1, column: 1 }, text: 'Won ÷ quota' }])
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.comments.add('Sheet1!B2', 'again')
        await context.sync()
      }),
    )
    expect(failure.code).toBe('ItemAlreadyExists')
  })
})

describe('conditional formats', () => {
  test('of four kinds, each new one before the others', async () => {
    const { on, tab } = open()
    await on((sheet) => {
      const range = sheet.getRange('B2:B9')
      const bar = range.conditionalFormats.add('DataBar').dataBar
      bar.lowerBoundRule = { type: 'Number', formula: '=0' }
      bar.positiveFormat.fillColor = '#9CC2E5'
      range.conditionalFormats.add('ColorScale').colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#F8CFCF' },
        midpoint: { type: 'Percentile', formula: '50', color: '#FFFFFF' },
        maximum: { type: 'HighestValue', color: '#C6E7D3' },
      }
      const icons = range.conditionalFormats.add('IconSet').iconSet
      icons.style = 'ThreeSymbols'
      icons.criteria = [
        { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=0' },
        { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=0.8' },
        { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=1' },
      ]
      icons.reverseIconOrder = true
      const custom = range.conditionalFormats.add('Custom').custom
      custom.rule.formula = '=B2<3'
      custom.format.font.bold = true
      custom.format.fill.color = '#FBDCDC'
    })
    expect(tab.rules.map(({ body }) => body)).toEqual([
      { kind: 'formula', formula: 'B2<3', overlay: { bold: true, colour: null, fill: 'FBDCDC' } },
      { kind: 'icons', from: 0.8, to: 1, reversed: true },
      { kind: 'colourScale', colours: ['F8CFCF', 'FFFFFF', 'C6E7D3'] },
      { kind: 'dataBar', from: 0, colour: '9CC2E5' },
    ])
  })

  test('clearing part of a range leaves them on the rest', async () => {
    const { on, tab } = open()
    await on(async (sheet, context) => {
      sheet.getRange('B2:B9').conditionalFormats.add('DataBar')
      sheet.getRange('B4').conditionalFormats.clearAll()
      const count = sheet.getRange('B4').conditionalFormats.getCount()
      await context.sync()
      expect(count.value).toBe(0)
    })
    expect(tab.rules[0]?.areas).toMatchObject([
      { row: 1, rows: 2 },
      { row: 4, rows: 5 },
    ])
  })

  test('of a kind that the host was not taught fail', async () => {
    const { Excel } = open()
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').conditionalFormats.add('TopBottom')
        await context.sync()
      }),
    )
    expect(failure.code).toBe('NotImplemented')
  })
})

describe('charts', () => {
  test('begin with the columns that they are given; a line among columns makes the kind', async () => {
    const { on, tab } = open()
    await on((sheet) => {
      sheet.getRange('A1:C3').values = [
        ['Month', 'Won', 'Target'],
        ['Jan', 3, 4],
        ['Feb', 5, 4],
      ]
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('B2:B3'), 'Columns')
      chart.name = 'Won and target'
      chart.title.text = 'Won and target'
      chart.title.format.font.bold = true
      chart.setPosition('E2', 'J12')
      const first = chart.series.getItemAt(0)
      first.name = 'Won'
      first.setXAxisValues(sheet.getRange('A2:A3'))
      first.format.fill.setSolidColor('#1F6FB2')
      first.gapWidth = 60
      const second = chart.series.add('Target')
      second.setValues(sheet.getRange('C2:C3'))
      second.chartType = 'LineMarkers'
      second.format.line.color = '#C2410C'
      chart.axes.valueAxis.majorGridlines.visible = false
      chart.legend.position = 'Bottom'
    })
    expect(tab.charts).toMatchObject([
      {
        kind: 'columnLine',
        title: 'Won and target',
        at: { row: 1, column: 4, rows: 11, columns: 6 },
        series: [
          {
            name: 'Won',
            values: { tab: tab.id, area: { row: 1, column: 1, rows: 2, columns: 1 } },
            categories: { area: { row: 1, column: 0, rows: 2 } },
            colour: '1F6FB2',
            line: false,
          },
          { name: 'Target', values: { area: { column: 2 } }, categories: null, colour: 'C2410C', line: true },
        ],
      },
    ])
    expect([...(tab.charts[0]?.look ?? [])]).toEqual([
      ['Title.Format.Font.Bold', true],
      ['Axes.ValueAxis.MajorGridlines.Visible', false],
      ['Legend.Position', 'Bottom'],
    ])
  })

  test('take headings and categories from a whole block, as Excel does', async () => {
    const { on, tab } = open()
    await on((sheet) => {
      sheet.getRange('A1:C3').values = [
        ['Month', 'Won', 'Target'],
        ['Jan', 3, 4],
        ['Feb', 5, 4],
      ]
      sheet.charts.add('Line', sheet.getRange('A1:C3'), 'Columns')
    })
    expect(tab.charts[0]?.series.map(({ name }) => name)).toEqual(['Won', 'Target'])
    expect(tab.charts[0]?.series[1]).toMatchObject({ values: { area: { row: 1, column: 2, rows: 2 } } })
  })

  test('of kinds that the workbook does not have, or made with Auto, fail', async () => {
    const { Excel } = open()
    for (const [type, by] of [
      ['Pie', 'Columns'],
      ['Line', 'Auto'],
    ] as const) {
      const failure = await failureOf(
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('Sheet1')
          sheet.charts.add(type, sheet.getRange('A1:B2'), by)
          await context.sync()
        }),
      )
      expect(failure.code).toBe('NotImplemented')
    }
  })
})

describe('a tab', () => {
  test('keeps its print set-up, what stays in view, its colour and its lines', async () => {
    const { on, tab } = open()
    await on(async (sheet, context) => {
      sheet.tabColor = '#0B6B3A'
      sheet.showGridlines = false
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B4'))
      const { pageLayout } = sheet
      pageLayout.orientation = 'Landscape'
      pageLayout.paperSize = 'A4'
      pageLayout.zoom = { horizontalFitToPages: 1 }
      pageLayout.setPrintMargins('Inches', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 })
      pageLayout.setPrintArea('A1:H40')
      pageLayout.setPrintTitleRows('$1:$4')
      pageLayout.headersFooters.defaultForAllPages.rightFooter = 'Page &P of &N'
      const rows = pageLayout.getPrintTitleRowsOrNullObject()
      rows.load('address')
      pageLayout.load('zoom,leftMargin')
      await context.sync()
      expect(rows.address).toBe('Sheet1!1:4')
      expect(plain(pageLayout.zoom)).toEqual({ horizontalFitToPages: 1, verticalFitToPages: null })
      expect(pageLayout.leftMargin).toBeCloseTo(28.8)
    })
    expect(tab).toMatchObject({
      colour: '0B6B3A',
      gridlines: false,
      freeze: { rows: 4, columns: 2 },
      print: {
        landscape: true,
        paper: 'a4',
        area: { row: 0, column: 0, rows: 40, columns: 8 },
        repeatRows: 4,
        pagesWide: 1,
        pagesTall: null,
        footer: { left: '', right: 'Page &P of &N' },
        margins: { left: 0.4, header: 0.3 },
      },
    })
  })

  test('is found by its kinds of cells, and emptied whole', async () => {
    const { on, tab } = open()
    await on(async (sheet, context) => {
      sheet.getRange('A1:B2').formulas = [
        ['a', '=1'],
        ['', 2],
      ]
      const formulas = sheet.getRange().getSpecialCells('Formulas')
      const none = sheet.getRange('A1').getSpecialCellsOrNullObject('Formulas')
      formulas.load('address')
      await context.sync()
      expect([formulas.address, none.isNullObject]).toEqual(['Sheet1!B1', true])
      sheet.getRange('A1').conditionalFormats.add('DataBar')
      sheet.getRange('A1').dataValidation.rule = { textLength: { formula1: 5, operator: 'LessThanOrEqualTo' } }
      sheet.getRange().clear()
    })
    expect([tab.rules.length, tab.validations.length]).toEqual([0, 0])
    expect([...tab.cells.values()].flatMap((cells) => [...cells.values()])).toEqual(Array(4).fill(blankCell))
  })

  test('moves, hides, is renamed and deleted, but not where the workbook is protected', async () => {
    const { Excel, workbook, host } = open({ workbook: newWorkbook('Sheet1', 'Other') })
    await Excel.run(async (context) => {
      const other = context.workbook.worksheets.getItem('Other')
      other.position = 0
      other.name = 'Renamed'
      other.visibility = 'Hidden'
      await context.sync()
    })
    expect(workbook.tabs.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      'Renamed hidden',
      'Sheet1 visible',
    ])
    host.session.structureProtected = true
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Renamed').delete()
        await context.sync()
      }),
    )
    expect(failure.code).toBe('AccessDenied')
  })

  test('keeps custom properties, and names lead to its cells', async () => {
    const { on, tab, workbook } = open({ sets: modern })
    putCell(tab, 4, 0, { value: 'here' })
    await on(async (sheet, context) => {
      sheet.customProperties.add('spm', 'run 1')
      context.workbook.names.add('Deals', sheet.getRange('A5:C9'))
      const range = context.workbook.names.getItem('Deals').getRange()
      range.load('address,values')
      const property = sheet.customProperties.getItemOrNullObject('SPM')
      property.load('value')
      await context.sync()
      expect(range.address).toBe('Sheet1!A5:C9')
      expect(plain(range.values[0])).toEqual(['here', '', ''])
      expect(property.value).toBe('run 1')
    })
    expect(workbook.names).toMatchObject([{ name: 'Deals', formula: '=Sheet1!$A$5:$C$9' }])
  })
})
