import type { Grid } from '#core/cells/grid'
import type { RangeRef } from '#panel/port.ts'
import type { RunExcel } from '../office/run-excel.ts'
import { readRange } from './read-range.ts'

/** `'My deals'!A1:K11` as its tab and cells; `null` where no tab of this workbook is named. */
const splitAddress = (address: string): RangeRef | null => {
  const mark = address.lastIndexOf('!')
  const name = address.slice(0, mark)
  const tab = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
  return mark < 1 || tab.includes('[') ? null : { tab, address: address.slice(mark + 1) }
}

/** The row in which an address begins, from 1. */
export const firstRowOf = (address: string): number =>
  Number(/\d+/.exec(splitAddress(address)?.address ?? '')?.[0] ?? 1)

/**
 * The cells at addresses of this workbook as they stand, in which a blank cell is `null` and a zero is 0. What cannot be
 * read, such as cells of another workbook, is left out.
 */
export const readAddresses = async (
  run: RunExcel,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Grid>> => {
  const found = new Map<string, Grid>()
  for (const address of addresses) {
    const range = splitAddress(address)
    const grid = range && (await run((context) => readRange(context, range, () => undefined)).catch(() => null))
    if (grid !== null) found.set(address, grid)
  }
  return found
}
