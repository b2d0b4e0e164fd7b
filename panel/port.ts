import type { Grid } from '#core/cells/grid'
import type { EarlierTab } from '#core/report/carry-over'
import type { Instruction } from '#core/report/instructions'

/**
 * Everything the panel needs of its host, and the only way it reaches it. The Excel add-in, the Sheets sidebar, the
 * workbench and the tests each give their own. What goes wrong rejects with a {@link PortError}: one sentence for the
 * person, details to copy for whoever helps them.
 */
export interface Port {
  readonly facts: HostFacts
  /** Ranges that may be tables, with their first rows only; tables of the host first, then tabs without any. */
  scan(): Promise<readonly FoundRange[]>
  /** All cells of these ranges, in their order, each in full. */
  read(ranges: readonly RangeRef[], work: Work): Promise<readonly Grid[]>
  /** Calls back, not more often than once in half a second, after cells changed that we did not write; returns the way to stop. */
  watch(changed: () => void): () => void
  /** What the panel remembers in the workbook: text that only the panel reads; `null` where there is none. */
  readState(): Promise<string | null>
  saveState(state: string): Promise<void>
  /** Writes rows into the tab `SPM Settings`, making it where there is none; a row replaces that of its section and key, an empty value removes it. */
  saveSettings(rows: readonly SettingRow[]): Promise<void>
  /** What stands in tabs of these names, for what people typed into them; tabs that do not exist are left out. */
  readTabs(names: readonly string[]): Promise<readonly EarlierTab[]>
  /** Which of these tabs exist, which would be new, and what stands in the way of writing them. */
  plan(tabs: readonly string[]): Promise<WritePlan>
  /** Carries out a pack, all or nothing; when the work is cancelled or fails, the workbook is as it was. */
  write(pack: PackToWrite, work: Work): Promise<WrittenPack>
  /** Puts back what stood there before a run, where nothing has been written over it since. */
  undo(run: string, work: Work): Promise<void>
  /** A run that was broken off, found when the workbook is opened; to be put back before anything else. */
  unfinished(): Promise<Unfinished | null>
  restore(work: Work): Promise<void>
  /** Selects cells and brings them into view. */
  show(place: RangeRef): Promise<void>
  /** Puts a formula (with `=` and commas) into the selected cell. */
  insert(formula: string): Promise<void>
  /** The selected range, or the table around it. */
  selection(): Promise<FoundRange | null>
  /** Adds tabs of plain cells, such as the sample's; existing tabs are never touched. */
  addTabs(tabs: readonly PlainTab[], work: Work): Promise<void>
  /** Opens a page of the documentation, by its path below the help address. */
  help(page: string): void
}

export interface HostFacts {
  readonly host: 'excel' | 'sheets' | 'workbench' | 'test'
  /** Before the name of a metric in a formula: `SPM.` or `SPM_`. */
  readonly prefix: string
  /** Between arguments, as people of this workbook write formulas. */
  readonly separator: ',' | ';'
  /** BCP 47, for dates and numbers on the screen. */
  readonly locale: string
  /** Whether {@link Port.undo} is offered. */
  readonly canUndo: boolean
  /** The look of the host, where it tells; otherwise the panel asks the system. */
  readonly theme: 'light' | 'dark' | 'contrast' | null
}

/** A range by tab and cells, such as `Deals` and `A1:P500`. */
export interface RangeRef {
  readonly tab: string
  readonly address: string
}

export interface FoundRange extends RangeRef {
  /** The name of the host's table or named range, else of the tab; unique in the workbook. */
  readonly name: string
  readonly kind: 'table' | 'name' | 'tab'
  /** The first rows, enough to find the header. */
  readonly head: Grid
  readonly rows: number
  /** Row of the sheet in which the range begins, from 1. */
  readonly firstRow: number
}

/** Progress and cancelling of one piece of work. */
export interface Work {
  readonly signal: AbortSignal
  /** `done` of 1, and a few words on what is happening. */
  progress(done: number, doing: string): void
}

export interface SettingRow {
  readonly section: 'settings' | 'map' | 'tables'
  readonly key: string
  readonly value: string
}

export interface PackToWrite {
  /** Names the run for {@link Port.undo}; unique. */
  readonly run: string
  readonly title: string
  readonly instructions: readonly Instruction[]
}

export interface WritePlan {
  readonly tabs: readonly { readonly tab: string; readonly state: 'new' | 'rewritten' }[]
  /** Tabs of an earlier pack of this kind that the new one no longer has. */
  readonly leftOver: readonly string[]
  /** Sentences: protected tabs, names taken by tabs that we did not write. */
  readonly obstacles: readonly string[]
}

export interface WrittenPack {
  readonly tabs: readonly string[]
  readonly milliseconds: number
  /** What a host could not do as written, by its name in docs/substitutes.md. */
  readonly substitutes: readonly string[]
}

export interface Unfinished {
  readonly title: string
  /** ISO time at which it began. */
  readonly begun: string
  readonly tabs: readonly string[]
}

export interface PlainTab {
  readonly name: string
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  /** Number format code of each column; `null` leaves the host's. */
  readonly formats: readonly (string | null)[]
  /** Makes the rows a table of this name. */
  readonly table: string | null
}

/** A failure that a person is told: what happened, why, and what to do. */
export class PortError extends Error {
  constructor(
    readonly code: 'cancelled' | 'protected' | 'editing' | 'busy' | 'too-large' | 'lost' | 'denied' | 'gone' | 'failed',
    message: string,
    /** For "Copy details": the host's own words. */
    readonly details = '',
  ) {
    super(message)
    this.name = 'PortError'
  }
}
