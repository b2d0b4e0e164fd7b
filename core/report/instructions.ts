/** The closed list of what a writer must be able to do. Rows and columns count from 0; lengths are in cells. */

export interface Cell {
  readonly row: number
  readonly column: number
}

export interface Area extends Cell {
  readonly rows: number
  readonly columns: number
}

/** A native formula (English function names, comma separators, no leading `=`) and the value that it must give. */
export interface Formula {
  readonly formula: string
  readonly value: string | number | null
}

/** `null` leaves the cell empty. */
export type Content = string | number | boolean | null | Formula

/** Named looks; `styles.ts` says what each means in fonts, fills and borders. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'part'
  | 'note'
  | 'question'
  | 'label'
  | 'figure'
  | 'figureGood'
  | 'figureWarn'
  | 'figureBad'
  | 'caption'
  | 'header'
  | 'headerRight'
  | 'body'
  | 'bodyLeft'
  | 'total'
  | 'input'
  | 'box'
  | 'link'
  | 'good'
  | 'warn'
  | 'bad'
  | 'muted'
  | 'banner'

/** Named number formats; `formats.ts` holds their codes. */
export type FormatName =
  | 'text'
  | 'count'
  | 'money'
  | 'percent'
  | 'days'
  | 'date'
  | 'month'
  | 'decimal'
  | 'ratio'
  | 'points'
  | 'trend'
  | 'trendPoints'

export type TabColour = 'trust' | 'ahead' | 'past' | 'deals' | 'actions' | 'cover'

export interface Print {
  readonly landscape: boolean
  readonly area: Area
  /** Rows repeated on every page, from the top of the tab. */
  readonly repeatRows: number
  /** Shrinks the tab to one page; otherwise it is one page wide and as long as it gets. */
  readonly onePage: boolean
  readonly footer: string
}

export type ChartKind = 'column' | 'stackedColumn' | 'bar' | 'stackedBar' | 'line' | 'columnLine'

export type SparklineKind = 'line' | 'column'

export interface Series {
  readonly name: string
  readonly values: Area
  /** Drawn as a line over the columns; only in a `columnLine` chart. */
  readonly line?: boolean
  readonly colour?: SeriesColour
}

export type SeriesColour = 'actual' | 'target' | 'commit' | 'best' | 'pipeline' | 'won' | 'lost' | 'neutral'

/**
 * What a conditional format shows beside the value. `status` colours the words OK, Watch and Fix and their kin; `trend`
 * the letters of numbers above and below 0, whose arrows are part of the formats `trend` and `trendPoints`.
 */
export type Rule =
  | { readonly kind: 'dataBar' }
  | { readonly kind: 'colourScale'; readonly highIsGood: boolean }
  | { readonly kind: 'icons'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'status'
      readonly good: readonly string[]
      readonly warn: readonly string[]
      readonly bad: readonly string[]
    }
  | { readonly kind: 'below'; readonly limit: number }
  | { readonly kind: 'trend'; readonly upIsGood: boolean }

export type Validation =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly maximum: number }

export type LinkTarget = { readonly tab: string; readonly cell: Cell } | { readonly url: string }

export type Instruction =
  | {
      readonly do: 'tab'
      readonly tab: string
      readonly colour: TabColour
      /** Column widths in characters, from column 0. */
      readonly widths: readonly number[]
      /** Rows and columns that stay in view. */
      readonly freeze: { readonly rows: number; readonly columns: number }
      readonly print: Print
    }
  | { readonly do: 'values'; readonly tab: string; readonly at: Cell; readonly values: readonly (readonly Content[])[] }
  | { readonly do: 'style'; readonly tab: string; readonly area: Area; readonly style: StyleName }
  | { readonly do: 'format'; readonly tab: string; readonly area: Area; readonly format: FormatName }
  /** Makes a row this many lines tall; its texts wrap within their own columns. */
  | { readonly do: 'height'; readonly tab: string; readonly row: number; readonly lines: number }
  | {
      readonly do: 'table'
      readonly tab: string
      /** Stable from one build to the next; letters, digits and `_` only. */
      readonly name: string
      /** The header row included, a total row below it not. */
      readonly area: Area
      readonly columns: readonly string[]
    }
  | {
      readonly do: 'chart'
      readonly tab: string
      readonly at: Area
      readonly kind: ChartKind
      readonly title: string
      /** What the chart shows, for those who do not see it. */
      readonly alt: string
      readonly categories: Area
      readonly series: readonly Series[]
      readonly format: FormatName
    }
  /** A line or columns drawn within one cell, which holds nothing else. */
  | {
      readonly do: 'sparkline'
      readonly tab: string
      readonly at: Cell
      readonly kind: SparklineKind
      /** Numbers on the same tab, in one row or one column, the oldest first; a blank is a gap. */
      readonly values: Area
      readonly colour: SeriesColour
      /** The same course in characters, as `▁▃▅█`, for a host that cannot draw it. */
      readonly text: string
    }
  | { readonly do: 'rule'; readonly tab: string; readonly area: Area; readonly rule: Rule }
  | {
      readonly do: 'validation'
      readonly tab: string
      readonly area: Area
      readonly validation: Validation
      readonly prompt: string
    }
  | { readonly do: 'link'; readonly tab: string; readonly at: Cell; readonly to: LinkTarget; readonly text: string }
  /** A comment on a cell: how the number was made, or why there is none. */
  | { readonly do: 'comment'; readonly tab: string; readonly at: Cell; readonly text: string }

export type InstructionKind = Instruction['do']
