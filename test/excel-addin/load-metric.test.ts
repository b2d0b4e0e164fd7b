import { expect, test } from '@jest/globals'
import { familyOf } from '#excel-addin/functions/families/index.ts'
import { loadMetric } from '#excel-addin/functions/load-metric.ts'
import { metrics } from '#core/metrics/index'

test('every metric is found in its family', async () => {
  expect(Object.keys(familyOf).sort()).toEqual(metrics.map(({ name }) => name).sort())
  for (const metric of metrics) expect(await loadMetric(metric.name)).toBe(metric)
})

test('a name that no family has is refused with what to do', async () => {
  await expect(loadMetric('NONE')).rejects.toThrow(
    'NONE could not be loaded. Open the panel (Home, Open panel), then enter the formula again.',
  )
})
