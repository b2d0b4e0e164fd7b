import { findMetricFiles } from './generate/metric-files.ts'
import { exampleList, metricList } from './generate/metric-lists.ts'
import { findStaleOutputs, writeOutputs } from './generate/output.ts'

const metrics = findMetricFiles()
const outputs = [metricList(metrics), exampleList(metrics)]

if (process.argv.includes('--check')) {
  const stale = findStaleOutputs(outputs)
  for (const file of stale) console.error(`${file} is out of date: npm run generate`)
  if (stale.length > 0) process.exitCode = 1
} else {
  for (const file of writeOutputs(outputs)) console.log(`wrote ${file}`)
}
