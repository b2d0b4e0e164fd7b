import * as z from 'zod/mini'
import type { Instruction, InstructionKind } from '#core/report/instructions'
import { fromXml, toXml } from '../office/xml-part.ts'
import type { Part } from '../office/parts.ts'

/** One part for each tab that we wrote: by it we know the tab again, and how to write it once more. */
export const recordSpace = 'urn:spm:tab'

/** A kind that were left out here would make our own tabs unknown to us. */
const known: Readonly<Record<InstructionKind, true>> = {
  tab: true,
  values: true,
  style: true,
  format: true,
  height: true,
  table: true,
  chart: true,
  sparkline: true,
  rule: true,
  validation: true,
  link: true,
  comment: true,
}

const head = z.looseObject({ do: z.enum(Object.keys(known)), tab: z.string() })

const record = z.object({
  tab: z.string(),
  /** Id of the worksheet. */
  sheet: z.string(),
  instructions: z.array(z.custom<Instruction>((value) => head.safeParse(value).success)),
})

export interface TabRecord extends z.infer<typeof record> {
  readonly part: Part
}

export const recordXml = (tab: string, sheet: string, instructions: readonly Instruction[]): string =>
  toXml(recordSpace, { tab, sheet, instructions })

/** What this version can read; a part of another shape is none of ours. */
export const readRecords = (parts: readonly Part[]): readonly TabRecord[] =>
  parts.flatMap((part) => {
    const read = fromXml(part.xml, record)
    return read === null ? [] : [{ ...read, part }]
  })

/** A worksheet as it is called now. */
export interface SheetName {
  readonly id: string
  readonly name: string
}

/**
 * The record of a tab that we wrote: it has the name and the id that we noted. Where a worksheet got another id since,
 * as when the workbook went through another program, the name is enough.
 */
export const recordOf = (
  records: readonly TabRecord[],
  sheets: readonly SheetName[],
  sheet: SheetName,
): TabRecord | undefined => {
  const known = records.filter(({ tab }) => tab === sheet.name)
  return (
    known.find((each) => each.sheet === sheet.id) ?? known.find((each) => !sheets.some(({ id }) => id === each.sheet))
  )
}
