import type { Cell } from '#core/cells/grid'
import type { Area, Cell as Place, ChartKind, SparklineKind } from '#core/report/instructions'
import type { RuleBody } from '#core/report/rule-body'

/**
 * A workbook in memory, as plain data: what spreadsheet programs have in common, without any of their own words. Rows and
 * columns count from 0, colours are `RRGGBB`, sizes points, widths characters. Cells and looks are replaced, never
 * changed, so that a copy of the workbook can share them.
 */
export interface Workbook {
  /** In their order. */
  tabs: Tab[]
  /** Id of the tab in view. */
  active: string
  readonly names: NamedRange[]
  readonly settings: Map<string, unknown>
  readonly xmlParts: XmlPart[]
  /** Counts the ids given so far; they are never given again. */
  lastId: number
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden'

export interface Tab {
  readonly id: string
  name: string
  visibility: Visibility
  colour: string | null
  protected: boolean
  gridlines: boolean
  /** By row, then by column; what was never touched is left out. */
  readonly cells: Map<number, Map<number, CellState>>
  /** Those that differ from the width of a new tab. */
  readonly widths: Map<number, number>
  readonly heights: Map<number, number>
  freeze: { readonly rows: number; readonly columns: number }
  print: PrintSetup
  readonly tables: Table[]
  readonly charts: Chart[]
  readonly sparklines: Sparkline[]
  /** The first holds where two of them want the same. */
  readonly rules: Rule[]
  readonly validations: CellCheck[]
  readonly comments: Comment[]
  readonly properties: Map<string, string>
}

export interface CellState {
  /** `null` where the cell is blank, or where its formula has not been worked out. */
  readonly value: Cell
  /** Without the leading `=`. */
  readonly formula: string | null
  readonly format: string
  readonly look: Look
  readonly link: Link | null
}

export interface Look {
  /** Name of a family of letters; `null` is that of the workbook. */
  readonly font: string | null
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly size: number
  readonly colour: string | null
  readonly fill: string | null
  readonly align: 'left' | 'right' | 'center' | null
  readonly valign: 'top' | 'center' | 'bottom' | null
  readonly indent: number
  readonly wrap: boolean
  readonly border: Border
}

/** Colours of the thin lines around a cell. */
export interface Border {
  readonly top: string | null
  readonly right: string | null
  readonly bottom: string | null
  readonly left: string | null
}

/** Where a link leads: a cell of a tab of this workbook, or an address. */
export type Link = { readonly tab: string; readonly cell: Place } | { readonly url: string }

export interface PrintSetup {
  readonly landscape: boolean
  readonly area: Area | null
  /** Rows repeated on every page, from the top of the tab. */
  readonly repeatRows: number
  /** Pages that the tab is shrunk to; `null` is as many as it takes. */
  readonly pagesWide: number | null
  readonly pagesTall: number | null
  readonly paper: string | null
  /** Printing codes such as `Page &P`. */
  readonly footer: { readonly left: string; readonly centre: string; readonly right: string }
  /** Inches. */
  readonly margins: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
    /** From the edge of the paper to the header and the footer. */
    readonly header: number
    readonly footer: number
  } | null
  /** Rows before which a page ends. */
  readonly breaks: readonly number[]
}

export interface Table {
  readonly id: string
  name: string
  area: Area
  header: boolean
  totals: boolean
  style: string | null
  filter: boolean
}

export interface Chart {
  readonly id: string
  name: string
  kind: ChartKind
  title: string
  alt: string
  at: Area
  series: Series[]
  /** What else a program was told about its look, by its own names; compared by nobody but that program. */
  readonly look: Map<string, string | number | boolean | null>
}

/** A line or columns within one cell; `text` is the same course in characters. */
export interface Sparkline {
  readonly at: Place
  readonly kind: SparklineKind
  readonly values: Area
  readonly colour: string
  readonly text: string
}

export interface Series {
  readonly id: string
  name: string
  values: Range | null
  categories: Range | null
  colour: string | null
  /** Drawn as a line over columns. */
  line: boolean
  readonly look: Map<string, string | number | boolean | null>
}

/** An area of a tab, by the id of the tab. */
export interface Range {
  readonly tab: string
  readonly area: Area
}

export interface Rule {
  readonly id: string
  readonly areas: readonly Area[]
  body: RuleBody
}

export interface CellCheck {
  readonly areas: readonly Area[]
  readonly check: Check
  readonly prompt: string
  readonly refusal: { readonly title: string; readonly message: string } | null
}

export type Check =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'date'; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly maximum: number }

export interface Comment {
  readonly id: string
  readonly at: Place
  text: string
}

export interface NamedRange {
  name: string
  /** `null` for a name of the whole workbook. */
  readonly tab: string | null
  /** With the leading `=`. */
  formula: string
  visible: boolean
}

export interface XmlPart {
  readonly id: string
  readonly namespace: string
  xml: string
}

/** The cell of a new workbook, and what every property of a look is without being asked. */
export const plainLook: Look = {
  font: null,
  bold: false,
  italic: false,
  underline: false,
  size: 11,
  colour: null,
  fill: null,
  align: null,
  valign: null,
  indent: 0,
  wrap: false,
  border: { top: null, right: null, bottom: null, left: null },
}

const plainFormat = 'General'

export const blankCell: CellState = { value: null, formula: null, format: plainFormat, look: plainLook, link: null }

export const plainPrint: PrintSetup = {
  landscape: false,
  area: null,
  repeatRows: 0,
  pagesWide: null,
  pagesTall: null,
  paper: null,
  footer: { left: '', centre: '', right: '' },
  margins: null,
  breaks: [],
}
