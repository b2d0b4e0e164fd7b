import type { Grid } from '#core/cells/grid'
import { maybeNumberAt, maybeTextAt, placesOf } from './cells.ts'
import { tables, type Kind, type TableName, type TablePlan } from './tables.ts'
import type { Words } from './words.ts'
import type { Workload } from './workload.ts'

/** Blank: NaN in numbers, −1 in days, 0 in codes of words, '' in ids. */
export type Column = Float64Array | Int32Array | Uint16Array | Uint8Array | string[]

export type Columns = Readonly<Record<string, Column>>

/** Every table as plain typed columns. */
export const readColumns = (workload: Workload, words: Words): Readonly<Record<TableName, Columns>> => {
  const all: Partial<Record<TableName, Columns>> = {}
  for (const plan of tables) all[plan.name] = readTable(workload[plan.from], plan, words)
  return all as Readonly<Record<TableName, Columns>>
}

/** Rows that stay in the processor's cache while one column after the other is read from them. */
const blockRows = 1_024

const readTable = (grid: Grid, { columns }: TablePlan, words: Words): Columns => {
  const places = placesOf(grid, ...columns.map(({ header }) => header))
  const readings = columns.map(({ name, header, kind }) => {
    const place = places[header] ?? -1
    return { name, ...readingOf(kind, grid, place, words) }
  })
  for (let from = 1; from < grid.length; from += blockRows)
    for (const { read } of readings) read(from, Math.min(from + blockRows, grid.length))
  return Object.fromEntries(readings.map(({ name, column }) => [name, column]))
}

interface Reading {
  readonly column: Column
  /** Fills the column from these rows of the grid; the first row below the header is 1. */
  readonly read: (from: number, to: number) => void
}

const readingOf = (kind: Kind, grid: Grid, place: number, words: Words): Reading => {
  switch (kind) {
    case 'id':
      return ids(grid, place)
    case 'word':
      return codes(grid, place, words)
    case 'day':
      return days(grid, place)
    case 'flag':
      return flags(grid, place)
    case 'number':
    case 'moment':
      return numbers(grid, place)
  }
}

const ids = (grid: Grid, place: number): Reading => {
  const column = new Array<string>(grid.length - 1)
  const read = (from: number, to: number): void => {
    for (let i = from; i < to; i++) column[i - 1] = maybeTextAt(grid[i], place) ?? ''
  }
  return { column, read }
}

const codes = (grid: Grid, place: number, words: Words): Reading => {
  const column = new Uint16Array(grid.length - 1)
  const read = (from: number, to: number): void => {
    for (let i = from; i < to; i++) column[i - 1] = words.code(maybeTextAt(grid[i], place) ?? '')
  }
  return { column, read }
}

const days = (grid: Grid, place: number): Reading => {
  const column = new Int32Array(grid.length - 1)
  const read = (from: number, to: number): void => {
    for (let i = from; i < to; i++) column[i - 1] = Math.floor(maybeNumberAt(grid[i], place) ?? -1)
  }
  return { column, read }
}

const flags = (grid: Grid, place: number): Reading => {
  const column = new Uint8Array(grid.length - 1)
  const read = (from: number, to: number): void => {
    for (let i = from; i < to; i++) column[i - 1] = grid[i]?.[place] === true ? 1 : 0
  }
  return { column, read }
}

const numbers = (grid: Grid, place: number): Reading => {
  const column = new Float64Array(grid.length - 1)
  const read = (from: number, to: number): void => {
    for (let i = from; i < to; i++) column[i - 1] = maybeNumberAt(grid[i], place) ?? NaN
  }
  return { column, read }
}
