import { peekCell, putLook } from '#local/workbook/cells'
import { lineAt } from '#local/workbook/lines'
import type { Border, Look } from '#local/workbook/model'
import { isUnbounded, shownAddress } from './areas.ts'
import { colour, isRecord, number, oneOf, record, shownColour, type JsonRecord } from './given.ts'
import { invalidArgument, unknownToHost } from './host-error.ts'
import type { Argument } from './host-object.ts'
import { hyperlinkOf, setHyperlink } from './hyperlink.ts'
import { fillProperties, fontProperties, formatProperties, type LookProperties } from './look-properties.ts'
import type { Json } from './protocol.ts'
import { drawLine } from './range-borders.ts'
import { columnWidth, rowHeight, setColumnWidth, setRowHeight } from './range-format.ts'
import { unprotected, type AtArea } from './session.ts'

/** `wrapText` as `WrapText`: properties of cells are written as in JavaScript, even on the wire. */
const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const isAsked = (given: Json | undefined): boolean => given === true || isRecord(given)

const showLook = (properties: LookProperties, look: Look, asked: JsonRecord, where: string): JsonRecord =>
  Object.fromEntries(
    Object.keys(asked).map((name) => {
      const property = properties[wireName(name)]
      if (property === undefined) throw unknownToHost(`${where}.${name}`)
      return [name, property.show(look)]
    }),
  )

const sides = ['top', 'bottom', 'left', 'right'] as const

const black = '000000'

/** All four sides, each with what is asked of it. */
const showBorders = (at: AtArea, row: number, column: number, asked: JsonRecord): JsonRecord =>
  Object.fromEntries(
    sides.map((side) => {
      const line = lineAt(at.tab, row, column, side)
      const known: JsonRecord = {
        style: line === null ? 'None' : 'Continuous',
        color: shownColour(line ?? black),
        weight: 'Thin',
      }
      return [side, Object.fromEntries(Object.keys(asked).map((name) => [name, present(known[name], name)]))]
    }),
  )

const present = (value: Json | undefined, name: string): Json => {
  if (value === undefined) throw unknownToHost(`CellProperties.borders.${name}`)
  return value
}

type Sizes = Readonly<Record<string, number>>

const showFormat = (at: AtArea, row: number, column: number, asked: JsonRecord, sizes: Sizes): JsonRecord => {
  const { look } = peekCell(at.tab, row, column)
  const shown: Record<string, Json> = {}
  const plain: Record<string, Json | undefined> = {}
  for (const [name, wanted] of Object.entries(asked)) {
    if (!isAsked(wanted)) continue
    if (name === 'font' && isRecord(wanted)) shown[name] = showLook(fontProperties, look, wanted, 'CellProperties.font')
    else if (name === 'fill' && isRecord(wanted))
      shown[name] = showLook(fillProperties, look, wanted, 'CellProperties.fill')
    else if (name === 'borders' && isRecord(wanted)) shown[name] = showBorders(at, row, column, wanted)
    else if (name in sizes) shown[name] = sizes[name] ?? null
    else plain[name] = wanted
  }
  return { ...shown, ...showLook(formatProperties, look, plain, 'CellProperties.format') }
}

const show = (at: AtArea, options: Argument | undefined, sizes: Sizes): JsonRecord => {
  const { row, column } = at.area
  const shown: Record<string, Json | undefined> = {}
  for (const [name, wanted] of Object.entries(record(options, 'CellProperties'))) {
    if (!isAsked(wanted)) continue
    if (name === 'format' && isRecord(wanted)) shown[name] = showFormat(at, row, column, wanted, sizes)
    else if (name === 'address') shown[name] = shownAddress(at.tab, at.area)
    else if (name === 'hyperlink') shown[name] = hyperlinkOf(at)
    else if (name in sizes) shown[name] = sizes[name] ?? null
    else throw unknownToHost(`CellProperties.${name}`)
  }
  return shown
}

const cellAt = (at: AtArea, row: number, column: number): AtArea => ({
  ...at,
  area: { row, column, rows: 1, columns: 1 },
})

const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)

export const getCellProperties = (at: AtArea, options: Argument | undefined): Json => {
  if (isUnbounded(at.area)) throw invalidArgument('Range.getCellProperties')
  return count(at.area.rows).map((down) =>
    count(at.area.columns).map((right) => show(cellAt(at, at.area.row + down, at.area.column + right), options, {})),
  )
}

export const getRowProperties = (at: AtArea, options: Argument | undefined): Json =>
  count(at.area.rows).map((down) => {
    const row = at.area.row + down
    return show(cellAt(at, row, at.area.column), options, { rowIndex: row, rowHeight: rowHeight(at.tab, row) })
  })

export const getColumnProperties = (at: AtArea, options: Argument | undefined): Json =>
  count(at.area.columns).map((right) => {
    const column = at.area.column + right
    const sizes = { columnIndex: column, columnWidth: columnWidth(at.tab, column) }
    return show(cellAt(at, at.area.row, column), options, sizes)
  })

const changeOf = (properties: LookProperties, given: JsonRecord, where: string): Partial<Look> => {
  let change: Partial<Look> = {}
  for (const [name, value] of Object.entries(given)) {
    const property = properties[wireName(name)]
    if (property === undefined) throw unknownToHost(`${where}.${name}`)
    if (value != null) change = { ...change, ...property.change(value, `${where}.${name}`) }
  }
  return change
}

const setBorders = (at: AtArea, given: JsonRecord): void => {
  const { row, column } = at.area
  for (const [name, value] of Object.entries(given)) {
    const side: keyof Border = oneOf(name, sides, 'CellProperties.borders')
    const line = record(value, 'CellProperties.borders')
    const isNone = line['style'] === 'None'
    drawLine(at, row, column, side, isNone ? null : colour(line['color'] ?? '#000000', 'CellProperties.borders'))
  }
}

const setFormat = (at: AtArea, given: JsonRecord): void => {
  const { font, fill, borders, rowHeight: tall, columnWidth: wide, ...plain } = given
  const { row, column } = at.area
  putLook(at.tab, row, column, {
    ...changeOf(formatProperties, plain, 'CellProperties.format'),
    ...(isRecord(font) && changeOf(fontProperties, font, 'CellProperties.font')),
    ...(isRecord(fill) && changeOf(fillProperties, fill, 'CellProperties.fill')),
  })
  if (isRecord(borders)) setBorders(at, borders)
  if (tall != null) setRowHeight(at.tab, row, number(tall, 'RowProperties.rowHeight'))
  if (wide != null) setColumnWidth(at.tab, column, number(wide, 'ColumnProperties.columnWidth'))
}

const setOne = (at: AtArea, given: Json | undefined, where: string): void => {
  for (const [name, value] of Object.entries(record(given, where))) {
    if (value == null) continue
    if (name === 'format' && isRecord(value)) setFormat(at, value)
    else if (name === 'hyperlink') setHyperlink(at, value)
    else throw unknownToHost(`${where} of ${name}`)
  }
}

const listOf = (given: Argument | undefined, length: number, where: string): readonly Json[] => {
  if (!Array.isArray(given) || given.length !== length) throw invalidArgument(where)
  return given as readonly Json[]
}

export const setCellProperties = (at: AtArea, given: Argument | undefined): undefined => {
  const where = 'Range.setCellProperties'
  unprotected(at, where)
  listOf(given, at.area.rows, where).forEach((line, down) => {
    listOf(line, at.area.columns, where).forEach((each, right) => {
      setOne(cellAt(at, at.area.row + down, at.area.column + right), each, where)
    })
  })
}

/** Sizes only: looks of whole rows the model does not have. */
const sizesOnly = (given: Json, name: string, where: string): Json => {
  const { format, ...others } = record(given, where)
  const { [name]: size, ...looks } = record(format, where)
  if (Object.keys(others).length + Object.keys(looks).length > 0) throw unknownToHost(`${where} of anything but sizes`)
  return { format: { [name]: size } }
}

export const setRowProperties = (at: AtArea, given: Argument | undefined): undefined => {
  const where = 'Range.setRowProperties'
  unprotected(at, where)
  listOf(given, at.area.rows, where).forEach((each, down) => {
    setOne(cellAt(at, at.area.row + down, at.area.column), sizesOnly(each, 'rowHeight', where), where)
  })
}

export const setColumnProperties = (at: AtArea, given: Argument | undefined): undefined => {
  const where = 'Range.setColumnProperties'
  unprotected(at, where)
  listOf(given, at.area.columns, where).forEach((each, right) => {
    setOne(cellAt(at, at.area.row, at.area.column + right), sizesOnly(each, 'columnWidth', where), where)
  })
}
