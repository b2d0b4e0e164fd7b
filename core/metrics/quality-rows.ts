import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { GroupCounts } from '../math/sum.ts'
import type { Context } from './define.ts'
import type { Grouping } from './grouping.ts'
import type { QualityCheck } from './quality-checks.ts'
import { tally, type Outcome, type Tally, type Unable } from './quality-tally.ts'
import { noAnswer, ratio, type Value } from './value.ts'

const nothingToCheck = 'There was no row to look at.'
const anyOfThese = 'Any of these'

interface QualityInput {
  readonly checks: readonly QualityCheck[]
  readonly groups: Grouping
  readonly rows: number
  readonly ids: Texts | null
}

const exampleOf = (data: Dataset, ids: Texts | null, row: number): string | null => {
  if (row < 0) return null
  const id = ids?.at(row) ?? ''
  return `Row ${data.sheetRow('deals', row)}${id === '' ? '' : ` (${id})`}`
}

const headerOf = (data: Dataset, field: string): string => data.table('deals')?.header(field) ?? field

const untoldRow = ({ check, reason }: Unable, data: Dataset): QualityRow => ({
  check: check.label,
  rows: noAnswer(reason),
  share: noAnswer(reason),
  example: null,
  column: headerOf(data, check.field),
})

const tallyRow = ({ check, applied, failed, first }: Tally, group: number, ids: Texts | null, data: Dataset) => ({
  check: check.label,
  rows: failed.at(group),
  share: ratio(failed.at(group), applied.at(group), nothingToCheck),
  example: exampleOf(data, ids, first[group] ?? -1),
  column: headerOf(data, check.field),
})

/** The rows that fail at least one check. */
const anyRow = (
  wrong: Uint8Array,
  { groups, rows, ids }: QualityInput,
  data: Dataset,
): ((group: number) => QualityRow) => {
  const all = new GroupCounts(groups.size)
  const failed = new GroupCounts(groups.size)
  const first = new Int32Array(groups.size).fill(-1)
  for (let row = 0; row < rows; row++) {
    const group = groups.of[row] ?? 0
    all.add(group)
    if (wrong[row] !== 1) continue
    failed.add(group)
    if (first[group] === -1) first[group] = row
  }
  return (group) => ({
    check: anyOfThese,
    rows: failed.at(group),
    share: ratio(failed.at(group), all.at(group), nothingToCheck),
    example: exampleOf(data, ids, first[group] ?? -1),
    column: null,
  })
}

export interface QualityRow {
  readonly check: Value
  readonly rows: Value
  readonly share: Value
  readonly example: Value
  readonly column: Value
}

const noteUnchecked = (results: readonly Outcome[], { note }: Context): void => {
  const labels = results.filter((result) => result.kind === 'nothing').map(({ check }) => check.label)
  if (labels.length > 0)
    note(`Not checked, for want of the column or of the table to compare with: ${labels.join(', ')}.`)
}

/** One row per check, and one for the rows that fail any. */
const wholeRows = (results: readonly Outcome[], { ids }: QualityInput, data: Dataset): readonly QualityRow[] =>
  results.flatMap((result) => {
    switch (result.kind) {
      case 'tally':
        return [tallyRow(result, 0, ids, data)]
      case 'unable':
        return [untoldRow(result, data)]
      case 'nothing':
        return []
    }
  })

/** What was found in one group; what could not be checked is said in notes. */
const groupRows = (results: readonly Outcome[], group: number, { ids }: QualityInput, data: Dataset) =>
  results.flatMap((result) =>
    result.kind === 'tally' && result.failed.at(group) > 0 ? [tallyRow(result, group, ids, data)] : [],
  )

/** The checks of all rows, or by group those that found something, each with the rows that fail any of them. */
export const qualityRows = (
  input: QualityInput,
  findings: readonly QualityRow[],
  by: Grouping | null,
  context: Context,
): readonly (QualityRow & { readonly group?: readonly Value[] })[] => {
  const { checks, groups, rows } = input
  const { data, note } = context
  const wrong = new Uint8Array(rows)
  const grouped = { rows, size: groups.size, groupOf: (row: number): number => groups.of[row] ?? 0 }
  const results = checks.map((check) => tally(check, grouped, wrong))
  const any = anyRow(wrong, input, data)
  noteUnchecked(results, context)
  if (by === null) return [...wholeRows(results, input, data), ...findings, any(0)]
  for (const result of results) if (result.kind === 'unable') note(`${result.check.label}: ${result.reason}`)
  if (findings.length > 0) note('Cells that cannot be read are listed in the answer that is not split.')
  return groups.keys.flatMap((group, i) =>
    [...groupRows(results, i, input, data), any(i)].map((row) => ({ group, ...row })),
  )
}
