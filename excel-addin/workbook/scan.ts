import type { FoundRange } from '#panel/port.ts'
import { readParts } from '../office/parts.ts'
import { readRecords, recordOf, recordSpace } from '../report/records.ts'
import { candidates, describeRanges, loadSheets, visibleSheets } from './describe-ranges.ts'

/** Every range that may be a table of the data. Tabs that we wrote as part of a pack are none. */
export const scanWorkbook = async (context: Excel.RequestContext): Promise<readonly FoundRange[]> => {
  const loaded = loadSheets(context)
  const [parts = []] = await readParts(context, [recordSpace])
  const records = readRecords(parts)
  const names = loaded.worksheets.items.map(({ id, name }) => ({ id, name }))
  const sheets = visibleSheets(loaded, (sheet) => recordOf(records, names, sheet) === undefined)
  return await describeRanges(context, candidates(sheets))
}
