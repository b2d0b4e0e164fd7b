import type { Numbers, Texts } from '../dataset/columns.ts'
import { createSum } from '../math/sum.ts'
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

export const listCells = (deals: ListedDeals, row: number): Row<typeof listColumns> => ({
  id: deals.deal_id?.at(row) ?? '',
  name: deals.name?.at(row) ?? '',
  account: deals.account?.at(row) ?? '',
  owner: deals.owner?.at(row) ?? '',
  stage: deals.stage?.at(row) ?? '',
  value: orBlank(deals.value?.at(row) ?? NaN),
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

/** The given rows as a list, the largest first, or as the one figure that is asked for. */
export const listOrFigure = <R>(
  { mode, top }: ListWish,
  rows: Uint32Array,
  deals: ListedDeals,
  { data, note }: Context,
  toRow: (row: number) => R,
): readonly R[] | Shape => {
  if (mode === 'count') return inShape(countColumns, [{ count: rows.length }], 'count')
  if (mode === 'value')
    return inShape(valueColumns, [{ value: totalOf(rows, needColumn(data, 'deals', 'value', deals.value)) }], 'value')
  if (top === null || top >= rows.length) return byValue(rows, deals).map(toRow)
  note(`The ${top} largest of ${rows.length} deals are listed.`)
  return largest(rows, deals, top).map(toRow)
}
