import type { Area, Content } from './instructions.ts'
import type { TableColumn } from './report.ts'

/** Where a table's header stands on its tab, and what its cells hold. */
export interface Frame {
  /** Row of the header; the records follow. */
  readonly top: number
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Content[])[]
}

/** The number a cell shows, formulas included; `null` where it shows none. */
export const numberIn = (content: Content | undefined): number | null => {
  const value = typeof content === 'object' && content !== null ? content.value : content
  return typeof value === 'number' ? value : null
}

/** The records of one column, without header and total. */
export const columnArea = (frame: Frame, column: number): Area => ({
  row: frame.top + 1,
  column,
  rows: frame.rows.length,
  columns: 1,
})

export const columnAt = (frame: Frame, key: string): number => frame.columns.findIndex((each) => each.key === key)

/** A heading over money names what it is in. */
export const withCurrency = (heading: string, isMoney: boolean, currency: string): string =>
  isMoney && currency !== '' ? `${heading}, ${currency}` : heading
