import { rowsWhere, type Numbers, type Statuses, type Texts } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import type { Period } from '../dataset/period.ts'
import { closingIn } from './closing-in.ts'
import type { Context } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import type { ChoiceParam } from './params.ts'

interface SoldDeals {
  readonly rows: number
  readonly status: Statuses
  readonly value: Numbers | null
  readonly closing: Numbers | null
  readonly deal_id: Texts | null
}

export interface PricedLines {
  readonly rows: number
  readonly deal_id: Texts
  readonly net_price: Numbers
  readonly qty: Numbers | null
  /** `null` where all money is in the base currency. */
  readonly rate: Numbers | null
  readonly status: Statuses | null
  readonly closing: Numbers | null
}

export type Which = 'won' | 'open'

export const whichDeals: ChoiceParam<Which> = {
  type: 'choice',
  values: ['won', 'open'],
  default: 'won',
  about: 'Which deals count: those won and closed in the period, or open ones that are due to close in it.',
}

/** Rows of the deals or of their lines, with what each is worth. */
export interface SoldRows {
  readonly from: 'deals' | 'lines'
  readonly rows: Uint32Array
  readonly groups: Grouping
  /** NaN where it is not known. */
  net(row: number): number
}

/** How many a line is for; blank is one. */
export const quantityOf = ({ qty }: { readonly qty: Numbers | null }, row: number): number =>
  qty === null || qty.isBlank(row) ? 1 : qty.at(row)

/** Prices of a line are in the currency of its deal: what one unit of it is worth in the base currency. */
export const rateOf = ({ rate }: { readonly rate: Numbers | null }, row: number): number => rate?.at(row) ?? 1

/** Deals that have no line add nothing, which is said. */
const noteWithoutLines = (
  rows: Uint32Array,
  ids: Texts | null,
  lines: PricedLines,
  note: (text: string) => void,
): void => {
  if (ids === null) return
  const codes = codesIn(lines.deal_id, ids)
  const without = rows.filter((row) => (codes[ids.code(row)] ?? -1) < 0).length
  if (without > 0) note(`Deals without a line, which are left out: ${without}.`)
}

/** The won or open deals of a period, or where lines are there their lines. */
export const soldRows = (
  deals: SoldDeals,
  lines: PricedLines | null,
  by: Grouping | null,
  { which, period }: { readonly which: Which; readonly period: Period | null },
  { data, note, sift }: Context,
): SoldRows => {
  const isOne = (status: Statuses, row: number): boolean => status.at(row) === which
  const closing = closingIn(period, deals.closing, data)
  const other = `not ${which}`
  const leaves = sift('deals', (row) => (isOne(deals.status, row) ? closing.leaves(row) : other))
  const rows = rowsWhere(deals.rows, (row) => leaves(row) === null)
  closing.noteUndated(note, which === 'won' ? 'Won deals' : 'Open deals')
  if (lines === null) {
    const value = needColumn(data, 'deals', 'value', deals.value)
    return { from: 'deals', rows, groups: by ?? oneGroup(deals.rows), net: (row) => value.at(row) }
  }
  noteWithoutLines(rows, deals.deal_id, lines, note)
  const status = lines.status ?? needColumn<Statuses>(data, 'deals', 'deal_id', null)
  const due = closingIn(period, lines.closing, data)
  const otherLine = `of a deal that is ${other}`
  const lineLeaves = sift('lines', (row) => (isOne(status, row) ? due.leaves(row) : otherLine))
  return {
    from: 'lines',
    rows: rowsWhere(lines.rows, (row) => lineLeaves(row) === null),
    groups: by ?? oneGroup(lines.rows),
    net: (row) => lines.net_price.at(row) * quantityOf(lines, row) * rateOf(lines, row),
  }
}
