import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { transformSync } from 'esbuild'
import { memories } from './memories.mjs'

/** The file whose own statements threw while it was loaded. */
export class LoadError extends Error {
  constructor(file, cause) {
    super(`${file}: ${cause}`, { cause })
    this.file = file
  }
}

/**
 * Loads TypeScript files from `root`. Each file is compiled once. Modules outside `test/` are evaluated once and kept;
 * those of `test/`, and those that `without` names, are evaluated anew by every loader that `newLoader` gives. What kept
 * modules remember (caches) is forgotten by `forget`. `given` are modules that stand for packages.
 */
export class Modules {
  #root
  #given
  #requirePackage
  #compiled = new Map()
  #kept = new Map()
  #memories = memories()
  /** What each evaluated file imports directly. */
  #imports = new Map()

  /** Of each file the mutants that Stryker put into it. */
  #mutants = new Map()
  #onKept

  /** @param onKept called around the evaluation of a module that is kept */
  constructor(root, given, onKept) {
    this.#onKept = onKept
    this.#root = root
    this.#given = given
    this.#requirePackage = createRequire(join(root, 'package.json'))
  }

  isOfTests(file) {
    return file.startsWith(join(this.#root, 'test/'))
  }

  forget() {
    this.#memories.forget()
  }

  /** Loads anew the files of tests and those of `without`; all others as they are kept. */
  newLoader(without = new Set()) {
    const own = new Map()
    const load = (file) => {
      const isOwn = this.isOfTests(file) || without.has(file)
      const modules = isOwn ? own : this.#kept
      const known = modules.get(file)
      if (known !== undefined) return known.exports
      const module = { exports: {} }
      modules.set(file, module)
      this.#evaluate(file, module, load, isOwn)
      return module.exports
    }
    return load
  }

  #evaluate(file, module, load, isOwn) {
    const imports = new Set()
    this.#imports.set(file, imports)
    const require = (name) => {
      const inside = this.#fileOf(name, file)
      if (inside === null) return this.#given[name] ?? this.#requirePackage(name)
      imports.add(inside)
      return load(inside)
    }
    const compiled = this.#compile(file)
    const kinds = isOwn ? globalThis : this.#memories.kinds
    const evaluate = () => compiled(require, module, kinds.Map, kinds.Set, kinds.WeakMap)
    try {
      if (isOwn) evaluate()
      else this.#memories.whileLoading(() => this.#onKept(evaluate))
    } catch (error) {
      throw error instanceof LoadError ? error : new LoadError(file, error)
    }
  }

  #fileOf(name, from) {
    if (name.startsWith('#')) return join(this.#root, name.endsWith('.ts') ? name.slice(1) : `${name.slice(1)}.ts`)
    return name.startsWith('.') ? resolve(dirname(from), name) : null
  }

  #compile(file) {
    const known = this.#compiled.get(file)
    if (known !== undefined) return known
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: file,
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(file).href) },
    })
    this.#mutants.set(file, new Set([...code.matchAll(/stryMutAct_\w+\("(\d+)"\)/g)].map(([, id]) => id)))
    const script = new Script(`(function (require, module, Map, Set, WeakMap) {${code}\n})`, { filename: file })
    const compiled = script.runInThisContext()
    this.#compiled.set(file, compiled)
    return compiled
  }

  /** Each loaded file with its mutants. */
  mutants() {
    return [...this.#mutants].filter(([, ids]) => ids.size > 0)
  }

  /** The files that `file` needs, itself among them. */
  loadedBy(file) {
    const found = new Set([file])
    for (const each of found) for (const needed of this.#imports.get(each) ?? []) found.add(needed)
    return found
  }

  /** The files that need `file`, itself among them. */
  dependentsOf(file) {
    const found = new Set([file])
    for (const each of found)
      for (const [importer, imports] of this.#imports) if (imports.has(each)) found.add(importer)
    return found
  }
}
