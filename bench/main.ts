import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheReport } from './cache.ts'
import type { Measurement } from './child.ts'
import { summaryOf, type Summary } from './summary.ts'
import { limit, names, oracle, type Name } from './implementations.ts'
import type { Answers } from './questions.ts'
import { fasterThanOurs, tableOf } from './report.ts'
import { sameAnswers } from './same-answers.ts'
import { sliderReport } from './slider.ts'
import { saveParcel } from './parcel-files.ts'
import { prepare, sizes, type Size } from './workload.ts'

/**
 * Measures every implementation at the sizes named on the command line. Each repetition runs in a process of its own, on
 * cells delivered afresh, after a warm-up on the smallest workload: neither compiling nor what an earlier repetition left
 * behind counts, as in a program that builds one pack. Its answers must equal the oracle's before its times count.
 */

const repetitionsOf: Readonly<Record<Size, number>> = { '10k': 5, '100k': 5, '1m': 3 }
const smallest: Size = '10k'

const folderOf = (size: Size): string => join(import.meta.dirname, size)

const repeated = async (name: Name, size: Size): Promise<Summary> => {
  const runs: Measurement[] = []
  for (let i = 0; i < repetitionsOf[size]; i++) runs.push(await inOwnProcess(name, folderOf(size), folderOf(smallest)))
  return summaryOf(runs)
}

const measureSize = async (size: Size): Promise<readonly string[]> => {
  for (const each of new Set([smallest, size])) saveParcel(prepare(each), folderOf(each))
  const [measured, problems] = [new Map<Name, Summary>(), new Array<string>()]
  let expected: Answers | null = null
  for (const name of [oracle, ...names.filter((each) => each !== oracle)]) {
    const summary = await repeated(name, size)
    const difference = differenceFrom(expected, summary.answers, name)
    expected ??= summary.answers
    if (difference === null) measured.set(name, summary)
    else problems.push(`${name} answers otherwise than ${oracle}: ${difference}`)
  }
  for (const each of new Set([smallest, size])) rmSync(folderOf(each), { recursive: true })
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

const inOwnProcess = (name: Name, folder: string, small: string): Promise<Measurement> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'child.js'), [name, folder, small], {
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
const others = ['cache', 'slider']
const unknown = wanted.filter((size) => !others.includes(size) && !known.some((each) => each === size))
if (unknown.length > 0) {
  console.error(`There is no size ${unknown.join(', ')}; choose from ${[...known, ...others].join(', ')}.`)
  process.exitCode = 2
} else {
  if (wanted.includes('cache')) console.log(`\nThe same range again, 100k\n\n${cacheReport().join('\n')}`)
  const problems: string[] = []
  if (wanted.includes('slider')) {
    const slider = sliderReport()
    console.log(`\nA slider of the target model\n\n${slider.lines.join('\n')}`)
    problems.push(...slider.problems)
  }
  for (const size of known.filter((each) => (wanted.length === 0 ? each !== '1m' : wanted.includes(each))))
    problems.push(...(await measureSize(size)))
  console.log(['', ...problems].join('\n'))
  if (problems.length > 0) process.exitCode = 1
}
