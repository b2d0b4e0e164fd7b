import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Grid } from '#core/cells/grid'
import type { Metric } from '#core/metrics/define'
import type { Example } from '#core/metrics/example'
import { type MetricFile, metricsFolder } from './metric-files.ts'

/** A metric with its examples, and the file that defines it. */
export interface Entry extends MetricFile {
  readonly metric: Metric
  readonly examples: readonly Example[]
}

/** A grid that many examples share, with the word that links to its page. */
export interface Fixture {
  readonly title: string
  readonly grid: Grid
}

export interface Catalogue {
  /** By name. */
  readonly entries: readonly Entry[]
  readonly fixtures: readonly Fixture[]
}

/** Something about the files that a person has to put right. */
export class CatalogueError extends Error {}

const refuse = (sentence: string): never => {
  throw new CatalogueError(sentence)
}

/** Imports what the files define themselves, so that it does not matter how old the lists are. */
const source = (files: readonly MetricFile[]): string =>
  [
    ...files.flatMap(({ file, exported }, i) => [
      `import { ${exported} as metric${i} } from './${metricsFolder}/${file}.ts'`,
      `import { examples as examples${i} } from './${metricsFolder}/${file}.examples.ts'`,
    ]),
    `import { tenDeals, tenDealStages, tenDealTargets } from './${metricsFolder}/examples/ten-deals.ts'`,
    `export const loaded = [${files.map((_, i) => `[metric${i}, examples${i}]`).join(', ')}]`,
    'export const fixtures = [',
    "  { title: 'the ten deals', grid: tenDeals },",
    "  { title: 'their stages', grid: tenDealStages },",
    "  { title: 'their targets', grid: tenDealTargets },",
    ']',
  ].join('\n')

interface Loaded {
  readonly loaded: readonly (readonly [Metric, readonly Example[]])[]
  readonly fixtures: readonly Fixture[]
}

const load = async (text: string): Promise<Loaded> => {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    write: false,
  })
  const file = resolve('.cache/run', `catalogue-${process.pid}.mjs`)
  mkdirSync(dirname(file), { recursive: true })
  for (const { contents } of outputFiles) writeFileSync(file, contents)
  try {
    return (await import(pathToFileURL(file).href)) as Loaded
  } finally {
    rmSync(file, { force: true })
  }
}

const byName = (a: Entry, b: Entry): number => (a.metric.name < b.metric.name ? -1 : 1)

/** Loads every metric and its examples from their files. */
export const loadCatalogue = async (files: readonly MetricFile[]): Promise<Catalogue> => {
  for (const { file } of files)
    if (!existsSync(`${metricsFolder}/${file}.examples.ts`))
      refuse(`${metricsFolder}/${file}.ts has no examples: write ${metricsFolder}/${file}.examples.ts.`)
  const { loaded, fixtures } = await load(source(files))
  const entries = files.map((file, i): Entry => {
    const [metric, examples] = loaded[i] ?? refuse(`${metricsFolder}/${file.file}.ts was not loaded.`)
    return { ...file, metric, examples }
  })
  return { entries: entries.sort(byName), fixtures }
}
