import { rowsWhere, type Numbers, type Texts } from '../dataset/columns.ts'
import type { Period } from '../dataset/period.ts'
import { costs } from '../dataset/tables/costs.ts'
import { SpmError } from '../errors.ts'
import type { Context } from './define.ts'
import { needColumn } from './missing-column.ts'
import { from, type TextParam } from './params.ts'

export const costTable = from(costs, ['value', 'start', 'end'], ['category', 'allocation', 'owner', 'team'])

const known: readonly string[] = costs.fields.category.values

export const categoriesParam: TextParam = {
  type: 'text',
  about: `Only costs of these categories, with semicolons between them: ${known.join(', ')}. Left out, all.`,
}

interface CostColumns {
  readonly rows: number
  readonly value: Numbers
  readonly start: Numbers
  readonly end: Numbers
  readonly category: Texts | null
}

/** The costs of a period. */
export interface SellingCosts {
  /** Rows that touch the period. */
  readonly rows: Uint32Array
  /** What of a row falls into the period; NaN where the amount is blank. */
  cost(row: number): number
}

const readCategories = (text: string): ReadonlySet<string> => {
  const words = text.split(';').flatMap((word) => word.trim().toLowerCase() || [])
  const wrong = words.find((word) => !known.includes(word))
  if (wrong !== undefined)
    throw new SpmError('argument', `categories: "${wrong}" is no category. They are: ${known.join(', ')}.`)
  return new Set(words)
}

const ofCategories = (costs: CostColumns, text: string | null, { data }: Context): ((row: number) => boolean) => {
  if (text === null) return () => true
  const wanted = readCategories(text)
  const column = needColumn(data, 'costs', 'category', costs.category)
  const accepted = column.labels.map((label) => wanted.has(label.toLowerCase()))
  return (row) => accepted[column.code(row)] === true
}

const noteScope = ({ data, note }: Context): void => {
  const table = data.table('costs')
  if (data.scope !== null && table !== null && data.rowsWithin('costs') === null)
    note(`The scope does not limit "${table.name}", which has no column for it: all of its costs count.`)
}

/** The costs whose period touches the given one; of a longer period the days within count, each alike. */
export const sellingCosts = (
  costs: CostColumns,
  period: Period,
  categories: string | null,
  context: Context,
): SellingCosts => {
  const isWanted = ofCategories(costs, categories, context)
  const share = (row: number): number => {
    const [start, end] = [costs.start.at(row), costs.end.at(row)]
    return (Math.min(end, period.end) - Math.max(start, period.start) + 1) / (end - start + 1)
  }
  const leaves = context.sift('costs', (row) => {
    if (!(share(row) > 0)) return `outside ${period.label}`
    return isWanted(row) ? null : 'of another category'
  })
  const rows = rowsWhere(costs.rows, (row) => leaves(row) === null)
  const [parts, blanks] = [
    rows.filter((row) => share(row) < 1).length,
    rows.filter((row) => costs.value.isBlank(row)).length,
  ]
  if (parts > 0) context.note(`Costs of a longer time, of which the days in ${period.label} count: ${parts}.`)
  if (blanks > 0) context.note(`Costs without an amount, which add nothing: ${blanks}.`)
  noteScope(context)
  return { rows, cost: (row) => costs.value.at(row) * share(row) }
}
