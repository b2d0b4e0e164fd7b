import type { Area } from '#core/report/instructions'
import { areaAddress } from '#core/report/a1'
import { readAddress, splitAddress, tabInFormula } from '#local/workbook/address'
import { tabNamed } from '#local/workbook/make'
import type { Tab } from '#local/workbook/model'
import { text } from './given.ts'
import { invalidArgument, notFound } from './host-error.ts'
import { HostObject, type Argument } from './host-object.ts'
import type { AtArea, Session } from './session.ts'

export const rowsOfTab = 1_048_576
export const columnsOfTab = 16_384

export const wholeTab: Area = { row: 0, column: 0, rows: rowsOfTab, columns: columnsOfTab }

export const isUnbounded = ({ rows, columns }: Area): boolean => rows === rowsOfTab || columns === columnsOfTab

/** As Excel shows it: `B:D` and `2:9` for whole columns and rows. */
export const shownArea = (area: Area): string => {
  const [from = '', to = from] = areaAddress(area).split(':')
  if (area.rows === rowsOfTab && area.columns === columnsOfTab) return `1:${rowsOfTab}`
  if (area.rows === rowsOfTab) return `${from.replace(/\d+/, '')}:${to.replace(/\d+/, '')}`
  if (area.columns === columnsOfTab) return `${from.replace(/[A-Z]+/, '')}:${to.replace(/[A-Z]+/, '')}`
  return from === to ? from : `${from}:${to}`
}

export const shownAddress = (tab: Tab, area: Area): string => `${tabInFormula(tab.name)}!${shownArea(area)}`

/** Within the worksheet, or the client's mistake. */
export const fitting = (area: Area, location: string): Area => {
  const { row, column, rows, columns } = area
  const fits = row >= 0 && column >= 0 && rows > 0 && columns > 0
  if (!fits || row + rows > rowsOfTab || column + columns > columnsOfTab) throw invalidArgument(location)
  return area
}

/** A range, or an address such as `A1:B2` or `'My tab'!A1`; without a tab it is one of `home`. */
export const placeOf = (session: Session, given: Argument | undefined, home: Tab | null, location: string): AtArea => {
  const range = given instanceof HostObject ? session.make.areaOf(given) : null
  if (range !== null) return range
  const { tab: named, address: cells } = splitAddress(text(given, location))
  const tab = named === null ? home : tabNamed(session.workbook, named)
  if (tab == null) throw notFound(location)
  const area = readAddress(cells)
  if (area === null) throw invalidArgument(location)
  return { session, tab, area }
}
