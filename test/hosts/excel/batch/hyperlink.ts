import { cellAddress } from '#core/report/a1'
import { readAddress, splitAddress, tabInFormula } from '#local/workbook/address'
import { eachPlace, peekCell, putCell, putLook } from '#local/workbook/cells'
import type { Link } from '#local/workbook/model'
import { isUnbounded } from './areas.ts'
import { record, text, type JsonRecord } from './given.ts'
import { invalidArgument, unknownToHost } from './host-error.ts'
import type { Property } from './host-object.ts'
import type { Json } from './protocol.ts'
import { unprotected, type AtArea } from './session.ts'

const where = 'Range.hyperlink'

/** Excel gives every cell with a link this look, whatever it had before. */
const linkLook = { colour: '0563C1', underline: true }

const linkOf = (given: JsonRecord): Link => {
  if (given['address'] != null) return { url: text(given['address'], where) }
  const { tab, address } = splitAddress(text(given['documentReference'], where))
  const cell = readAddress(address)
  if (tab === null || cell === null) throw invalidArgument(where)
  return { tab, cell: { row: cell.row, column: cell.column } }
}

const shown = (link: Link, display: string): Json =>
  'url' in link
    ? { address: link.url, textToDisplay: display }
    : { documentReference: `${tabInFormula(link.tab)}!${cellAddress(link.cell)}`, textToDisplay: display }

/** The link of the first cell. */
export const hyperlinkOf = ({ tab, area }: AtArea): Json => {
  const { link, value } = peekCell(tab, area.row, area.column)
  return link === null ? null : shown(link, typeof value === 'string' ? value : '')
}

export const setHyperlink = (at: AtArea, given: Json): void => {
  const tab = unprotected(at, where)
  if (isUnbounded(at.area)) throw unknownToHost(`${where} of whole columns or rows`)
  const asked = record(given, where)
  const link = linkOf(asked)
  const display = asked['textToDisplay'] == null ? null : text(asked['textToDisplay'], where)
  eachPlace(at.area, (row, column) => {
    const { value } = peekCell(tab, row, column)
    const isBlank = value === null || value === ''
    const words = display ?? (isBlank ? ('url' in link ? link.url : text(asked['documentReference'], where)) : null)
    putCell(tab, row, column, { link, ...(words !== null && { value: words, formula: null }) })
    putLook(tab, row, column, linkLook)
  })
}

export const hyperlinkProperty: Property<AtArea> = { get: hyperlinkOf, set: setHyperlink }
