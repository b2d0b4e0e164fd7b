import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const metricsFolder = 'core/metrics'

/** A metric by its file, without folder and ending, and the name under which the file exports it. */
export interface MetricFile {
  readonly file: string
  readonly exported: string
}

const definition = /^export const (\w+) = defineMetric\(/m

/** The file name of a metric, such as `stale-deals` for `STALE_DEALS`. */
export const fileName = (metric: string): string => metric.toLowerCase().replaceAll('_', '-')

/** The export of a metric, such as `staleDeals` for `STALE_DEALS`. */
export const exportName = (metric: string): string =>
  metric.toLowerCase().replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())

/** Every file of the folder that defines a metric, by name. */
export const findMetricFiles = (): readonly MetricFile[] =>
  readdirSync(metricsFolder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const exported = definition.exec(readFileSync(join(metricsFolder, name), 'utf8'))?.[1]
      return exported === undefined ? [] : [{ file: name.replace(/\.ts$/, ''), exported }]
    })
