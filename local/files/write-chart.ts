import type { ChartSeries, SheetChart } from 'hucre'
import { seriesColour } from '#core/report/chart-look'
import { formats } from '#core/report/formats'
import type { ChartKind } from '#core/report/instructions'
import { fixedArea } from './a1.ts'
import { fail } from './fail.ts'
import { checkArea, type Of, type TabDraft } from './tab-draft.ts'

type Chart = Of<'chart'>
type Labels = NonNullable<SheetChart['dataLabels']>
type Axis = NonNullable<NonNullable<SheetChart['axes']>['y']>

/** Lines differ by their marker too, for those who do not tell the colours apart. */
const markers = ['circle', 'square', 'diamond', 'triangle'] as const
const ink = '33475B'
const quiet = '5B6770'
/** More figures than this beside the bars of a series would not fit. */
const mostLabels = 12

/** `columnLine` has no counterpart in the library: the line's series become columns (see docs/substitutes.md). */
const family = (kind: ChartKind): Pick<SheetChart, 'type' | 'barGrouping'> => {
  switch (kind) {
    case 'column':
    case 'columnLine':
      return { type: 'column', barGrouping: 'clustered' }
    case 'stackedColumn':
      return { type: 'column', barGrouping: 'stacked' }
    case 'bar':
      return { type: 'bar', barGrouping: 'clustered' }
    case 'stackedBar':
      return { type: 'bar', barGrouping: 'stacked' }
    case 'line':
      return { type: 'line' }
  }
}

const isStacked = (kind: ChartKind): boolean => kind === 'stackedColumn' || kind === 'stackedBar'
const isHorizontal = (kind: ChartKind): boolean => kind === 'bar' || kind === 'stackedBar'

const points = ({ rows, columns }: Chart['categories']): number => Math.max(rows, columns)

/** Figures stand beside the bars or points of a short single series; several series would run into each other. */
const isLabelled = ({ kind, series, categories }: Chart): boolean =>
  !isStacked(kind) && series.length === 1 && points(categories) <= mostLabels

const labels = (chart: Chart): Pick<SheetChart, 'dataLabels'> => {
  if (!isLabelled(chart)) return {}
  const dataLabels: Labels = {
    showValue: true,
    position: chart.kind === 'line' ? 't' : 'outEnd',
    numberFormat: { formatCode: formats[chart.format] },
    fontSize: 9,
    fontColor: quiet,
  }
  return { dataLabels }
}

const line = (index: number, colour: string): Pick<ChartSeries, 'stroke' | 'marker'> => ({
  stroke: { width: 2.25 },
  marker: { symbol: markers[index % markers.length] ?? 'circle', size: 6, fill: colour, line: colour },
})

const chartSeries = (chart: Chart): ChartSeries[] =>
  chart.series.map((series, index) => {
    const color = seriesColour(series, index)
    return {
      name: series.name,
      values: fixedArea(series.values),
      categories: fixedArea(chart.categories),
      color,
      ...(chart.kind === 'line' && line(index, color)),
    }
  })

/** The first category stands on top of a bar chart, as in its table; the scale then needs to cross at the far end. */
const axes = (chart: Chart): NonNullable<SheetChart['axes']> => {
  const text: Axis = { labelFontSize: 9, labelColor: quiet, majorTickMark: 'none', minorTickMark: 'none' }
  const numberFormat = { formatCode: formats[chart.format] }
  const value: Axis = {
    ...text,
    numberFormat,
    ...(isLabelled(chart) ? { hidden: true } : { gridlines: { major: true } }),
  }
  if (!isHorizontal(chart.kind)) return { x: { ...text, tickLblPos: 'low' }, y: value }
  return { x: { ...text, tickLblPos: 'low', reverse: true }, y: { ...value, crosses: 'max' } }
}

const checkChart = (draft: TabDraft, chart: Chart, where: string): void => {
  checkArea(draft, chart.at, where)
  checkArea(draft, chart.categories, `The categories of ${where}`)
  if (chart.series.length === 0) fail('file', `${where} has no series to draw.`)
  for (const { name, values } of chart.series) {
    checkArea(draft, values, `Series "${name}" of ${where}`)
    if (values.rows > 1 && values.columns > 1)
      fail('file', `Series "${name}" of ${where} covers several rows and columns.`)
  }
}

/** Adds a native chart that reads its figures from the cells of its own tab. */
export const writeChart = (draft: TabDraft, chart: Chart): void => {
  checkChart(draft, chart, `Chart "${chart.title}"`)
  const { at, kind, title, alt } = chart
  const to = { row: at.row + at.rows, col: at.column + at.columns }
  draft.charts.push(at)
  draft.sheet.charts?.push({
    ...family(kind),
    title,
    titleFontSize: 12,
    titleBold: true,
    titleColor: ink,
    altText: alt,
    series: chartSeries(chart),
    anchor: { from: { row: at.row, col: at.column }, to },
    legend: chart.series.length > 1 ? 'bottom' : false,
    legendFontSize: 9,
    ...(kind !== 'line' && { gapWidth: 60 }),
    ...labels(chart),
    axes: axes(chart),
    chartSpaceFillColor: 'FFFFFF',
    chartSpaceBorderColor: 'D7DEE5',
  })
}
