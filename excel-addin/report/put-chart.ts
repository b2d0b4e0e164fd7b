import { seriesColour } from '#core/report/chart-look'
import { formats } from '#core/report/formats'
import type { Area, Cell, ChartKind } from '#core/report/instructions'
import { bytesOf, bytesPerAction, type Batch } from '../office/batch.ts'
import type { Of } from './of.ts'
import type { TabWork } from './tab-work.ts'

type Chart = Of<'chart'>

const ink = '#33475B'
const quiet = '#5B6770'
const frame = '#D7DEE5'
const gap = 60
const small = 9
const titleSize = 12
const lineWeight = 2.25
const markerSize = 6
/** More figures than this beside the bars of a series would not fit. */
const mostLabels = 12
/** Lines differ by their marker too, for those who do not tell the colours apart. */
const markers = ['Circle', 'Square', 'Diamond', 'Triangle'] as const

const typeOf = (kind: ChartKind) => {
  switch (kind) {
    case 'column':
    case 'columnLine':
      return 'ColumnClustered'
    case 'stackedColumn':
      return 'ColumnStacked'
    case 'bar':
      return 'BarClustered'
    case 'stackedBar':
      return 'BarStacked'
    case 'line':
      return 'LineMarkers'
  }
}

const isStacked = (kind: ChartKind): boolean => kind === 'stackedColumn' || kind === 'stackedBar'
const isHorizontal = (kind: ChartKind): boolean => kind === 'bar' || kind === 'stackedBar'

/** Figures stand beside the bars or points of a short single series; several series would run into each other. */
const isLabelled = ({ kind, series, categories }: Chart): boolean =>
  !isStacked(kind) && series.length === 1 && Math.max(categories.rows, categories.columns) <= mostLabels

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns)

const cellOf = (sheet: Excel.Worksheet, { row, column }: Cell): Excel.Range => sheet.getCell(row, column)

const drawLine = (series: Excel.ChartSeries, colour: string, index: number): void => {
  series.format.line.color = colour
  series.format.line.weight = lineWeight
  series.markerStyle = markers[index % markers.length] ?? 'Circle'
  series.markerSize = markerSize
  series.markerBackgroundColor = colour
  series.markerForegroundColor = colour
}

/** The first series came with the chart; the others are added. */
const putSeries = (sheet: Excel.Worksheet, chart: Excel.Chart, instruction: Chart): void => {
  instruction.series.forEach((each, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(each.name)
    if (index === 0) series.name = each.name
    else series.setValues(rangeOf(sheet, each.values))
    series.setXAxisValues(rangeOf(sheet, instruction.categories))
    const colour = `#${seriesColour(each, index)}`
    const isLine = instruction.kind === 'columnLine' && each.line === true
    if (isLine) series.chartType = 'LineMarkers'
    if (isLine || instruction.kind === 'line') drawLine(series, colour, index)
    else {
      series.format.fill.setSolidColor(colour)
      series.gapWidth = gap
    }
  })
}

const putLabels = (chart: Excel.Chart, instruction: Chart): void => {
  const series = chart.series.getItemAt(0)
  series.hasDataLabels = true
  series.dataLabels.showValue = true
  series.dataLabels.position = instruction.kind === 'line' ? 'Top' : 'OutsideEnd'
  series.dataLabels.numberFormat = formats[instruction.format]
  series.dataLabels.format.font.size = small
  series.dataLabels.format.font.color = quiet
}

/** The first category stands on top of a bar chart, as in its table. */
const putAxes = ({ axes: { categoryAxis, valueAxis } }: Excel.Chart, instruction: Chart): void => {
  for (const axis of [categoryAxis, valueAxis]) {
    axis.format.font.size = small
    axis.format.font.color = quiet
    axis.majorTickMark = 'None'
    axis.minorTickMark = 'None'
  }
  categoryAxis.tickLabelPosition = 'Low'
  categoryAxis.majorGridlines.visible = false
  if (isHorizontal(instruction.kind)) categoryAxis.reversePlotOrder = true
  valueAxis.numberFormat = formats[instruction.format]
  valueAxis.majorGridlines.visible = !isLabelled(instruction)
  if (isLabelled(instruction)) valueAxis.visible = false
}

const putChart = (sheet: Excel.Worksheet, instruction: Chart): void => {
  const { at, kind, title, series } = instruction
  const [first] = series
  if (first === undefined) return
  const chart = sheet.charts.add(typeOf(kind), rangeOf(sheet, first.values), 'Columns')
  chart.name = title
  chart.title.text = title
  chart.title.format.font.size = titleSize
  chart.title.format.font.bold = true
  chart.title.format.font.color = ink
  chart.setPosition(cellOf(sheet, at), cellOf(sheet, { row: at.row + at.rows - 1, column: at.column + at.columns - 1 }))
  putSeries(sheet, chart, instruction)
  chart.legend.visible = series.length > 1
  if (series.length > 1) {
    chart.legend.position = 'Bottom'
    chart.legend.format.font.size = small
  }
  if (isLabelled(instruction)) putLabels(chart, instruction)
  putAxes(chart, instruction)
  chart.format.fill.setSolidColor('#FFFFFF')
  chart.format.border.color = frame
}

const actionsOfChart = 60

/** Makes the native charts: each begins with its first series as its only column, so that Excel guesses nothing. */
export const putCharts = async (batch: Batch, sheet: Excel.Worksheet, { charts }: TabWork): Promise<void> => {
  for (const chart of charts)
    await batch.add(bytesOf(chart) + actionsOfChart * bytesPerAction, () => {
      putChart(sheet, chart)
    })
}
