import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from './child.ts'
import { limit, names, oracle, type Name } from './implementations.ts'
import type { Answers } from './questions.ts'
import { fasterThanOurs, tableOf } from './report.ts'
import { sameAnswers } from './same-answers.ts'
import { saveParcel } from './parcel-files.ts'
import { prepare, sizes, type Size } from './workload.ts'

/**
 * Measures every implementation at the sizes named on the command line. Each runs in a process of its own, on cells
 * delivered afresh for every repetition; its answers must equal those of the oracle before its times count.
 */

const repetitionsOf: Readonly<Record<Size, number>> = { '10k': 5, '100k': 5, '1m': 3 }

const measureSize = async (size: Size): Promise<readonly string[]> => {
  const folder = join(import.meta.dirname, size)
  saveParcel(prepare(size), folder)
  const [measured, problems] = [new Map<Name, Measurement>(), new Array<string>()]
  let expected: Answers | null = null
  for (const name of [oracle, ...names.filter((each) => each !== oracle)]) {
    const measurement = await inOwnProcess(name, folder, repetitionsOf[size])
    const difference = differenceFrom(expected, measurement.answers, name)
    expected ??= measurement.answers
    if (difference === null) measured.set(name, measurement)
    else problems.push(`${name} answers otherwise than ${oracle}: ${difference}`)
  }
  rmSync(folder, { recursive: true })
  const inOrder = new Map(names.flatMap((name) => [...measured].filter(([each]) => each === name)))
  console.log(`\n${size}: ${sizes[size].toLocaleString('en')} opportunities, medians of ${repetitionsOf[size]}\n`)
  console.log(tableOf(inOrder))
  return [...problems, ...fasterThanOurs(inOrder)].map((problem) => `${size}: ${problem}`)
}

const differenceFrom = (expected: Answers | null, found: Answers | null, name: Name): string | null => {
  if (name === limit) return null
  if (found === null) return 'it answers nothing'
  const comparison = sameAnswers(expected ?? found, found)
  return comparison.same ? null : comparison.difference
}

const inOwnProcess = (name: Name, folder: string, repetitions: number): Promise<Measurement> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'child.js'), [name, folder, String(repetitions)], {
      serialization: 'advanced',
    })
    let measurement: Measurement | null = null
    child.on('message', (message: Measurement) => (measurement = message))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (measurement === null) reject(new Error(`${name} ended with code ${code} and no measurement`))
      else resolve(measurement)
    })
  })

const wanted = process.argv.slice(2)
const known = Object.keys(sizes) as readonly Size[]
const unknown = wanted.filter((size) => !known.some((each) => each === size))
if (unknown.length > 0) {
  console.error(`There is no size ${unknown.join(', ')}; choose from ${known.join(', ')}.`)
  process.exitCode = 2
} else {
  const problems: string[] = []
  for (const size of known.filter((each) => (wanted.length === 0 ? each !== '1m' : wanted.includes(each))))
    problems.push(...(await measureSize(size)))
  console.log(['', ...problems].join('\n'))
  if (problems.length > 0) process.exitCode = 1
}
