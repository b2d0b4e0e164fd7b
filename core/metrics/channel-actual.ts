import { readActivityHours } from '../dataset/activity-hours.ts'
import { channels, readChannels, type Channel } from '../dataset/channel.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { activities } from '../dataset/tables/activities.ts'
import { unitCosts as unitCostTable } from '../dataset/tables/unit-costs.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { activityPeriod, meetingFields } from './activity-table.ts'
import { defineMetric, inShape, type Context } from './define.ts'
import { freeOfOverlap } from './free-of-overlap.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
import { metCustomer, noMeeting } from './met-customer.ts'
import { needColumn } from './missing-column.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { noAnswer, ratio, type NoAnswer } from './value.ts'

const labels: Readonly<Record<Channel, string>> = {
  f2f: 'Face to face',
  video: 'Video',
  phone: 'Phone',
  digital: 'Digital',
}
const unknown = channels.length

const params = {
  activities: from(activities, ['date', 'channel'], meetingFields),
  unitCosts: maybe(
    unitCostTable,
    ['channel', 'cost_per_meeting'],
    [],
    'What one meeting costs in each channel. Left out, the answer has no costs.',
  ),
  period: activityPeriod,
  asOf: common.asOf,
} as const
type In = Inputs<typeof params>

const base = {
  channel: { label: 'Channel', kind: 'text' },
  meetings: { label: 'Meetings', kind: 'count' },
  share: { label: 'Share of meetings', kind: 'percent' },
  hours: { label: 'Hours', kind: 'decimal' },
} as const
const columns = {
  ...base,
  cost: { label: 'Cost', kind: 'money' },
  perMeeting: { label: 'Cost per meeting', kind: 'money' },
} as const

interface Priced {
  readonly rows: number
  readonly channel: Texts
  readonly cost_per_meeting: Numbers
}

/** What one meeting costs, by channel; NaN where the table does not say. */
const readCosts = ({ rows, channel, cost_per_meeting }: Priced, data: Dataset): Float64Array => {
  const found = new Float64Array(channels.length).fill(NaN)
  const channelOf = readChannels(channel)
  for (let row = 0; row < rows; row++) {
    const named = channelOf(row)
    const table = data.table('unit_costs')?.name ?? 'UnitCosts'
    const at = named === null ? -1 : channels.indexOf(named)
    const where = `"${table}", row ${data.sheetRow('unit_costs', row)}`
    if (named === null)
      throw new SpmError('unreadable', `${where}: "${channel.at(row)}" is no channel; write ${channels.join(', ')}.`)
    if (!Number.isNaN(found[at]))
      throw new SpmError('conflict', `${where}: ${labels[named]} has a cost already. Keep one row for each channel.`)
    found[at] = cost_per_meeting.at(row)
  }
  return found
}

/** Number of meetings and their hours, by channel; the last is for channels that are not known. */
const tallyUp = ({ activities: view, period }: In, context: Context) => {
  const held = heldActivities(view, oneGroup(view.rows), period, context)
  const customers = metCustomer(view, context.note)
  const duration = readActivityHours(view.duration_h, context.settings.activity_hours)
  const channelOf = readChannels(needColumn(context.data, 'activities', 'channel', view.channel))
  const [rows, hours]: [number[], number[]] = [[], []]
  const tally = { counts: new GroupCounts(unknown + 1), hours: new GroupSums(unknown + 1) }
  let usual = 0
  held.each(
    (row, found) => (customers.isMeeting(row, found) ? null : noMeeting),
    (row, found) => {
      rows.push(row)
      hours.push(duration.of(row, found))
      if (duration.isUsual(row)) usual++
    },
  )
  const free = freeOfOverlap(rows, hours, view.date, view.owner)
  rows.forEach((row, i) => {
    const named = channelOf(row)
    const lane = named === null ? unknown : channels.indexOf(named)
    tally.counts.add(lane)
    tally.hours.add(lane, free[i] ?? 0)
  })
  held.noteLeftOut()
  customers.noteInternal()
  if (usual > 0) context.note(`Meetings without a duration, which count with the usual hours of their kind: ${usual}.`)
  return tally
}

const noCost = (lane: number): NoAnswer =>
  noAnswer(lane === unknown ? 'The channel is not known.' : 'UnitCosts have no cost for this channel.')

export const channelActual = defineMetric({
  name: 'CHANNEL_ACTUAL',
  title: 'Channel mix',
  family: 'activity',
  about: 'Through which channels customers were met, and what that cost.',
  variant:
    'done meetings, demos and visits with a customer by their channel, with their hours as in customer-facing time; cost = meetings × what one meeting costs in that channel by UnitCosts',
  params,
  columns,
  chart: { kind: 'bar', category: 'channel', series: ['meetings'] },
  sources: ['D-19', 'D-63'],
  compute(inputs, context) {
    const tally = tallyUp(inputs, context)
    const unit = inputs.unitCosts === null ? null : readCosts(inputs.unitCosts, context.data)
    const total = tally.counts.total
    const rows = [...channels.map((each) => labels[each]), 'Unknown channel'].flatMap((channel, lane) => {
      const [meetings, hours] = [tally.counts.at(lane), tally.hours.at(lane)]
      if (lane === unknown && meetings === 0) return []
      const price = unit?.[lane] ?? NaN
      const share = ratio(meetings, total, 'There was no meeting with a customer.')
      const priced = Number.isNaN(price)
        ? { cost: noCost(lane), perMeeting: noCost(lane) }
        : { cost: meetings * price, perMeeting: price }
      return [{ channel, meetings, share, hours, ...priced }]
    })
    if (unit !== null) return rows
    context.note('Without the table UnitCosts there are no costs.')
    return inShape(base, rows)
  },
})
