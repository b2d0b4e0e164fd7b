import { isoDay, type Day } from '../cells/day.ts'
import type { Period } from '../dataset/period.ts'
import { snapshotDays, startSnapshot } from '../dataset/states.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric } from './define.ts'
import { common, from, type Inputs } from './params.ts'
import { snapshotScope } from './snapshot-scope.ts'
import { lookAt } from './two-looks.ts'
import { ratio } from './value.ts'

const params = {
  snapshots: {
    ...from(snapshots, ['snapshot_at', 'deal_id', 'status', 'close_date', 'value'], ['status_text']),
    unscoped: true,
  },
  period: quarterPeriod,
  asOf: common.asOf,
} as const

type Snapshots = Inputs<typeof params>['snapshots']

const outcomes = ['won', 'lost', 'slipped', 'waiting', 'gone', 'pulledIn'] as const
type Outcome = (typeof outcomes)[number]

const startOf = (days: readonly Day[], { start, label }: Period): Day => {
  const day = startSnapshot(days, start)
  if (day !== null) return day
  throw new SpmError(
    'no-answer',
    `There is no snapshot of the start of ${label}: one from ${isoDay(start - 4)} to ${isoDay(start + 3)} is needed.`,
  )
}

/** As-of while the period runs; then its last day, or the snapshot that stands for the start of the next period. */
const endOf = (days: readonly Day[], start: Day, period: Period, asOf: Day): Day => {
  const next = asOf > period.end ? startSnapshot(days, period.end + 1) : null
  const until = Math.max(Math.min(period.end, asOf), next ?? 0)
  const last = days.filter((day) => day <= until).at(-1) ?? -Infinity
  if (last > start) return until
  throw new SpmError(
    'no-answer',
    `There is no snapshot after ${isoDay(start)} and up to ${isoDay(until)}, so it cannot be told what slipped. Take one.`,
  )
}

/** What had become of a deal that was due in the period. Without a close date it is due some later day. */
const outcomeOf = ({ status, close_date }: Snapshots, after: number, period: Period): Outcome => {
  if (after < 0 || status.at(after) === 'onhold') return 'gone'
  if (status.isWon(after)) return 'won'
  if (status.isLost(after)) return 'lost'
  return close_date.at(after) < period.end + 1 ? 'waiting' : 'slipped'
}

/** Due later at the start; by now won in the period, or due in it. */
const isPulledIn = ({ status, close_date }: Snapshots, before: number, after: number, { end }: Period): boolean => {
  const wasLater = !(close_date.at(before) < end + 1)
  return wasLater && after >= 0 && (status.isOpen(after) || status.isWon(after)) && close_date.at(after) < end + 1
}

const nothingDue = ({ label }: Period): string => `No deal was due in ${label} at its start.`

export const slippage = defineMetric({
  name: 'SLIPPAGE',
  title: 'Slip rate',
  family: 'flow',
  about: 'How many of the deals that were due in the period have been put off to a later one.',
  variant:
    'slip rate = deals that were open and due in the period at its start and are open and due later (or undated) at its end, or at as-of while it runs ÷ deals that were due at its start; values as of the start; deals that came later are in neither; a lost deal has not slipped; owner as of the start',
  params,
  columns: {
    due: { label: 'Due at start', kind: 'count' },
    won: { label: 'Won', kind: 'count' },
    lost: { label: 'Lost', kind: 'count' },
    slipped: { label: 'Slipped', kind: 'count' },
    waiting: { label: 'Still due', kind: 'count' },
    gone: { label: 'Removed or on hold', kind: 'count' },
    pulledIn: { label: 'Pulled in', kind: 'count' },
    rate: { label: 'Slip rate', kind: 'percent' },
    dueValue: { label: 'Value due at start', kind: 'money' },
    slippedValue: { label: 'Value slipped', kind: 'money' },
    pulledInValue: { label: 'Value pulled in', kind: 'money' },
    valueRate: { label: 'Slip rate by value', kind: 'percent' },
  },
  scalar: 'rate',
  sources: ['SO1', 'AT3', 'GO2'],
  compute({ snapshots: past, period: given, asOf }, { data, calendar, note }) {
    const period = orCurrentQuarter(given, calendar, note)
    const days = snapshotDays(past).filter((day) => day <= asOf)
    const start = startOf(days, period)
    const end = endOf(days, start, period, asOf)
    note(`From the snapshot of ${isoDay(start)} to the end of ${isoDay(end)}.`)
    const after = lookAt(past, end)
    const inScope = snapshotScope(data)
    const [counts, values] = [new GroupCounts(outcomes.length), new GroupSums(outcomes.length)]
    const add = (outcome: Outcome, row: number): void => {
      counts.add(outcomes.indexOf(outcome))
      values.add(outcomes.indexOf(outcome), past.value.at(row))
    }
    lookAt(past, start).forEach((row, deal) => {
      if (row < 0 || !past.status.isOpen(row) || !inScope(row)) return
      const now = after[deal] ?? -1
      const date = past.close_date.at(row)
      if (date >= period.start && date < period.end + 1) add(outcomeOf(past, now, period), row)
      else if (isPulledIn(past, row, now, period)) add('pulledIn', row)
    })
    const count = (outcome: Outcome): number => counts.at(outcomes.indexOf(outcome))
    const value = (outcome: Outcome): number => values.at(outcomes.indexOf(outcome))
    const due = counts.total - count('pulledIn')
    const dueValue = values.total - value('pulledIn')
    return [
      {
        due,
        won: count('won'),
        lost: count('lost'),
        slipped: count('slipped'),
        waiting: count('waiting'),
        gone: count('gone'),
        pulledIn: count('pulledIn'),
        rate: ratio(count('slipped'), due, nothingDue(period)),
        dueValue,
        slippedValue: value('slipped'),
        pulledInValue: value('pulledIn'),
        valueRate: ratio(value('slipped'), dueValue, `The deals that were due in ${period.label} have no value.`),
      },
    ]
  },
})
