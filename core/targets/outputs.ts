import type { Model } from './model.ts'
import { breakDown, type Tree } from './tree.ts'
import type { Unit } from './parameter.ts'

export interface Output {
  readonly key: string
  readonly label: string
  readonly unit: Unit
  of(tree: Tree): number
}

/** What the model gives, and what can be solved for or tested. */
export const outputs = {
  deals: { label: 'Deals to win', unit: 'number', of: ({ total }: Tree) => total.deals },
  opportunities: { label: 'Opportunities to create', unit: 'number', of: ({ total }: Tree) => total.opportunities },
  pipeline: { label: 'Pipeline to create', unit: 'money', of: ({ total }: Tree) => total.pipeline },
  coverage: { label: 'Coverage needed', unit: 'number', of: ({ total }: Tree) => total.coverage },
  first_meetings: { label: 'First meetings', unit: 'number', of: ({ total }: Tree) => total.firstMeetings },
  progress_meetings: { label: 'Progress meetings', unit: 'number', of: ({ total }: Tree) => total.progressMeetings },
  meetings: { label: 'Meetings', unit: 'number', of: ({ total }: Tree) => total.meetings },
  contacts: { label: 'Contacts', unit: 'number', of: ({ total }: Tree) => total.contacts },
  meetings_per_seller: { label: 'Meetings per seller', unit: 'number', of: (tree: Tree) => tree.perSeller },
  meetings_per_seller_month: {
    label: 'Meetings per seller and selling month',
    unit: 'number',
    of: (tree: Tree) => tree.perSellerMonth,
  },
  open: { label: 'Open opportunities needed', unit: 'number', of: ({ total }: Tree) => total.open },
  hours: { label: 'Selling hours', unit: 'hours', of: ({ total }: Tree) => total.hours },
  selling_cost: { label: 'Selling cost', unit: 'money', of: (tree: Tree) => tree.sellingCost },
  selling_cost_ratio: { label: 'Selling cost ÷ sales', unit: 'share', of: (tree: Tree) => tree.sellingCostRatio },
  margin: { label: 'Margin', unit: 'share', of: (tree: Tree) => tree.margin },
} as const satisfies Readonly<Record<string, Omit<Output, 'key'>>>

export type OutputKey = keyof typeof outputs
export const outputKeys = Object.keys(outputs) as readonly OutputKey[]

export const outputOf = (model: Model, key: OutputKey): number => outputs[key].of(breakDown(model))
