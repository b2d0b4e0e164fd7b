import { plural } from '../cells/plural.ts'
import { Numbers } from '../dataset/columns.ts'
import type { Credits } from '../dataset/credits.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { findLines, mergeLines, type Lines } from '../dataset/lines.ts'
import { isMoney, type AnyColumn, type Kind } from '../dataset/schema.ts'
import type { Table } from '../dataset/table.ts'
import { kindOf } from '../dataset/tables/index.ts'
import { creditLimits, creditOfDeals, repeatsWithin } from './credit.ts'
import type { Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import type { AnyTableParam } from './params.ts'

export type ViewColumns = Record<string, AnyColumn | number | null | ((row: number) => number)>

const readColumn = (data: Dataset, param: AnyTableParam, field: string, needed: boolean): AnyColumn | null => {
  const column = data.anyColumn(param.table, field)
  return needed ? needColumn(data, param.table, field, column) : column
}

/** A column that a metric can do without is read when it is first looked at; from then on it is a plain value. */
const readWhenAsked = (view: ViewColumns, field: string, read: () => AnyColumn | null): void => {
  const get = (): AnyColumn | null => {
    const value = read()
    Object.defineProperty(view, field, { value, enumerable: true })
    return value
  }
  Object.defineProperty(view, field, { get, enumerable: true, configurable: true })
}

/** Money of people who share a deal, of which a group has no more than the deal. */
const limited = (column: AnyColumn, kind: Kind, limits: Float64Array | null): AnyColumn =>
  limits === null || !(column instanceof Numbers) || !isMoney(kind)
    ? column
    : column.map((value, row) => value * (limits[row] ?? 1))

/** A list shows whose a deal is; what is split by owner tells whose credit it is. */
const ownersIn = (data: Dataset, credits: Credits): AnyColumn | null =>
  data.whole.byDeal().column('deals', 'owner')?.pick(credits.rows) ?? null

interface Merging {
  readonly lines: Lines | null
  readonly limits: Float64Array | null
}

const noMerging: Merging = { lines: null, limits: null }

/** Which rows of the opportunities become one deal, and how much of their credit counts. */
const mergingOf = (data: Dataset, groups: Uint32Array | null): Merging => {
  const ids = data.column('deals', 'deal_id')
  const lines = ids === null ? null : findLines(ids, groups)
  return { lines, limits: lines !== null && data.credits?.isOver === true ? creditLimits(data.credits, lines) : null }
}

const merge = (column: AnyColumn, kind: Kind, { lines, limits }: Merging): AnyColumn =>
  lines === null ? column : mergeLines(limited(column, kind, limits), kind, lines)

/** Within which groups rows become one deal; an answer that splits by person itself has one group per person. */
const groupsOf = (credits: Credits | null, grouping: Grouping | null, isList: boolean): Uint32Array | null => {
  if (grouping !== null) return grouping.of
  return credits === null || isList ? null : Uint32Array.from(credits.person.codes)
}

/** The columns that a metric asked for; lines of one deal are added up, and so are credits within one group. */
export const viewOf = (
  data: Dataset,
  param: AnyTableParam,
  grouping: Grouping | null,
  isList: boolean,
): { readonly view: ViewColumns; readonly rows: number; readonly lines: Lines | null } => {
  const view: ViewColumns = { rows: data.rows(param.table) }
  data.readAhead(param.table, param.need)
  const credits = param.table === 'deals' ? data.credits : null
  const merging =
    param.lines || param.table !== 'deals' ? noMerging : mergingOf(data, groupsOf(credits, grouping, isList))
  const read = (field: string, needed: boolean): AnyColumn | null => {
    const asked = readColumn(data, param, field, needed)
    const column = asked !== null && credits !== null && isList && field === 'owner' ? ownersIn(data, credits) : asked
    return column === null ? null : merge(column, kindOf(param.table, field), merging)
  }
  const parts = credits === null ? null : creditOfDeals(credits, merging.lines, merging.limits)
  view['credit'] = parts === null ? () => 1 : (row) => parts[row] ?? 1
  for (const field of param.need) view[field] = read(field, true)
  for (const field of param.use) readWhenAsked(view, field, () => read(field, false))
  if (merging.lines !== null) {
    view['rows'] = merging.lines.first.length
    noteLines(data, merging.lines)
  }
  return { view, rows: merging.lines?.first.length ?? data.rows(param.table), lines: merging.lines }
}

/** Lines that say nothing but what the first line of their deal says. */
const countTwice = (table: Table, data: Dataset, { first, into }: Lines): number => {
  if (data.credits !== null) return 0
  const rows = data.rowsWithin('deals')
  const place = (row: number): number => rows?.[row] ?? row
  let count = 0
  for (let row = 0; row < into.length; row++) {
    const start = first[into[row] ?? 0] ?? row
    if (start !== row && table.alike(place(row), place(start))) count++
  }
  return count
}

/** Repeats are added up, and said. */
const noteLines = (data: Dataset, lines: Lines): void => {
  const table = data.table('deals')
  const repeated = data.credits === null ? lines.into.length - lines.first.length : repeatsWithin(data.credits, lines)
  if (table === null || repeated === 0) return
  const twice = countTwice(table, data, lines)
  const warning =
    twice === 0
      ? ''
      : ` ${plural(twice, 'of them is', 'of them are')} exactly like the first row of the deal: if the export holds rows twice, take them out, since they count twice.`
  const text = `"${table.name}": rows that share their deal ID with another one count as lines of one deal, and their amounts are added up: ${plural(repeated, 'row')}.${warning}`
  data.note({
    level: twice === 0 ? 'note' : 'warn',
    code: 'lines',
    table: table.name,
    column: table.header('deal_id'),
    row: null,
    count: repeated,
    text,
  })
}
