import type { ResultKind, Value } from '../metrics/value.ts'
import type { ChartKind, Rule, SeriesColour, SparklineKind, StyleName, TabColour } from './instructions.ts'

/** A column worked out by a native formula from cells of the same row. */
export type ColumnFormula =
  | { readonly share: string }
  | { readonly ratio: readonly [top: string, bottom: string] }
  | { readonly difference: readonly [from: string, minus: string] }
  | { readonly sum: readonly [first: string, second: string] }
  /** Columns that stand side by side; blanks count as 0. */
  | { readonly sumOf: readonly string[] }

/** What people type into a column: free text, a date, or one of a list. */
export type InputKind = 'text' | 'date' | readonly string[]

export interface Sparkline {
  readonly kind: SparklineKind
  /** Keys of columns that stand side by side. */
  readonly of: readonly string[]
  readonly colour: SeriesColour
}

export interface TableColumn {
  readonly key: string
  readonly label: string
  readonly kind: ResultKind
  readonly formula?: ColumnFormula
  /** How the total row fills this column; a formula column repeats its formula over the totals. */
  readonly total?: 'sum'
  readonly input?: InputKind
  readonly rule?: Rule
  /** Shows a change of the kind `count`, `money`, `days` or `points` with an arrow, in the colour of good or bad news. */
  readonly trend?: { readonly upIsGood: boolean }
  /** Draws the numbers of other columns of the same row, the oldest first; the column holds no values of its own. */
  readonly sparkline?: Sparkline
  /** Characters; left out, by kind and content. */
  readonly width?: number
}

export type TableRow = Readonly<Record<string, Value>>

export interface ChartSpec {
  readonly kind: ChartKind
  readonly title: string
  readonly alt: string
  /** Column of the table that names the categories. */
  readonly category: string
  readonly series: readonly { readonly key: string; readonly line?: boolean; readonly colour: SeriesColour }[]
}

export interface TableBlock {
  readonly kind: 'table'
  /** Unique within the pack, letters and digits; part of the table's stable name. */
  readonly name: string
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly total: boolean
  /** What to say when there are no rows. */
  readonly empty: string
  /** What was left out or assumed. */
  readonly notes: readonly string[]
  /** Drawn below the table, in order. */
  readonly charts?: readonly ChartSpec[]
  /** Charts stand to the right of the table, where it is narrow and as long as they are; left out, below it. */
  readonly chartsBeside?: boolean
  /** Rows that the block has but does not show. */
  readonly hidden?: number
}

export interface Figure {
  readonly label: string
  readonly value: Value
  readonly kind: ResultKind
  /** One short line below: what it is compared with. */
  readonly caption: string
  readonly tone?: 'good' | 'warn' | 'bad'
  /** Key of the tab that explains it. */
  readonly tab?: string
}

export type Block =
  | TableBlock
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'banner'; readonly text: string; readonly tone: 'good' | 'warn' | 'bad' }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'agenda'; readonly title: string; readonly items: readonly AgendaItem[] }
  | { readonly kind: 'legend'; readonly title: string; readonly items: readonly LegendItem[] }
  | {
      readonly kind: 'box'
      readonly name: string
      readonly title: string
      readonly prompt: string
      readonly rows: number
      /** What people have typed into it, row by row. */
      readonly typed?: readonly (readonly TypedCell[])[]
    }

/** What a person typed into a cell; `null` is a cell left blank. */
export type TypedCell = string | number | boolean | null

export interface AgendaItem {
  readonly tab: string
  readonly question: string
  readonly minutes: number
}

/** A cell that looks like what it explains, and the explanation beside it. */
export interface LegendItem {
  readonly style: StyleName
  readonly sample: string
  readonly text: string
}

/** One tab of a pack. */
export interface Tab {
  /** Short and stable, such as `forecast`. */
  readonly key: string
  /** As the tab is called, such as `1 Forecast`. */
  readonly label: string
  readonly title: string
  /** Which decision the tab serves. */
  readonly purpose: string
  readonly colour: TabColour
  readonly blocks: readonly Block[]
  /** Figures that cannot be trusted yet carry a mark. */
  readonly provisional: boolean
  /** Shrunk to one page in print. */
  readonly onePage?: boolean
  /** Least width of the first column, in characters, where it need not hold texts. */
  readonly firstWidth?: number
}

export interface Headline {
  readonly label: string
  readonly text: string
}

/** A pack as plain data, before any cell is decided. */
export interface Report {
  readonly pack: string
  readonly title: string
  readonly scope: string | null
  /** Serial day. */
  readonly asOf: number
  /** The line under every title: period, as-of, freshness of the data, currency, trust. */
  readonly meta: string
  /** What money is in, named in every heading over it: `EUR`, or `EUR, annual`; empty where it is not known. */
  readonly currency: string
  readonly tabs: readonly Tab[]
  /** The figures to say aloud. */
  readonly headlines: readonly Headline[]
}
