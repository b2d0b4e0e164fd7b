import type { Day } from '#core/cells/day'
import type { Account } from './accounts.ts'
import type { DealType, Product } from './products.ts'
import type { Category } from './stages.ts'

/** What happened to a deal; every table of the sample is derived from these. */
export type DealEvent = { readonly day: Day } & (
  | {
      readonly kind: 'created'
      readonly owner: string
      readonly amount: number | null
      readonly closeDate: Day | null
      readonly category: Category
      readonly nextStep: string | null
    }
  | { readonly kind: 'stage'; readonly to: string; readonly category: Category }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'closeDate'; readonly date: Day }
  | { readonly kind: 'probability'; readonly probability: number }
  | { readonly kind: 'owner'; readonly to: string }
  | { readonly kind: 'note'; readonly nextStep: string | null }
  | { readonly kind: 'competitor'; readonly name: string }
  | { readonly kind: 'won' }
  | { readonly kind: 'lost'; readonly reason: string | null }
  | { readonly kind: 'reopened'; readonly closeDate: Day }
)

export interface Deal {
  readonly id: string
  readonly name: string
  readonly account: Account
  readonly product: Product
  readonly type: DealType
  readonly source: string
  readonly stakeholders: number
  /** On the list price, as a fraction. */
  readonly discount: number
  /** In order of day; the first one is `created`. */
  readonly events: readonly DealEvent[]
}

/** How a deal stands at a moment. */
export interface DealState {
  readonly created: Day
  readonly owner: string
  readonly stage: string
  readonly status: 'open' | 'won' | 'lost'
  readonly amount: number | null
  readonly probability: number
  readonly category: Category
  readonly closeDate: Day | null
  readonly firstCloseDate: Day | null
  readonly closedAt: Day | null
  /** How often the close date moved to a later month. */
  readonly pushes: number
  readonly lastModified: Day
  readonly lastStageChange: Day
  readonly lastOpenStage: string
  readonly nextStep: string | null
  readonly lostReason: string | null
  readonly competitor: string | null
}
