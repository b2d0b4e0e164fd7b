import { cellAddress } from '#core/report/a1'
import type { FoundRange, RangeRef } from '../port.ts'

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The top left cell of `B3:P500`, `$B$3` or `Deals!B3`; rows and columns from 0. */
const topLeft = (address: string): { readonly row: number; readonly column: number } => {
  const [, letters = 'A', digits = '1'] = /\$?([A-Za-z]{1,3})\$?(\d+)/.exec(address.replace(/^.*!/, '')) ?? []
  return { row: Number(digits) - 1, column: columnNumber(letters) }
}

/** A cell of a range, by its row in the sheet (from 1) and its column in the range (from 0). */
export const cellIn = ({ tab, address }: FoundRange, sheetRow: number, column: number): RangeRef => ({
  tab,
  address: cellAddress({ row: sheetRow - 1, column: topLeft(address).column + column }),
})
