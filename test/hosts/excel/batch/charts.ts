import type { Area } from '#core/report/instructions'
import { peekCell } from '#local/workbook/cells'
import { nextId } from '#local/workbook/make'
import type { Chart, Range, Series } from '#local/workbook/model'
import { placeOf } from './areas.ts'
import { areaFormat, axes, keptPart, keptProperties, labels, legend, titleFormat } from './chart-look.ts'
import { chartSeriesType, newSeries, type AtChart } from './chart-series.ts'
import { baseType, kindOfType } from './chart-types.ts'
import { isBlankArgument, oneOf, text, whole } from './given.ts'
import { invalidArgument, notFound, unknownToHost } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import { unprotected, type AtArea, type AtTab } from './session.ts'

const lookOf = ({ chart }: AtChart): Chart['look'] => chart.look

const titleType: ObjectType<AtChart> = {
  name: 'ChartTitle',
  properties: {
    ...keptProperties('Title.', { Visible: true, Overlay: false, Position: 'Top' }, lookOf),
    Text: {
      get: ({ chart }) => chart.title,
      set: (at, given) => {
        unprotected(at, 'ChartTitle.text')
        at.chart.title = text(given, 'ChartTitle.text')
      },
    },
  },
  parts: { Format: keptPart('Title.Format', titleFormat, lookOf) },
}

const setPosition = (at: AtChart, start: Argument | undefined, end: Argument | undefined): undefined => {
  const where = 'Chart.setPosition'
  unprotected(at, where)
  const from = placeOf(at.session, start, at.tab, where)
  const to = isBlankArgument(end) ? from : placeOf(at.session, end, at.tab, where)
  if (from.tab !== at.tab || to.tab !== at.tab) throw invalidArgument(where)
  const { row, column } = from.area
  at.chart.at = {
    row,
    column,
    rows: to.area.row + to.area.rows - row,
    columns: to.area.column + to.area.columns - column,
  }
}

const chartType: ObjectType<AtChart> = {
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: (at, given) => {
        unprotected(at, 'Chart.name')
        at.chart.name = text(given, 'Chart.name')
      },
    },
    ChartType: { get: ({ chart }) => baseType(chart.kind) },
    ...keptProperties('', { DisplayBlanksAs: 'NotPlotted', PlotVisibleOnly: true, Style: 201 }, lookOf),
  },
  parts: {
    Title: (at) => HostObject.of(titleType, at),
    Series: (at) => HostObject.of(chartSeriesType, at),
    Worksheet: ({ session, tab }) => session.make.worksheet(tab),
    Legend: keptPart('Legend', legend, lookOf),
    Axes: keptPart('Axes', axes, lookOf),
    DataLabels: keptPart('DataLabels', labels, lookOf),
    Format: keptPart('Format', areaFormat, lookOf),
  },
  methods: {
    SetPosition: setPosition,
    Delete: (at) => {
      const { charts } = unprotected(at, 'Chart.delete')
      charts.splice(charts.indexOf(at.chart), 1)
      return undefined
    },
  },
}

const column = (area: Area, index: number): Area => ({ ...area, column: area.column + index, columns: 1 })

/** As Excel guesses: a first row of texts are names, a first column of texts categories. */
const seriesFrom = ({ session, tab, area }: AtArea): readonly Series[] => {
  const isText = (row: number, at: number): boolean => typeof peekCell(tab, row, at).value === 'string'
  const named = area.rows > 1 && isText(area.row, area.column + area.columns - 1)
  const body = named ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area
  const categorised = area.columns > 1 && isText(body.row, area.column)
  const rangeOf = (each: Area): Range => ({ tab: tab.id, area: each })
  return Array.from({ length: area.columns - (categorised ? 1 : 0) }, (_, index) => {
    const at = index + (categorised ? 1 : 0)
    const { value } = peekCell(tab, area.row, area.column + at)
    const name = named && typeof value === 'string' ? value : `Series${index + 1}`
    return newSeries({ session, tab }, name, rangeOf(column(body, at)), categorised ? rangeOf(column(body, 0)) : null)
  })
}

/** Where Excel puts a new chart that nobody has placed: in the middle of what is seen. */
const somewhere: Area = { row: 5, column: 5, rows: 15, columns: 8 }

const add = (
  at: AtTab,
  type: Argument | undefined,
  source: Argument | undefined,
  by: Argument | undefined,
): HostObject => {
  const where = 'ChartCollection.add'
  const kind = kindOfType(text(type, where))
  if (kind === undefined) throw unknownToHost(`${where} of the type ${text(type, where)}`)
  if (oneOf(by ?? 'Auto', ['Auto', 'Columns', 'Rows'], where) !== 'Columns')
    throw unknownToHost(`${where} other than by columns, which Excel itself does differently on the web`)
  const tab = unprotected(at, where)
  const id = nextId(at.session.workbook)
  const series = seriesFrom(placeOf(at.session, source, tab, where))
  const title = series.length === 1 ? (series[0]?.name ?? '') : 'Chart Title'
  const name = `Chart ${tab.charts.length + 1}`
  const chart: Chart = { id, name, kind, title, alt: '', at: somewhere, series: [...series], look: new Map() }
  tab.charts.push(chart)
  return HostObject.of(chartType, { ...at, chart })
}

const objectOf = (at: AtTab, chart: Chart): HostObject => HostObject.of(chartType, { ...at, chart })

const find = (at: AtTab, key: Argument | undefined): HostObject | null => {
  const word = text(key, 'ChartCollection.getItem')
  const chart = at.tab.charts.find(({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase())
  return chart === undefined ? null : objectOf(at, chart)
}

const present = (found: HostObject | null, location: string): HostObject => {
  if (found === null) throw notFound(location)
  return found
}

export const chartsType: ObjectType<AtTab> = {
  name: 'ChartCollection',
  properties: { Count: { get: ({ tab }) => tab.charts.length } },
  items: (at) => at.tab.charts.map((chart) => objectOf(at, chart)),
  item: (at, key) => present(find(at, key), 'ChartCollection.getItem'),
  methods: {
    Add: add,
    GetCount: ({ tab }) => tab.charts.length,
    GetItem: (at, key) => present(find(at, key), 'ChartCollection.getItem'),
    GetItemOrNullObject: find,
    GetItemAt: (at, index) => {
      const chart = at.tab.charts[whole(index, 'ChartCollection.getItemAt')]
      return present(chart === undefined ? null : objectOf(at, chart), 'ChartCollection.getItemAt')
    },
  },
}
