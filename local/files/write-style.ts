import type { BorderStyle, CellStyle } from 'hucre'
import { formats } from '#core/report/formats'
import type { FormatName, StyleName } from '#core/report/instructions'
import { fontName, styles, type Style } from '#core/report/styles'

/** Points; the size of a cell without a named style. */
const plainSize = 10
/** Of the size of its letters. */
const lineHeight = 1.32
const borderColour = 'B8C4CE'

const border = (sides: NonNullable<Style['border']>): BorderStyle => {
  const side = { style: 'thin', color: { rgb: borderColour } } as const
  switch (sides) {
    case 'top':
      return { top: side }
    case 'bottom':
      return { bottom: side }
    case 'all':
      return { top: side, right: side, bottom: side, left: side }
  }
}

const font = (style: Style): NonNullable<CellStyle['font']> => ({
  name: fontName,
  size: style.size ?? plainSize,
  ...(style.bold && { bold: true }),
  ...(style.italic && { italic: true }),
  ...(style.underline && { underline: true }),
  ...(style.colour && { color: { rgb: style.colour } }),
})

const alignment = (style: Style, wraps: boolean): NonNullable<CellStyle['alignment']> => ({
  vertical: 'center',
  ...(style.align && { horizontal: style.align }),
  ...(style.indent && { indent: style.indent }),
  ...((wraps || style.wrap) && { wrapText: true }),
})

const makeStyle = (name: StyleName | null, format: FormatName | null, wraps: boolean): CellStyle => {
  const style: Style = name === null ? {} : styles[name]
  return {
    font: font(style),
    alignment: alignment(style, wraps),
    ...(style.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill } } }),
    ...(style.border && { border: border(style.border) }),
    ...(format !== null && { numFmt: formats[format] }),
  }
}

const made = new Map<string, CellStyle>()

/** A named style and a number format as one cell format; each combination is made once. */
export const cellStyle = (name: StyleName | null, format: FormatName | null, wraps: boolean): CellStyle => {
  const key = `${name ?? ''} ${format ?? ''} ${wraps}`
  const known = made.get(key) ?? makeStyle(name, format, wraps)
  made.set(key, known)
  return known
}

/** A named style as a conditional format adds it to a cell: colours only, so that the cell keeps its own look. */
export const overlayStyle = (name: StyleName): CellStyle => {
  const { bold, colour, fill } = styles[name]
  return {
    font: { ...(bold && { bold: true }), ...(colour && { color: { rgb: colour } }) },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: fill } } }),
  }
}

/** Points that a row takes by itself when its largest letters have `size` points. */
export const naturalHeight = (size: number): number => Math.max(15, size * lineHeight)

/** Points that `lines` lines of text need in a row whose largest letters have `size` points. */
export const rowHeight = (lines: number, size: number): number => Math.max(15, Math.ceil(lines * size * lineHeight + 3))

export const sizeOf = (name: StyleName | null): number => (name === null ? plainSize : (styles[name].size ?? plainSize))
