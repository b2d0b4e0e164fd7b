import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { PluginKind, declareFactoryPlugin } from '@stryker-mutator/api/plugin'
import { DryRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { moduleLoading } from './load-modules.mjs'
import { nearestFirst } from './nearest.mjs'

/**
 * Runs the tests as Jest does (its own jest-circus and expect), without what Jest builds around every run: a mutant
 * meets the tests that cover it within milliseconds, in modules evaluated anew for each test file.
 */

const require = createRequire(import.meta.url)
const inJest = createRequire(require.resolve('jest'))
const circus = inJest('jest-circus')
const { jestExpect } = createRequire(require.resolve('@jest/globals'))('@jest/expect')
const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus
const globals = { describe, test, it, beforeAll, beforeEach, afterAll, afterEach, expect: jestExpect }

const testFolders = ['test/core/cells', 'test/core/math', 'test/core/dataset', 'test/core/metrics']
const separator = ' › '

const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})

const testFiles = (root) => [
  'test/mutation/examples.ts',
  'test/mutation/reference.ts',
  ...testFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  ),
]

const namesAbove = (block) => (block.parent ? [...namesAbove(block.parent), block.name] : [])
const idOf = (file, { parent, name }) => [file, ...namesAbove(parent), name].join(separator)

const resultOf = (root, file, test) => {
  const id = idOf(file, test)
  const common = { id, name: id, fileName: join(root, file), timeSpentMs: test.duration ?? 0 }
  if (test.errors.length === 0) return { ...common, status: TestStatus.Success }
  return { ...common, status: TestStatus.Failed, failureMessage: String(test.errors[0]?.[0] ?? test.errors[0]) }
}

const skipUnless = (isWanted, file, block) => {
  for (const child of block.children) {
    if (child.type === 'describeBlock') skipUnless(isWanted, file, child)
    else if (!isWanted(idOf(file, child))) child.mode = 'skip'
  }
}

/** A test that takes more computing than this, in ms, meets only the mutants of the file that it is named after. */
const slowTest = 500
const slowTestsFile = '.slow-tests.json'

/** The test files for a mutant of `source`, nearest first: those with a covering test, or for a static mutant all that load it. */
const plan = (source, tests, testFilter) => {
  if (testFilter === undefined)
    return nearestFirst(
      source,
      tests.filter(({ loads }) => loads.includes(source)),
    )
  const covering = new Set(testFilter.map((id) => id.split(separator)[0]))
  return nearestFirst(
    source,
    tests.filter(({ file }) => covering.has(file)),
  )
}

const activate = (mutant, hitLimit) => {
  stryker.mutantCoverage = undefined
  stryker.activeMutant = mutant
  stryker.hitLimit = hitLimit
  stryker.hitCount = hitLimit === undefined ? undefined : 0
}

class CircusRunner {
  /** The sandbox: Stryker makes it the working folder before it asks for a runner. */
  #root = process.cwd()
  #newLoader = moduleLoading(this.#root, { '@jest/globals': globals })
  #tests = []
  #slow = new Set()

  capabilities() {
    return { reloadEnvironment: true }
  }

  init() {
    this.#tests = testFiles(this.#root).map((file) => ({ file, loads: this.#loadedBy(file) }))
    const known = join(this.#root, slowTestsFile)
    if (existsSync(known)) this.#slow = new Set(JSON.parse(readFileSync(known, 'utf8')))
    return Promise.resolve()
  }

  async dryRun({ coverageAnalysis }) {
    stryker.mutantCoverage = coverageAnalysis === 'off' ? undefined : { static: {}, perTest: {} }
    const tests = []
    for (const { file } of this.#tests) {
      const results = await this.#run(file, { isWanted: () => true, bail: false })
      if (new Set(results.map(({ id }) => id)).size < results.length)
        return { status: DryRunStatus.Error, errorMessage: `${file} has two tests of one name.` }
      tests.push(...results)
    }
    this.#slow = new Set(tests.flatMap(({ id, computingMs }) => (computingMs > slowTest ? [id] : [])))
    writeFileSync(join(this.#root, slowTestsFile), JSON.stringify([...this.#slow]))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit, disableBail }) {
    const source = relative(this.#root, sandboxFileName)
    const covering = testFilter === undefined ? null : new Set(testFilter)
    const tests = []
    activate(activeMutant.id, hitLimit)
    try {
      for (const { file, isOwn } of plan(source, this.#tests, testFilter)) {
        const isWanted = (id) => (covering?.has(id) ?? true) && (isOwn || !this.#slow.has(id))
        tests.push(...(await this.#run(file, { isWanted, bail: !disableBail })))
        const overrun = determineHitLimitReached(stryker.hitCount, hitLimit)
        if (overrun !== undefined) return toMutantRunResult(overrun)
        if (!disableBail && tests.some(({ status }) => status === TestStatus.Failed)) break
      }
      return toMutantRunResult({ status: DryRunStatus.Complete, tests }, disableBail)
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) })
    } finally {
      activate(undefined, undefined)
    }
  }

  /** The files that a test file loads, without running a test. */
  #loadedBy(file) {
    circus.resetState()
    const { load, files } = this.#newLoader()
    load(join(this.#root, file))
    return files().map((loaded) => relative(this.#root, loaded))
  }

  /** Runs the wanted tests of a file from fresh modules; with `bail` none after the first failure. */
  async #run(file, { isWanted, bail }) {
    const results = []
    let startedAt = process.cpuUsage()
    const onEvent = ({ name, test }, state) => {
      if (name === 'run_start') skipUnless(isWanted, file, state.rootDescribeBlock)
      if (name === 'test_started') {
        startedAt = process.cpuUsage()
        stryker.currentTestId = idOf(file, test)
      }
      if (name !== 'test_done') return
      stryker.currentTestId = undefined
      results.push({ ...resultOf(this.#root, file, test), computingMs: process.cpuUsage(startedAt).user / 1000 })
      if (bail && test.errors.length > 0) state.testNamePattern = /(?!)/
    }
    circus.resetState()
    circus.addEventHandler(onEvent)
    try {
      this.#newLoader().load(join(this.#root, file))
      const { unhandledErrors } = await circus.run()
      if (unhandledErrors.length > 0) throw new Error(unhandledErrors.join('\n'))
      return results
    } finally {
      circus.removeEventHandler(onEvent)
    }
  }
}

const newRunner = () => new CircusRunner()
newRunner.inject = []

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'circus', newRunner)]
