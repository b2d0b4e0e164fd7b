import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { createSum } from '../math/sum.ts'
import { numberAt, textAt } from './cell-at.ts'
import { byValue, largest } from './deal-order.ts'
import { inShape, type ColumnDefs, type Context, type Row, type Shape } from './define.ts'
import { needColumn } from './missing-column.ts'
import type { Param } from './params.ts'
import { orBlank } from './value.ts'

/** What a list of deals shows of each, as far as the table has it. */
export interface ListedDeals {
  readonly deal_id: Texts | null
  readonly name: Texts | null
  readonly account: Texts | null
  readonly owner: Texts | null
  readonly stage: Texts | null
  readonly value: Numbers | null
}

export const listFields = ['deal_id', 'name', 'account', 'owner', 'stage', 'value'] as const

/** The columns with which every list of deals begins. */
export const listColumns = {
  id: { label: 'Deal ID', kind: 'text' },
  name: { label: 'Deal', kind: 'text' },
  account: { label: 'Account', kind: 'text' },
  owner: { label: 'Owner', kind: 'text' },
  stage: { label: 'Stage', kind: 'text' },
  value: { label: 'Value', kind: 'money' },
} as const satisfies ColumnDefs

type ListCells = Row<typeof listColumns>

export const listCells = (deals: ListedDeals, row: number): ListCells => ({
  id: textAt(deals.deal_id, row),
  name: textAt(deals.name, row),
  account: textAt(deals.account, row),
  owner: textAt(deals.owner, row),
  stage: textAt(deals.stage, row),
  value: orBlank(numberAt(deals.value, row)),
})

/** How much of a list is asked for. */
export const listParams = {
  mode: {
    type: 'choice',
    values: ['list', 'count', 'value'],
    default: 'list',
    about: 'The list of deals, or one figure: how many they are, or what they are worth together.',
  },
  top: {
    type: 'number',
    default: null,
    minimum: 1,
    whole: true,
    about: 'How many deals to list, the largest first. Left out, all.',
  },
} as const satisfies Readonly<Record<string, Param>>

export interface ListWish {
  readonly mode: 'list' | 'count' | 'value'
  readonly top: number | null
}

const countColumns = { count: { label: 'Deals', kind: 'count' } } as const
const valueColumns = { value: { label: 'Value', kind: 'money' } } as const

const totalOf = (rows: Uint32Array, value: Numbers): number => {
  const sum = createSum()
  for (const row of rows) if (!value.isBlank(row)) sum.add(value.at(row))
  return sum.total
}

/** Says of open deals that are not listed why they are not. */
export const tellListed = (
  { tell }: Context,
  { status }: { readonly status: Statuses },
  rows: Uint32Array,
  why: string,
): void => {
  const found = new Set<number>()
  tell('deals', (row) => {
    if (found.size === 0) for (const each of rows) found.add(each)
    if (found.has(row)) return null
    return status.isOpen(row) ? why : 'not open'
  })
}

/**
 * The given rows as a list, the largest first, or as the one figure that is asked for. `extra` gives the cells after
 * the common ones; they are assigned, since spreading makes long lists four times slower.
 */
export const listOrFigure = <E extends object>(
  { mode, top }: ListWish,
  rows: Uint32Array,
  deals: ListedDeals,
  { data, note }: Context,
  extra: (row: number) => E,
): readonly (ListCells & E)[] | Shape => {
  if (mode === 'count') return inShape(countColumns, [{ count: rows.length }], 'count')
  if (mode === 'value')
    return inShape(valueColumns, [{ value: totalOf(rows, needColumn(data, 'deals', 'value', deals.value)) }], 'value')
  const toRow = (row: number): ListCells & E => Object.assign(listCells(deals, row), extra(row))
  if (top === null || top >= rows.length) return byValue(rows, deals).map(toRow)
  note(`The ${top} largest of ${rows.length} deals are listed.`)
  return largest(rows, deals, top).map(toRow)
}
