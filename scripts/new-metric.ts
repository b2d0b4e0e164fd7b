import { existsSync } from 'node:fs'
import type { Family } from '#core/metrics/define'
import { type NewMetric, newMetric } from './generate/new-metric.ts'
import { writeOutputs } from './generate/output.ts'

const families: Readonly<Record<Family, true>> = {
  funnel: true,
  flow: true,
  trust: true,
  forecast: true,
  activity: true,
  economics: true,
  targets: true,
}

const isFamily = (word: string): word is Family => Object.hasOwn(families, word)

/** The metric that the arguments ask for, or a sentence that says what is wrong with them. */
const readArguments = ([name = '', family = '', title = '']: readonly string[]): NewMetric | string => {
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name)) return `The name is "${name}"; write it like STALE_DEALS.`
  if (!isFamily(family)) return `The family is "${family}"; it can be ${Object.keys(families).join(', ')}.`
  if (!/^[^'\\\n]+$/.test(title)) return `The title is "${title}"; write a few words without quotation marks.`
  return { name, family, title }
}

const metric = readArguments(process.argv.slice(2))
if (typeof metric === 'string') {
  console.error(`${metric} For example: npm run new:metric -- STALE_DEALS funnel "Stale deals"`)
  process.exitCode = 2
} else {
  const outputs = newMetric(metric)
  const present = outputs.filter(({ file }) => existsSync(file))
  for (const { file } of present) console.error(`${file} exists: choose another name, or change that file.`)
  if (present.length > 0) process.exitCode = 1
  else {
    for (const file of writeOutputs(outputs)) console.log(`wrote ${file}`)
    console.log('It counts the open deals until you change it. Next: npm run generate')
  }
}
