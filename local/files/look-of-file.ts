import type { BorderSide, CellStyle, Color } from 'hucre'
import { plainLook, type Border, type Look } from '../workbook/model.ts'

const rgb = (colour: Color | undefined): string | null => colour?.rgb?.slice(-6).toUpperCase() ?? null

const line = (side: BorderSide | undefined): string | null =>
  side === undefined ? null : (rgb(side.color) ?? '000000')

const borderOf = ({ border }: CellStyle): Border =>
  border === undefined
    ? plainLook.border
    : { top: line(border.top), right: line(border.right), bottom: line(border.bottom), left: line(border.left) }

const alignOf = ({ alignment }: CellStyle): Pick<Look, 'align' | 'valign' | 'indent' | 'wrap'> => {
  const { horizontal, vertical, indent, wrapText } = alignment ?? {}
  return {
    align: horizontal === 'left' || horizontal === 'right' || horizontal === 'center' ? horizontal : null,
    valign: vertical === 'top' || vertical === 'center' ? vertical : null,
    indent: indent ?? 0,
    wrap: wrapText ?? false,
  }
}

const fillOf = ({ fill }: CellStyle): string | null =>
  fill?.type === 'pattern' && fill.pattern === 'solid' ? rgb(fill.fgColor) : null

/** The format of a cell in a file as a look, as far as a workbook in memory has it: thin lines, solid fills. */
export const lookOfFile = (style: CellStyle, defaultFont: string | undefined): Look => {
  const { name, size, bold, italic, underline, color } = style.font ?? {}
  return {
    font: name === undefined || name === defaultFont ? null : name,
    bold: bold ?? false,
    italic: italic ?? false,
    underline: underline !== undefined && underline !== false,
    size: size ?? plainLook.size,
    colour: rgb(color),
    fill: fillOf(style),
    border: borderOf(style),
    ...alignOf(style),
  }
}
