import { areaAddress, cellAddress } from '#core/report/a1'
import { seriesColours } from '#core/report/styles'
import { quotedTab } from './a1.ts'
import { fail } from './fail.ts'
import { checkArea, peek, type Of, type TabDraft } from './tab-draft.ts'

/** Draws numbers within a cell. The cells of the tab must already have been written. */
export const writeSparkline = (draft: TabDraft, { at, kind, values, colour }: Of<'sparkline'>): void => {
  const where = `The sparkline in ${cellAddress(at)} on tab "${draft.name}"`
  checkArea(draft, { ...at, rows: 1, columns: 1 }, 'A sparkline')
  checkArea(draft, values, 'The numbers of a sparkline')
  if (values.rows > 1 && values.columns > 1)
    fail('file', `${where} draws ${areaAddress(values)}, but it can draw only one row or one column.`)
  if ((peek(draft, at)?.content ?? null) !== null)
    fail('conflict', `${where} would be drawn over a value: leave that cell blank.`)
  draft.sheet.sparklines?.push({
    location: cellAddress(at),
    dataRange: `${quotedTab(draft.name)}!${areaAddress(values)}`,
    type: kind,
    color: seriesColours[colour],
  })
}
