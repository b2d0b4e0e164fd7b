import type { SettingKey } from '#core/dataset/settings'
import type { TableName } from '#core/dataset/tables/index'
import type { FoundRange, RangeRef } from '../port.ts'

/** One field of a table, and where it comes from. */
export interface FieldView {
  readonly field: string
  readonly label: string
  readonly about: string
  readonly level: 'mandatory' | 'recommended' | 'optional'
  /** Header of its column, several joined with commas, or a constant in quotes; `null` where none feeds it. */
  readonly from: string | null
  /** As the workbook's settings say it; `null` where the headers alone do. */
  readonly mapped: string | null
  /** A header that is nearly a known word for it. */
  readonly suggestion: string | null
}

/** One table of the workbook as it was recognised. */
export interface TableView {
  readonly table: TableName
  readonly title: string
  readonly about: string
  /** `null` where no range is that table. */
  readonly range: FoundRange | null
  readonly records: number
  readonly headers: readonly string[]
  readonly fields: readonly FieldView[]
  /** Labels of the mandatory fields that nothing feeds. */
  readonly missing: readonly string[]
  /** Whether the workbook's settings name its range. */
  readonly chosen: boolean
}

export interface FindingView {
  readonly level: 'stop' | 'warn' | 'note'
  readonly group: string
  readonly text: string
  readonly count: number
  /** Where a click leads; `null` where no cell shows it. */
  readonly place: RangeRef | null
}

export interface CheckView {
  readonly label: string
  readonly status: 'OK' | 'Watch' | 'Fix' | 'No answer'
  /** The figure beside its limits, or why there is none. */
  readonly text: string
}

/** Whether the numbers can be used. */
export interface TrustView {
  readonly status: 'OK' | 'Watch' | 'Fix' | 'Unknown'
  readonly sentence: string
  /** What to fix first, in one sentence; empty where nothing has to be. */
  readonly first: string
  readonly checks: readonly CheckView[]
}

export interface ScopeNames {
  readonly teams: readonly string[]
  readonly regions: readonly string[]
  readonly people: readonly string[]
}

export interface SettingView {
  readonly key: SettingKey
  /** As the workbook has it; empty where it has none. */
  readonly value: string
  /** What counts where it has none. */
  readonly leftOut: string
  readonly about: string
  readonly takes:
    | { readonly type: 'text' }
    | { readonly type: 'choice'; readonly values: readonly string[] }
    | { readonly type: 'number'; readonly minimum: number; readonly maximum: number; readonly unit: string }
}

/** A question about tables that only a person can settle. */
export interface OpenQuestion {
  readonly tables: readonly TableName[]
  readonly ranges: readonly string[]
  readonly text: string
}

/** Everything that the panel shows of a workbook. */
export interface WorkbookView {
  readonly ranges: readonly FoundRange[]
  readonly tables: readonly TableView[]
  readonly questions: readonly OpenQuestion[]
  readonly unrecognised: readonly { readonly name: string; readonly reason: string }[]
  readonly findings: readonly FindingView[]
  readonly trust: TrustView
  readonly scopes: ScopeNames
  readonly settings: readonly SettingView[]
  /** The day that figures are as of, `2026-03-31`. */
  readonly asOf: string
  /** Records in all tables. */
  readonly records: number
}

export interface SavedRun {
  readonly id: string
  readonly title: string
}
