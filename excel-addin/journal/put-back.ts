import type { Content } from '#core/report/instructions'
import { startBatch, bytesOf, type Batch } from '../office/batch.ts'
import { clearTab } from '../report/clear-tab.ts'
import { lookAtBook, type Book } from '../report/look-at-book.ts'
import { readRecords } from '../report/records.ts'
import { planTabs, type TabWork } from '../report/tab-work.ts'
import { writeTab } from '../report/write-tab.ts'
import { dropRun, markRead, type Journal } from './journal.ts'
import type { Entry, HeadPart, KeptPart } from './shapes.ts'

const contentOf = (entry: Entry): Content => {
  if (entry === '') return null
  if (typeof entry !== 'string') return entry
  if (entry.startsWith('=')) return { formula: entry.slice(1), value: null }
  return entry.startsWith("'") ? entry.slice(1) : entry
}

const wide = <T>(grid: readonly (readonly T[])[], rows: number, columns: number, blank: T): readonly (readonly T[])[] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => grid[row]?.[column] ?? blank),
  )

/** The tab as its own instructions made it, with the cells as they were when the run began. */
const workOf = (kept: KeptPart): TabWork | null => {
  const [record] = readRecords([{ id: '', xml: kept.record }])
  const [made] = planTabs(record?.instructions ?? [])
  if (made === undefined) return null
  const rows = Math.max(made.rows, kept.entries.length)
  const columns = Math.max(made.columns, ...kept.entries.map((cells) => cells.length))
  const codeAt = (number: number): string | null => {
    const code = kept.codes[number] ?? 'General'
    return code === 'General' ? null : code
  }
  return {
    ...made,
    rows,
    columns,
    contents: wide(
      kept.entries.map((cells) => cells.map(contentOf)),
      rows,
      columns,
      null,
    ),
    formats: wide(
      kept.formats.map((cells) => cells.map(codeAt)),
      rows,
      columns,
      null,
    ),
    looks: wide(made.looks, rows, columns, null),
  }
}

const putWidths = async (batch: Batch, sheet: Excel.Worksheet, widths: readonly number[]): Promise<void> =>
  await batch.add(widths.length * 300, () => {
    widths.forEach((width, column) => {
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width
    })
  })

const putRecord = async (batch: Batch, book: Book, { tab, record }: KeptPart): Promise<void> => {
  const there = book.records.find((each) => each.tab === tab)
  const { customXmlParts } = batch.context.workbook
  await batch.add(bytesOf(record), () => {
    if (there === undefined) customXmlParts.add(record)
    else customXmlParts.getItem(there.part.id).setXml(record)
  })
}

const putTabBack = async (batch: Batch, book: Book, kept: KeptPart): Promise<void> => {
  const work = workOf(kept)
  const there = book.tabs.get(kept.tab.toLowerCase())
  if (work === null || there === undefined) return
  const sheet = batch.context.workbook.worksheets.getItem(there.sheet.name)
  await clearTab(batch, sheet, there.objects)
  await writeTab(batch, sheet, work)
  await putWidths(batch, sheet, kept.widths)
  await putRecord(batch, book, kept)
}

/** A new tab goes again, and what we noted about it. */
const takeAway = async (batch: Batch, book: Book, tab: string): Promise<void> => {
  const { worksheets, customXmlParts } = batch.context.workbook
  await batch.add(0, () => {
    for (const record of book.records)
      if (record.tab === tab) customXmlParts.getItemOrNullObject(record.part.id).delete()
    if (book.tabs.has(tab.toLowerCase())) worksheets.getItem(tab).delete()
  })
}

const putTabsBack = async (
  batch: Batch,
  journal: Journal,
  head: HeadPart,
  told: (tab: string) => void,
): Promise<void> => {
  const book = await lookAtBook(batch.context, [...head.added, ...head.rewritten])
  for (const kept of journal.kept) {
    if (kept.run !== head.run) continue
    told(kept.tab)
    await putTabBack(batch, book, kept)
    await batch.send()
  }
  for (const tab of head.added) await takeAway(batch, book, tab)
}

/**
 * Puts back what stood in the workbook before a run, whatever part of it was carried out. Being broken off does no harm:
 * what is left of the journal says what is still to be done.
 *
 * @param told called with each tab that is put back
 */
export const putBack = async (
  context: Excel.RequestContext,
  journal: Journal,
  head: HeadPart,
  told: (tab: string) => void = () => undefined,
): Promise<void> => {
  const batch = startBatch(context)
  context.runtime.enableEvents = false
  if (head.state === 'done') await markRead(batch, head, 'open')
  if (head.state === 'done' || head.state === 'open') await putTabsBack(batch, journal, head, told)
  await markRead(batch, head, 'restored')
  await dropRun(batch, journal, head.run)
  await batch.add(0, () => {
    context.runtime.enableEvents = true
  })
  await batch.send()
}
