import { nextId } from '#local/workbook/make'
import type { Chart, Range, Series } from '#local/workbook/model'
import { placeOf, shownAddress } from './areas.ts'
import { keptPart, keptProperties, labels } from './chart-look.ts'
import { baseType, isLineType, type ChartTypeName } from './chart-types.ts'
import { colour, isBlankArgument, oneOf, shownColour, text, whole } from './given.ts'
import { invalidArgument, notFound, unknownToHost } from './host-error.ts'
import { HostObject, type Argument, type ObjectType } from './host-object.ts'
import { tabOf, unprotected, type AtTab } from './session.ts'

export interface AtChart extends AtTab {
  readonly chart: Chart
}

interface AtSeries extends AtChart {
  readonly series: Series
}

const lookOf = ({ series }: AtSeries): Series['look'] => series.look

const automatic = '4472C4'

const setColour = (at: AtSeries, given: Argument | undefined, location: string): void => {
  unprotected(at, location)
  at.series.colour = colour(given, location)
}

const shownSeriesColour = ({ series }: AtSeries): string => shownColour(series.colour ?? automatic)

/** The colour of columns and bars is that of their fill, the colour of a line that of its line: a series has one. */
const lineType: ObjectType<AtSeries> = {
  name: 'ChartLineFormat',
  properties: {
    ...keptProperties('Format.Line.', { LineStyle: 'Continuous', Weight: 2.25 }, lookOf),
    Color: {
      get: shownSeriesColour,
      set: (at, given) => {
        setColour(at, given, 'ChartLineFormat.color')
      },
    },
  },
}

const fillType: ObjectType<AtSeries> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: (at, given) => {
      setColour(at, given, 'ChartFill.setSolidColor')
      return undefined
    },
    Clear: (at) => {
      at.series.colour = null
      return undefined
    },
  },
}

const formatType: ObjectType<AtSeries> = {
  name: 'ChartSeriesFormat',
  parts: { Line: (at) => HostObject.of(lineType, at), Fill: (at) => HostObject.of(fillType, at) },
}

const rangeOf = ({ session, tab }: AtTab, given: Argument | undefined, location: string): Range => {
  const place = placeOf(session, given, tab, location)
  return { tab: place.tab.id, area: place.area }
}

const typeOf = ({ chart, series }: AtSeries): ChartTypeName => (series.line ? 'LineMarkers' : baseType(chart.kind))

/** A line among columns makes the chart one of columns with a line; other mixtures the model does not have. */
const setType = (at: AtSeries, given: Argument): void => {
  const where = 'ChartSeries.chartType'
  const type = text(given, where)
  const { chart, series } = at
  if (isLineType(type) && (chart.kind === 'column' || chart.kind === 'columnLine')) {
    series.line = true
    chart.kind = 'columnLine'
  } else if (type !== typeOf(at)) throw unknownToHost(`${where} ${type} in a chart of the type ${chart.kind}`)
}

const sources = { Values: 'values', Categories: 'categories', XValues: 'categories', YValues: 'values' } as const

const seriesType: ObjectType<AtSeries> = {
  name: 'ChartSeries',
  properties: {
    Name: {
      get: ({ series }) => series.name,
      set: (at, given) => {
        unprotected(at, 'ChartSeries.name')
        at.series.name = text(given, 'ChartSeries.name')
      },
    },
    ChartType: { get: typeOf, set: setType },
    ...keptProperties(
      '',
      {
        GapWidth: 219,
        Overlap: 0,
        MarkerStyle: 'Automatic',
        MarkerSize: 5,
        MarkerBackgroundColor: '',
        MarkerForegroundColor: '',
        HasDataLabels: false,
        Smooth: false,
        AxisGroup: 'Primary',
      },
      lookOf,
    ),
  },
  parts: { Format: (at) => HostObject.of(formatType, at), DataLabels: keptPart('DataLabels', labels, lookOf) },
  methods: {
    SetValues: (at, range) => {
      at.series.values = rangeOf(at, range, 'ChartSeries.setValues')
      return undefined
    },
    SetXAxisValues: (at, range) => {
      at.series.categories = rangeOf(at, range, 'ChartSeries.setXAxisValues')
      return undefined
    },
    GetDimensionDataSourceString: ({ session, series }, dimension) => {
      const where = 'ChartSeries.getDimensionDataSourceString'
      const source = series[sources[oneOf(dimension, Object.keys(sources) as (keyof typeof sources)[], where)]]
      if (source === null) throw notFound(where)
      return shownAddress(tabOf(session, source.tab, where), source.area)
    },
    Delete: ({ chart, series }) => {
      chart.series.splice(chart.series.indexOf(series), 1)
      return undefined
    },
  },
}

const objectOf = (at: AtChart, series: Series): HostObject => HostObject.of(seriesType, { ...at, series })

export const newSeries = (at: AtTab, name: string, values: Range | null, categories: Range | null): Series => ({
  id: nextId(at.session.workbook),
  name,
  values,
  categories,
  colour: null,
  line: false,
  look: new Map(),
})

export const chartSeriesType: ObjectType<AtChart> = {
  name: 'ChartSeriesCollection',
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  items: (at) => at.chart.series.map((series) => objectOf(at, series)),
  methods: {
    Add: (at, name, index) => {
      const where = 'ChartSeriesCollection.add'
      if (!isBlankArgument(index)) throw unknownToHost(`${where} at an index`)
      unprotected(at, where)
      const wanted = isBlankArgument(name) ? `Series${at.chart.series.length + 1}` : text(name, where)
      const series = newSeries(at, wanted, null, null)
      at.chart.series.push(series)
      return objectOf(at, series)
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (at, index) => {
      const series = at.chart.series[whole(index, 'ChartSeriesCollection.getItemAt')]
      if (series === undefined) throw invalidArgument('ChartSeriesCollection.getItemAt')
      return objectOf(at, series)
    },
  },
}
