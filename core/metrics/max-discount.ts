import { SpmError } from '../errors.ts'
import { discountCeiling, portfolioMargin, volumeToKeep } from '../targets/margin.ts'
import { normalise } from '../targets/weights.ts'
import { defineMetric } from './define.ts'
import { needNumber, needShare, optionalNumber } from './need-number.ts'
import { needList, readAmounts, readNames, readNumberList, sameLength } from './number-list.ts'
import { noAnswer } from './value.ts'

/** Shares of the value at list prices; even where none are given. */
const sharesOf = (text: string | null, count: number): readonly number[] =>
  normalise(
    sameLength('shares', readNumberList('shares', text), count).map((share) => (text === null ? 1 : (share ?? 0))),
    'shares',
  )

const ceilingOf = (margin: number, target: number) => {
  const ceiling = discountCeiling(margin, target)
  return {
    ceiling,
    volume: ceiling < margin ? volumeToKeep(margin, ceiling) : noAnswer('Nothing is left of the margin.'),
  }
}

export const maxDiscount = defineMetric({
  name: 'MAX_DISCOUNT',
  title: 'Discount ceiling',
  family: 'targets',
  about: 'The highest discount off list prices at which a gross margin is kept.',
  variant:
    '(margin at list − target margin) ÷ (1 − target margin); of several products first the same discount on all of them, by their shares of the value at list prices, then that of each alone; below 0 the price has to rise; volume = how much more has to be sold at that discount for the margin in money of list prices, discount ÷ (margin at list − discount)',
  params: {
    margins: {
      type: 'text',
      about: 'Margin at list prices, or that of each product: 0.6, a range, or numbers with commas.',
    },
    target: optionalNumber('The margin to keep, as a share of net sales: 0.5 for 50%.'),
    shares: {
      type: 'text',
      about:
        'How much of the value at list prices each product has: a range, or numbers with commas. Left out, all the same.',
    },
    products: { type: 'text', about: 'The names of the products: a range, or names with commas. Left out, numbers.' },
  },
  columns: {
    product: { label: 'Product', kind: 'text' },
    share: { label: 'Share at list', kind: 'percent' },
    margin: { label: 'Margin at list', kind: 'percent' },
    ceiling: { label: 'Discount ceiling', kind: 'percent' },
    volume: { label: 'Volume to keep margin', kind: 'percent' },
  },
  scalar: 'ceiling',
  chart: { kind: 'bar', category: 'product', series: ['ceiling'] },
  sources: ['D-18'],
  compute({ margins, target, shares: given, products }, { note }) {
    const goal = needShare('target', needNumber('target', target, '0.5'))
    const list = needList('margins', readAmounts('margins', margins), '0.65,0.55,0.4')
    list.forEach((margin) => needShare('margins', margin))
    const shares = sharesOf(given, list.length)
    const whole = portfolioMargin(list.map((margin, i) => ({ margin, share: shares[i] ?? 0 })))
    if (goal === 1) throw new SpmError('argument', 'The target margin is 1 (100%); it must be below that.')
    if (whole < goal)
      note('The margin at list prices is below the target: prices have to rise, by the discount below 0.')
    const all = { product: 'All', share: 1, margin: whole, ...ceilingOf(whole, goal) }
    if (list.length === 1) return [all]
    const names = readNames(products, list.length, 'Product')
    return [
      all,
      ...list.map((margin, i) => ({
        product: names[i] ?? '',
        share: shares[i] ?? 0,
        margin,
        ...ceilingOf(margin, goal),
      })),
    ]
  },
})
