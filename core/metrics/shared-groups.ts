import type { Texts } from '../dataset/columns.ts'
import type { Context } from './define.ts'
import { groupRows, type Grouping } from './grouping.ts'
import type { SharedGroups } from './month-forecasts.ts'
import { ownedScope } from './owned-scope.ts'
import type { Value } from './value.ts'

interface WithIds {
  readonly deal_id: Texts
}

export interface KeyedGroups extends SharedGroups {
  readonly keys: readonly (readonly Value[])[]
}

/** Group of each deal ID of the snapshots, by its code there; -1 where the deals table does not have the deal any more. */
const groupsOfIds = (ids: Texts, dealIds: Texts, dealGroups: Uint32Array): Int32Array => {
  const rowOf = new Int32Array(dealIds.labels.length).fill(-1)
  for (let row = 0; row < dealIds.length; row++) if (rowOf[dealIds.code(row)] === -1) rowOf[dealIds.code(row)] = row
  return Int32Array.from(ids.labels, (label) => {
    const code = label === '' ? -1 : dealIds.find(label)
    const row = code < 0 ? -1 : (rowOf[code] ?? -1)
    return row < 0 ? -1 : (dealGroups[row] ?? -1)
  })
}

/** Groups of the deals alone, or all of them as one, where there is no snapshot row. */
export const dealGroups = (by: Grouping | null): KeyedGroups => ({
  size: by?.size ?? 1,
  keys: by?.keys ?? [[]],
  ofDeal: (row) => by?.of[row] ?? 0,
  ofSnapshot: () => -1,
})

/** Gives the groups that snapshot rows need a number; those that the deals do not have come after theirs. */
const numberGroups = (
  { keys: own }: Grouping,
  then: Grouping,
  isNeeded: (row: number) => boolean,
): { readonly keys: readonly (readonly Value[])[]; readonly ofThen: Int32Array } => {
  const numbers = new Map(own.map((key, i) => [key.join('\n'), i]))
  const needed = new Uint8Array(then.size)
  then.of.forEach((group, row) => {
    if (needed[group] === 0 && isNeeded(row)) needed[group] = 1
  })
  const keys = [...own]
  const ofThen = Int32Array.from(then.keys, (key, group) =>
    needed[group] === 0 ? -1 : (numbers.get(key.join('\n')) ?? keys.push(key) - 1),
  )
  return { keys, ofThen }
}

/**
 * Deals, and the rows of the whole Snapshots table that lie in the scope, in the same groups. By the setting
 * `owner_scope` a snapshot row belongs where its deal is now, or where it was then; a deal that is gone stays where it
 * was.
 * Every deal counts in that: it tells whose its forecasts are.
 */
export const sharedGroups = (
  { data, tell }: Context,
  by: Grouping | null,
  dealIds: Texts | null,
  snapshots: WithIds,
): KeyedGroups => {
  const ids = snapshots.deal_id
  const inScope = ownedScope(data, ids)
  if (by === null) return { ...dealGroups(by), ofSnapshot: (row) => (inScope(row) ? 0 : -1) }
  const then = groupRows(data.whole, 'snapshots', null, by.columns.map(({ key }) => key).join(','))
  const now = dealIds === null || data.settings.owner_scope === 'then' ? null : groupsOfIds(ids, dealIds, by.of)
  const current = (row: number): number => now?.[ids.code(row)] ?? -1
  const { keys, ofThen } = numberGroups(by, then, (row) => current(row) < 0 && inScope(row))
  if (now !== null) tell('deals', () => null)
  return {
    size: keys.length,
    keys,
    ofDeal: (row) => by.of[row] ?? 0,
    ofSnapshot: (row) => {
      if (!inScope(row)) return -1
      const group = current(row)
      return group < 0 ? (ofThen[then.of[row] ?? 0] ?? -1) : group
    },
  }
}
