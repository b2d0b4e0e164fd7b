import type { Day } from '#core/cells/day'
import { asOf } from './calendar.ts'
import type { Deal, DealState } from './deal.ts'
import { standingsOf, type Standing } from './standing.ts'

/** Faults in how the deals were written down, by deal id. */
export interface Blemishes {
  /** A creation date that cannot be right. */
  readonly createdAs: ReadonlyMap<string, Day>
  /** Deals in which one owner is spelled as in an old system. */
  readonly aliased: ReadonlySet<string>
  readonly spacedStage: ReadonlySet<string>
  readonly spacedRegion: ReadonlySet<string>
  /** Deals kept as two lines, with the share of the amount in the first one. */
  readonly twoLines: ReadonlyMap<string, number>
}

const aliasOwner = 'Elin Söderberg'
const alias = 'E. Soderberg'

/** The owner as the deal has it written down. */
export const ownerWritten = ({ aliased }: Blemishes, { id }: Deal, { owner }: DealState): string =>
  owner === aliasOwner && aliased.has(id) ? alias : owner

const everyNth = <T>(items: readonly T[], n: number): readonly T[] => items.filter((_, i) => i % n === n - 1)
const ids = (standing: readonly Standing[]): readonly string[] => standing.map(({ deal }) => deal.id)

const wrongDates = (open: readonly Standing[], won: readonly Standing[]): ReadonlyMap<string, Day> => {
  const young = open.filter(({ state }) => state.created >= asOf - 45).slice(2, 4)
  const late = won.filter(({ state }) => (state.amount ?? 0) > 0).slice(-30, -28)
  return new Map([
    ...young.map(({ deal, state }) => [deal.id, state.created + 365] as const),
    ...late.map(({ deal, state }) => [deal.id, (state.closedAt ?? state.created) + 6] as const),
  ])
}

export const blemishesOf = (deals: readonly Deal[]): Blemishes => {
  const standing = standingsOf(deals)
  const open = standing.filter(({ state }) => state.status === 'open')
  const won = standing.filter(({ state }) => state.status === 'won')
  const aliased = everyNth(
    standing.filter(({ state }) => state.owner === aliasOwner),
    12,
  )
  const sizeable = open.filter(({ deal, state }) => deal.product.name === 'Pumps' && (state.amount ?? 0) > 60_000)
  return {
    createdAs: wrongDates(open, won),
    aliased: new Set(ids(aliased)),
    spacedStage: new Set(ids(everyNth(open, 60))),
    spacedRegion: new Set(ids(everyNth(standing, 140))),
    twoLines: new Map(ids(sizeable.slice(0, 1)).map((id) => [id, 0.7])),
  }
}
