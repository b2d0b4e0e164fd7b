import { areaAddress } from '#core/report/a1'
import { footerParts } from '#core/report/footer'
import type { Area } from '#core/report/instructions'
import { rowHeight } from '#core/report/row-height'
import { plainSize, styles, tabColours } from '#core/report/styles'
import type { Batch } from '../office/batch.ts'
import type { Of } from './of.ts'
import type { TabWork } from './tab-work.ts'

/** Inches, as in a pack that is a file. */
const margins: Excel.PageLayoutMarginOptions = {
  left: 0.4,
  right: 0.4,
  top: 0.5,
  bottom: 0.6,
  header: 0.3,
  footer: 0.3,
}

/** A column of n characters has 7 pixels for each and 5 beside them; a pixel is three quarters of a point. */
const pointsOfWidth = (characters: number): number => Math.round(characters * 7 + 5) * 0.75

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns)

const freeze = ({ freezePanes }: Excel.Worksheet, { rows, columns }: Of<'tab'>['freeze']): void => {
  if (rows > 0 && columns > 0) freezePanes.freezeAt(areaAddress({ row: 0, column: 0, rows, columns }))
  else if (rows > 0) freezePanes.freezeRows(rows)
  else if (columns > 0) freezePanes.freezeColumns(columns)
}

const printing = (
  sheet: Excel.Worksheet,
  { landscape, area, repeatRows, onePage, footer }: Of<'tab'>['print'],
): void => {
  const { pageLayout } = sheet
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait'
  pageLayout.paperSize = 'A4'
  pageLayout.zoom = { horizontalFitToPages: 1, ...(onePage && { verticalFitToPages: 1 }) }
  pageLayout.setPrintMargins('Inches', margins)
  pageLayout.setPrintArea(rangeOf(sheet, area))
  if (repeatRows > 0) pageLayout.setPrintTitleRows(`$1:$${repeatRows}`)
  const { left, right } = footerParts(footer)
  pageLayout.headersFooters.defaultForAllPages.leftFooter = left
  pageLayout.headersFooters.defaultForAllPages.rightFooter = right
}

/** Columns beside one another of the same width are one action. */
const setWidths = (sheet: Excel.Worksheet, widths: readonly number[]): void => {
  let first = 0
  widths.forEach((width, column) => {
    if (widths[column + 1] === width) return
    sheet.getRangeByIndexes(0, first, 1, column + 1 - first).format.columnWidth = pointsOfWidth(width)
    first = column + 1
  })
}

const setUpBytes = 12_000

/** Colour, widths, what stays in view, and how the tab is printed. */
export const setUpTab = async (batch: Batch, sheet: Excel.Worksheet, { tab }: Pick<TabWork, 'tab'>): Promise<void> =>
  await batch.add(setUpBytes, () => {
    sheet.tabColor = `#${tabColours[tab.colour]}`
    sheet.showGridlines = false
    setWidths(sheet, tab.widths)
    freeze(sheet, tab.freeze)
    printing(sheet, tab.print)
  })

const largestSize = ({ contents, looks }: TabWork, row: number): number => {
  const sizes = (contents[row] ?? []).map((content, column) => {
    const style = looks[row]?.[column]?.style ?? null
    return content === null ? 0 : style === null ? plainSize : (styles[style].size ?? plainSize)
  })
  return Math.max(0, ...sizes) || plainSize
}

/** Rows made taller, last, so that nothing written into them changes it. */
export const putHeights = async (batch: Batch, sheet: Excel.Worksheet, work: TabWork): Promise<void> => {
  for (const { row, lines } of work.heights)
    await batch.add(0, () => {
      sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = rowHeight(lines, largestSize(work, row))
    })
}
