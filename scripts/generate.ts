import { CatalogueError, loadCatalogue } from './generate/catalogue.ts'
import { functionsJson } from './generate/functions-json.ts'
import { findMetricFiles } from './generate/metric-files.ts'
import { exampleList, familyLists, metricList } from './generate/metric-lists.ts'
import { findStaleOutputs, writeOutputs, type Output } from './generate/output.ts'
import { referenceFolder, referencePages } from './generate/reference.ts'

const derive = async (): Promise<readonly Output[]> => {
  const catalogue = await loadCatalogue(findMetricFiles())
  const { entries } = catalogue
  const lists = await Promise.all([metricList(entries), exampleList(entries), functionsJson(entries)])
  const families = await familyLists(entries)
  return [...lists, ...families, ...referencePages(catalogue)]
}

const check = (outputs: readonly Output[]): void => {
  const stale = findStaleOutputs(outputs, referenceFolder)
  for (const file of stale) console.error(`${file} is out of date: npm run generate`)
  if (stale.length > 0) process.exitCode = 1
}

try {
  const outputs = await derive()
  if (process.argv.includes('--check')) check(outputs)
  else for (const line of writeOutputs(outputs, referenceFolder)) console.log(line)
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
