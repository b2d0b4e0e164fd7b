import { eachPlace, putLook } from '#local/workbook/cells'
import { blankCell, type Look } from '#local/workbook/model'
import { isUnbounded } from './areas.ts'
import { unknownToHost } from './host-error.ts'
import type { Property } from './host-object.ts'
import type { LookProperties, LookProperty } from './look-properties.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtArea } from './session.ts'

/** The value that all cells of an area share; `null` where they differ. Blank cells beyond the touched ones count once. */
export const shared = ({ tab, area }: AtArea, show: (look: Look) => Json): Json => {
  let touched = 0
  const seen = new Set<Json>()
  for (const [row, cells] of tab.cells) {
    if (row < area.row || row >= area.row + area.rows) continue
    for (const [column, cell] of cells) {
      if (column < area.column || column >= area.column + area.columns) continue
      touched++
      seen.add(show(cell.look))
    }
  }
  if (touched < area.rows * area.columns) seen.add(show(blankCell.look))
  const [first = null, second] = seen
  return second === undefined ? first : null
}

export const changeLook = (at: AtArea, change: Partial<Look>, location: string): void => {
  const tab = unprotected(at, location)
  if (isUnbounded(at.area)) throw unknownToHost(`${location} of whole columns or rows`)
  eachPlace(at.area, (row, column) => {
    putLook(tab, row, column, change)
  })
}

const propertyOf = (location: string, { show, change }: LookProperty): Property<AtArea> => ({
  get: (at) => shared(at, show),
  set: (at, given) => {
    changeLook(at, change(given, location), location)
  },
})

export const lookProperties = (type: string, of: LookProperties): Readonly<Record<string, Property<AtArea>>> =>
  Object.fromEntries(
    Object.entries(of).map(([name, property]) => [
      name,
      propertyOf(`${type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`, property),
    ]),
  )
