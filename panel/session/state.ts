import type { CatalogueView } from './catalogue-view.ts'
import type { SavedRun, WorkbookView } from './views.ts'
import type { Headline } from '#core/report/report'
import type { FoundRange, Unfinished, WritePlan } from '../port.ts'
import type { Memory } from './memory.ts'
import type { Trouble } from './trouble.ts'

/** How far a piece of work is: `done` of 1, and a few words. */
export interface Progress {
  readonly done: number
  readonly doing: string
}

/** Where the reading of the workbook stands. */
export type DataState =
  | { readonly at: 'unread' }
  | { readonly at: 'reading'; readonly progress: Progress }
  | { readonly at: 'ready' }
  | { readonly at: 'cancelled' }
  | { readonly at: 'failed'; readonly trouble: Trouble }

/** A run that was broken off. */
export type RecoveryState =
  | { readonly at: 'none' }
  | { readonly at: 'found'; readonly run: Unfinished }
  | { readonly at: 'restoring'; readonly run: Unfinished; readonly progress: Progress }
  | { readonly at: 'restored'; readonly run: Unfinished }
  | { readonly at: 'failed'; readonly run: Unfinished; readonly trouble: Trouble }

/** What the preview says of the tabs of a pack. */
export type PlanState =
  | { readonly at: 'none' }
  | { readonly at: 'planning' }
  | { readonly at: 'planned'; readonly plan: WritePlan }
  | { readonly at: 'failed'; readonly trouble: Trouble }

/** What a written pack shows. */
export interface PackResult {
  readonly run: string
  readonly title: string
  readonly tabs: readonly string[]
  readonly headlines: readonly Headline[]
  readonly milliseconds: number
  readonly substitutes: readonly string[]
  readonly leftOver: readonly string[]
  readonly unlocks: readonly string[]
  /** Typed texts of the earlier pack that have no place of their own in this one; they stand on its last tab. */
  readonly unplaced: number
}

export type PackState =
  | { readonly at: 'idle' }
  | { readonly at: 'building'; readonly progress: Progress; readonly cancelling: boolean }
  | { readonly at: 'written'; readonly result: PackResult }
  | { readonly at: 'cancelled' }
  | { readonly at: 'failed'; readonly trouble: Trouble; readonly obstacles: readonly string[] }
  | { readonly at: 'undoing'; readonly progress: Progress }
  | { readonly at: 'undone'; readonly title: string }

/** Adding the sample's tabs. */
export type SampleState =
  | { readonly at: 'idle' }
  | { readonly at: 'adding'; readonly progress: Progress }
  | { readonly at: 'failed'; readonly trouble: Trouble }

/** The selected range, to be named as a table. */
export type OfferState =
  | { readonly at: 'none' }
  | { readonly at: 'nothing' }
  | { readonly at: 'offered'; readonly range: FoundRange }
  | { readonly at: 'failed'; readonly trouble: Trouble }

export interface SessionState {
  readonly data: DataState
  /** What was read last; stays while it is read anew. */
  readonly view: WorkbookView | null
  /** Cells changed since. */
  readonly changed: boolean
  readonly recovery: RecoveryState
  readonly plan: PlanState
  readonly pack: PackState
  readonly sample: SampleState
  readonly offer: OfferState
  readonly memory: Memory
  /** The last run that can be taken back, found at opening or written now. */
  readonly run: SavedRun | null
  /** What there is to choose from, once the core is there. */
  readonly catalogue: CatalogueView | null
}
