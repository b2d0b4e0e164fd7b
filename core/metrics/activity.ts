import type { ActivityClass } from '../dataset/activity-words.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { activityBy, activityPeriod, activityTables } from './activity-table.ts'
import { customerMeetings, nobodyTells } from './customer-meetings.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
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
  hours: new GroupSums(size),
})

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
    const tally = createTally(groups.size)
    let untimed = 0
    for (let row = 0; row < activities.rows; row++) {
      const found = held.classOf(row)
      const kind = found === null ? null : kindOf[found]
      if (found === null || kind === null) continue
      const group = groups.of[row] ?? 0
      if (kind === 'meetings') {
        if (!customers.isMeeting(row, found)) continue
        if (customers.isNew(row)) tally.newMeetings.add(group)
      }
      tally.all.add(group)
      tally[kind].add(group)
      if (found === 'call') tally.calls.add(group)
      const hours = activities.duration_h?.at(row) ?? NaN
      if (Number.isNaN(hours)) untimed++
      tally.hours.add(group, hours)
    }
    held.noteLeftOut()
    customers.noteLeftOut()
    if (activities.duration_h !== null && untimed > 0)
      context.note(`Activities without a duration, which add no hours: ${untimed} of ${tally.all.total}.`)
    return groups.keys.flatMap((key, group) =>
      by !== null && tally.all.at(group) === 0
        ? []
        : [
            {
              group: key,
              contacts: tally.contacts.at(group),
              calls: tally.calls.at(group),
              meetings: tally.meetings.at(group),
              newMeetings: customers.tellsNew ? tally.newMeetings.at(group) : noAnswer(nobodyTells),
              offers: tally.offers.at(group),
              hours: activities.duration_h === null ? noAnswer(noDuration) : tally.hours.at(group),
            },
          ],
    )
  },
})
