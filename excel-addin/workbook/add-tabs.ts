import { PortError, type PlainTab, type Work } from '#panel/port.ts'
import { bytesOf, startBatch, type Batch } from '../office/batch.ts'
import { runExcel } from '../office/run-excel.ts'
import { typedText } from '../report/cell-text.ts'
import { pieces } from '../report/put-cells.ts'

const entryOf = (value: string | number | boolean | null): string | number | boolean =>
  value === null ? '' : typeof value === 'string' ? typedText(value) : value

const addTab = async (batch: Batch, { name, rows, formats, table }: PlainTab): Promise<void> => {
  const sheet = batch.context.workbook.worksheets.getItem(name)
  const width = Math.max(1, ...rows.map((row) => row.length))
  const entries = rows.map((row) => Array.from({ length: width }, (_, column) => entryOf(row[column] ?? null)))
  for (const { row, rows: block, bytes } of pieces(entries))
    await batch.add(bytes, () => {
      sheet.getRangeByIndexes(row, 0, block.length, width).values = block.map((cells) => [...cells])
    })
  for (const [column, format] of formats.entries()) {
    if (format === null || rows.length < 2) continue
    const codes = rows.slice(1).map(() => [format])
    await batch.add(bytesOf(codes), () => {
      sheet.getRangeByIndexes(1, column, rows.length - 1, 1).numberFormat = codes
    })
  }
  if (table !== null && rows.length > 1)
    await batch.add(0, () => {
      sheet.tables.add(sheet.getRangeByIndexes(0, 0, rows.length, width), true).name = table
    })
  await batch.send()
}

/** Takes away again what a broken-off work has added; tabs that were there before are none of them. */
const takeAway = async (names: readonly string[]): Promise<void> =>
  await runExcel(async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name))
    for (const sheet of sheets) sheet.load('name')
    await context.sync()
    for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete()
    context.runtime.enableEvents = true
    await context.sync()
  })

const refuseTaken = async (context: Excel.RequestContext, tabs: readonly PlainTab[]): Promise<void> => {
  const { worksheets } = context.workbook
  worksheets.load('items/name')
  await context.sync()
  const there = new Set(worksheets.items.map(({ name }) => name.toLowerCase()))
  const taken = tabs.filter(({ name }) => there.has(name.toLowerCase())).map(({ name }) => `"${name}"`)
  if (taken.length > 0)
    throw new PortError(
      'denied',
      `The workbook has tabs of these names already: ${taken.join(', ')}. Nothing was added.`,
    )
}

/** Adds tabs of plain cells, all or none. */
export const addTabs = async (tabs: readonly PlainTab[], work: Work): Promise<void> => {
  const begun: string[] = []
  try {
    await runExcel(async (context) => {
      await refuseTaken(context, tabs)
      const batch = startBatch(context)
      context.runtime.enableEvents = false
      for (const [index, tab] of tabs.entries()) {
        if (work.signal.aborted) throw new PortError('cancelled', 'Cancelled. Nothing was added.')
        work.progress(index / tabs.length, `Adding ${tab.name}`)
        begun.push(tab.name)
        context.workbook.worksheets.add(tab.name)
        await addTab(batch, tab)
      }
      context.runtime.enableEvents = true
      await context.sync()
    })
  } catch (error) {
    if (begun.length > 0) await takeAway(begun)
    throw error
  }
}
