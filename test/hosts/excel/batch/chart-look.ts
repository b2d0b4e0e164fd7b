import { invalidArgument } from './host-error.ts'
import { HostObject, type ObjectType, type Property } from './host-object.ts'
import type { Json } from './protocol.ts'

type LookValue = string | number | boolean | null

/** What the host keeps of a chart's look without knowing more of it, by the path of the property. */
type Look = Map<string, LookValue>

/** Names of properties, as on the wire, with what Excel has in them from the start; and parts within. */
export interface LookShape {
  readonly name: string
  readonly properties: Readonly<Record<string, LookValue>>
  readonly parts?: Readonly<Record<string, LookShape>>
}

const isLookValue = (given: Json): given is LookValue => typeof given !== 'object' || given === null

const keptProperty = <T>(path: string, initial: LookValue, lookOf: (target: T) => Look): Property<T> => ({
  get: (target) => lookOf(target).get(path) ?? initial,
  set: (target, given) => {
    if (!isLookValue(given) || typeof given !== typeof initial) throw invalidArgument(path)
    if (given === initial) lookOf(target).delete(path)
    else lookOf(target).set(path, given)
  },
})

export const keptProperties = <T>(
  path: string,
  properties: LookShape['properties'],
  lookOf: (target: T) => Look,
): Readonly<Record<string, Property<T>>> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, initial]) => [name, keptProperty(`${path}${name}`, initial, lookOf)]),
  )

/** A part of a chart that is all look, such as the font of its title. */
export const keptPart = <T>(
  path: string,
  shape: LookShape,
  lookOf: (target: T) => Look,
): ((target: T) => HostObject) => {
  const type: ObjectType<T> = {
    name: shape.name,
    properties: keptProperties(`${path}.`, shape.properties, lookOf),
    parts: Object.fromEntries(
      Object.entries(shape.parts ?? {}).map(([name, part]) => [name, keptPart(`${path}.${name}`, part, lookOf)]),
    ),
    methods: {
      SetSolidColor: (target, colour) => {
        if (shape.name !== 'ChartFill' || typeof colour !== 'string')
          throw invalidArgument(`${shape.name}.setSolidColor`)
        lookOf(target).set(path, colour)
        return undefined
      },
      Clear: (target) => {
        for (const key of [...lookOf(target).keys()])
          if (key === path || key.startsWith(`${path}.`)) lookOf(target).delete(key)
        return undefined
      },
    },
  }
  return (target) => HostObject.of(type, target)
}

const font: LookShape = {
  name: 'ChartFont',
  properties: { Name: 'Aptos Narrow', Size: 10, Bold: false, Italic: false, Color: '#595959', Underline: 'None' },
}

const fill: LookShape = { name: 'ChartFill', properties: {} }

const line: LookShape = {
  name: 'ChartLineFormat',
  properties: { Color: '#D9D9D9', LineStyle: 'Continuous', Weight: 0.75 },
}

const axis: LookShape = {
  name: 'ChartAxis',
  properties: {
    Visible: true,
    MajorTickMark: 'None',
    MinorTickMark: 'None',
    TickLabelPosition: 'NextToAxis',
    TickLabelSpacing: '',
    ReversePlotOrder: false,
    NumberFormat: 'General',
    LinkNumberFormat: true,
    Minimum: '',
    Maximum: '',
    AxisGroup: 'Primary',
    CategoryType: 'Automatic',
  },
  parts: {
    Format: { name: 'ChartAxisFormat', properties: {}, parts: { Font: font, Line: line, Fill: fill } },
    MajorGridlines: {
      name: 'ChartGridlines',
      properties: { Visible: true },
      parts: { Format: { name: 'ChartGridlinesFormat', properties: {}, parts: { Line: line } } },
    },
    MinorGridlines: { name: 'ChartGridlines', properties: { Visible: false } },
    Title: { name: 'ChartAxisTitle', properties: { Visible: false, Text: '' } },
  },
}

export const axes: LookShape = { name: 'ChartAxes', properties: {}, parts: { CategoryAxis: axis, ValueAxis: axis } }

export const legend: LookShape = {
  name: 'ChartLegend',
  properties: { Visible: true, Position: 'Right', Overlay: false },
  parts: { Format: { name: 'ChartLegendFormat', properties: {}, parts: { Font: font, Fill: fill } } },
}

export const labels: LookShape = {
  name: 'ChartDataLabels',
  properties: {
    ShowValue: false,
    ShowSeriesName: false,
    ShowCategoryName: false,
    ShowLegendKey: false,
    ShowPercentage: false,
    Position: 'OutsideEnd',
    NumberFormat: 'General',
    LinkNumberFormat: true,
  },
  parts: { Format: { name: 'ChartDataLabelFormat', properties: {}, parts: { Font: font, Fill: fill } } },
}

export const areaFormat: LookShape = {
  name: 'ChartAreaFormat',
  properties: { RoundedCorners: false },
  parts: { Fill: fill, Font: font, Border: { ...line, name: 'ChartBorder' } },
}

export const titleFormat: LookShape = { name: 'ChartTitleFormat', properties: {}, parts: { Font: font, Fill: fill } }
