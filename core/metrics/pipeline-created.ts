import { isoDay, type Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { contains, type Period } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from, maybe } from './params.ts'
import { needColumn } from './missing-column.ts'

/** Above this share of all deals, and from this many on, one creation day looks like an import. */
const importShare = 0.2
const importDeals = 5

interface FirstValues {
  readonly rows: number
  readonly deal_id: Texts
  readonly snapshot_at: Numbers
  readonly value: Numbers
}

/** The row of each deal's first snapshot, by the code of its ID in the snapshots; -1 where it has none. */
const firstSnapshots = ({ rows, deal_id, snapshot_at }: FirstValues): Int32Array => {
  const first = new Int32Array(deal_id.labels.length).fill(-1)
  for (let row = 0; row < rows; row++) {
    const before = first[deal_id.code(row)] ?? -1
    if (before < 0 || snapshot_at.at(row) < snapshot_at.at(before)) first[deal_id.code(row)] = row
  }
  return first
}

interface Amounts {
  at(row: number): number
  /** How many of the rows asked for were in no snapshot. */
  unseen(): number
}

/** What each deal was worth in its first snapshot; without one, now. */
const initialAmounts = (ids: Texts, now: Numbers, snapshots: FirstValues): Amounts => {
  const first = firstSnapshots(snapshots)
  const codes = codesIn(snapshots.deal_id, ids)
  let unseen = 0
  return {
    at: (row) => {
      const found = first[codes[ids.code(row)] ?? -1] ?? -1
      if (found >= 0) return snapshots.value.at(found)
      unseen++
      return now.at(row)
    },
    unseen: () => unseen,
  }
}

const needSnapshots = (snapshots: FirstValues | null): FirstValues => {
  if (snapshots !== null) return snapshots
  throw new SpmError('missing-table', 'initial=TRUE needs the table Snapshots, which tells what deals were worth.', {
    table: 'snapshots',
    field: null,
  })
}

/** One sentence for every day of the period on which more than a fifth of all deals were created. */
const importNotes = (created: Numbers, period: Period | null): readonly string[] => {
  const counts = new Map<Day, number>()
  let dated = 0
  for (let row = 0; row < created.length; row++) {
    if (created.isBlank(row)) continue
    const day = Math.floor(created.at(row))
    counts.set(day, (counts.get(day) ?? 0) + 1)
    dated++
  }
  return [...counts]
    .filter(([day, count]) => count >= importDeals && count > dated * importShare && contains(period, day))
    .map(
      ([day, count]) =>
        `More than a fifth of all deals were created on ${isoDay(day)}, which looks like an import: ${count}.`,
    )
}

const oddNotes = (odd: Readonly<Record<'unseen' | 'undated' | 'future', number>>): readonly string[] => [
  ...(odd.unseen > 0 ? [`Deals in no snapshot, which count with their amount now: ${odd.unseen}.`] : []),
  ...(odd.undated > 0 ? [`Deals without a creation date, which count nowhere: ${odd.undated}.`] : []),
  ...(odd.future > 0 ? [`Deals created after the as-of day, which count: ${odd.future}.`] : []),
]

const undated = 'without a creation date'

export const pipelineCreated = defineMetric({
  name: 'PIPELINE_CREATED',
  title: 'Pipeline created',
  family: 'flow',
  about: 'How many deals were opened, and what they are worth.',
  variant:
    'number and amount in the base currency of the deals created in the period, whatever became of them since; with the amount they have now, or with initial the amount in their first snapshot',
  params: {
    deals: from(deals, ['created', 'value'], ['deal_id']),
    snapshots: { ...maybe(snapshots, ['deal_id', 'snapshot_at', 'value']), unscoped: true },
    period: common.period,
    asOf: common.asOf,
    by: { ...common.by, day: 'created' },
    initial: {
      type: 'flag',
      default: false,
      about: 'Counts each deal with the amount of its first snapshot; a deal without a snapshot with its amount now.',
    },
  },
  columns: {
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
  },
  scalar: 'value',
  rank: 'value',
  chart: { kind: 'column', category: 'by', series: ['value'] },
  sources: ['A-29', 'SF11'],
  compute({ deals, snapshots, period, asOf, by, initial }, { data, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const counts = new GroupCounts(groups.size)
    const values = new GroupSums(groups.size)
    const now = { at: (row: number) => deals.value.at(row), unseen: () => 0 }
    const amounts = initial
      ? initialAmounts(needColumn(data, 'deals', 'deal_id', deals.deal_id), deals.value, needSnapshots(snapshots))
      : now
    const odd = { undated: 0, future: 0 }
    const leaves = sift('deals', (row) => {
      const day = deals.created.at(row)
      if (Number.isNaN(day)) return undated
      return contains(period, day) ? null : 'not created in the period'
    })
    for (let row = 0; row < deals.rows; row++) {
      const reason = leaves(row)
      if (reason !== null) {
        if (reason === undated) odd.undated++
        continue
      }
      const day = deals.created.at(row)
      if (day >= asOf + 1) odd.future++
      const group = groups.of[row] ?? 0
      counts.add(group, deals.credit(row))
      values.add(group, amounts.at(row) * (initial ? deals.credit(row) : 1))
    }
    for (const text of oddNotes({ ...odd, unseen: amounts.unseen() })) note(text)
    for (const text of importNotes(deals.created, period)) note(text)
    return groups.keys.flatMap((key, group) =>
      by !== null && counts.at(group) === 0 ? [] : [{ group: key, count: counts.at(group), value: values.at(group) }],
    )
  },
})
