import { isFault, type Cell, type Grid } from '../cells/grid.ts'
import { takeOver } from './table.ts'

/** How a range was known again. */
export interface Recognised {
  /** The grid to use: for equal cells the one that was handed over before, of which the columns are known. */
  readonly grid: Grid
  readonly as: 'the same' | 'equal' | 'edited' | 'new'
  /** Rows of the grid that an edit changed. */
  readonly rows: readonly number[]
  /** The grid that was edited; `null` where none was. */
  readonly before: Grid | null
}

const same = (a: Cell | undefined, b: Cell | undefined): boolean => {
  if (a === b) return true
  if (isFault(a) && isFault(b)) return a.fault === b.fault
  return (a ?? null) === (b ?? null) || (a !== a && b !== b)
}

const sameRow = (a: readonly Cell[] | undefined, b: readonly Cell[] | undefined): boolean => {
  if (a === b) return true
  const width = Math.max(a?.length ?? 0, b?.length ?? 0)
  for (let column = 0; column < width; column++) if (!same(a?.[column], b?.[column])) return false
  return true
}

/** More changed rows than this are another range, or a new import. */
const mostEdits = (rows: number): number => Math.min(100, 1 + Math.floor(rows / 10))

/** The rows in which two ranges of equal length differ; `null` where these are too many. Every cell is compared. */
export const changedRows = (before: Grid, after: Grid): readonly number[] | null => {
  if (before.length !== after.length) return null
  const rows: number[] = []
  const most = mostEdits(after.length)
  for (let row = 0; row < after.length; row++) {
    if (sameRow(before[row], after[row])) continue
    if (rows.push(row) > most) return null
  }
  return rows
}

interface Match {
  readonly grid: Grid
  readonly rows: readonly number[]
}

/** Whether two ranges consist of the same arrays, but for these rows. */
const shareRows = (before: Grid, after: Grid, but: ReadonlySet<number>): boolean => {
  if (before.length !== after.length) return false
  for (let row = 0; row < after.length; row++) if (before[row] !== after[row] && !but.has(row)) return false
  return true
}

/** How many ranges are kept: more than a workbook has tables. */
const mostRanges = 32

/**
 * Knows ranges again that a host hands over as new arrays with every formula. Ranges are compared cell by cell with the
 * kept ones, never by a fingerprint, so that no edit is missed; a grid that was handed over must not be changed in place.
 */
export class Ranges {
  /** The latest last. */
  private kept: Grid[] = []

  /** @param hint rows of the grid that may have changed, as a host knows it: only speeds up what comparing finds out */
  keep(grid: Grid, hint: readonly number[] | null = null): Recognised {
    if (this.kept.includes(grid)) return { grid, as: 'the same', rows: [], before: null }
    const match = (hint === null ? null : this.hinted(grid, hint)) ?? this.closest(grid)
    if (match === null) {
      this.kept = [...this.kept.slice(1 - mostRanges), grid]
      return { grid, as: 'new', rows: [], before: null }
    }
    if (match.rows.length === 0) return { grid: match.grid, as: 'equal', rows: [], before: null }
    takeOver(match.grid, grid, match.rows)
    this.kept = [...this.kept.filter((each) => each !== match.grid), grid]
    return { grid, as: 'edited', rows: match.rows, before: match.grid }
  }

  /** The kept range of which the host changed these rows, as the arrays of all others prove; `null` where none is. */
  private hinted(grid: Grid, hint: readonly number[]): Match | null {
    const wanted = new Set(hint)
    const before = [...this.kept].reverse().find((kept) => shareRows(kept, grid, wanted))
    if (before === undefined) return null
    const rows = [...wanted].filter((row) => row < grid.length && !sameRow(before[row], grid[row]))
    return rows.length > mostEdits(grid.length) ? null : { grid: before, rows: rows.sort((a, b) => a - b) }
  }

  private closest(grid: Grid): Match | null {
    let closest: Match | null = null
    for (const kept of this.kept) {
      if (kept.length !== grid.length || !sameRow(kept[0], grid[0])) continue
      const rows = changedRows(kept, grid)
      if (rows !== null && rows.length < (closest?.rows.length ?? Infinity)) closest = { grid: kept, rows }
      if (closest?.rows.length === 0) return closest
    }
    return closest
  }
}
