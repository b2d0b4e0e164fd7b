import { readChannels, type Channel } from '../dataset/channel.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { SpmError } from '../errors.ts'
import { createSum } from '../math/sum.ts'
import type { Context } from './define.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities, type ActivityColumns } from './held-activities.ts'

export interface DealMeetings extends ActivityColumns {
  readonly rows: number
  readonly deal_id: Texts
  readonly channel: Texts | null
}

export interface MeetingPrices {
  readonly rows: number
  readonly channel: Texts
  readonly cost_per_meeting: Numbers
}

/** Meetings that were held, by the code of the deal's ID and by channel. */
export interface HeldMeetings {
  readonly byDeal: Uint32Array
  readonly byChannel: ReadonlyMap<Channel, number>
}

/** Meetings, demos and visits that have taken place, by deal. */
export const countMeetings = (activities: DealMeetings | null, dealIds: Texts, context: Context): HeldMeetings => {
  const byDeal = new Uint32Array(dealIds.labels.length)
  const byChannel = new Map<Channel, number>()
  if (activities === null) return { byDeal, byChannel }
  const held = heldActivities(activities, oneGroup(activities.rows), null, context)
  const deals = codesIn(dealIds, activities.deal_id)
  const channelOf = activities.channel === null ? () => null : readChannels(activities.channel)
  const dealOf = (row: number): number => deals[activities.deal_id.code(row)] ?? -1
  held.each(
    (_row, found) => (found === 'meeting' || found === 'demo' || found === 'visit' ? null : 'no meeting'),
    (row) => {
      const deal = dealOf(row)
      byDeal[deal] = (byDeal[deal] ?? 0) + 1
      const channel = channelOf(row)
      if (channel !== null) byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1)
    },
    (row) => (dealOf(row) < 0 ? 'of no opportunity' : null),
  )
  held.noteLeftOut()
  return { byDeal, byChannel }
}

/** Mean number of meetings of the won deals that had any. */
export const meetingsToWin = (
  { byDeal }: HeldMeetings,
  deals: { readonly rows: number; readonly deal_id: Texts; readonly status: Statuses },
  { note, sift }: Context,
): number => {
  let [meetings, count] = [0, 0]
  const heldFor = (row: number): number => byDeal[deals.deal_id.code(row)] ?? 0
  const leaves = sift('deals', (row) =>
    deals.status.isWon(row) && heldFor(row) > 0 ? null : 'neither open, nor won after meetings',
  )
  for (let row = 0; row < deals.rows; row++) {
    if (leaves(row) !== null) continue
    meetings += heldFor(row)
    count++
  }
  if (count === 0)
    throw new SpmError(
      'argument',
      'meetings is missing: no won deal has a meeting in Activities that would tell how many it takes. Give a number, such as 8.',
    )
  note(`A won deal took ${(meetings / count).toFixed(1)} meetings, the mean of ${count} with any.`)
  return meetings / count
}

const mean = (prices: MeetingPrices, weightOf: (row: number) => number): number => {
  const [costs, weights] = [createSum(), createSum()]
  for (let row = 0; row < prices.rows; row++) {
    if (prices.cost_per_meeting.isBlank(row)) continue
    costs.add(weightOf(row) * prices.cost_per_meeting.at(row))
    weights.add(weightOf(row))
  }
  return costs.total / weights.total
}

/** What a meeting costs by UnitCosts: the mean over the channels of the meetings held, else of all channels alike. */
export const costOfMeeting = ({ byChannel }: HeldMeetings, prices: MeetingPrices | null, { note }: Context): number => {
  if (prices === null)
    throw new SpmError(
      'argument',
      'meeting_cost is missing: give what a meeting costs, such as 400, or the table UnitCosts.',
    )
  const channelOf = readChannels(prices.channel)
  const weighted = mean(prices, (row) => {
    const channel = channelOf(row)
    return channel === null ? 0 : (byChannel.get(channel) ?? 0)
  })
  const cost = Number.isNaN(weighted) ? mean(prices, () => 1) : weighted
  if (Number.isNaN(weighted)) note('No meeting has a channel of UnitCosts: all its channels count alike.')
  if (cost > 0) return cost
  throw new SpmError('no-answer', 'UnitCosts has no cost of a meeting above 0. Fill it in, or give meeting_cost.')
}
