import type { Statuses, Texts } from '../dataset/columns.ts'
import type { Settings } from '../dataset/settings.ts'
import { deals } from '../dataset/tables/deals.ts'
import { GroupValues } from '../math/group-values.ts'
import { median } from '../math/quantile.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { neitherWonNorLost } from './neither-reasons.ts'
import { numberAt } from './cell-at.ts'
import { common, from } from './params.ts'
import { known, type Value } from './value.ts'

const outcomes = ['Won', 'Lost', 'Neither'] as const
const noCycle = 'None of these deals has a creation date that lies before its close date.'

/** What the source leaves blank, in the words of a person. */
const named = (key: readonly Value[]): readonly Value[] =>
  key.map((each) => (each === '(none)' ? '(none given)' : each))

interface Closed {
  readonly status: Statuses
  readonly lost_reason: Texts | null
}

/** The number of a closed deal's outcome in {@link outcomes}. */
const readOutcome = (deals: Closed, settings: Settings): ((row: number) => number) => {
  const isNeither = neitherWonNorLost(deals, settings)
  return (row) => (deals.status.isWon(row) ? 0 : isNeither(row) ? 2 : 1)
}

/** The groups of one outcome that hold deals, the most frequent first; groups in time in their order. */
const groupsByCount = ({ keys, inTime }: Grouping, counts: GroupCounts, offset: number) =>
  keys
    .map((key, i) => ({ key, group: offset + i }))
    .filter(({ group }) => counts.at(group) > 0)
    .sort((a, b) => (inTime ? 0 : counts.at(b.group) - counts.at(a.group)))

export const winLoss = defineMetric({
  name: 'WIN_LOSS',
  title: 'Won and lost by reason',
  family: 'flow',
  about: 'Why deals were won and lost.',
  variant:
    'closed deals of the period by outcome and reason, the most frequent first; share of the deals with the same outcome, by number; median days from creation to closing without deals closed before or on the day they were created',
  params: {
    deals: from(deals, ['status'], ['value', 'closing', 'created', 'lost_reason']),
    period: common.period,
    asOf: common.asOf,
    by: {
      ...common.by,
      default: 'lost_reason',
      about: `${common.by.about} Left out, by reason.`,
    },
  },
  columns: {
    outcome: { label: 'Outcome', kind: 'status' },
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
    share: { label: 'Share', kind: 'percent' },
    cycle: { label: 'Median cycle', kind: 'days' },
  },
  chart: { kind: 'bar', category: 'by', series: ['count'] },
  sources: ['A-42', 'FR1'],
  compute({ deals, period, by }, { data, settings, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const size = groups.size * outcomes.length
    const counts = new GroupCounts(size)
    const values = new GroupSums(size)
    const cycles = new GroupValues(size, deals.rows)
    const totals = new GroupCounts(outcomes.length)
    const outcomeOf = readOutcome(deals, settings)
    const closing = closingIn(period, deals.closing, data)
    const leaves = sift('deals', (row) => (deals.status.isClosed(row) ? closing.leaves(row) : 'not closed'))
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const outcome = outcomeOf(row)
      const group = outcome * groups.size + (groups.of[row] ?? 0)
      totals.add(outcome)
      counts.add(group)
      values.add(group, numberAt(deals.value, row))
      const days = numberAt(deals.closing, row) - Math.floor(numberAt(deals.created, row))
      if (days > 0) cycles.add(group, days)
    }
    closing.noteUndated(note, 'Closed deals')
    const days = cycles.split()
    return outcomes.flatMap((outcome, i) =>
      groupsByCount(groups, counts, i * groups.size).map(({ key, group }) => ({
        group: named(key),
        outcome,
        count: counts.at(group),
        value: deals.value === null ? null : values.at(group),
        share: counts.at(group) / totals.at(i),
        cycle: deals.created === null ? null : known(median(days[group] ?? new Float64Array()), noCycle),
      })),
    )
  },
})
