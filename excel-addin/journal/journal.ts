import { bytesOf, type Batch } from '../office/batch.ts'
import { readParts, type Part } from '../office/parts.ts'
import {
  headSpace,
  headXml,
  keptSpace,
  keptXml,
  readHeads,
  readKept,
  type Head,
  type HeadPart,
  type Kept,
  type KeptPart,
} from './shapes.ts'

/** What the workbook keeps about runs. */
export interface Journal {
  readonly heads: readonly HeadPart[]
  readonly kept: readonly KeptPart[]
}

export const readJournal = async (context: Excel.RequestContext): Promise<Journal> => {
  const [heads = [], kept = []] = await readParts(context, [headSpace, keptSpace])
  return { heads: readHeads(heads), kept: readKept(kept) }
}

/** The run that was broken off, if any; there is never more than one, since nothing is begun before it is put back. */
export const brokenOff = ({ heads }: Journal): HeadPart | null => heads.find(({ state }) => state !== 'done') ?? null

export const lastDone = ({ heads }: Journal): HeadPart | null =>
  heads.filter(({ state }) => state === 'done').at(-1) ?? null

/** The journal while it is written: the head can be changed before its part was read. */
export interface OpenJournal {
  /** Changes the state, with the next request. */
  mark(state: Head['state']): Promise<void>
}

/**
 * Keeps what stood on the tabs, before anything is changed: first the head, so that nothing is left behind unseen, then
 * each tab; only then the run is open.
 */
export const startJournal = async (batch: Batch, head: Head, kept: readonly Kept[]): Promise<OpenJournal> => {
  const { customXmlParts } = batch.context.workbook
  const xml = headXml(head)
  const parts: Excel.CustomXmlPart[] = []
  await batch.add(bytesOf(xml), () => {
    parts.push(customXmlParts.add(xml))
  })
  for (const each of kept) {
    const text = keptXml(each)
    await batch.add(bytesOf(text), () => {
      customXmlParts.add(text)
    })
  }
  const mark = async (state: Head['state']): Promise<void> => {
    const changed = headXml({ ...head, state })
    await batch.add(bytesOf(changed), () => {
      for (const part of parts) part.setXml(changed)
    })
  }
  return { mark }
}

const drop = (context: Excel.RequestContext, { id }: Part): void => {
  context.workbook.customXmlParts.getItemOrNullObject(id).delete()
}

/** Takes the journal of a run away: what was kept first, then its head. */
export const dropRun = async (batch: Batch, { heads, kept }: Journal, run: string): Promise<void> =>
  await batch.add(0, () => {
    for (const each of kept) if (each.run === run) drop(batch.context, each.part)
    for (const each of heads) if (each.run === run) drop(batch.context, each.part)
  })

export const markRead = async (batch: Batch, { part, ...head }: HeadPart, state: Head['state']): Promise<void> => {
  const xml = headXml({ ...head, state })
  await batch.add(bytesOf(xml), () => {
    batch.context.workbook.customXmlParts.getItem(part.id).setXml(xml)
  })
}
