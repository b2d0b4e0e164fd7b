import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { saveNew } from '../files/save.ts'
import { readConfig, type SavedMap } from './config.ts'
import type { MapFacts } from './map-facts.ts'
import { sourceOf } from './saved-maps.ts'

const savedOf = (facts: MapFacts): SavedMap => ({
  source: sourceOf(facts),
  table: facts.table,
  hash: facts.hash,
  headers: facts.headers,
  map: Object.fromEntries(
    facts.fields.flatMap(({ field, saved }) => (saved === null ? [] : [[`${facts.table}.${field}`, saved]])),
  ),
})

const isReplaced = (before: SavedMap, now: readonly SavedMap[]): boolean =>
  now.some(({ source, table, hash }) => table === before.table && (source === before.source || hash === before.hash))

/**
 * Writes the mappings into a configuration, which keeps everything else that it says; a mapping that was saved for the
 * same source or the same headers is replaced.
 *
 * @throws SpmError `argument` where the file is no configuration, `file` where it cannot be written
 */
export const saveMaps = async (path: string, facts: readonly MapFacts[]): Promise<readonly SavedMap[]> => {
  const now = facts.map(savedOf)
  const exists = existsSync(path)
  const before = exists ? (await readConfig(path)).saved : []
  const rest: unknown = exists ? JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) : {}
  const saved = [...before.filter((each) => !isReplaced(each, now)), ...now]
  const text = JSON.stringify({ ...(typeof rest === 'object' ? rest : {}), saved }, null, 2)
  await saveNew(path, `${text}\n`, { force: true })
  return now
}
