import { bytesOf, type Batch } from '../office/batch.ts'
import { supports } from '../office/run-excel.ts'
import type { TabWork } from './tab-work.ts'

/** Comments, where this Excel has them (1.10); gives the name of what was done instead in docs/substitutes.md. */
export const putComments = async (
  batch: Batch,
  sheet: Excel.Worksheet,
  { comments }: Pick<TabWork, 'comments'>,
): Promise<readonly string[]> => {
  if (comments.length === 0) return []
  if (!supports('1.10')) return ['excel-no-comments']
  for (const { at, text } of comments)
    await batch.add(bytesOf(text), () => {
      sheet.comments.add(sheet.getCell(at.row, at.column), text)
    })
  return []
}
