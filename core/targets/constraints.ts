import type { Model } from './model.ts'
import { breakDown, type Tree } from './tree.ts'

export type ConstraintName = 'capacity' | 'hours' | 'selling cost' | 'margin'

export interface Constraint {
  readonly name: ConstraintName
  readonly label: string
  readonly used: number
  readonly limit: number
  /** How far beyond the limit, above 0, or within it, below 0: in units of the limit's own measure. */
  readonly excess: number
  readonly holds: boolean
}

interface Rule {
  readonly name: ConstraintName
  readonly label: string
  used(tree: Tree, model: Model): number
  limit(model: Model): number
  /** `least`: the limit is the lowest that may be. */
  readonly least?: boolean
}

const rules: readonly Rule[] = [
  {
    name: 'capacity',
    label: 'meetings per ramped seller and selling month',
    used: (tree) => tree.perSellerMonth,
    limit: ({ values }) => values.capacity,
  },
  {
    name: 'hours',
    label: 'selling hours',
    used: (tree) => tree.total.hours,
    limit: ({ values }) => values.sellers * values.hours_available,
  },
  {
    name: 'selling cost',
    label: 'selling cost ÷ sales',
    used: (tree) => tree.sellingCostRatio,
    limit: ({ values }) => values.cost_cap,
  },
  {
    name: 'margin',
    label: 'margin',
    used: (tree) => tree.margin,
    limit: ({ values }) => values.margin_target,
    least: true,
  },
]

/** Relative slack for what rounding does. */
const tolerance = 1e-9

/** The constraints that the model states, each with what it uses of its limit; those without an input are left out. */
export const constraintsOf = (model: Model): readonly Constraint[] => {
  const tree = breakDown(model)
  return rules.flatMap((rule) => {
    const [used, limit] = [rule.used(tree, model), rule.limit(model)]
    if (Number.isNaN(used) || Number.isNaN(limit)) return []
    const excess = rule.least === true ? limit - used : used - limit
    return [
      {
        name: rule.name,
        label: rule.label,
        used,
        limit,
        excess,
        holds: excess <= tolerance * Math.max(1e-3, Math.abs(limit)),
      },
    ]
  })
}

/** The constraint that is nearest to its limit, or furthest beyond it; `null` where the model states none. */
export const bindingOf = (model: Model): Constraint | null =>
  constraintsOf(model).reduce<Constraint | null>(
    (worst, each) => (worst === null || nearness(each) > nearness(worst) ? each : worst),
    null,
  )

const nearness = ({ excess, limit }: Constraint): number => excess / Math.max(1e-9, Math.abs(limit))
