import { areaAddress } from '#core/report/a1'
import type { Area } from '#core/report/instructions'
import { borderColour, fontName, plainSize, styles, type Style } from '#core/report/styles'
import { bytesPerAction, type Batch } from '../office/batch.ts'
import { areasOf } from './areas-of.ts'
import type { CellLook, TabWork } from './tab-work.ts'

/** Excel reads a list of addresses of up to this many characters. */
const longestAddress = 250

const keyOf = (look: CellLook | null): string | null =>
  look === null ? null : `${look.style ?? ''} ${look.wraps ? 'wraps' : ''}`

/** Lists of addresses, each short enough for one range of several areas. */
const addressLists = (areas: readonly Area[]): readonly string[] => {
  const lists: string[] = []
  for (const address of areas.map(areaAddress)) {
    const last = lists.at(-1)
    if (last !== undefined && last.length + address.length < longestAddress)
      lists[lists.length - 1] = `${last},${address}`
    else lists.push(address)
  }
  return lists
}

/** Lines inside an area exist only where it has several rows or columns. */
const shapeOf = ({ rows, columns }: Area): string => `${rows > 1 ? 'rows' : ''} ${columns > 1 ? 'columns' : ''}`

type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical'

const edgesOf = (border: NonNullable<Style['border']>, { rows, columns }: Area): readonly Edge[] => {
  const between: readonly Edge[] = rows > 1 ? ['InsideHorizontal'] : []
  switch (border) {
    case 'top':
      return ['EdgeTop', ...between]
    case 'bottom':
      return ['EdgeBottom', ...between]
    case 'all':
      return [
        'EdgeTop',
        'EdgeBottom',
        'EdgeLeft',
        'EdgeRight',
        ...between,
        ...(columns > 1 ? (['InsideVertical'] as const) : []),
      ]
  }
}

const alignments = { left: 'Left', right: 'Right', center: 'Center' } as const

/** Links are underlined by Excel itself, so that those of another look are told not to be. */
const dressFont = (font: Excel.RangeFont, style: Style): void => {
  font.name = fontName
  font.size = style.size ?? plainSize
  if (style.bold === true) font.bold = true
  if (style.italic === true) font.italic = true
  font.underline = style.underline === true ? 'Single' : 'None'
  if (style.colour !== undefined) font.color = `#${style.colour}`
}

const dress = (format: Excel.RangeFormat, style: Style, wraps: boolean): void => {
  dressFont(format.font, style)
  format.verticalAlignment = 'Center'
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`
  if (style.align !== undefined) format.horizontalAlignment = alignments[style.align]
  if (style.indent !== undefined) format.indentLevel = style.indent
  if (wraps || style.wrap === true) format.wrapText = true
}

const drawBorders = (format: Excel.RangeFormat, edges: readonly Edge[]): void => {
  for (const edge of edges) {
    const border = format.borders.getItem(edge)
    border.style = 'Continuous'
    border.color = `#${borderColour}`
  }
}

const byShape = (areas: readonly Area[]): readonly (readonly Area[])[] => {
  const shapes = new Map<string, Area[]>()
  for (const area of areas) shapes.set(shapeOf(area), [...(shapes.get(shapeOf(area)) ?? []), area])
  return [...shapes.values()]
}

const actionsPerLook = 14

/** Gives all cells of a tab their looks: one range of several areas for each look, on a tab without any looks. */
export const putLooks = async (batch: Batch, sheet: Excel.Worksheet, { looks }: TabWork): Promise<void> => {
  for (const [key, areas] of areasOf(looks.map((cells) => cells.map(keyOf)))) {
    const first = areas[0]
    const look = first === undefined ? null : (looks[first.row]?.[first.column] ?? null)
    if (look === null) continue
    const style: Style = look.style === null ? {} : styles[look.style]
    for (const group of style.border === undefined ? [areas] : byShape(areas))
      for (const addresses of addressLists(group))
        await batch.add(addresses.length + actionsPerLook * bytesPerAction, () => {
          const { format } = sheet.getRanges(addresses)
          dress(format, style, key.endsWith('wraps'))
          const [one] = group
          if (style.border !== undefined && one !== undefined) drawBorders(format, edgesOf(style.border, one))
        })
  }
}
