/** How the values of children make that of their parent. */
export type Rule = 'sum' | 'rate'

export interface Reconciled {
  readonly parent: number
  /** Σ of the children, or for rates their mean weighted by volume; NaN without any volume. */
  readonly children: number
  readonly difference: number
  /** Difference ÷ parent: above 0 over-assigned, below 0 under-assigned; NaN where the parent is 0. */
  readonly over: number
  /** Children without a value: missing, as against those at 0. */
  readonly missing: number
}

/** A measure that does not add up: its parent is the child value weighted by volume. */
const rates: ReadonlySet<string> = new Set([
  'win_rate',
  'avg_deal',
  'margin_rate',
  'selling_cost_ratio',
  'retention',
  'share',
])

export const ruleOf = (kpi: string): Rule => (rates.has(kpi.trim().toLowerCase().replaceAll(' ', '_')) ? 'rate' : 'sum')

export interface ChildValue {
  /** `null`: missing. */
  readonly value: number | null
  /** What a rate is weighted by: closed deals of a win rate, deals of an average deal, sales of a margin. */
  readonly volume?: number
}

/** Compares a parent with its children by the rule of the measure. */
export const reconcile = (rule: Rule, parent: number, children: readonly ChildValue[]): Reconciled => {
  let [total, volume, missing] = [0, 0, 0]
  for (const child of children) {
    if (child.value === null) {
      missing++
      continue
    }
    const weight = rule === 'sum' ? 1 : (child.volume ?? 0)
    total += child.value * weight
    volume += weight
  }
  const made = rule === 'sum' ? total : volume === 0 ? NaN : total / volume
  return {
    parent,
    children: made,
    difference: made - parent,
    over: parent === 0 ? NaN : (made - parent) / parent,
    missing,
  }
}

export interface Proposal {
  readonly name: string
  readonly target: number
  /** What the seller proposes; `null`: nothing yet, which is not 0. */
  readonly proposed: number | null
  /** Proposal − target; `null` without a proposal. */
  readonly gap: number | null
}

/** Top-down beside bottom-up; the gaps are what there is to talk about. */
export const besideProposals = (
  targets: readonly { readonly name: string; readonly target: number }[],
  proposals: ReadonlyMap<string, number | null>,
): readonly Proposal[] =>
  targets.map(({ name, target }) => {
    const proposed = proposals.get(name) ?? null
    return { name, target, proposed, gap: proposed === null ? null : proposed - target }
  })
