import * as z from 'zod/mini'
import { fromXml, toXml } from '../office/xml-part.ts'
import type { Part } from '../office/parts.ts'

/** The head of a run: what it writes and how far it has come. */
export const headSpace = 'urn:spm:run'
/** What stood on one tab before the run. */
export const keptSpace = 'urn:spm:kept'

const head = z.object({
  run: z.string(),
  title: z.string(),
  /** ISO time. */
  begun: z.string(),
  /**
   * `keeping`: nothing of the tabs has been changed yet. `open`: tabs are being written, or put back. `done`: written
   * to the end. `restored`: put back; only the journal is still to be taken away.
   */
  state: z.enum(['keeping', 'open', 'done', 'restored']),
  /** Tabs that did not exist. */
  added: z.array(z.string()),
  /** Tabs that are written over. */
  rewritten: z.array(z.string()),
})

const entry = z.union([z.string(), z.number(), z.boolean()])

const kept = z.object({
  run: z.string(),
  tab: z.string(),
  /** The record of the tab, as it was. */
  record: z.string(),
  /** From A1: formulas and values as Excel takes them; `""` is blank. */
  entries: z.array(z.array(entry)),
  /** Number format codes, each named once, and for each cell which of them it has. */
  codes: z.array(z.string()),
  formats: z.array(z.array(z.number())),
  /** Points of each column. */
  widths: z.array(z.number()),
})

export type Head = z.infer<typeof head>
export type Kept = z.infer<typeof kept>
export type Entry = z.infer<typeof entry>

export interface HeadPart extends Head {
  readonly part: Part
}

export interface KeptPart extends Kept {
  readonly part: Part
}

export const headXml = ({ run, title, begun, state, added, rewritten }: Head): string =>
  toXml(headSpace, { run, title, begun, state, added, rewritten })

export const keptXml = (each: Kept): string => toXml(keptSpace, each)

export const readHeads = (parts: readonly Part[]): readonly HeadPart[] =>
  parts.flatMap((part) => {
    const read = fromXml(part.xml, head)
    return read === null ? [] : [{ ...read, part }]
  })

export const readKept = (parts: readonly Part[]): readonly KeptPart[] =>
  parts.flatMap((part) => {
    const read = fromXml(part.xml, kept)
    return read === null ? [] : [{ ...read, part }]
  })
