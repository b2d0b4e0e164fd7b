import { contains, type Period } from '../dataset/period.ts'
import { rowsWhere, type Numbers, type Texts } from '../dataset/columns.ts'
import { nameKey } from '../dataset/people.ts'
import { customers } from '../dataset/tables/customers.ts'
import { deals } from '../dataset/tables/deals.ts'
import { sales } from '../dataset/tables/sales.ts'
import { SpmError } from '../errors.ts'
import { GroupSums } from '../math/sum.ts'
import { topOf } from '../math/top.ts'
import { numberAt, textAt } from './cell-at.ts'
import { defineMetric, inShape, type ColumnDefs, type Context } from './define.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { noAnswer, ratio, type Value } from './value.ts'

const unknown = 'The yearly potential of the customer is not known.'
const noPotential = 'The potential is 0.'

const params = {
  customers: from(customers, ['account'], ['account_id', 'segment', 'tier', 'potential_year']),
  sales: maybe(sales, ['account', 'date', 'value'], ['product']),
  deals: { ...maybe(deals, ['status', 'closing', 'value'], ['account', 'account_id', 'product']), lines: true },
  period: {
    ...common.period,
    default: 'L365D',
    about: common.period.about.replace('Left out, all dates.', 'Left out, the 365 days that end at the as-of day.'),
  },
  asOf: common.asOf,
  products: {
    type: 'number',
    default: 8,
    minimum: 0,
    whole: true,
    about: 'How many products have a column of their own, those that sell most first; all others share one.',
  },
} as const

type In = Inputs<typeof params>

const columns = {
  account: { label: 'Customer', kind: 'text' },
  segment: { label: 'Segment', kind: 'text' },
  tier: { label: 'Tier', kind: 'text' },
  potential: { label: 'Potential', kind: 'money' },
  current: { label: 'Current', kind: 'money' },
  whitespace: { label: 'Whitespace', kind: 'money' },
  wallet: { label: 'Share of wallet', kind: 'percent' },
} as const satisfies ColumnDefs

/** Invoices, or where there are none won deals. */
interface Bought {
  readonly rows: Uint32Array
  readonly value: Numbers
  readonly account: Texts | null
  readonly account_id: Texts | null
  readonly product: Texts | null
}

const boughtIn = ({ sales, deals, period }: In, { note, tell }: Context): Bought => {
  if (sales !== null) {
    tell('sales', (row) => (contains(period, sales.date.at(row)) ? null : 'not invoiced in the period'))
    if (deals !== null) tell('deals', () => 'not needed: the table Sales says what was bought')
    const rows = rowsWhere(sales.rows, (row) => contains(period, sales.date.at(row)))
    return { rows, value: sales.value, account: sales.account, account_id: null, product: sales.product }
  }
  if (deals === null)
    throw new SpmError(
      'missing-table',
      'WHITESPACE needs Sales with account, date and amount, or Opportunities with status, close date and amount; neither was given.',
      { table: 'sales', field: null },
    )
  note('What customers buy is what was won from them; there is no table Sales.')
  const { status, closing, value, account, account_id, product } = deals
  const rows = rowsWhere(deals.rows, (row) => status.isWon(row) && contains(period, closing.at(row)))
  tell('deals', (row) => {
    if (!status.isWon(row)) return 'not won'
    return contains(period, closing.at(row)) ? null : 'not closed in the period'
  })
  return { rows, value, account, account_id, product }
}

/** The row of Customers that each row bought for: by ID, else by name; -1 where none is it. */
const customerOf = ({ customers }: In, bought: Bought): ((row: number) => number) => {
  const byName = new Map<string, number>()
  const ids = customers.account_id
  const rowOfId = new Int32Array(ids?.labels.length ?? 0).fill(-1)
  for (let row = customers.rows - 1; row >= 0; row--) {
    byName.set(nameKey(customers.account.at(row)), row)
    if (ids !== null) rowOfId[ids.code(row)] = row
  }
  const ofName = (bought.account?.labels ?? ['']).map((label) =>
    label === '' ? -1 : (byName.get(nameKey(label)) ?? -1),
  )
  const ofId = (bought.account_id?.labels ?? ['']).map((label) =>
    label === '' ? -1 : (rowOfId[ids?.find(label) ?? -1] ?? -1),
  )
  return (row) => {
    const known = ofId[bought.account_id?.code(row) ?? 0] ?? -1
    return known < 0 ? (ofName[bought.account?.code(row) ?? 0] ?? -1) : known
  }
}

interface Matrix {
  readonly products: readonly string[]
  /** Sums by customer and product; the products without a column of their own, and none, come last. */
  readonly cells: GroupSums
  readonly width: number
}

/** The products that sell most, by their codes. */
const largest = ({ rows, value, product }: Bought, count: number): readonly number[] => {
  if (product === null) return []
  const totals = new GroupSums(product.labels.length)
  const sold = new Set<number>()
  for (const row of rows) {
    totals.add(product.code(row), value.at(row))
    if (!product.isBlank(row)) sold.add(product.code(row))
  }
  return topOf(sold, count, (a, b) =>
    totals.at(a) === totals.at(b) ? product.label(a) < product.label(b) : totals.at(a) > totals.at(b),
  )
}

const addUp = (inputs: In, bought: Bought, context: Context): Matrix => {
  const codes = largest(bought, inputs.products)
  const place = new Map(codes.map((code, i) => [code, i]))
  const width = codes.length + 1
  const cells = new GroupSums(inputs.customers.rows * width)
  const customer = customerOf(inputs, bought)
  let strays = 0
  for (const row of bought.rows) {
    const at = customer(row)
    if (at < 0) strays++
    else cells.add(at * width + (place.get(bought.product?.code(row) ?? 0) ?? codes.length), bought.value.at(row))
  }
  if (strays > 0) context.note(`Rows sold to accounts that are not in Customers, which are left out: ${strays}.`)
  return { products: codes.map((code) => bought.product?.label(code) ?? ''), cells, width }
}

/** Potential of the period: that of a year, by days where it is no year. */
const yearsIn = (period: Period | null, note: (text: string) => void): number => {
  const days = period === null ? 365 : period.end - period.start + 1
  if (days === 365 || days === 366) return 1
  note(`The potential of a year is taken for ${days} days.`)
  return days / 365
}

const against = (potential: number, current: number): Record<'potential' | 'whitespace' | 'wallet', Value> =>
  Number.isNaN(potential)
    ? { potential: null, whitespace: noAnswer(unknown), wallet: noAnswer(unknown) }
    : { potential, whitespace: potential - current, wallet: ratio(current, potential, noPotential) }

const orBlankIfNone = (value: number): number | null => (value === 0 ? null : value)

/** Most whitespace first; customers whose potential is not known last, those who buy most first. */
const byWhitespace = (
  customers: In['customers'],
  spaceOf: (row: number) => number,
  currentOf: (row: number) => number,
) => {
  const size = (row: number): number => (Number.isNaN(spaceOf(row)) ? -Infinity : spaceOf(row))
  return Array.from({ length: customers.rows }, (_, row) => row).sort((a, b) => {
    if (size(a) !== size(b)) return size(b) > size(a) ? 1 : -1
    if (currentOf(a) !== currentOf(b)) return currentOf(b) - currentOf(a)
    return customers.account.at(a) < customers.account.at(b) ? -1 : 1
  })
}

export const whitespace = defineMetric({
  name: 'WHITESPACE',
  title: 'Share of wallet and whitespace',
  family: 'economics',
  about: 'What each customer could buy from us and does not yet, and which products it does not buy.',
  variant:
    'whitespace = yearly potential − what was sold in the last 365 days; share of wallet = sold ÷ potential; sold by invoices, else by won deals; one column for each product, blank where the customer does not buy it; a blank potential is not known, never 0',
  params,
  columns,
  sources: ['KA1'],
  compute(inputs, context) {
    const { customers, period } = inputs
    const bought = boughtIn(inputs, context)
    const { products, cells, width } = addUp(inputs, bought, context)
    const years = yearsIn(period, context.note)
    const cellsOf = (row: number): readonly number[] =>
      Array.from({ length: width }, (_, i) => cells.at(row * width + i))
    const current = Float64Array.from({ length: customers.rows }, (_, row) => cellsOf(row).reduce((a, b) => a + b, 0))
    const currentOf = (row: number): number => current[row] ?? 0
    const potentialOf = (row: number): number => numberAt(customers.potential_year, row) * years
    const heads: Record<string, ColumnDefs[string]> = { ...columns }
    products.forEach((label, i) => (heads[`product${i + 1}`] = { label, kind: 'money' }))
    if (bought.product !== null) heads['other'] = { label: 'Other products', kind: 'money' }
    const keys = Object.keys(heads).slice(Object.keys(columns).length)
    const rows = byWhitespace(customers, (row) => potentialOf(row) - currentOf(row), currentOf).map((row) => {
      const own = cellsOf(row)
      return {
        account: customers.account.at(row),
        segment: textAt(customers.segment, row),
        tier: textAt(customers.tier, row),
        current: currentOf(row),
        ...against(potentialOf(row), currentOf(row)),
        ...Object.fromEntries(keys.map((key, i) => [key, orBlankIfNone(own[i] ?? 0)])),
      }
    })
    return inShape<ColumnDefs>(heads, rows)
  },
})
