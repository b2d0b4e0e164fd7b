import { fail } from '../errors.ts'

/** Margin after a discount, of what is still paid: 1 − (1 − g0) ÷ (1 − d). */
export const marginAfter = (listMargin: number, discount: number): number => 1 - (1 - listMargin) / (1 - discount)

/** The highest discount at which a margin is kept: (g0 − G) ÷ (1 − G). Below 0 the price has to rise. */
export const discountCeiling = (listMargin: number, target: number): number => {
  if (!(target < 1)) return fail('argument', `The target margin is ${target}; it must be below 1 (100%).`)
  return (listMargin - target) / (1 - target)
}

export interface Listed {
  /** Share of the value at list prices; shares add up to 1. */
  readonly share: number
  /** Margin at list price. */
  readonly margin: number
}

/** Margin of a portfolio at list prices: Σ list share × margin. */
export const portfolioMargin = (products: readonly Listed[]): number =>
  products.reduce((sum, { share, margin }) => sum + share * margin, 0)

/** The same discount on every product: 1 − Σ ℓ(1 − g0) ÷ (1 − G). */
export const portfolioCeiling = (products: readonly Listed[], target: number): number =>
  discountCeiling(portfolioMargin(products), target)

/** How much more has to be sold for the same margin in money: d ÷ (g0 − d). */
export const volumeToKeep = (listMargin: number, discount: number): number => {
  if (discount < listMargin) return discount / (listMargin - discount)
  return fail(
    'no-answer',
    `At a discount of ${discount} nothing is left of the margin of ${listMargin}; no volume makes up for it.`,
  )
}
