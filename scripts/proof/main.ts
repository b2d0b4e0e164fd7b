import type { Proof } from './outcome.ts'
import { mainProofs } from './main/index.ts'

/** Each topic runs the lines that its part of the product must show. */
const topics: Readonly<Record<string, readonly Proof[]>> = { main: mainProofs }

const [topic, ...rest] = process.argv.slice(2)
const proofs = topic === undefined ? undefined : topics[topic]

if (proofs === undefined || rest.length > 0) {
  console.log(`npm run proof TOPIC, where TOPIC is: ${Object.keys(topics).join(', ')}`)
  process.exitCode = topic === undefined ? 0 : 2
} else {
  let short = 0
  let skipped = 0
  let count = 0
  for (const proof of proofs)
    for await (const { name, value, state } of proof()) {
      count++
      if (state === 'falls short') short++
      if (state === 'not run') skipped++
      console.log(`${state === 'falls short' ? '✗ ' : ''}${name}: ${value}`)
    }
  console.log(`${topic ?? ''}: ${count - short - skipped} hold, ${short} fall short, ${skipped} not run here`)
  process.exitCode = short === 0 ? 0 : 1
}
