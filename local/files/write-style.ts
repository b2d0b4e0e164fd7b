import type { BorderStyle, CellStyle } from 'hucre'
import { formats } from '#core/report/formats'
import type { FormatName, StyleName } from '#core/report/instructions'
import type { Overlay } from '#core/report/rule-body'
import { borderColour, fontName, plainSize, styles, type Style } from '#core/report/styles'

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

/** What a conditional format adds, as the library takes it. */
export const overlayStyle = ({ bold, colour, fill }: Overlay): CellStyle => ({
  font: { ...(bold && { bold: true }), ...(colour !== null && { color: { rgb: colour } }) },
  ...(fill !== null && { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: fill } } }),
})

export const sizeOf = (name: StyleName | null): number => (name === null ? plainSize : (styles[name].size ?? plainSize))
