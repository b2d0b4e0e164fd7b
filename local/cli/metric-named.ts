import { metricNamed, metrics } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { nearest } from '#core/dataset/nearest'
import { explanation } from '#core/metrics/explain'
import { SpmError } from '#core/errors'

/** `stale-deals`, `SPM.STALE_DEALS` and `SPM_STALE_DEALS` are `STALE_DEALS`. */
const canonical = (word: string): string =>
  word
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^SPM[._]/, '')

/** Whether a person means EXPLAIN, which runs another metric. */
export const isExplain = (word: string): boolean => canonical(word) === explanation.name

/** The metric that a person means, `null` where there is none of that name. */
export const maybeMetric = (word: string): Metric | null => metricNamed(canonical(word))

/** @throws SpmError `argument` with the name that comes nearest */
export const metricFor = (word: string): Metric => {
  const metric = maybeMetric(word)
  if (metric !== null) return metric
  const near = nearest(
    canonical(word),
    metrics.map(({ name }) => name),
  )
  throw new SpmError(
    'argument',
    `There is no metric "${word}".${near === null ? ' spm help lists them all.' : ` Did you mean ${near}?`}`,
  )
}
