import type { ActivityClass } from '../dataset/activity-words.ts'
import { channels, readChannels, type Channel } from '../dataset/channel.ts'
import type { Texts } from '../dataset/columns.ts'
import { GroupCounts } from '../math/sum.ts'
import { activityBy, activityPeriod, activityTables } from './activity-table.ts'
import { customerMeetings, nobodyTells } from './customer-meetings.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
import { noMeeting } from './met-customer.ts'
import { needColumn } from './missing-column.ts'
import { common } from './params.ts'
import { noAnswer } from './value.ts'

interface ChannelTest {
  holds(row: number): boolean
  noteUnknown(): void
}

/** Tells the meetings by one channel; those whose channel is blank or not known are counted in a note. */
const throughChannel = (wanted: Channel | 'all', column: Texts | null, { data, note }: Context): ChannelTest => {
  if (wanted === 'all') return { holds: () => true, noteUnknown: () => undefined }
  const channelOf = readChannels(needColumn(data, 'activities', 'channel', column))
  let unknown = 0
  return {
    holds: (row) => {
      const channel = channelOf(row)
      if (channel === null) unknown++
      return channel === wanted
    },
    noteUnknown: () => {
      if (unknown > 0)
        note(`Meetings without a channel that is known (${channels.join(', ')}), which are left out: ${unknown}.`)
    },
  }
}

export const meetings = defineMetric({
  name: 'MEETINGS',
  title: 'Meetings',
  family: 'activity',
  about: 'How many meetings with customers took place, or with new customers alone.',
  variant:
    'done meetings, demos and visits with a customer; planned, cancelled and internal ones are left out; a customer is new on the day of the meeting if no deal was won from it and it was no customer by Customers before that day',
  params: {
    ...activityTables,
    period: activityPeriod,
    asOf: common.asOf,
    by: activityBy,
    newOnly: { type: 'flag', default: false, about: 'TRUE counts only meetings with new customers.' },
    channel: {
      type: 'choice',
      values: ['all', ...channels],
      default: 'all',
      about: 'Only meetings face to face (f2f), by video, by phone, or digital ones.',
    },
  },
  columns: { meetings: { label: 'Meetings', kind: 'count' } },
  scalar: 'meetings',
  rank: 'meetings',
  chart: { kind: 'column', category: 'by', series: ['meetings'] },
  sources: ['A-27', 'A-28'],
  compute({ activities, period, by, newOnly, channel }, context) {
    const groups = by ?? oneGroup(activities.rows)
    const held = heldActivities(activities, groups, period, context)
    const customers = customerMeetings(activities, context)
    const channelTest = throughChannel(channel, activities.channel, context)
    const met = new GroupCounts(groups.size)
    const counted = new GroupCounts(groups.size)
    const leaves = (row: number, found: ActivityClass): string | null => {
      if (!customers.isMeeting(row, found)) return noMeeting
      met.add(groups.of[row] ?? 0)
      if (!channelTest.holds(row)) return `not through the channel ${channel}`
      return !newOnly || customers.isNew(row) ? null : 'not with a new customer'
    }
    held.each(leaves, (row) => {
      counted.add(groups.of[row] ?? 0)
    })
    held.noteLeftOut()
    customers.noteLeftOut()
    channelTest.noteUnknown()
    const unknown = newOnly && !customers.tellsNew
    return groups.keys.flatMap((key, group) =>
      by !== null && met.at(group) === 0
        ? []
        : [{ group: key, meetings: unknown ? noAnswer(nobodyTells) : counted.at(group) }],
    )
  },
})
