import { formats } from '#core/report/formats'
import type { Content } from '#core/report/instructions'
import { sampleFrom } from './sample.ts'
import type { Sheet } from './sheet.ts'
import { sampleSheets } from './tabs.ts'

type PlainCell = string | number | boolean | null

/** One tab of plain cells, as a host adds it to an open workbook. */
interface PlainSheet {
  readonly name: string
  readonly rows: readonly (readonly PlainCell[])[]
  /** Number format code of each column; `null` leaves the host's. */
  readonly formats: readonly (string | null)[]
  readonly table: string
}

const plainCell = (content: Content): PlainCell =>
  typeof content === 'object' && content !== null ? content.value : content

const plainSheet = ({ tab, table, columns, rows }: Sheet): PlainSheet => ({
  name: tab,
  rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(plainCell))],
  formats: columns.map(({ format }) => (format === null ? null : formats[format])),
  table,
})

/** The sample for hosts that add it to a workbook that is open already. */
export const plainSample = (): readonly PlainSheet[] => sampleSheets(sampleFrom()).map(plainSheet)
