import { basename, dirname } from 'node:path'

/** The test files that one mutant meets at most; a score is therefore a lower bound. */
const mostTestFiles = 10

const stem = (file) => basename(file).replace(/(\.test|\.examples)?\.ts$/, '')

/** What compares all definitions at once, and so tells soon whether a table, a setting or a definition changed. */
const overAll = new Set(['test/mutation/reference.ts', 'test/core/metrics/definitions.test.ts'])

/** 0: the file's own test; 1: a test in the folder that mirrors the file's; 2: the examples of the metrics; 3: others. */
const distance = (source, test, isOwn) => {
  if (isOwn || overAll.has(test)) return 0
  if (`test/${dirname(source)}/`.startsWith(`${dirname(test)}/`)) return 1
  return test.startsWith('test/mutation/') ? 2 : 3
}

/** The tests for a mutant of `source`, nearest first; among equals the one that loads the fewest files. */
export const nearestFirst = (source, tests) =>
  tests
    .map((test) => ({ ...test, isOwn: stem(source) === stem(test.file) }))
    .map((test) => ({ ...test, distance: distance(source, test.file, test.isOwn) }))
    .sort((a, b) => a.distance - b.distance || a.loads.length - b.loads.length)
    .slice(0, mostTestFiles)
