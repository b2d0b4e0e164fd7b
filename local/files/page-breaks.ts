import type { Area } from '#core/report/instructions'
import type { Of } from './tab-draft.ts'

/** Inches, as in every report. */
export const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const

/** Points: A4, and an inch. */
const shortSide = 595
const longSide = 842
const inch = 72
/** Printers and fonts differ a little; a chart that only just fits goes to the next page. */
const slack = 0.98

/** Excel takes no more. */
const mostBreaks = 1000

/** Points of a column: 7 pixels a character and 5 of padding, at 96 pixels an inch. */
const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75

/** Points of content that fit on a page, one page wide, which makes wide tabs smaller. */
const pageHeight = ({ widths, print }: Of<'tab'>): number => {
  const [width, height] = print.landscape ? [longSide, shortSide] : [shortSide, longSide]
  const content = widths
    .slice(0, print.area.column + print.area.columns)
    .reduce((sum, each) => sum + columnPoints(each), 0)
  const scale = Math.min(1, (width - (margins.left + margins.right) * inch) / Math.max(1, content))
  return ((height - (margins.top + margins.bottom) * inch) / scale) * slack
}

/**
 * Rows before which a page ends, so that no chart and no short table is cut in two. Where there is one, every page gets
 * its break: a program
 * that fits a row more on a page than reckoned here would otherwise cut what stands at its end.
 *
 * @param heightOf points of a row
 */
export const pageBreaks = (
  tab: Of<'tab'>,
  whole: readonly Area[],
  heightOf: (row: number) => number,
): readonly number[] => {
  if (whole.length === 0) return []
  const heights = (from: number, to: number): number => {
    let sum = 0
    for (let row = from; row < to; row++) sum += heightOf(row)
    return sum
  }
  const full = pageHeight(tab)
  const { area, repeatRows } = tab.print
  const later = full - heights(0, repeatRows)
  const breaks: number[] = []
  let left = full
  for (let row = area.row; row < area.row + area.rows; row++) {
    const ends = whole.filter((area) => area.row === row).map((area) => row + area.rows)
    const needed = ends.length === 0 ? heightOf(row) : heights(row, Math.max(...ends))
    if (needed > left && (ends.length === 0 || needed <= later)) {
      breaks.push(row)
      left = later
    }
    left -= heightOf(row)
  }
  return breaks.slice(0, mostBreaks)
}
