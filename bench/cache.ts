import type { Cell, Grid } from '#core/cells/grid'
import { reopener } from '#core/dataset/recent'
import { changedRows } from '#core/dataset/ranges'
import { pipeline } from '#core/metrics/pipeline'
import { answer } from '#core/metrics/run'
import { winRate } from '#core/metrics/win-rate'
import { median } from './measure.ts'
import { seeded } from './random.ts'
import { dealRows, stageRows } from './workload/rows.ts'

/** What it costs that formulas hand over the same range again and again, and that a person edits a cell of it. */

const today = 46328
const opportunities = 100_000
const asked = 200
const deliveries = 10
const edits = 100

const inputOf = (deals: Grid, stages: Grid) => ({
  tables: { deals: { name: 'Deals', grid: deals }, stages: { name: 'Stages', grid: stages } },
  today,
})

/** Processor time, so that it tells the same on a busy machine. */
const timed = <T>(work: () => T): { readonly found: T; readonly ms: number } => {
  const start = process.cpuUsage()
  const found = work()
  const { user, system } = process.cpuUsage(start)
  return { found, ms: (user + system) / 1_000 }
}

/** The share of the times that are not above it. */
const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? NaN

const touch = (grid: Grid): number => {
  let filled = 0
  for (const row of grid) for (const cell of row) if (cell !== null) filled++
  return filled
}

const ask = (reopen: ReturnType<typeof reopener>, deals: Grid, stages: Grid) => {
  const opened = reopen(inputOf(deals, stages))
  for (const metric of [winRate, pipeline]) {
    const found = answer(metric, opened.data, { by: 'owner' })
    if (!found.ok) throw new Error(found.reason)
  }
  return opened
}

const edited = (grid: Grid, random: () => number): Grid => {
  const row = 1 + Math.floor(random() * (grid.length - 1))
  const column = grid[0]?.indexOf('amount') ?? 0
  const amount: Cell = Math.floor(random() * 100_000)
  return grid.with(row, (grid[row] ?? []).with(column, amount))
}

const shown = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`

/** Cells fresh from a message, so that no text is the same string as before. */
const delivered = (text: string): Grid => JSON.parse(text) as Grid

export const cacheReport = (): readonly string[] => {
  const [text, stages] = [JSON.stringify([...dealRows(opportunities)]), [...stageRows()]]
  const deals = delivered(text)
  ask(reopener(), delivered(text), stages)
  const reopen = reopener()
  const ingest = timed(() => ask(reopen, deals, stages)).ms
  const again = timed(() => {
    for (let i = 1; i < asked; i++) reopen(inputOf(deals, stages))
  }).ms
  const queries = timed(() => ask(reopen, deals, stages)).ms
  const fresh = Array.from({ length: deliveries }, () => {
    const cells = delivered(text)
    return timed(() => reopen(inputOf(cells, stages)))
  })
  const once = timed(() => touch(deals)).ms
  const recognised = median(fresh.map(({ ms }) => ms))
  const random = seeded(5)
  let grid = deals
  const absorbed = Array.from({ length: edits }, () => {
    const before = grid
    grid = edited(grid, random)
    const compared = timed(() => changedRows(before, grid)).ms
    const opened = timed(() => reopen(inputOf(grid, stages))).ms
    return { compared, opened, renewed: timed(() => ask(reopen, grid, stages)).ms }
  })
  const p95 = (of: 'compared' | 'opened' | 'renewed'): string =>
    shown(
      quantile(
        absorbed.map((each) => each[of]),
        0.95,
      ),
    )
  return [
    `first asking, reading included: ${shown(ingest)} of processor time`,
    `the same arrays ${asked} times: ${((ingest + again) / ingest).toFixed(3)} of the first asking (${shown(again)} for ${asked - 1}), and the answers themselves, ${shown(queries)} each time`,
    `${deliveries} new deliveries of equal cells: ${new Set([deals, ...fresh.map(({ found }) => found.data.table('deals'))]).size - 1} reading`,
    `a new delivery is known again in ${shown(recognised)}, ${(recognised / once).toFixed(1)} × a touch of its cells (median of ${deliveries}; ${fresh.every(({ found }) => found.isSame) ? 'every one' : 'NOT every one'})`,
    `one edited amount, 95th percentile of ${edits}: found and absorbed in ${p95('opened')} (of which comparing ${p95('compared')}), two answers renewed in ${p95('renewed')}`,
  ]
}
