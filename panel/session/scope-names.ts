import { Texts } from '#core/dataset/columns'
import type { Dataset } from '#core/dataset/dataset'
import { SpmError } from '#core/errors'
import type { ScopeNames } from './views.ts'

const textsIn = (data: Dataset, field: string): readonly string[] => {
  try {
    const column = data.anyColumn('deals', field)
    return column instanceof Texts ? column.labels : []
  } catch (error) {
    if (error instanceof SpmError) return []
    throw error
  }
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => name !== ''))].sort()

/** Whose figures can be asked for, by the names that the data has. */
export const scopeNames = (data: Dataset): ScopeNames => {
  const { names, teamOf, regionOf, resolve } = data.people
  return {
    teams: sorted([...textsIn(data, 'team'), ...names.map(teamOf)]),
    regions: sorted([...textsIn(data, 'region'), ...names.map(regionOf)]),
    people: sorted([...textsIn(data, 'owner').map(resolve), ...names]),
  }
}
