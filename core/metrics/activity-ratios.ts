import { isoDay } from '../cells/day.ts'
import type { ActivityClass } from '../dataset/activity-words.ts'
import { latestVersions } from '../dataset/offer-versions.ts'
import { contains, type Period } from '../dataset/period.ts'
import { activities } from '../dataset/tables/activities.ts'
import { deals } from '../dataset/tables/deals.ts'
import { offers } from '../dataset/tables/offers.ts'
import { SpmError } from '../errors.ts'
import { activityPeriod } from './activity-table.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
import { metCustomer } from './met-customer.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { ratio } from './value.ts'

const params = {
  activities: from(
    activities,
    ['date'],
    [
      'type',
      'activity_id',
      'owner',
      'class',
      'done',
      'status_text',
      'cancelled',
      'account',
      'account_id',
      'contact',
      'deal_id',
    ],
  ),
  deals: from(deals, ['status', 'created', 'closing']),
  offers: maybe(offers, ['sent'], ['offer_id', 'version'], 'The offers; left out, activities that count as an offer.'),
  period: {
    ...activityPeriod,
    about: `${activityPeriod.about} Of an opportunity its creation, of an offer its sending, of a win its closing counts.`,
  },
  asOf: common.asOf,
  lagDays: {
    type: 'number',
    default: 0,
    minimum: 0,
    whole: true,
    about:
      'How many days later what follows is counted: 30 compares the meetings of a period with opportunities of 30 days later.',
  },
} as const
type In = Inputs<typeof params>

interface Flow {
  readonly contacts: number
  readonly meetings: number
  readonly opportunities: number
  readonly offers: number
  readonly wins: number
}

/** A call, an e-mail and any other message is a contact. */
const isContact = (found: ActivityClass): boolean => found === 'call' || found === 'email' || found === 'contact'

const countActivities = (
  { activities: view, offers: sent }: In,
  period: Period | null,
  context: Context,
  say: boolean,
) => {
  const held = heldActivities(view, oneGroup(view.rows), period, context)
  const customers = metCustomer(view, context.note)
  const counts = { contacts: 0, meetings: 0, offers: 0 }
  const leaves = (row: number, found: ActivityClass): string | null => {
    if (found === 'offer') return sent === null ? null : 'an offer, which the table of offers tells'
    return isContact(found) || customers.isMeeting(row, found)
      ? null
      : 'neither a contact nor a meeting with a customer'
  }
  held.each(leaves, (_row, found) => {
    if (isContact(found)) counts.contacts++
    else if (found === 'offer') counts.offers++
    else counts.meetings++
  })
  if (say) {
    held.noteLeftOut()
    customers.noteInternal()
  }
  return counts
}

const countOffers = (sent: NonNullable<In['offers']>, period: Period | null, { tell }: Context): number => {
  const latest = latestVersions(sent)
  const isLatest = new Set(latest)
  const isSent = (row: number): boolean => contains(period, sent.sent.at(row))
  tell('offers', (row) => {
    if (!isLatest.has(row)) return 'an earlier version'
    return isSent(row) ? null : 'not sent in the period'
  })
  return latest.filter(isSent).length
}

const countFlow = (inputs: In, period: Period | null, context: Context, say: boolean): Flow => {
  const { deals: view, offers: sent } = inputs
  const done = countActivities(inputs, period, context, say)
  let [opportunities, wins] = [0, 0]
  context.tell('deals', (row) => {
    if (contains(period, view.created.at(row))) return null
    return view.status.isWon(row) && contains(period, view.closing.at(row))
      ? null
      : 'neither created nor won in the period'
  })
  for (let row = 0; row < view.rows; row++) {
    if (contains(period, view.created.at(row))) opportunities++
    if (view.status.isWon(row) && contains(period, view.closing.at(row))) wins++
  }
  const offered = sent === null ? done.offers : countOffers(sent, period, context)
  return { contacts: done.contacts, meetings: done.meetings, opportunities, offers: offered, wins }
}

const shifted = (period: Period | null, days: number): Period => {
  if (period === null)
    throw new SpmError('argument', `lag_days is ${days}, and there is no period to shift. Give a period.`)
  const [start, end] = [period.start + days, period.end + days]
  return { start, end, label: `${isoDay(start)} to ${isoDay(end)}` }
}

/** What follows, counted in the later period; which is said, with its figures. */
const countLater = (inputs: In, context: Context): Flow => {
  const later = shifted(inputs.period, inputs.lagDays)
  const { meetings, opportunities, offers: sent, wins } = countFlow(inputs, later, context, false)
  context.note(
    `What follows is counted from ${later.label}: ${meetings} meetings, ${opportunities} opportunities, ${sent} offers, ${wins} wins.`,
  )
  if (later.end > context.asOf) context.note('That period is not over, so more may follow.')
  return { contacts: 0, meetings, opportunities, offers: sent, wins }
}

const none = (what: string): string => `There are no ${what} in this period to compare with.`

export const activityRatios = defineMetric({
  name: 'ACTIVITY_RATIOS',
  title: 'Activity ratios',
  family: 'activity',
  about:
    'How many meetings come of the contacts, opportunities of the meetings, offers of the opportunities, and wins of the offers.',
  variant:
    'flow: what was counted in one period is divided by what came before it in the same period, or by lag_days earlier; it does not follow the same contacts, so a ratio may exceed 100%; contacts = calls, e-mails and other messages, meetings = done meetings, demos and visits with a customer, opportunities = deals created, offers = offers sent by their latest version, wins = deals won',
  params,
  columns: {
    contactsToMeeting: { label: 'Contacts → meeting', kind: 'percent' },
    meetingsToOpportunity: { label: 'Meetings → opportunity', kind: 'percent' },
    opportunitiesToOffer: { label: 'Opportunities → offer', kind: 'percent' },
    offersToWin: { label: 'Offer → win', kind: 'percent' },
    meetingsPerWin: { label: 'Meetings per win', kind: 'decimal' },
    contacts: { label: 'Contacts', kind: 'count' },
    meetings: { label: 'Meetings', kind: 'count' },
    opportunities: { label: 'Opportunities', kind: 'count' },
    offers: { label: 'Offers', kind: 'count' },
    wins: { label: 'Wins', kind: 'count' },
  },
  sources: ['SO1', 'MX2'],
  compute(inputs, context) {
    const now = countFlow(inputs, inputs.period, context, true)
    const later = inputs.lagDays === 0 ? now : countLater(inputs, context)
    if (inputs.offers === null)
      context.note('Without the table Offers, activities that count as an offer are the offers.')
    return [
      {
        contactsToMeeting: ratio(later.meetings, now.contacts, none('contacts')),
        meetingsToOpportunity: ratio(later.opportunities, now.meetings, none('meetings')),
        opportunitiesToOffer: ratio(later.offers, now.opportunities, none('opportunities')),
        offersToWin: ratio(later.wins, now.offers, none('offers')),
        meetingsPerWin: ratio(now.meetings, later.wins, none('wins')),
        ...now,
      },
    ]
  },
})
