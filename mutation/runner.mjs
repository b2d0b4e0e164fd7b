import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { PluginKind, declareFactoryPlugin } from '@stryker-mutator/api/plugin'
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached } from '@stryker-mutator/api/test-runner'
import { LoadError, Modules } from './load-modules.mjs'
import { planAll } from './plan.mjs'
import { testTree } from './test-tree.mjs'

/**
 * Runs the tests in one process that keeps the modules of the code: a mutant is switched on, what modules remember is
 * forgotten, and the tests that meet it run, nearest first, until one fails. For a static mutant, its file and those that
 * need it are evaluated anew. Test files are evaluated anew for every mutant, so that no state of theirs outlives it.
 */

const testFolders = ['test/core', 'test/mutation']
const isTest = (name) =>
  (name.endsWith('.test.ts') && !name.startsWith('test/core/report/')) || name.startsWith('test/mutation/')
const planFile = '.plan.json'

const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})

const testFiles = (root) =>
  testFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => `${folder}/${name}`)
      .filter(isTest),
  )

/** What runs under the name of a test counts as covered by it; without one, as static. */
const under = (id, run) => {
  const before = stryker.currentTestId
  stryker.currentTestId = id
  try {
    return run()
  } finally {
    stryker.currentTestId = before
  }
}

const activate = (mutant, hitLimit) => {
  stryker.mutantCoverage = undefined
  stryker.activeMutant = mutant
  stryker.hitLimit = hitLimit
  stryker.hitCount = hitLimit === undefined ? undefined : 0
}

const msSince = (startedAt) => process.cpuUsage(startedAt).user / 1000

const timed = async (id, run) => {
  const startedAt = process.cpuUsage()
  stryker.currentTestId = id
  try {
    await run()
    return { id, error: null, ms: msSince(startedAt) }
  } catch (error) {
    return { id, error: messageOf(error), ms: 0 }
  } finally {
    stryker.currentTestId = undefined
  }
}

const messageOf = (error) => String(error?.message ?? error).slice(0, 500)

class Runner {
  /** The sandbox: Stryker makes it the working folder before it asks for a runner. */
  #root = process.cwd()
  #tree = testTree()
  #modules = new Modules(this.#root, { '@jest/globals': this.#tree.globals }, (evaluate) => under(undefined, evaluate))
  #files = testFiles(this.#root)
  /** The tests, and of each mutant those that it meets, in order. */
  #plan = { tests: [], byMutant: {} }
  /** How many mutants each test killed, by the file of the mutants: tests that did come first. */
  #kills = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  init() {
    stryker.mutantCoverage = { static: {}, perTest: {} }
    const load = this.#modules.newLoader()
    for (const file of this.#files) this.#collect(load, file)
    if (existsSync(planFile)) this.#plan = JSON.parse(readFileSync(planFile, 'utf8'))
    return Promise.resolve()
  }

  async dryRun() {
    const tests = []
    for (const file of this.#files) {
      this.#modules.forget()
      const startedAt = process.cpuUsage()
      const found = under(file, () => this.#collect(this.#modules.newLoader(), file))
      const loadMs = msSince(startedAt)
      const loads = this.#modules.loadedBy(join(this.#root, file))
      for (const [id, run] of found) tests.push({ ...(await timed(id, run)), file, loads, loadMs })
    }
    const failed = tests.find(({ error }) => error !== null)
    if (failed !== undefined) return { status: DryRunStatus.Error, errorMessage: `${failed.id}: ${failed.error}` }
    const { byMutant, mutantCoverage } = planAll(this.#root, this.#modules.mutants(), tests, stryker.mutantCoverage)
    this.#plan = { tests: tests.map(({ id, file }) => ({ id, file })), byMutant }
    writeFileSync(planFile, JSON.stringify(this.#plan))
    return {
      status: DryRunStatus.Complete,
      tests: tests.map(({ id, file, ms }) => ({
        ...{ id, name: id, fileName: join(this.#root, file), timeSpentMs: ms },
        status: TestStatus.Success,
      })),
      mutantCoverage,
    }
  }

  async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit }) {
    const isStatic = testFilter === undefined
    const load = this.#modules.newLoader(isStatic ? this.#modules.dependentsOf(sandboxFileName) : undefined)
    this.#modules.forget()
    activate(activeMutant.id, hitLimit)
    try {
      return await this.#firstFailure(load, activeMutant.id, relative(this.#root, sandboxFileName))
    } finally {
      activate(undefined, undefined)
    }
  }

  /** Runs the tests that the mutant meets until one fails. */
  async #firstFailure(load, mutant, source) {
    const collected = new Map()
    const planned = this.#plan.byMutant[mutant] ?? []
    const hasOverrun = () => determineHitLimitReached(stryker.hitCount, stryker.hitLimit)
    let nrOfTests = 0
    for (const { id, file } of this.#bestFirst(source, planned)) {
      nrOfTests++
      const error = await this.#failureOf(load, collected, file, id)
      const overrun = hasOverrun()
      if (overrun !== undefined) return { status: MutantRunStatus.Timeout, reason: overrun.reason }
      if (error instanceof LoadError && !this.#modules.isOfTests(error.file))
        return { status: MutantRunStatus.Error, errorMessage: messageOf(error) }
      if (error === null) continue
      this.#countKill(source, id)
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: messageOf(error), nrOfTests }
    }
    return { status: MutantRunStatus.Survived, nrOfTests }
  }

  /** What the test throws, or its file when it is loaded; `null` where nothing. */
  async #failureOf(load, collected, file, id) {
    try {
      if (!collected.has(file)) collected.set(file, this.#collect(load, file))
      const run = collected.get(file).get(id)
      if (run === undefined) return new Error('The test is not declared any more.')
      await run()
      return null
    } catch (error) {
      return error
    }
  }

  #collect(load, file) {
    return this.#tree.collect(file, () => load(join(this.#root, file)))
  }

  /** The planned tests, those first that noticed most mutants of this file so far. */
  #bestFirst(source, planned) {
    const kills = this.#kills.get(source)
    const tests = planned.map((place) => this.#plan.tests[place])
    if (kills === undefined) return tests
    return tests.sort((a, b) => (kills.get(b.id) ?? 0) - (kills.get(a.id) ?? 0))
  }

  #countKill(source, id) {
    const kills = this.#kills.get(source) ?? new Map()
    this.#kills.set(source, kills.set(id, (kills.get(id) ?? 0) + 1))
  }
}

const newRunner = () => new Runner()
newRunner.inject = []

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'one-process', newRunner)]
