import type { Finding } from '../findings.ts'
import type { Table } from '../table.ts'

const mostNamed = 5

/** `A, B and C`, the first few of many. */
export const naming = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNamed)
  const left = names.length - shown.length
  return left > 0 ? `${shown.join(', ')} and ${left} more` : shown.join(', ')
}

/** `1,480`. */
export const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** Something that is odd and changes no figure. */
export const oddity = (code: string, table: Table, field: string | null, count: number, text: string): Finding => {
  const column = field === null ? null : table.header(field)
  const place = column === null ? `"${table.name}"` : `"${table.name}", column "${column}"`
  return { level: 'note', code, table: table.name, column, row: null, count, text: `${place}: ${text}` }
}
