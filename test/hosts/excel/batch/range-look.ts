import type { Area } from '#core/report/instructions'
import { eachPlace, putLook } from '#local/workbook/cells'
import { blankCell, type Look } from '#local/workbook/model'
import { isUnbounded } from './areas.ts'
import { unknownToHost } from './host-error.ts'
import type { Property } from './host-object.ts'
import type { LookProperties, LookProperty } from './look-properties.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtAreas } from './session.ts'

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns

/** The value that all cells share; `null` where they differ. Cells that were never touched count once. */
const shared = ({ tab, areas }: AtAreas, show: (look: Look) => Json): Json => {
  let touched = 0
  const seen = new Set<Json>()
  for (const [row, cells] of tab.cells)
    for (const [column, cell] of cells) {
      const count = areas.filter((area) => holds(area, row, column)).length
      if (count > 0) seen.add(show(cell.look))
      touched += count
    }
  if (touched < areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0)) seen.add(show(blankCell.look))
  const [first = null, second] = seen
  return second === undefined ? first : null
}

export const changeLook = (at: AtAreas, change: Partial<Look>, location: string): void => {
  const tab = unprotected(at, location)
  if (at.areas.some(isUnbounded)) throw unknownToHost(`${location} of whole columns or rows`)
  for (const area of at.areas)
    eachPlace(area, (row, column) => {
      putLook(tab, row, column, change)
    })
}

const propertyOf = (location: string, { show, change }: LookProperty): Property<AtAreas> => ({
  get: (at) => shared(at, show),
  set: (at, given) => {
    changeLook(at, change(given, location), location)
  },
})

export const lookProperties = (type: string, of: LookProperties): Readonly<Record<string, Property<AtAreas>>> =>
  Object.fromEntries(
    Object.entries(of).map(([name, property]) => [
      name,
      propertyOf(`${type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`, property),
    ]),
  )
