import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { saveParcel } from './parcel-files.ts'
import type { Times } from './timed-answers.ts'
import { prepare, type Size } from './workload.ts'

/**
 * Compares the core with an earlier state of itself, on the same machine in the same minutes: processes of the one and
 * the other in turn, so that what else the machine does falls on both.
 */

const turns = 4
/** What differs by less is noise. */
const tolerance = 1.05
/** Milliseconds: below this the clock is too coarse to tell. */
const shortest = 2
const size: Size = '10k'

const inOwnProcess = (program: string, folder: string): Promise<Times> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, program), [folder], { serialization: 'advanced' })
    let times: Times | null = null
    child.on('message', (message: Times) => (times = message))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (times === null) reject(new Error(`${program} ended with code ${code} and no times`))
      else resolve(times)
    })
  })

const lineOf = (name: string, [now, then]: readonly [number, number]): string =>
  `${name.padEnd(24)}${now.toFixed(1).padStart(10)}${then.toFixed(1).padStart(10)}${(now / then).toFixed(2).padStart(8)}`

const folder = join(import.meta.dirname, 'against')
saveParcel(prepare(size), folder)
const runs = { now: new Array<Times>(), then: new Array<Times>() }
for (let turn = 0; turn < turns; turn++) {
  for (const each of turn % 2 === 0 ? (['now', 'then'] as const) : (['then', 'now'] as const))
    runs[each].push(await inOwnProcess(`${each}.js`, folder))
}
rmSync(folder, { recursive: true })

/** The least of all: what else the machine does only adds to it. */
const leastMs = (times: readonly Times[], name: string): number => Math.min(...times.map((each) => each[name] ?? NaN))
const names = Object.keys(runs.then[0] ?? {}).filter((name) => runs.now[0]?.[name] !== undefined)
const compared = names.map((name) => [name, [leastMs(runs.now, name), leastMs(runs.then, name)]] as const)
const total = compared.reduce(([now, then], [, each]) => [now + each[0], then + each[1]] as const, [0, 0] as const)
const slower = compared.filter(([, [now, then]]) => now > then * tolerance && then >= shortest)

console.log(`\n${size}, the least of ${turns} processes each, ms of processor time: now, then, now ÷ then\n`)
for (const [name, pair] of [...compared].sort((a, b) => b[1][0] / b[1][1] - a[1][0] / a[1][1]))
  console.log(lineOf(name, pair))
console.log(lineOf('together', total))
console.log(`\n${slower.length} of ${compared.length} more than 5% slower, of those that took ${shortest} ms or more`)
