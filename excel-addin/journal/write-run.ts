import { SpmError } from '#core/errors'
import { PortError, type PackToWrite, type Work, type WrittenPack } from '#panel/port.ts'
import { bytesOf, startBatch, type Batch } from '../office/batch.ts'
import { portErrorOf } from '../office/port-error.ts'
import { runExcel } from '../office/run-excel.ts'
import { clearTab } from '../report/clear-tab.ts'
import { lookAtBook, type Book, type TabThere } from '../report/look-at-book.ts'
import { planWrite } from '../report/plan-write.ts'
import { recordXml } from '../report/records.ts'
import { byTab, planTabs, type TabWork } from '../report/tab-work.ts'
import { writeTab } from '../report/write-tab.ts'
import { brokenOff, dropRun, lastDone, readJournal, startJournal, type Journal } from './journal.ts'
import { keepTabs } from './keep-tabs.ts'
import { putBack } from './put-back.ts'
import type { Head } from './shapes.ts'

const refuseCancelled = ({ signal }: Work): void => {
  if (signal.aborted) throw new PortError('cancelled', 'Cancelled.')
}

const refuseObstacles = (book: Book, works: readonly TabWork[]): void => {
  const tables = works.flatMap((work) => work.tables.map(({ name }) => name))
  const { obstacles } = planWrite(
    book,
    works.map(({ tab }) => tab.tab),
    tables,
  )
  if (obstacles.length > 0) throw new PortError('denied', obstacles.join(' '))
}

interface Run {
  readonly batch: Batch
  readonly book: Book
  readonly pack: PackToWrite
  readonly works: readonly TabWork[]
  readonly work: Work
  readonly earlier: Journal
  /** Called before the first change. */
  readonly begin: () => void
}

const thereOf = ({ tabs }: Book, { tab }: TabWork): TabThere | undefined => tabs.get(tab.tab.toLowerCase())

const headOf = ({ pack, book, works }: Run, begun: string): Head => {
  const names = (isThere: boolean): string[] =>
    works.filter((work) => (thereOf(book, work) !== undefined) === isThere).map(({ tab }) => tab.tab)
  return { run: pack.run, title: pack.title, begun, state: 'keeping', added: names(false), rewritten: names(true) }
}

/** Where a new tab goes among the others, so that a pack keeps the order of its agenda: behind the one before it. */
const placeFor = (order: readonly string[], names: readonly string[], name: string): number => {
  const index = names.indexOf(name)
  const before = names
    .slice(0, index)
    .filter((each) => order.includes(each))
    .at(-1)
  if (before !== undefined) return order.indexOf(before) + 1
  const after = names.slice(index + 1).find((each) => order.includes(each))
  return after === undefined ? order.length : order.indexOf(after)
}

/** All new tabs first, since links lead from one to the other. Their ids come with the request. */
const addSheets = async ({ batch, book, works }: Run): Promise<ReadonlyMap<string, string>> => {
  const names = works.map(({ tab }) => tab.tab)
  const order = book.sheets.map(({ name }) => name)
  const ids = new Map<string, string>()
  const added: Excel.Worksheet[] = []
  for (const work of works) {
    const name = work.tab.tab
    const there = thereOf(book, work)
    if (there !== undefined) ids.set(name, there.sheet.id)
    else
      await batch.add(0, () => {
        const sheet = batch.context.workbook.worksheets.add(name)
        const place = placeFor(order, names, name)
        if (place < order.length) sheet.position = place
        order.splice(place, 0, name)
        sheet.load('id,name')
        added.push(sheet)
      })
  }
  await batch.send()
  for (const { id, name } of added) ids.set(name, id)
  return ids
}

const putRecord = async ({ batch, book, pack }: Run, work: TabWork, sheet: string): Promise<void> => {
  const name = work.tab.tab
  const xml = recordXml(name, sheet, byTab(pack.instructions).get(name) ?? [])
  const known = thereOf(book, work)?.record ?? null
  const { customXmlParts } = batch.context.workbook
  await batch.add(bytesOf(xml), () => {
    if (known === null) customXmlParts.add(xml)
    else customXmlParts.getItem(known.part.id).setXml(xml)
  })
}

const writeTabs = async (run: Run, ids: ReadonlyMap<string, string>): Promise<readonly string[]> => {
  const { batch, book, works, work } = run
  const substitutes = new Set<string>()
  for (const [index, tabWork] of works.entries()) {
    refuseCancelled(work)
    const name = tabWork.tab.tab
    work.progress(0.1 + (0.85 * index) / works.length, `Writing ${name}`)
    const sheet = batch.context.workbook.worksheets.getItem(name)
    const there = thereOf(book, tabWork)
    if (there !== undefined) await clearTab(batch, sheet, there.objects)
    for (const substitute of await writeTab(batch, sheet, tabWork)) substitutes.add(substitute)
    await putRecord(run, tabWork, ids.get(name) ?? '')
    await batch.send()
  }
  refuseCancelled(work)
  return [...substitutes]
}

/** Everything of a run but putting back. The run is done with the one request that says so. */
const carryOutRun = async (run: Run): Promise<readonly string[]> => {
  const { batch, book, works, work, earlier, pack } = run
  const kept = await keepTabs(
    batch.context,
    pack.run,
    works.flatMap((each) => thereOf(book, each) ?? []),
  )
  refuseCancelled(work)
  run.begin()
  const journal = await startJournal(batch, headOf(run, new Date().toISOString()), kept)
  await journal.mark('open')
  batch.context.runtime.enableEvents = false
  await batch.send()
  const ids = await addSheets(run)
  const substitutes = await writeTabs(run, ids)
  await journal.mark('done')
  for (const { run: old } of earlier.heads) await dropRun(batch, earlier, old)
  await batch.add(0, () => {
    batch.context.runtime.enableEvents = true
  })
  await batch.send()
  return substitutes
}

const start = async (context: Excel.RequestContext, pack: PackToWrite, work: Work): Promise<Omit<Run, 'begin'>> => {
  const works = planTabs(pack.instructions)
  work.progress(0, 'Looking at the workbook')
  const earlier = await readJournal(context)
  if (brokenOff(earlier) !== null)
    throw new PortError('denied', 'An earlier run was broken off. Put it back first, then build the pack.')
  const book = await lookAtBook(
    context,
    works.map(({ tab }) => tab.tab),
  )
  refuseObstacles(book, works)
  work.progress(0.05, 'Keeping what is there')
  return { batch: startBatch(context), book, pack, works, work, earlier }
}

/** Whether the run was written to the end although its last answer did not come; puts it back otherwise. */
const settle = async (run: string): Promise<'done' | 'nothing' | 'restored'> =>
  await runExcel(async (context) => {
    const journal = await readJournal(context)
    if (lastDone(journal)?.run === run) return 'done'
    const head = journal.heads.find((each) => each.run === run)
    if (head === undefined) return 'nothing'
    await putBack(context, journal, head)
    return 'restored'
  })

const asPortError = (error: unknown): PortError =>
  error instanceof SpmError ? new PortError('failed', error.message) : portErrorOf(error)

const withEnd = ({ code, message, details }: PortError, end: string): PortError =>
  new PortError(code, `${message} ${end}`, details)

const listens = async (): Promise<void> => {
  try {
    await runExcel(async (context) => {
      context.runtime.enableEvents = true
      await context.sync()
    })
  } catch {
    // The connection is gone, and the switch with it: a new one begins with events.
  }
}

/** After a failure: the workbook as it was at once, or, where even that fails, when it is opened again. */
const recover = async (run: string, error: PortError): Promise<'done'> => {
  const end = await settle(run).catch((second: unknown) => asPortError(second))
  if (end === 'done') return end
  await listens()
  if (end instanceof PortError)
    throw withEnd(
      new PortError(error.code, error.message, `${error.details}\nWhile putting back: ${end.message}\n${end.details}`),
      'Open the panel or the workbook again: what was begun is put back then, unless the pack was complete already.',
    )
  throw withEnd(error, 'The workbook is as it was.')
}

/**
 * Writes a pack, all or nothing: what stood on its tabs is kept in the workbook before the first change, and put back at
 * once when something fails or the work is cancelled.
 *
 * @throws PortError with a sentence on what happened and how the workbook was left
 */
export const writeRun = async (pack: PackToWrite, work: Work): Promise<WrittenPack> => {
  const begun = performance.now()
  const written = (substitutes: readonly string[]): WrittenPack => ({
    tabs: [...byTab(pack.instructions).keys()],
    milliseconds: Math.round(performance.now() - begun),
    substitutes,
  })
  const changes = { begun: false }
  const begin = (): void => {
    changes.begun = true
  }
  try {
    return written(
      await runExcel(async (context) => await carryOutRun({ ...(await start(context, pack, work)), begin })),
    )
  } catch (error) {
    if (!changes.begun) throw withEnd(asPortError(error), 'Nothing was changed.')
    await recover(pack.run, asPortError(error))
    return written([])
  }
}
