import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell, Grid } from '#core/cells/grid'
import { reopener } from '#core/dataset/recent'
import type { TableName } from '#core/dataset/tables/index'
import type { Example } from '#core/metrics/example'
import { answer, type Answer } from '#core/metrics/run'
import { openDataset } from '#core/dataset/dataset'
import { SpmError } from '#core/errors'
import type { Metric } from '#core/metrics/define'
import { everyMetric, useOf } from './uses.ts'

/** One person's edit: which table, row and column, by their share of all; another cell of that column, or something odd. */
interface Step {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly other: number
  readonly odd: Cell | undefined
  /** What the host says of it: the row, another row, or nothing. */
  readonly said: 'rightly' | 'wrongly' | 'nothing'
}

const step: fc.Arbitrary<Step> = fc.record({
  table: fc.nat(),
  row: fc.nat(),
  column: fc.nat(),
  other: fc.nat(),
  odd: fc.option(fc.constantFrom<Cell[]>(null, 'Cleo', 'n/a', 7, 0.5, 45_300, '2024-05-01', 'Total', '1,5', true), {
    nil: undefined,
    freq: 2,
  }),
  said: fc.constantFrom('rightly', 'rightly', 'wrongly', 'nothing'),
})

type Grids = Readonly<Partial<Record<TableName, Grid>>>

const inputOf = (grids: Grids, { settings = {} }: Example) => ({
  tables: Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }])),
  settings,
  today: 45_382,
})

const editedBy = (grids: Grids, { table, row, column, other, odd }: Step) => {
  const names = Object.keys(grids) as TableName[]
  const name = names[table % names.length] ?? 'deals'
  const grid = grids[name] ?? []
  const body = Math.max(1, grid.length - 1)
  const [at, from] = [1 + (row % body), 1 + (other % body)]
  const cells = grid[at] ?? []
  const place = column % Math.max(1, cells.length)
  const value = odd === undefined ? (grid[from]?.[place] ?? null) : odd
  return { name, row: at, grids: { ...grids, [name]: grid.with(at, cells.with(place, value)) } }
}

const saidRows = ({ said }: Step, row: number): readonly number[] => (said === 'rightly' ? [row] : [row - 1])

/** The whole answer, what was noted and found on the way included. */
const wholeOf = (found: Answer): unknown =>
  found.ok ? { ...found, findings: found.findings.map((each) => JSON.stringify(each)).sort() } : found

const attempt = (ask: () => Answer): unknown => {
  try {
    return wholeOf(ask())
  } catch (error) {
    if (error instanceof SpmError) return error.message
    throw error
  }
}

const asked = (metric: Metric, use: Example, grids: Grids, reopen: ReturnType<typeof reopener>, hints = {}) =>
  attempt(() => answer(metric, reopen(inputOf(grids, use), hints).data, use.args))

describe('an answer after edits is that of the same cells read anew, whatever the host says of the edits', () => {
  test.each(everyMetric)('%s (seed 86)', (name, metric) => {
    fc.assert(
      fc.property(useOf(name), fc.array(step, { minLength: 1, maxLength: 4 }), (use, steps) => {
        const reopen = reopener()
        let grids: Grids = use.given
        asked(metric, use, grids, reopen)
        for (const each of steps) {
          if (Object.keys(grids).length === 0) return
          const edit = editedBy(grids, each)
          grids = edit.grids
          const hints = each.said === 'nothing' ? {} : { [edit.name]: saidRows(each, edit.row) }
          const fresh = attempt(() => answer(metric, openDataset(inputOf(structuredClone(grids), use)), use.args))
          expect(asked(metric, use, grids, reopen, hints)).toEqual(fresh)
        }
      }),
      { seed: 86, numRuns: 25 },
    )
  })
})
