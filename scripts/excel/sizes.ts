import { gzipSync } from 'node:zlib'
import type { Metafile } from 'esbuild'
import type { Script } from './bundle.ts'

/** What is loaded together: the scripts of one entry that come with it. */
export interface ChunkSize {
  readonly name: string
  /** Bytes as they are sent, compressed by gzip. */
  readonly gzip: number
  /** The most that it may have. */
  readonly budget: number
}

const kilobyte = 1000

/** The first chunk of the panel, and the functions with all of core (docs/architecture.md). */
const budgets: Readonly<Record<string, readonly [name: string, budget: number]>> = {
  'excel-addin/taskpane.ts': ['the panel, before anything else is asked for', 225 * kilobyte],
  'excel-addin/functions.ts': ['functions and core', 120 * kilobyte],
}

/** A script with those that it imports, those left out that come only when they are asked for. */
const loadedWith = (meta: Metafile, output: string): ReadonlySet<string> => {
  const found = new Set([output])
  for (const each of found)
    for (const { path, kind } of meta.outputs[each]?.imports ?? []) if (kind === 'import-statement') found.add(path)
  return found
}

/** How large each part is that the panel and Excel load by itself. */
export const chunkSizes = (
  scripts: readonly Script[],
  entries: ReadonlyMap<string, string>,
  meta: Metafile,
): readonly ChunkSize[] => {
  const gzip = new Map(scripts.map(({ path, contents }) => [path, gzipSync(contents).length]))
  const sizeOf = (output: string): number => gzip.get(output.replace('dist/excel/', '')) ?? 0
  return [...entries].flatMap(([entry, path]) => {
    const [name, budget] = budgets[entry] ?? [entry, Infinity]
    const loaded = [...loadedWith(meta, `dist/excel/${path}`)]
    return [{ name, gzip: loaded.reduce((sum, output) => sum + sizeOf(output), 0), budget }]
  })
}

/** One line for each part. */
export const sizeLines = (sizes: readonly ChunkSize[]): readonly string[] =>
  sizes.map(
    ({ name, gzip, budget }) =>
      `${gzip <= budget ? '✓' : '✗'} ${name}: ${(gzip / kilobyte).toFixed(1)} of ${budget / kilobyte} kB (gzip)`,
  )
