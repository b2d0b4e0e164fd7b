import type { Grid } from '../cells/grid.ts'

/** A tab of an earlier pack as it stands now, with what people typed into it. */
export interface EarlierTab {
  readonly tab: string
  /** From cell A1. */
  readonly cells: Grid
}
