import { parseArgs } from 'node:util'
import { fallsShort, type Outcome, type Proof, type Topic } from './outcome.ts'
import { mainProofs } from './main/index.ts'
import { metricProofs } from './metrics/index.ts'

/** Each topic runs the lines that its part of the product must show. */
const topics: Readonly<Record<string, Topic>> = { main: mainProofs, metrics: metricProofs }

const usage = (): string =>
  [
    'npm run proof TOPIC                       repeats every proof of a topic',
    'npm run proof TOPIC -- --only PART,PART   only some of its parts',
    '',
    ...Object.entries(topics).map(([topic, parts]) => `${topic}: ${Object.keys(parts).join(', ')}`),
  ].join('\n')

interface Request {
  readonly topic: string
  readonly parts: readonly (readonly [string, Proof])[]
}

const options = { only: { type: 'string' } } as const

/** The words of the command line; a sentence where one of them is not known. */
const readWords = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What the command line asks for; a sentence where it asks for something that is not there. */
const readRequest = (argv: string[]): Request | string => {
  const words = readWords(argv)
  if (typeof words === 'string') return words
  const [name = '', ...rest] = words.positionals
  const topic = topics[name]
  if (topic === undefined || rest.length > 0) return `There is no topic "${words.positionals.join(' ')}".`
  const wanted = words.values.only?.split(',') ?? Object.keys(topic)
  const unknown = wanted.find((part) => topic[part] === undefined)
  if (unknown !== undefined) return `The topic ${name} has no part "${unknown}".`
  return { topic: name, parts: Object.entries(topic).filter(([part]) => wanted.includes(part)) }
}

/** A proof that breaks off falls short; the next ones are run all the same. */
async function* unbroken(part: string, proof: Proof): AsyncGenerator<Outcome> {
  try {
    yield* proof()
  } catch (error) {
    yield fallsShort(part, `broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}

/** Prints one line for each outcome, and says whether none falls short. */
const run = async ({ topic, parts }: Request): Promise<boolean> => {
  const count = { holds: 0, 'falls short': 0, 'not run': 0 }
  for (const [part, proof] of parts)
    for await (const { name, value, state } of unbroken(part, proof)) {
      count[state]++
      console.log(`${state === 'falls short' ? '✗ ' : ''}${name}: ${value}`)
    }
  console.log(
    `${topic}: ${count.holds} hold, ${count['falls short']} fall short, ${count['not run']} could not be run here`,
  )
  return count['falls short'] === 0
}

const argv = process.argv.slice(2)
if (argv.length === 0) console.log(usage())
else {
  const request = readRequest(argv)
  if (typeof request === 'string') {
    console.error(`${request}\n\n${usage()}`)
    process.exitCode = 2
  } else process.exitCode = (await run(request)) ? 0 : 1
}
