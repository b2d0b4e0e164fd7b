import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { groupRows, type Grouping } from './grouping.ts'
import type { SharedGroups } from './month-forecasts.ts'
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

/** Groups of the deals alone, or all of them as one; snapshot rows are in the first. */
export const dealGroups = (by: Grouping | null): KeyedGroups => ({
  size: by?.size ?? 1,
  keys: by?.keys ?? [[]],
  ofDeal: (row) => by?.of[row] ?? 0,
  ofSnapshot: () => 0,
})

/**
 * Deals and snapshot rows in the same groups. By the setting `owner_scope` a snapshot row belongs where its deal is now,
 * or where it was then; a deal that is gone stays where it was.
 */
export const sharedGroups = (
  data: Dataset,
  by: Grouping | null,
  dealIds: Texts | null,
  snapshots: WithIds,
): KeyedGroups => {
  if (by === null) return dealGroups(by)
  const then = groupRows(data, 'snapshots', null, by.columns.map(({ key }) => key).join(','))
  const numbers = new Map(by.keys.map((key, i) => [key.join('\n'), i]))
  const keys = [...by.keys]
  const ofThen = then.keys.map((key) => {
    const known = numbers.get(key.join('\n'))
    return known ?? keys.push(key) - 1
  })
  const now =
    dealIds === null || data.settings.owner_scope === 'then' ? null : groupsOfIds(snapshots.deal_id, dealIds, by.of)
  return {
    size: keys.length,
    keys,
    ofDeal: (row) => by.of[row] ?? 0,
    ofSnapshot: (row) => {
      const current = now?.[snapshots.deal_id.code(row)] ?? -1
      return current < 0 ? (ofThen[then.of[row] ?? 0] ?? 0) : current
    },
  }
}
