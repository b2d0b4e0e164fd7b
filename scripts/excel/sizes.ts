import { gzipSync } from 'node:zlib'
import type { Metafile } from 'esbuild'
import type { Script } from './bundle.ts'

/** What is loaded together: the scripts of one entry with all that they import. */
export interface ChunkSize {
  readonly name: string
  /** Bytes as they are sent, compressed by gzip. */
  readonly gzip: number
  /** The most that it may have. */
  readonly budget: number
}

const kilobyte = 1000

interface Budget {
  readonly name: string
  readonly budget: number
  /** Whether what comes only when it is asked for counts as well: the largest of it, since one formula needs one. */
  readonly withLargest: boolean
}

/** The first chunk of the panel; and the functions with core and the largest family of metrics (docs/architecture.md). */
const budgets: Readonly<Record<string, Budget>> = {
  'excel-addin/taskpane.ts': {
    name: 'the panel, before anything else is asked for',
    budget: 225 * kilobyte,
    withLargest: false,
  },
  'excel-addin/functions.ts': {
    name: 'functions and core, with the largest family of metrics',
    budget: 120 * kilobyte,
    withLargest: true,
  },
}

const unbounded = (name: string): Budget => ({ name, budget: Infinity, withLargest: false })

/** Scripts with those that they import, those left out that come only when they are asked for. */
const loadedWith = (meta: Metafile, outputs: readonly string[]): readonly string[] => {
  const found = new Set(outputs)
  for (const each of found)
    for (const { path, kind } of meta.outputs[each]?.imports ?? []) if (kind === 'import-statement') found.add(path)
  return [...found]
}

const askedFor = (meta: Metafile, outputs: readonly string[]): readonly string[] =>
  outputs.flatMap((output) =>
    (meta.outputs[output]?.imports ?? []).flatMap(({ path, kind }) => (kind === 'dynamic-import' ? [path] : [])),
  )

/** How large each part is that the panel and Excel load by itself. */
export const chunkSizes = (
  scripts: readonly Script[],
  entries: ReadonlyMap<string, string>,
  meta: Metafile,
): readonly ChunkSize[] => {
  const gzip = new Map(scripts.map(({ path, contents }) => [`dist/excel/${path}`, gzipSync(contents).length]))
  const sizeOf = (outputs: readonly string[]): number =>
    loadedWith(meta, outputs).reduce((sum, output) => sum + (gzip.get(output) ?? 0), 0)
  return [...entries].map(([entry, path]) => {
    const { name, budget, withLargest } = budgets[entry] ?? unbounded(entry)
    const first = loadedWith(meta, [`dist/excel/${path}`])
    const further = withLargest ? askedFor(meta, first) : []
    return { name, gzip: Math.max(sizeOf(first), ...further.map((output) => sizeOf([...first, output]))), budget }
  })
}

/** One line for each part. */
export const sizeLines = (sizes: readonly ChunkSize[]): readonly string[] =>
  sizes.map(
    ({ name, gzip, budget }) =>
      `${gzip <= budget ? '✓' : '✗'} ${name}: ${(gzip / kilobyte).toFixed(1)} of ${budget / kilobyte} kB (gzip)`,
  )
