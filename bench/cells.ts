import type { Cell, Grid } from '#core/cells/grid'

/** Reading a delivered grid; the workload has no cell of another kind, so anything else is a fault of the benchmark. */

/** The place of each named column, from the header row. */
export const placesOf = <const N extends string>(grid: Grid, ...names: readonly N[]): Readonly<Record<N, number>> => {
  const places: Partial<Record<N, number>> = {}
  for (const name of names) {
    const place = grid[0]?.indexOf(name) ?? -1
    if (place < 0) throw new Error(`the workload has no column ${name}`)
    places[name] = place
  }
  return places as Record<N, number>
}

export const textAt = (row: readonly Cell[] | undefined, place: number): string => {
  const cell = row?.[place]
  if (typeof cell !== 'string') throw new Error(`a text was expected instead of ${String(cell)}`)
  return cell
}

export const maybeTextAt = (row: readonly Cell[] | undefined, place: number): string | null =>
  row?.[place] === null ? null : textAt(row, place)

export const numberAt = (row: readonly Cell[] | undefined, place: number): number => {
  const cell = row?.[place]
  if (typeof cell !== 'number') throw new Error(`a number was expected instead of ${String(cell)}`)
  return cell
}

export const maybeNumberAt = (row: readonly Cell[] | undefined, place: number): number | null =>
  row?.[place] === null ? null : numberAt(row, place)
