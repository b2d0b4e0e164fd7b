import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses } from '../dataset/columns.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { common, from, maybe } from './params.ts'
import { noAnswer } from './value.ts'
import { winChance } from './win-chance.ts'

const noChance = 'None of these deals has a probability.'
const usualDays = [30, 60, 90] as const
const manyWindows = 12

/** The lengths of the windows, shortest first. */
const readDays = (text: string | null): readonly number[] => {
  if (text === null) return usualDays
  const days = text.split(/[,; ]+/).map(Number)
  if (days.length <= manyWindows && days.every((each) => Number.isInteger(each) && each > 0))
    return [...new Set(days)].sort((a, b) => a - b)
  throw new SpmError(
    'argument',
    `days is "${text}"; write up to ${manyWindows} whole numbers of days above 0, such as 30,60,90.`,
  )
}

interface DueDeals {
  readonly rows: number
  readonly status: Statuses
  readonly value: Numbers
  readonly closing: Numbers
  credit(row: number): number
}

const createTally = (size: number) => ({
  counts: new GroupCounts(size),
  rated: new GroupCounts(size),
  values: new GroupSums(size),
  weights: new GroupSums(size),
  undated: 0,
  later: 0,
  unrated: 0,
})
type Tally = ReturnType<typeof createTally>

/** The lanes of a group: overdue deals, then the windows, each of which holds the shorter ones. */
const tallyUp = (
  { rows, status, value, closing, credit }: DueDeals,
  groups: Grouping,
  windows: readonly number[],
  asOf: Day,
  chance: (row: number) => number,
): Tally => {
  const width = windows.length + 1
  const longest = windows[windows.length - 1] ?? 0
  const tally = createTally(groups.size * width)
  const add = (row: number, lane: number, p: number): void => {
    tally.counts.add(lane, credit(row))
    tally.values.add(lane, value.at(row))
    if (!Number.isNaN(p)) tally.rated.add(lane)
    tally.weights.add(lane, value.at(row) * p)
  }
  for (let row = 0; row < rows; row++) {
    if (!status.isOpen(row)) continue
    const left = closing.at(row) - asOf
    if (Number.isNaN(left)) tally.undated++
    else if (left > longest) tally.later++
    else {
      const p = chance(row)
      const first = (groups.of[row] ?? 0) * width
      if (Number.isNaN(p)) tally.unrated++
      if (left < 0) add(row, first, p)
      else for (let i = 1; i < width; i++) if (left <= (windows[i - 1] ?? 0)) add(row, first + i, p)
    }
  }
  return tally
}

const tallyNotes = ({ undated, later, unrated, rated }: Tally): readonly string[] => [
  ...(undated > 0 ? [`Open deals without a close date, which are in no window: ${undated}.`] : []),
  ...(later > 0 ? [`Open deals that close after the longest window, which are left out: ${later}.`] : []),
  ...(unrated > 0 && rated.total > 0
    ? [`Open deals without a probability, which add nothing to the weighted value: ${unrated}.`]
    : []),
]

const laneCells = ({ counts, rated, values, weights }: Tally, lane: number) => {
  const count = counts.at(lane)
  const unknown = count > 0 && rated.at(lane) === 0
  return { count, value: values.at(lane), weighted: unknown ? noAnswer(noChance) : weights.at(lane) }
}

export const pipelineWindow = defineMetric({
  name: 'PIPELINE_WINDOW',
  title: 'Rolling windows',
  family: 'funnel',
  about: 'What is due to close in the next 30, 60 and 90 days.',
  variant:
    'open deals with a close date from the as-of day to so many days after it, both included; a longer window holds the shorter ones; overdue deals have a row of their own and are in no window',
  params: {
    deals: from(deals, ['status', 'value', 'closing'], ['probability', 'stage', 'pipeline']),
    stages: maybe(stages, ['stage', 'probability']),
    asOf: common.asOf,
    by: common.by,
    days: { type: 'text', about: 'How many days each window has, with commas between them. Left out, 30,60,90.' },
  },
  columns: {
    window: { label: 'Window', kind: 'text' },
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
    weighted: { label: 'Weighted', kind: 'money' },
  },
  chart: { kind: 'column', category: 'window', series: ['value', 'weighted'] },
  sources: ['DY4'],
  compute({ deals, asOf, by, days }, { data, note, tell }) {
    const groups = by ?? oneGroup(deals.rows)
    const windows = readDays(days)
    const tally = tallyUp(deals, groups, windows, asOf, winChance(deals, stageOrderOf(data), 'deal'))
    tallyNotes(tally).forEach(note)
    const last = asOf + (windows.at(-1) ?? 0)
    tell('deals', (row) => {
      if (!deals.status.isOpen(row)) return 'not open'
      if (deals.closing.isBlank(row)) return 'without a close date'
      return deals.closing.at(row) > last ? 'due after the longest window' : null
    })
    const labels = ['Overdue', ...windows.map((each) => `Next ${each} days`)]
    return groups.keys.flatMap((group, i) => {
      const rows = labels.map((window, lane) => ({ group, window, ...laneCells(tally, i * labels.length + lane) }))
      return by === null || rows.some(({ count }) => count > 0) ? rows : []
    })
  },
})
