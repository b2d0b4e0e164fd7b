import type { Grid } from '#core/cells/grid'
import { maybeNumberAt, maybeTextAt, placesOf } from './cells.ts'
import { tables, type Kind, type TableName } from './tables.ts'
import type { Words } from './words.ts'
import type { Workload } from './workload.ts'

/** Blank: NaN in numbers, −1 in days, 0 in codes of words, '' in ids. */
export type Column = Float64Array | Int32Array | Uint16Array | Uint8Array | string[]

export type Columns = Readonly<Record<string, Column>>

/** Every table as plain typed columns, one tight loop per column. */
export const readColumns = (workload: Workload, words: Words): Readonly<Record<TableName, Columns>> => {
  const all: Partial<Record<TableName, Columns>> = {}
  for (const { name, from, columns } of tables) {
    const grid = workload[from]
    const places = placesOf(grid, ...columns.map(({ header }) => header))
    all[name] = Object.fromEntries(
      columns.map((column) => [column.name, readColumn(grid, places[column.header] ?? -1, column.kind, words)]),
    )
  }
  return all as Readonly<Record<TableName, Columns>>
}

const readColumn = (grid: Grid, place: number, kind: Kind, words: Words): Column => {
  switch (kind) {
    case 'id':
      return readIds(grid, place)
    case 'word':
      return readWords(grid, place, words)
    case 'day':
      return readDays(grid, place)
    case 'flag':
      return readFlags(grid, place)
    case 'number':
    case 'moment':
      return readNumbers(grid, place)
  }
}

const readIds = (grid: Grid, place: number): string[] => {
  const ids = new Array<string>(grid.length - 1)
  for (let i = 1; i < grid.length; i++) ids[i - 1] = maybeTextAt(grid[i], place) ?? ''
  return ids
}

const readWords = (grid: Grid, place: number, words: Words): Uint16Array => {
  const codes = new Uint16Array(grid.length - 1)
  for (let i = 1; i < grid.length; i++) {
    const word = maybeTextAt(grid[i], place)
    codes[i - 1] = word === null ? 0 : words.code(word)
  }
  return codes
}

const readDays = (grid: Grid, place: number): Int32Array => {
  const days = new Int32Array(grid.length - 1)
  for (let i = 1; i < grid.length; i++) days[i - 1] = Math.floor(maybeNumberAt(grid[i], place) ?? -1)
  return days
}

const readFlags = (grid: Grid, place: number): Uint8Array => {
  const flags = new Uint8Array(grid.length - 1)
  for (let i = 1; i < grid.length; i++) flags[i - 1] = grid[i]?.[place] === true ? 1 : 0
  return flags
}

const readNumbers = (grid: Grid, place: number): Float64Array => {
  const numbers = new Float64Array(grid.length - 1)
  for (let i = 1; i < grid.length; i++) numbers[i - 1] = maybeNumberAt(grid[i], place) ?? NaN
  return numbers
}
