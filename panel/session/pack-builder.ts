import type { Dataset } from '#core/dataset/dataset'
import { SpmError } from '#core/errors'
import { buildPack, type Pack } from '#core/report/build-pack'

export { carryOver } from '#core/report/carry-over'

const built = new WeakMap<Dataset, Map<string, Pack>>()

/**
 * The pack as it would be written; the same question about the same cells is worked out once.
 *
 * @throws SpmError where the data cannot answer
 */
export const packFrom = (data: Dataset, pack: string, scope: string): Pack => {
  const known = built.get(data) ?? new Map<string, Pack>()
  built.set(data, known)
  const key = JSON.stringify([pack, scope])
  const made = known.get(key) ?? buildPack({ pack, data, scope: scope === '' ? null : scope })
  if (!made.ok) throw new SpmError(made.code, made.reason)
  known.set(key, made)
  return made
}
