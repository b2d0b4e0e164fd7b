import type { ActivityClass } from '../dataset/activity-words.ts'
import type { Numbers } from '../dataset/columns.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { activityBy, activityPeriod, activityTables } from './activity-table.ts'
import { numberAt } from './cell-at.ts'
import { customerMeetings, nobodyTells, type CustomerMeetings } from './customer-meetings.ts'
import { defineMetric } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { heldActivities, type HeldActivities } from './held-activities.ts'
import { noMeeting } from './met-customer.ts'
import { common } from './params.ts'
import { noAnswer } from './value.ts'

const noDuration = 'The activities have no column for their duration.'

/** The column in which an activity of each class is counted; calls are contacts that have a column of their own too. */
const kindOf: Readonly<Record<ActivityClass, 'contacts' | 'meetings' | 'offers' | null>> = {
  call: 'contacts',
  email: 'contacts',
  contact: 'contacts',
  meeting: 'meetings',
  demo: 'meetings',
  visit: 'meetings',
  offer: 'offers',
  internal: null,
  system: null,
}

const createTally = (size: number) => ({
  all: new GroupCounts(size),
  contacts: new GroupCounts(size),
  calls: new GroupCounts(size),
  meetings: new GroupCounts(size),
  newMeetings: new GroupCounts(size),
  offers: new GroupCounts(size),
  timed: new GroupCounts(size),
  hours: new GroupSums(size),
})

interface Timed {
  readonly duration_h: Numbers | null
}

const tallyUp = (activities: Timed, groups: Grouping, held: HeldActivities, customers: CustomerMeetings) => {
  const tally = createTally(groups.size)
  const leaves = (row: number, found: ActivityClass): string | null => {
    if (kindOf[found] === null) return 'internal'
    return kindOf[found] === 'meetings' && !customers.isMeeting(row, found) ? noMeeting : null
  }
  held.each(leaves, (row, found) => {
    const kind = kindOf[found]
    if (kind === null) return
    const group = groups.of[row] ?? 0
    const hours = numberAt(activities.duration_h, row)
    tally.all.add(group)
    tally[kind].add(group)
    if (found === 'call') tally.calls.add(group)
    if (kind === 'meetings' && customers.isNew(row)) tally.newMeetings.add(group)
    if (!Number.isNaN(hours)) tally.timed.add(group)
    tally.hours.add(group, hours)
  })
  return tally
}

export const activity = defineMetric({
  name: 'ACTIVITY',
  title: 'Activity report',
  family: 'activity',
  about: 'What each person has done: contacts, calls, meetings, offers, and the hours of it.',
  variant:
    'done activities of the period by what their type counts as; contacts = calls, e-mails and other contacts; meetings = meetings, demos and visits with a customer; hours = of all that is counted; internal and system-made activities are left out; an activity counts once for each person, whatever the number of its deals',
  params: {
    ...activityTables,
    period: activityPeriod,
    asOf: common.asOf,
    by: { ...activityBy, default: 'owner', about: activityBy.about.replace('Split', 'Left out, owner. Split') },
  },
  columns: {
    contacts: { label: 'Contacts', kind: 'count' },
    calls: { label: 'Calls', kind: 'count' },
    meetings: { label: 'Meetings', kind: 'count' },
    newMeetings: { label: 'New-customer meetings', kind: 'count' },
    offers: { label: 'Offers', kind: 'count' },
    hours: { label: 'Hours', kind: 'decimal' },
  },
  rank: 'meetings',
  chart: { kind: 'stackedColumn', category: 'by', series: ['calls', 'meetings', 'offers'] },
  sources: ['A-30', 'A-50', 'DY4'],
  compute({ activities, period, by }, context) {
    const groups = by ?? oneGroup(activities.rows)
    const held = heldActivities(activities, groups, period, context)
    const customers = customerMeetings(activities, context)
    const tally = tallyUp(activities, groups, held, customers)
    held.noteLeftOut()
    customers.noteLeftOut()
    const timed = activities.duration_h !== null
    const untimed = tally.all.total - tally.timed.total
    if (timed && untimed > 0)
      context.note(`Activities without a duration, which add no hours: ${untimed} of ${tally.all.total}.`)
    const shown = groups.keys
      .map((key, group) => ({ key, group }))
      .filter(({ group }) => by === null || tally.all.at(group) > 0)
    return shown.map(({ key, group }) => ({
      group: key,
      contacts: tally.contacts.at(group),
      calls: tally.calls.at(group),
      meetings: tally.meetings.at(group),
      newMeetings: customers.tellsNew ? tally.newMeetings.at(group) : noAnswer(nobodyTells),
      offers: tally.offers.at(group),
      hours: timed ? tally.hours.at(group) : noAnswer(noDuration),
    }))
  },
})
