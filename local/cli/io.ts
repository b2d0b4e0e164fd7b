import type { Day } from '#core/cells/day'

/** What a command knows of the world outside; files are read and written under the paths as they are given. */
export interface Io {
  /** Results, and nothing else. */
  out(text: string): void
  /** Errors, notes and progress. */
  err(text: string): void
  /** The civil day at this place. */
  readonly today: Day
  readonly colour: boolean
  /** Characters per line of the terminal that results go to; `null` where they go elsewhere. */
  readonly width: number | null
  /** Reads large files without a worker, as where its script has not been built. */
  readonly inThread: boolean
}
