import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { examples } from '#core/metrics/examples/index'
import { tenDeals, tenDealStages, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { metrics } from '#core/metrics/index'
import { referencePages } from '#scripts/generate/reference'

/** The pages that `npm run generated` compares, out of the committed lists instead of the files. */
const pages = referencePages({
  entries: metrics.map((metric) => ({
    metric,
    examples: examples[metric.name] ?? [],
    file: metric.name.toLowerCase().replaceAll('_', '-'),
    exported: '',
  })),
  fixtures: [
    { title: 'the ten deals', grid: tenDeals },
    { title: 'their stages', grid: tenDealStages },
    { title: 'their targets', grid: tenDealTargets },
  ],
})

describe('the reference', () => {
  test.each(pages)('$file says what the code says', ({ file, text }) => {
    expect(text).toBe(readFileSync(file, 'utf8'))
  })
})
