import { basename, dirname, relative } from 'node:path'

/** What the tests of one mutant may compute together, in ms, the loading of their files included: those of the file's own test files, and all others. */
const mostOwn = 3000
const mostOthers = 600

const stem = (file) => basename(file).replace(/(\.test|\.examples)?\.ts$/, '')

/** What compares all definitions at once, and so tells soon whether a table, a setting or a definition changed. */
const overAll = new Set(['test/mutation/reference.ts', 'test/core/metrics/definitions.test.ts'])

/** 0: the file's own test; 1: a test in the folder that mirrors the file's; 2: the examples of the metrics; 3: others. */
const distance = (source, file) => {
  if (stem(source) === stem(file)) return 0
  if (`test/${dirname(source)}/`.startsWith(`${dirname(file)}/`)) return 1
  return file.startsWith('test/mutation/') ? 2 : 3
}

/**
 * The tests for a mutant of `source` out of those that may meet it (`covers`: those that surely do), nearest first and
 * among equals the quickest, as far as the time allows. A score is therefore a lower bound.
 */
const planFor = (source, tests) => {
  const ranked = tests.map(({ at, test, covers }) => ({
    at,
    test,
    rank: covers ? 0 : 1,
    place: !covers && overAll.has(test.file) ? 1 : distance(source, test.file),
  }))
  ranked.sort((a, b) => a.place - b.place || a.rank - b.rank || a.test.ms - b.test.ms)
  const spent = { own: 0, others: 0 }
  const loaded = new Set()
  return ranked.flatMap(({ at, test, place }) => {
    const whose = place === 0 ? 'own' : 'others'
    const ms = test.ms + (loaded.has(test.file) ? 0 : test.loadMs)
    if (spent[whose] + ms > (place === 0 ? mostOwn : mostOthers)) return []
    spent[whose] += ms
    loaded.add(test.file)
    return [at]
  })
}

/** By mutant, the places of the tests whose run meets it, with the hits; hits while a file is loaded count for all its tests. */
const meetings = (tests, perTest) => {
  const found = new Map()
  tests.forEach(({ id, file }, place) => {
    for (const hits of [perTest[id], perTest[file]])
      for (const [mutant, count] of Object.entries(hits ?? {})) {
        const known = found.get(mutant) ?? new Map()
        found.set(mutant, known.set(place, (known.get(place) ?? 0) + count))
      }
  })
  return found
}

/**
 * The places of the tests that each mutant meets, in order, and the coverage that says the same to Stryker. A mutant that
 * is met while the code is loaded (a static one) may change whatever needs its file.
 */
export const planAll = (root, files, tests, { static: atLoad, perTest }) => {
  const met = meetings(tests, perTest)
  const byMutant = {}
  const coverage = {}
  for (const [path, mutants] of files) {
    const loading = tests.flatMap(({ loads }, place) => (loads.has(path) ? [place] : []))
    for (const mutant of mutants) {
      const covering = met.get(mutant) ?? new Map()
      const places = mutant in atLoad ? loading : [...covering.keys()]
      const candidates = places.map((at) => ({ at, test: tests[at], covers: covering.has(at) }))
      byMutant[mutant] = planFor(relative(root, path), candidates)
      for (const place of byMutant[mutant]) (coverage[tests[place].id] ??= {})[mutant] = covering.get(place) ?? 0
    }
  }
  return { byMutant, mutantCoverage: { static: atLoad, perTest: coverage } }
}
