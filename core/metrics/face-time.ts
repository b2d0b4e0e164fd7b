import type { ActivityClass } from '../dataset/activity-words.ts'
import { readActivityHours } from '../dataset/activity-hours.ts'
import { activities } from '../dataset/tables/activities.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { activityBy, activityPeriod, meetingFields } from './activity-table.ts'
import { defineMetric, type Context } from './define.ts'
import { freeOfOverlap } from './free-of-overlap.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
import { metCustomer } from './met-customer.ts'
import { common, from, type Inputs } from './params.ts'
import { noAnswer, ratio, type NoAnswer } from './value.ts'
import { peopleAtWork, workingHours } from './working-hours.ts'

const noMeeting = 'There was no meeting with a customer.'
const noHours = 'These people had no working hours in the period.'

const params = {
  activities: from(activities, ['date'], meetingFields),
  people: peopleAtWork,
  period: activityPeriod,
  asOf: common.asOf,
  by: activityBy,
  hoursPerDay: {
    type: 'number',
    default: 8,
    minimum: 0.5,
    about: 'Working hours of a full-time day, for the share of working time.',
  },
} as const
type In = Inputs<typeof params>

interface Met {
  readonly rows: readonly number[]
  readonly hours: readonly number[]
  /** How many state no duration, by group. */
  readonly usual: GroupCounts
  readonly counts: GroupCounts
  /** Who did anything at all, by group. */
  readonly people: ReadonlyMap<number, ReadonlySet<number>>
}

/** The meetings with customers, with the hours of each. */
const readMeetings = ({ activities: view, period }: In, groups: Grouping, context: Context): Met => {
  const held = heldActivities(view, groups, period, context)
  const customers = metCustomer(view, context.note)
  const duration = readActivityHours(view.duration_h, context.settings.activity_hours)
  const people = new Map<number, Set<number>>(groups.keys.map((_, group) => [group, new Set()]))
  const rows: number[] = []
  const hours: number[] = []
  const [usual, counts] = [new GroupCounts(groups.size), new GroupCounts(groups.size)]
  const add = (row: number, found: ActivityClass, group: number): void => {
    rows.push(row)
    hours.push(duration.of(row, found))
    counts.add(group)
    if (duration.isUsual(row)) usual.add(group)
  }
  // What is no meeting tells who was at work.
  held.each(
    () => null,
    (row, found) => {
      const group = groups.of[row] ?? 0
      people.get(group)?.add(view.owner?.code(row) ?? 0)
      if (customers.isMeeting(row, found)) add(row, found, group)
    },
  )
  held.noteLeftOut()
  customers.noteInternal()
  return { rows, hours, usual, counts, people }
}

type ShareOf = (hours: number, group: number) => number | NoAnswer

/** The share of the working time of everybody who has done anything in the group. */
const shareOfWork = (inputs: In, groups: Grouping, met: Met, context: Context): ShareOf => {
  const { activities: view, people, period, hoursPerDay } = inputs
  const { owner } = view
  if (period === null) return () => noAnswer('Give a period: working time is that of a period.')
  if (owner === null)
    return () => noAnswer('The activities have no column for the owner, so working time is not known.')
  if (groups.inTime)
    return () => noAnswer('Working time is that of the whole period; ask for one week, month or quarter at a time.')
  const hoursOf = workingHours(people, period, hoursPerDay, context)
  return (hours, group) => {
    const persons = [...(met.people.get(group) ?? [])].filter((code) => code !== 0)
    return ratio(
      hours,
      persons.reduce((sum, code) => sum + hoursOf(owner.label(code)), 0),
      noHours,
    )
  }
}

export const faceTime = defineMetric({
  name: 'FACE_TIME',
  title: 'Customer-facing time',
  family: 'activity',
  about: 'How many hours were spent with customers, and what share of the working time that is.',
  variant:
    'hours of done meetings, demos and visits with a customer; of meetings of one person that overlap the hours count once; a meeting without a duration counts with the usual hours of its kind; working time = Mondays to Fridays of the period up to the as-of day × hours_per_day × full-time share in People, of everybody who has done anything in the period',
  params,
  columns: {
    hours: { label: 'Hours', kind: 'decimal' },
    share: { label: 'Share of working time', kind: 'percent' },
    meetings: { label: 'Meetings', kind: 'count' },
    usual: { label: 'Without a duration', kind: 'percent' },
  },
  scalar: 'hours',
  rank: 'hours',
  chart: { kind: 'bar', category: 'by', series: ['hours'] },
  sources: ['A-26'],
  compute(inputs, context) {
    const { activities: view, by } = inputs
    const groups = by ?? oneGroup(view.rows)
    const met = readMeetings(inputs, groups, context)
    const free = freeOfOverlap(met.rows, met.hours, view.date, view.owner)
    const hours = new GroupSums(groups.size)
    met.rows.forEach((row, i) => {
      hours.add(groups.of[row] ?? 0, free[i] ?? 0)
    })
    const overlapping = free.reduce((count, each, i) => count + (each < (met.hours[i] ?? 0) ? 1 : 0), 0)
    if (overlapping > 0)
      context.note(`Meetings that overlap an earlier one of the same person, whose hours count once: ${overlapping}.`)
    const share = shareOfWork(inputs, groups, met, context)
    return groups.keys.flatMap((group, i) => {
      if (by !== null && met.people.get(i)?.size === 0) return []
      const [total, meetings] = [hours.at(i), met.counts.at(i)]
      return [
        { group, hours: total, share: share(total, i), meetings, usual: ratio(met.usual.at(i), meetings, noMeeting) },
      ]
    })
  },
})
