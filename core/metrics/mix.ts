import { nameKey } from '../dataset/people.ts'
import { deals } from '../dataset/tables/deals.ts'
import { lines } from '../dataset/tables/lines.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { common, from, maybe } from './params.ts'
import { readShares, type NamedShare } from './share-list.ts'
import { soldRows, whichDeals } from './sold-rows.ts'
import { noAnswer, type Value } from './value.ts'

const noTotal = 'The values do not add up to more than 0, so there are no shares.'
const noTarget = 'The target mix has no share for it.'

/** Half of a tenth of a percent. */
const nothing = 0.0005

/** What is not named in a target mix of 100% has a share of 0. */
interface TargetMix {
  readonly shares: ReadonlyMap<string, NamedShare>
  readonly isWhole: boolean
}

const readTarget = (text: string | null, by: Grouping | null, note: (text: string) => void): TargetMix => {
  const shares = readShares('target', text)
  const total = [...shares.values()].reduce((sum, { share }) => sum + share, 0)
  const isWhole = Math.abs(total - 1) < nothing
  if (shares.size > 0 && (by?.columns.length ?? 0) > 1)
    throw new SpmError('argument', 'target is a mix of single items: split by one column, such as by=product.')
  if (shares.size > 0 && !isWhole)
    note(`The shares of the target mix add up to ${(total * 100).toFixed(1)}%, not 100%. Correct them.`)
  return { shares, isWhole }
}

const against = (
  share: number,
  name: string,
  { shares, isWhole }: TargetMix,
): { readonly target: Value; readonly gap: Value } => {
  if (shares.size === 0) return { target: null, gap: null }
  const target = shares.get(nameKey(name))?.share ?? (isWhole ? 0 : NaN)
  if (Number.isNaN(target)) return { target: noAnswer(noTarget), gap: noAnswer(noTarget) }
  return { target, gap: Number.isNaN(share) ? noAnswer(noTotal) : share - target }
}

export const mix = defineMetric({
  name: 'MIX',
  title: 'Mix',
  family: 'economics',
  about: 'How much of the sales each product (or segment, or region) makes up, against what it should.',
  variant:
    'value of each item ÷ value of all, of the deals won and closed in the period, or of their lines where these are there; gap = share − target share in percentage points',
  params: {
    deals: from(deals, ['status'], ['value', 'closing', 'deal_id']),
    lines: maybe(lines, ['deal_id', 'product', 'net_price'], ['qty', 'rate', 'status', 'closing']),
    period: common.period,
    asOf: common.asOf,
    by: { ...common.by, instead: 'lines', default: 'product', about: `${common.by.about} Left out, by product.` },
    which: whichDeals,
    target: {
      type: 'text',
      about: 'The mix that is wanted, such as Pumps=0.6;Service=40%. Left out, none.',
    },
  },
  columns: {
    value: { label: 'Value', kind: 'money' },
    share: { label: 'Share', kind: 'percent' },
    target: { label: 'Target share', kind: 'percent' },
    gap: { label: 'Gap', kind: 'points' },
  },
  rank: 'value',
  chart: { kind: 'bar', category: 'by', series: ['share', 'target'] },
  sources: ['D-41', 'D-48'],
  compute({ deals, lines, by, target, ...wish }, context) {
    const wanted = readTarget(target, by, context.note)
    const sold = soldRows(deals, lines, by, wish, context)
    const groups = by ?? oneGroup(deals.rows)
    const counts = new GroupCounts(groups.size)
    const values = new GroupSums(groups.size)
    for (const row of sold.rows) {
      const group = sold.groups.of[row] ?? 0
      counts.add(group)
      values.add(group, sold.net(row))
    }
    const total = values.total
    const rowOf = (key: readonly Value[], value: number) => {
      const share = total > 0 ? value / total : NaN
      const shown = Number.isNaN(share) ? noAnswer(noTotal) : share
      return { group: key, value, share: shown, ...against(share, String(key[0]), wanted) }
    }
    const present = groups.keys.flatMap((key, i) => (counts.at(i) === 0 ? [] : [rowOf(key, values.at(i))]))
    const shown = new Set(present.map(({ group }) => nameKey(String(group[0]))))
    const absent = [...wanted.shares].flatMap(([key, { name }]) => (shown.has(key) ? [] : [rowOf([name], 0)]))
    return [...present, ...absent]
  },
})
