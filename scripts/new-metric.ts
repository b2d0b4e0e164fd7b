import { existsSync } from 'node:fs'
import { families } from '#core/metrics/families'
import type { Family } from '#core/metrics/define'
import { type NewMetric, newMetric } from './generate/new-metric.ts'
import { writeNew } from './generate/output.ts'

const isFamily = (word: string): word is Family => families.some((family) => family === word)

const titleOf = (name: string): string => {
  const words = name.toLowerCase().replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** The metric that the arguments ask for, or a sentence that says what is wrong with them. */
const readArguments = ([name = '', family = 'funnel', title = titleOf(name)]: readonly string[]):
  NewMetric | string => {
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name)) return `The name is "${name}"; write it like STALE_DEALS.`
  if (!isFamily(family)) return `The family is "${family}"; it can be ${families.join(', ')}.`
  if (!/^[^'\\\n]+$/.test(title)) return `The title is "${title}"; write a few words without quotation marks.`
  return { name, family, title }
}

const nextSteps = (written: readonly string[]): string =>
  [
    `Wrote ${written.join(', ')}.`,
    'It counts the open deals until you change it. Next:',
    '  1. Say in the definition what it tells, which columns it needs, and how it is computed.',
    '  2. Give examples whose figures come from elsewhere: by hand, or by another program.',
    '  3. npm run generate lists it and writes its page of the reference.',
    '  4. npm test',
  ].join('\n')

const metric = readArguments(process.argv.slice(2))
if (typeof metric === 'string') {
  console.error(`${metric} For example: npm run new:metric -- STALE_DEALS trust "Stale deals"`)
  process.exitCode = 2
} else {
  const outputs = newMetric(metric)
  const present = outputs.filter(({ file }) => existsSync(file))
  for (const { file } of present) console.error(`${file} exists: choose another name, or change that file.`)
  if (present.length > 0) process.exitCode = 1
  else console.log(nextSteps(writeNew(outputs)))
}
