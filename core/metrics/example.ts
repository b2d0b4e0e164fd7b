import type { Cell, Grid } from '../cells/grid.ts'
import type { TableName } from '../dataset/tables/index.ts'
import type { Args } from './read-args.ts'

/** One use of a metric with its outcome: at once a test through every door, and documentation. */
export interface Example {
  /** What this use shows, as a sentence. */
  readonly about: string
  readonly given: Readonly<Partial<Record<TableName, Grid>>>
  readonly args: Args
  readonly settings?: Readonly<Record<string, unknown>>
  /**
   * The labels of the columns and the rows below; days as `2024-03-31`, a cell without an answer as `null`. Or a part
   * of the sentence that says why there is no answer at all.
   */
  readonly result: readonly (readonly Cell[])[] | { readonly error: string }
  /** Who worked out the figures: a published fixture, another program, or the steps by hand. */
  readonly figures: string
}
