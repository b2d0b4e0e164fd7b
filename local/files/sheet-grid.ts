import type { Grid } from '#core/cells/grid'

/** One table of cells as a file holds it. */
export interface SheetGrid {
  /** The path as it was given. */
  readonly file: string
  /** The worksheet's name; `null` for a text file. */
  readonly sheet: string | null
  readonly hidden: boolean
  readonly grid: Grid
  /** What a reader should know, one sentence each; what concerns the whole file stands with each of its sheets. */
  readonly notes: readonly string[]
}
