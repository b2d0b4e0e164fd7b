import type { Family, Metric } from '#core/metrics/define'
import { familyOf, loadFamily } from './families/index.ts'

const loading = new Map<Family, Promise<readonly Metric[]>>()

const listOf = (family: Family): Promise<readonly Metric[]> => {
  const list = loading.get(family) ?? loadFamily[family]().then(({ metrics }) => metrics)
  loading.set(family, list)
  return list.catch((error: unknown) => {
    loading.delete(family)
    throw error
  })
}

/**
 * The metric of that name, with its family: what a workbook does not ask for is never loaded. Rejects where it cannot be
 * loaded; the next call tries again.
 */
export const loadMetric = async (name: string): Promise<Metric> => {
  const family = familyOf[name]
  const found = family === undefined ? undefined : (await listOf(family)).find((metric) => metric.name === name)
  if (found !== undefined) return found
  throw new Error(`${name} could not be loaded. Open the panel (Home, Open panel), then enter the formula again.`)
}
