import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Dataset } from '#core/dataset/dataset'
import type { Metric } from '#core/metrics/define'
import { metricNamed, metrics } from '#core/metrics/index'
import { answer } from '#core/metrics/run'
import { additive, ofListsOnly, unsplit, type Additive } from './additive.ts'
import { sampleWith } from './sample-rows.ts'

const metricOf = (name: string): Metric => {
  const metric = metricNamed(name)
  if (metric === null) throw new Error(`There is no metric ${name}.`)
  return metric
}

/** What each column adds up to; `null` is nothing to add. */
const sums = (
  name: string,
  data: Dataset,
  { columns }: Additive,
  args: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> => {
  const found = answer(metricOf(name), data, args)
  if (!found.ok) throw new Error(`${name} ${JSON.stringify(args)}: ${found.reason}`)
  const add = (column: string): number =>
    found.rows.reduce((total, row) => total + (typeof row[column] === 'number' ? row[column] : 0), 0)
  return Object.fromEntries(columns.map((column) => [column, Math.round(add(column) * 1e4) / 1e4]))
}

const addUp = (all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> => {
  const total: Record<string, number> = {}
  for (const each of all)
    for (const [column, value] of Object.entries(each))
      total[column] = Math.round(((total[column] ?? 0) + value) * 1e4) / 1e4
  return total
}

/** The sample without some of its deals, in whatever table; which ones, by the remainder of their number. */
const someDeals = fc.record({ of: fc.integer({ min: 2, max: 6 }), left: fc.nat({ max: 5 }) }).map(({ of, left }) => {
  const goes = (id: unknown): boolean => typeof id === 'string' && Number(id.slice(1)) % of === left % of
  const data = sampleWith((grid) => {
    const column = grid[0]?.indexOf('Deal ID') ?? -1
    return grid.filter((row) => column < 0 || !goes(row[column]))
  })
  return { data, [fc.toStringMethod]: () => `the sample without every ${of}th deal from ${left} on` }
})

const cases = Object.entries(additive)
const teams = ['Helsinki', 'Stockholm', 'Munich', 'Vienna']

describe('the parts of a split add up to the whole, and to those of any other split', () => {
  test.each(cases.filter(([, { by }]) => by.length > 0))('of %s (seed 82)', (name, each) => {
    fc.assert(
      fc.property(someDeals, fc.constantFrom(...each.args), ({ data }, args) => {
        const whole = sums(name, data, each, { ...args, ...(each.by[0] !== '' && { by: each.by[0] }) })
        for (const by of each.by.slice(1)) expect([by, sums(name, data, each, { ...args, by })]).toEqual([by, whole])
      }),
      { seed: 82, numRuns: 4 },
    )
  })
})

describe('what the four teams have adds up to what all have', () => {
  test.each(cases.filter(([, { scoped }]) => scoped))('of %s (seed 83)', (name, each) => {
    fc.assert(
      fc.property(someDeals, fc.constantFrom(...each.args), ({ data }, args) => {
        const parts = teams.map((team) => sums(name, data, each, { ...args, scope: `Team=${team}` }))
        expect(addUp(parts)).toEqual(sums(name, data, each, args))
      }),
      { seed: 83, numRuns: 4 },
    )
  })
})

test('every metric has columns that add up, is a list, or stands with the reason why nothing of it adds up', () => {
  const named = [...Object.keys(additive), ...Object.keys(unsplit), ...ofListsOnly]
  expect(named.sort()).toEqual(metrics.map(({ name }) => name).sort())
})
