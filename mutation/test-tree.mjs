import { createRequire } from 'node:module'

/**
 * What test files import from Jest, without Jest around it: `expect` and the tables of `test.each` are Jest's own, and
 * tests are collected into a list instead of a tree that is run by events. Hooks are not there, since no test has one.
 */

const require = createRequire(import.meta.url)
const inJest = createRequire(require.resolve('jest'))
const { jestExpect } = createRequire(require.resolve('@jest/globals'))('@jest/expect')
const { bind } = createRequire(inJest.resolve('jest-circus'))('jest-each')

const separator = ' › '

/** The globals, and `collect`, which gives the tests that were declared while `declare` ran, by their names. */
export const testTree = () => {
  let above = []
  let tests = new Map()

  const describe = (name, body) => {
    above.push(name)
    try {
      body()
    } finally {
      above.pop()
    }
  }
  const test = (name, run) => {
    const id = [...above, name].join(separator)
    if (tests.has(id)) throw new Error(`${id}: two tests of one name.`)
    tests.set(id, run)
  }
  describe.each = bind(describe, false)
  test.each = bind(test, false)
  test.skip = () => undefined

  return {
    globals: { describe, test, expect: jestExpect, jest: { setTimeout: () => undefined } },
    collect(file, declare) {
      above = [file]
      tests = new Map()
      declare()
      return tests
    },
  }
}
