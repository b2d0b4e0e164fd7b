import type { SeriesColour, StyleName, TabColour } from './instructions.ts'

export interface Style {
  readonly bold?: boolean
  readonly italic?: boolean
  /** Points. */
  readonly size?: number
  /** `RRGGBB`. */
  readonly colour?: string
  readonly fill?: string
  readonly align?: 'left' | 'right' | 'center'
  /** Characters between the text and the edge that it is aligned to. */
  readonly indent?: number
  readonly wrap?: boolean
  readonly underline?: boolean
  readonly border?: 'top' | 'bottom' | 'all'
}

export const fontName = 'Calibri'

/** Points; the size of a cell without a named style. */
export const plainSize = 10

/** `RRGGBB`; borders are thin. */
export const borderColour = 'B8C4CE'

/** Inputs are blue on pale yellow, calculations black: the one style legend of every pack. */
export const styles: Readonly<Record<StyleName, Style>> = {
  title: { bold: true, size: 18, colour: '1F3A5F' },
  subtitle: { size: 10, colour: '5B6770' },
  heading: { bold: true, size: 13, colour: '1F3A5F', border: 'bottom' },
  part: { bold: true, size: 9, colour: '5B6770' },
  note: { size: 10, colour: '5B6770', italic: true },
  question: { size: 12, colour: '33475B', bold: true },
  label: { size: 10, colour: '33475B' },
  figure: { bold: true, size: 16, colour: '1F3A5F', align: 'left' },
  figureGood: { bold: true, size: 16, colour: '0B6B3A', align: 'left' },
  figureWarn: { bold: true, size: 16, colour: '7A4B00', align: 'left' },
  figureBad: { bold: true, size: 16, colour: '9B1C1C', align: 'left' },
  caption: { size: 9, colour: '5B6770' },
  header: { bold: true, size: 10, colour: 'FFFFFF', fill: '1F3A5F', wrap: true },
  headerRight: { bold: true, size: 10, colour: 'FFFFFF', fill: '1F3A5F', wrap: true, align: 'right', indent: 1 },
  body: { size: 10 },
  bodyLeft: { size: 10, align: 'left', indent: 1 },
  total: { bold: true, size: 10, border: 'top', fill: 'EEF2F6' },
  input: { size: 10, colour: '0B3FA8', fill: 'FFF9DB', wrap: true, border: 'all' },
  box: { size: 10, colour: '0B3FA8', fill: 'FFF9DB' },
  link: { size: 10, colour: '0B5CAD', underline: true },
  good: { size: 10, bold: true, colour: '0B6B3A', fill: 'DDF3E4' },
  warn: { size: 10, bold: true, colour: '7A4B00', fill: 'FFEFC7' },
  bad: { size: 10, bold: true, colour: '9B1C1C', fill: 'FBDCDC' },
  muted: { size: 10, colour: '66727D' },
  banner: { bold: true, size: 12, colour: '9B1C1C', fill: 'FBDCDC' },
}

export const tabColours: Readonly<Record<TabColour, string>> = {
  cover: '1F3A5F',
  trust: 'C2410C',
  ahead: '0B6B3A',
  past: '5B6770',
  deals: '0B5CAD',
  actions: 'B7791F',
}

export const seriesColours: Readonly<Record<SeriesColour, string>> = {
  actual: '1F6FB2',
  target: 'C2410C',
  won: '0B6B3A',
  commit: '3C8D5A',
  best: '8CC3A0',
  pipeline: 'C9D6E2',
  lost: 'A8323E',
  neutral: '7C8791',
}
