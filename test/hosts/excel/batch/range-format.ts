import { naturalHeight } from '#core/report/row-height'
import { plainSize } from '#core/report/styles'
import type { Tab } from '#local/workbook/model'
import { rowsOfTab } from './areas.ts'
import { flag, number } from './given.ts'
import { unknownToHost } from './host-error.ts'
import { HostObject, type ObjectType, type Property } from './host-object.ts'
import { fillProperties, fontProperties, formatProperties, noFill } from './look-properties.ts'
import type { Json } from './protocol.ts'
import { bordersType } from './range-borders.ts'
import { changeLook, lookProperties } from './range-look.ts'
import { unprotected, type AtAreas } from './session.ts'
import { pointsOfWidth, standardHeight, standardWidth, widthOfPoints } from './units.ts'

const fontType: ObjectType<AtAreas> = { name: 'RangeFont', properties: lookProperties('RangeFont', fontProperties) }

const fillType: ObjectType<AtAreas> = {
  name: 'RangeFill',
  properties: lookProperties('RangeFill', fillProperties),
  methods: {
    Clear: (at) => {
      changeLook(at, noFill, 'RangeFill.clear')
      return undefined
    },
  },
}

const common = (values: Iterable<number>): Json => {
  const [first = null, second] = new Set(values)
  return second === undefined ? first : null
}

export const columnWidth = (tab: Tab, column: number): number => {
  const width = tab.widths.get(column)
  return width === undefined ? standardWidth : pointsOfWidth(width)
}

export const setColumnWidth = (tab: Tab, column: number, points: number): void => {
  if (points === standardWidth) tab.widths.delete(column)
  else tab.widths.set(column, widthOfPoints(points))
}

/** Points of a row that nobody set: as tall as its largest letters need. */
const grownHeight = (tab: Tab, row: number): number => {
  const sizes = [...(tab.cells.get(row)?.values() ?? [])]
    .filter(({ value }) => value !== null)
    .map(({ look }) => look.size)
  const largest = Math.max(plainSize, ...sizes)
  return largest > 11 ? naturalHeight(largest) : standardHeight
}

export const rowHeight = (tab: Tab, row: number): number => tab.heights.get(row) ?? grownHeight(tab, row)

export const setRowHeight = (tab: Tab, row: number, points: number): void => {
  if (points === grownHeight(tab, row)) tab.heights.delete(row)
  else tab.heights.set(row, points)
}

const countFrom = (start: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => start + i)

const columnsIn = ({ areas }: AtAreas): readonly number[] =>
  areas.flatMap(({ column, columns }) => countFrom(column, columns))

/** Rows one by one; whole columns are no way to reach a million rows. */
const rowsIn = ({ areas }: AtAreas): readonly number[] => {
  if (areas.some(({ rows }) => rows === rowsOfTab)) throw unknownToHost('heights of all rows')
  return areas.flatMap(({ row, rows }) => countFrom(row, rows))
}

const tallRows = ({ tab, areas }: AtAreas): readonly number[] =>
  [...tab.heights.keys()].filter((each) => areas.some(({ row, rows }) => each >= row && each < row + rows))

const sizes: Readonly<Record<string, Property<AtAreas>>> = {
  ColumnWidth: {
    get: (at) => common(columnsIn(at).map((column) => columnWidth(at.tab, column))),
    set: (at, given) => {
      const tab = unprotected(at, 'RangeFormat.columnWidth')
      const points = number(given, 'RangeFormat.columnWidth')
      for (const column of columnsIn(at)) setColumnWidth(tab, column, points)
    },
  },
  RowHeight: {
    get: (at) => common(rowsIn(at).map((row) => rowHeight(at.tab, row))),
    set: (at, given) => {
      const tab = unprotected(at, 'RangeFormat.rowHeight')
      const points = number(given, 'RangeFormat.rowHeight')
      for (const row of rowsIn(at)) setRowHeight(tab, row, points)
    },
  },
  UseStandardWidth: {
    get: (at) => !columnsIn(at).some((column) => at.tab.widths.has(column)),
    set: (at, given) => {
      const tab = unprotected(at, 'RangeFormat.useStandardWidth')
      if (!flag(given, 'RangeFormat.useStandardWidth')) return
      for (const column of columnsIn(at)) tab.widths.delete(column)
    },
  },
  UseStandardHeight: {
    get: (at) => tallRows(at).length === 0,
    set: (at, given) => {
      const tab = unprotected(at, 'RangeFormat.useStandardHeight')
      if (!flag(given, 'RangeFormat.useStandardHeight')) return
      for (const each of tallRows(at)) tab.heights.delete(each)
    },
  },
}

export const rangeFormatType: ObjectType<AtAreas> = {
  name: 'RangeFormat',
  properties: { ...lookProperties('RangeFormat', formatProperties), ...sizes },
  parts: {
    Font: (at) => HostObject.of(fontType, at),
    Fill: (at) => HostObject.of(fillType, at),
    Borders: (at) => HostObject.of(bordersType, at),
  },
  methods: {
    /** Excel measures texts; the host only takes back heights that somebody set. */
    AutofitRows: (at) => {
      const tab = unprotected(at, 'RangeFormat.autofitRows')
      for (const each of tallRows(at)) tab.heights.delete(each)
      return undefined
    },
  },
}
