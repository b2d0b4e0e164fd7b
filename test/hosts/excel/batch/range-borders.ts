import type { Area } from '#core/report/instructions'
import { eachPlace, peekCell, putLook } from '#local/workbook/cells'
import { beyond, lineAt, type Side } from '#local/workbook/lines'
import { colour, oneOf, shownColour } from './given.ts'
import { unknownToHost } from './host-error.ts'
import { HostObject, type ObjectType } from './host-object.ts'
import { isUnbounded } from './areas.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtAreas, type AtTab } from './session.ts'

const edges = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const

export type Edge = (typeof edges)[number]

interface AtEdge extends AtAreas {
  readonly edge: Edge
}

/** Which side of which cells an edge of a range is; lines inside are the lower or right side of the first of two cells. */
const cellsOf = (area: Area, edge: Edge): { readonly area: Area; readonly side: Side } | null => {
  switch (edge) {
    case 'EdgeTop':
      return { area: { ...area, rows: 1 }, side: 'top' }
    case 'EdgeBottom':
      return { area: { ...area, row: area.row + area.rows - 1, rows: 1 }, side: 'bottom' }
    case 'EdgeLeft':
      return { area: { ...area, columns: 1 }, side: 'left' }
    case 'EdgeRight':
      return { area: { ...area, column: area.column + area.columns - 1, columns: 1 }, side: 'right' }
    case 'InsideHorizontal':
      return area.rows > 1 ? { area: { ...area, rows: area.rows - 1 }, side: 'bottom' } : null
    case 'InsideVertical':
      return area.columns > 1 ? { area: { ...area, columns: area.columns - 1 }, side: 'right' } : null
    case 'DiagonalDown':
    case 'DiagonalUp':
      return null
  }
}

export const drawLine = (at: AtTab, row: number, column: number, side: Side, line: string | null): void => {
  const tab = unprotected(at, 'RangeBorder.color')
  putLook(tab, row, column, { border: { ...peekCell(tab, row, column).look.border, [side]: line } })
  if (line !== null) return
  const other = beyond(row, column, side)
  const { border } = peekCell(tab, other.row, other.column).look
  if (border[other.side] !== null) putLook(tab, other.row, other.column, { border: { ...border, [other.side]: null } })
}

/** Calls back for every side of a cell that the edge is made of. */
const eachSide = ({ areas, edge }: AtEdge, act: (row: number, column: number, side: Side) => void): void => {
  for (const area of areas) {
    const cells = cellsOf(area, edge)
    if (cells === null) continue
    eachPlace(cells.area, (row, column) => {
      act(row, column, cells.side)
    })
  }
}

const linesOf = (at: AtEdge): readonly (string | null)[] => {
  const lines: (string | null)[] = []
  eachSide(at, (row, column, side) => {
    lines.push(lineAt(at.tab, row, column, side))
  })
  return lines
}

const same = (at: AtEdge, show: (line: string | null) => Json): Json => {
  const [first = 'None', second] = new Set(linesOf(at).map(show))
  return second === undefined ? first : null
}

const draw = (at: AtEdge, line: (now: string | null) => string | null): void => {
  if (at.areas.some(isUnbounded)) throw unknownToHost('borders of whole columns or rows')
  eachSide(at, (row, column, side) => {
    drawLine(at, row, column, side, line(lineAt(at.tab, row, column, side)))
  })
}

const black = '000000'

const borderType: ObjectType<AtEdge> = {
  name: 'RangeBorder',
  identity: ({ edge }) => ({ SideIndex: edge }),
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: (at) => same(at, (line) => (line === null ? 'None' : 'Continuous')),
      set: (at, given) => {
        const style = oneOf(given, ['None', 'Continuous'], 'RangeBorder.style')
        draw(at, (now) => (style === 'None' ? null : (now ?? black)))
      },
    },
    Color: {
      get: (at) => same(at, (line) => shownColour(line ?? black)),
      set: (at, given) => {
        const line = colour(given, 'RangeBorder.color')
        draw(at, () => line)
      },
    },
    Weight: {
      get: () => 'Thin',
      set: (at, given) => {
        oneOf(given, ['Thin'], 'RangeBorder.weight')
        draw(at, (now) => now ?? black)
      },
    },
  },
}

const borderAt = (at: AtAreas, edge: Edge): HostObject => HostObject.of(borderType, { ...at, edge })

export const bordersType: ObjectType<AtAreas> = {
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => edges.length } },
  items: (at) => edges.map((edge) => borderAt(at, edge)),
  item: (at, key) => borderAt(at, oneOf(key, edges, 'RangeBorderCollection.getItem')),
  methods: { GetItemAt: (at, index) => borderAt(at, edges[Number(index)] ?? 'EdgeTop') },
}
