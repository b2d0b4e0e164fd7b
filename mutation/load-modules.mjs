import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { transformSync } from 'esbuild'

/**
 * Loads TypeScript files from `root`, each file compiled once and evaluated anew by every loader that `newLoader`
 * gives: what a module keeps (a cache, a counter) never outlives one run. `given` are modules that stand for packages.
 */
export const moduleLoading = (root, given) => {
  const compiled = new Map()
  const requirePackage = createRequire(join(root, 'package.json'))

  const compile = (file) => {
    const known = compiled.get(file)
    if (known !== undefined) return known
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: file,
    })
    const wrapped = new Script(`(function (require, module) {${code}\n})`, { filename: file })
    compiled.set(file, wrapped)
    return wrapped
  }

  const fileOf = (name, from) => {
    if (name.startsWith('#')) return `${join(root, name.slice(1))}.ts`
    return name.startsWith('.') ? resolve(dirname(from), name) : null
  }

  return () => {
    const loaded = new Map()
    const load = (file) => {
      const known = loaded.get(file)
      if (known !== undefined) return known.exports
      const module = { exports: {} }
      loaded.set(file, module)
      const require = (name) => {
        const inside = fileOf(name, file)
        return inside === null ? (given[name] ?? requirePackage(name)) : load(inside)
      }
      compile(file).runInThisContext()(require, module)
      return module.exports
    }
    return { load, files: () => [...loaded.keys()] }
  }
}
