import { SpmError } from '../errors.ts'
import { mixForMargin as nearestMix, twoProductShare } from '../targets/mix-for-margin.ts'
import { defineMetric } from './define.ts'
import { needNumber, needShare, optionalNumber } from './need-number.ts'
import { needList, readAmounts, readNames, readNumberList, sameLength } from './number-list.ts'

const beside = (what: string, leftOut: string) =>
  ({ type: 'text', about: `${what}: a range, or numbers with commas. Left out, ${leftOut}.` }) as const

/** Shares of today have to be all of net sales. */
const checked = (mix: readonly number[]): readonly number[] => {
  const sum = mix.reduce((total, share) => total + share, 0)
  if (Math.abs(sum - 1) <= 1e-6) return mix
  throw new SpmError('argument', `mix: the shares of today add up to ${sum}; they must add up to 1.`)
}

interface Found {
  readonly shares: readonly number[]
  /** `null` where it is not known. */
  readonly today: readonly number[] | null
  readonly isToday: boolean
}

/** Two products of which nothing else is known. */
const justEnough = ([first = NaN, second = NaN]: readonly number[], target: number): Found => {
  const share = twoProductShare(first, second, target)
  return { shares: [share, 1 - share], today: null, isToday: false }
}

type Lists = Readonly<Record<'mix' | 'lower' | 'upper' | 'stiffness', string | null>>

const nearest = (margins: readonly number[], target: number, lists: Lists): Found => {
  const column = (name: keyof Lists, blank: number): readonly number[] =>
    sameLength(name, readNumberList(name, lists[name]), margins.length).map((value) => value ?? blank)
  const today = checked(column('mix', lists.mix === null ? 1 / margins.length : 0))
  const [lower, upper, stiffness] = [column('lower', 0), column('upper', 1), column('stiffness', 1)]
  const items = margins.map((margin, i) => ({
    name: `product ${i + 1}`,
    margin,
    share: today[i] ?? 0,
    lower: lower[i] ?? 0,
    upper: upper[i] ?? 1,
    stiffness: stiffness[i] ?? 1,
  }))
  const { shares, binds } = nearestMix(items, target)
  return { shares, today, isToday: !binds }
}

export const mixForMargin = defineMetric({
  name: 'MIX_FOR_MARGIN',
  title: 'Mix for a margin',
  family: 'targets',
  about: 'Which shares of net sales the products need for a gross margin, moved as little as possible from today’s.',
  variant:
    'min Σ stiffness × (share − share today)² subject to Σ shares = 1, Σ share × margin ≥ target and bounds; of two products whose mix today is not given the share of the first is (target − margin of the second) ÷ (margin of the first − margin of the second)',
  params: {
    margins: { type: 'text', about: 'Margin of each product after discounts: a range, or numbers with commas.' },
    target: optionalNumber('The margin that the whole has to reach, as a share of net sales: 0.5 for 50%.'),
    mix: beside('The share of net sales that each has today', 'all the same, and for two products just enough'),
    lower: beside('The least share of each', '0'),
    upper: beside('The largest share of each', '1'),
    stiffness: beside('How hard the share of each is to move, relative to the others', '1'),
    products: { type: 'text', about: 'The names of the products: a range, or names with commas. Left out, numbers.' },
  },
  columns: {
    product: { label: 'Product', kind: 'text' },
    margin: { label: 'Margin', kind: 'percent' },
    mix: { label: 'Mix today', kind: 'percent' },
    share: { label: 'Mix needed', kind: 'percent' },
    shift: { label: 'Shift', kind: 'points' },
  },
  chart: { kind: 'column', category: 'product', series: ['mix', 'share'] },
  sources: ['D-18'],
  compute({ margins, target: given, products, ...lists }, { note }) {
    const target = needShare('target', needNumber('target', given, '0.5'))
    const list = needList('margins', readAmounts('margins', margins), '0.58,0.42')
    list.forEach((margin) => needShare('margins', margin))
    const names = readNames(products, list.length, 'Product')
    const isClosed = list.length === 2 && lists.mix === null && lists.lower === null && lists.upper === null
    const found = isClosed ? justEnough(list, target) : nearest(list, target, lists)
    if (found.isToday) note('The mix of today has that margin already, within the bounds.')
    const reached = list.reduce((sum, margin, i) => sum + margin * (found.shares[i] ?? 0), 0)
    return [
      ...list.map((margin, i) => {
        const [today = null, share = 0] = [found.today?.[i], found.shares[i]]
        return { product: names[i] ?? '', margin, mix: today, share, shift: today === null ? null : share - today }
      }),
      { product: 'All', margin: reached, mix: found.today === null ? null : 1, share: 1, shift: null },
    ]
  },
})
