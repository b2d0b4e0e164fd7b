import type { Deal } from './deal.ts'
import { productNamed, type Product } from './products.ts'
import { randomOf } from './random.ts'

/** One product of a deal; prices and cost are EUR per unit. */
export interface Line {
  readonly dealId: string
  readonly product: Product
  readonly quantity: number
  readonly listPrice: number
  readonly netPrice: number
  readonly unitCost: number
  readonly months: number | null
}

const toCents = (amount: number): number => Math.round(amount * 100) / 100

/** What equipment is often sold with, and its share of the amount. */
const extras = [
  { product: productNamed('Controls'), from: 0.1, to: 0.18 },
  { product: productNamed('Spare parts'), from: 0.04, to: 0.08 },
]

const lineOf = (deal: Deal, product: Product, total: number, quantity: number, months: number | null): Line => {
  const netPrice = toCents(total / quantity)
  const listPrice = toCents(netPrice / (1 - deal.discount))
  const unitCost = toCents(listPrice * (1 - product.margin))
  return { dealId: deal.id, product, quantity, listPrice, netPrice, unitCost, months }
}

const serialOf = (deal: Deal): number => Number(deal.id.slice(1))

/** What the amount of a deal consists of: the net prices times the quantities add up to it, to the cent. */
export const linesOf = (deal: Deal, amount: number, seed: number): readonly Line[] => {
  const random = randomOf(seed, 400_000 + serialOf(deal))
  const { product } = deal
  if (product.name === 'Service contracts') return [lineOf(deal, product, amount, 1, random.pick([12, 24, 36]))]
  const quantity = product.name === 'Pumping systems' ? 1 : random.pick([1, 2, 4, 5])
  const extra = random.pick(extras)
  const share = random.between(extra.from, extra.to)
  const isAlone = product.unit === 'Service' || product.name === 'Controls' || amount < 10_000 || random.chance(0.5)
  if (isAlone) return [lineOf(deal, product, amount, quantity, null)]
  const besides = Math.round((amount * share) / 100) * 100
  return [lineOf(deal, product, amount - besides, quantity, null), lineOf(deal, extra.product, besides, 1, null)]
}

export const costOf = (lines: readonly Line[]): number =>
  Math.round(lines.reduce((sum, { unitCost, quantity }) => sum + unitCost * quantity, 0))

export const listAmountOf = (lines: readonly Line[]): number =>
  Math.round(lines.reduce((sum, { listPrice, quantity }) => sum + listPrice * quantity, 0))
