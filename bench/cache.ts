import type { Cell, Grid } from '#core/cells/grid'
import type { Dataset } from '#core/dataset/dataset'
import { reopener } from '#core/dataset/recent'
import { pipeline } from '#core/metrics/pipeline'
import { answer } from '#core/metrics/run'
import { winRate } from '#core/metrics/win-rate'
import { median } from './measure.ts'
import { seeded } from './random.ts'
import { pick } from './workload/catalogue.ts'
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

/** The columns that the two answers need, as these see them. */
const readWhole = (data: Dataset): void => {
  for (const field of ['status', 'value', 'closing', 'owner'] as const) data.column('deals', field)
}

const ask = (reopen: ReturnType<typeof reopener>, deals: Grid, stages: Grid) => {
  const opened = reopen(inputOf(deals, stages))
  for (const metric of [winRate, pipeline]) {
    const found = answer(metric, opened.data, { by: 'owner' })
    if (!found.ok) throw new Error(found.reason)
  }
  return opened
}

interface Edited {
  readonly grid: Grid
  readonly row: number
}

/** Another seller, amount, stage or close date, each of a deal somewhere, as a host's kept copy has it. */
const edited = (grid: Grid, random: () => number): Edited => {
  const at = (): number => 1 + Math.floor(random() * (grid.length - 1))
  const name = pick(['owner', 'amount', 'stage', 'close_date'], random)
  const [row, column] = [at(), grid[0]?.indexOf(name) ?? 0]
  const value: Cell = name === 'amount' ? Math.floor(random() * 100_000) : (grid[at()]?.[column] ?? null)
  return { grid: grid.with(row, (grid[row] ?? []).with(column, value)), row }
}

const shown = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`

/** Cells fresh from a message, so that no text is the same string as before. */
const delivered = (text: string): Grid => JSON.parse(text) as Grid

/** A person's edits one after another: what each costs until the columns are as they should be, and then the answers. */
const followed = (reopen: ReturnType<typeof reopener>, deals: Grid, stages: Grid, isHinted: boolean): string => {
  const random = seeded(5)
  let grid = deals
  const times = Array.from({ length: edits }, () => {
    const next = edited(grid, random)
    grid = next.grid
    const hints = isHinted ? { deals: [next.row] } : {}
    const opened = timed(() => readWhole(reopen(inputOf(grid, stages), hints).data)).ms
    return { opened, renewed: timed(() => ask(reopen, grid, stages)).ms }
  })
  const of = (what: 'opened' | 'renewed', share: number): string =>
    shown(
      quantile(
        times.map((each) => each[what]),
        share,
      ),
    )
  return `absorbed in ${of('opened', 0.5)} (95th percentile of ${edits}: ${of('opened', 0.95)}), two answers renewed in ${of('renewed', 0.5)} (${of('renewed', 0.95)})`
}

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
  const [unhinted, hinted] = [followed(reopen, deals, stages, false), followed(reopen, deals, stages, true)]
  return [
    `first asking, reading included: ${shown(ingest)} of processor time`,
    `the same arrays ${asked} times: ${((ingest + again) / ingest).toFixed(3)} of the first asking (${shown(again)} for ${asked - 1}), and the answers themselves, ${shown(queries)} each time`,
    `${deliveries} new deliveries of equal cells: ${new Set([deals, ...fresh.map(({ found }) => found.data.table('deals'))]).size - 1} reading`,
    `a new delivery is known again in ${shown(recognised)}, ${(recognised / once).toFixed(1)} × a touch of its cells (median of ${deliveries}; ${fresh.every(({ found }) => found.isSame) ? 'every one' : 'NOT every one'})`,
    `one edited cell of which nothing is said: ${unhinted}`,
    `one edited cell of which the row is said: ${hinted}`,
  ]
}
