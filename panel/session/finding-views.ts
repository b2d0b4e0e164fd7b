import type { Dataset } from '#core/dataset/dataset'
import type { Finding } from '#core/dataset/findings'
import type { Readings } from '#core/dataset/read-all'
import { tableNames } from '#core/dataset/tables/index'
import type { FoundRange, RangeRef } from '../port.ts'
import { cellIn } from './address.ts'
import type { FindingView } from './views.ts'

const order: readonly FindingView['level'][] = ['stop', 'warn', 'note']

/** Where the headers of each range stand, to find the column of a finding. */
const headersByRange = (data: Dataset): ReadonlyMap<string, readonly string[]> =>
  new Map(
    tableNames.flatMap((name) => {
      const table = data.table(name)
      return table === null ? [] : [[table.name, table.located.headers] as const]
    }),
  )

const placeOf = (
  { table, column, row }: Pick<Finding, 'table' | 'column' | 'row'>,
  ranges: readonly FoundRange[],
  headers: ReadonlyMap<string, readonly string[]>,
): RangeRef | null => {
  const range = ranges.find(({ name }) => name === table)
  if (range === undefined) return null
  const at = column === null ? -1 : (headers.get(table)?.indexOf(column) ?? -1)
  return cellIn(range, row ?? range.firstRow, Math.max(0, at))
}

/** The range that a sentence is about: the one that it names, and the row and column that it gives. */
const toldBy = (text: string, ranges: readonly FoundRange[], headers: ReadonlyMap<string, readonly string[]>) => {
  const range = ranges.find(({ name }) => text.includes(name))
  const row = /\brow (\d+)/i.exec(text)?.[1]
  const columns = range === undefined ? [] : (headers.get(range.name) ?? [])
  const column = columns.find((header) => header !== '' && text.includes(`"${header}"`)) ?? null
  return { table: range?.name ?? '', column, row: row === undefined ? null : Number(row) }
}

/** What stops a figure, then what to look at, then what was done; each with the cell that shows it. */
export const findingViews = (
  data: Dataset,
  { stops, findings }: Readings,
  ranges: readonly FoundRange[],
  more: readonly string[],
): readonly FindingView[] => {
  const headers = headersByRange(data)
  const stopped = [...more, ...stops].map((text): FindingView => {
    const told = toldBy(text, ranges, headers)
    return {
      level: 'stop',
      group: told.table === '' ? 'Workbook' : told.table,
      text,
      count: 1,
      place: placeOf(told, ranges, headers),
    }
  })
  const found = findings.map((finding): FindingView => ({
    level: finding.level,
    group: finding.table,
    text: finding.text,
    count: finding.count,
    place: placeOf(finding, ranges, headers),
  }))
  return [...stopped, ...found].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}
