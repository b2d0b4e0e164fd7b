import { readdirSync } from 'node:fs'
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

const skipAllBut = (wanted, file, block) => {
  for (const child of block.children) {
    if (child.type === 'describeBlock') skipAllBut(wanted, file, child)
    else if (!wanted.has(idOf(file, child))) child.mode = 'skip'
  }
}

/** The wanted tests of each file, nearest file first; a static mutant has no list and meets every file that loads it. */
const plan = (source, tests, testFilter) => {
  if (testFilter === undefined)
    return nearestFirst(
      source,
      tests.filter(({ loads }) => loads.includes(source)),
    )
  const wantedOf = new Map()
  for (const id of testFilter) {
    const [file] = id.split(separator)
    wantedOf.set(file, (wantedOf.get(file) ?? new Set()).add(id))
  }
  const covering = tests.flatMap((test) =>
    wantedOf.has(test.file) ? [{ ...test, wanted: wantedOf.get(test.file) }] : [],
  )
  return nearestFirst(source, covering)
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

  capabilities() {
    return { reloadEnvironment: true }
  }

  init() {
    this.#tests = testFiles(this.#root).map((file) => ({ file, loads: this.#loadedBy(file) }))
    return Promise.resolve()
  }

  async dryRun({ coverageAnalysis }) {
    stryker.mutantCoverage = coverageAnalysis === 'off' ? undefined : { static: {}, perTest: {} }
    const tests = []
    for (const { file } of this.#tests) {
      const results = await this.#run(file, {})
      if (new Set(results.map(({ id }) => id)).size < results.length)
        return { status: DryRunStatus.Error, errorMessage: `${file} has two tests of one name.` }
      tests.push(...results)
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit, disableBail }) {
    const tests = []
    activate(activeMutant.id, hitLimit)
    try {
      for (const { file, wanted } of plan(relative(this.#root, sandboxFileName), this.#tests, testFilter)) {
        tests.push(...(await this.#run(file, { wanted, bail: !disableBail })))
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

  /** Runs a test file from fresh modules, only the tests `wanted` where there is such a set; to the first failure with `bail`. */
  async #run(file, { wanted, bail }) {
    const results = []
    const onEvent = ({ name, test }, state) => {
      if (name === 'run_start' && wanted !== undefined) skipAllBut(wanted, file, state.rootDescribeBlock)
      if (name === 'test_started') stryker.currentTestId = idOf(file, test)
      if (name !== 'test_done') return
      stryker.currentTestId = undefined
      results.push(resultOf(this.#root, file, test))
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
