import { describe, expect, test } from '@jest/globals'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import { checkExample } from '#scripts/verify/check-example'

/** The examples of every metric through core alone; test/contract asks them through every door. */
describe.each(metrics.map((metric) => [metric.name, metric] as const))('%s', (name, metric) => {
  test.each(examples[name] ?? [])('$about', (example) => {
    expect(checkExample(metric, example)).toBeNull()
  })
})
