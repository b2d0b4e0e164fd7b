import { cellAddress } from '#core/report/a1'
import type { LinkTarget } from '#core/report/instructions'
import { bytesOf, type Batch } from '../office/batch.ts'
import type { TabWork } from './tab-work.ts'

const quoted = (tab: string): string => `'${tab.replaceAll("'", "''")}'`

const targetOf = (to: LinkTarget): Excel.RangeHyperlink =>
  'url' in to ? { address: to.url } : { documentReference: `${quoted(to.tab)}!${cellAddress(to.cell)}` }

/** Links, before the looks, since Excel gives a link its own look. The text stands in the cell already. */
export const putLinks = async (
  batch: Batch,
  sheet: Excel.Worksheet,
  { links }: Pick<TabWork, 'links'>,
): Promise<void> => {
  for (const { at, to } of links)
    await batch.add(bytesOf(to), () => {
      sheet.getCell(at.row, at.column).hyperlink = targetOf(to)
    })
}
