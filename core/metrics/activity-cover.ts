import { workdays } from '../cells/day.ts'
import { partsOf, soFar } from '../dataset/period-parts.ts'
import { periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { activities } from '../dataset/tables/activities.ts'
import { customers } from '../dataset/tables/customers.ts'
import { deals } from '../dataset/tables/deals.ts'
import { people } from '../dataset/tables/people.ts'
import { GroupCounts } from '../math/sum.ts'
import { SpmError } from '../errors.ts'
import { breakDown } from '../targets/tree.ts'
import { activityBy, meetingFields } from './activity-table.ts'
import { numberAt } from './cell-at.ts'
import { customerMeetings } from './customer-meetings.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { modelOf, paramTable, paramVersion } from './param-table.ts'
import { ratio } from './value.ts'

const params = {
  activities: from(activities, ['date', 'owner'], [...meetingFields.filter((field) => field !== 'owner'), 'channel']),
  params: {
    ...paramTable,
    about: 'What the target is broken down by: how many meetings a seller has to hold a month.',
  },
  deals: { ...maybe(deals, ['status', 'closing'], [], 'The opportunities, for who is a customer.'), lines: true },
  customers: maybe(customers, ['customer_since']),
  people: maybe(people, ['person'], ['fte']),
  period: {
    ...common.period,
    about: `${common.period.about.replace(' Left out, all dates.', '')} Left out, the month that holds as_of.`,
  },
  asOf: common.asOf,
  by: { ...activityBy, default: 'owner', about: 'Left out, owner. Split by owner (or person) or team.' },
  paramsVersion: paramVersion,
} as const

type In = Inputs<typeof params>

/** Months of a period, of a part of one the share of its workdays. */
const monthsIn = (period: Period, calendar: FiscalCalendar): number =>
  partsOf(period, 'month', calendar).reduce((sum, part) => {
    const whole = periodAround(part.start, 'month', calendar)
    return sum + workdays(part.start, part.end) / workdays(whole.start, whole.end)
  }, 0)

/** How much of a full-time seller each person is, by name; 1 where People do not say. */
const shares = (view: In['people'], { people: directory }: Context): ((name: string) => number) => {
  const found = new Map<string, number>()
  for (let row = 0; row < (view?.rows ?? 0); row++) {
    const share = numberAt(view?.fte ?? null, row)
    if (!Number.isNaN(share)) found.set(directory.resolve(view?.person.at(row) ?? ''), share)
  }
  return (name) => found.get(directory.resolve(name)) ?? 1
}

/** Meetings that one ramped seller has to hold in a selling month. */
const perMonth = ({ params: view, paramsVersion }: In): number => {
  const { perSellerMonth } = breakDown(modelOf(view, paramsVersion))
  if (Number.isFinite(perSellerMonth)) return perSellerMonth
  throw new SpmError(
    'no-answer',
    'Params do not tell how many meetings a seller has to hold: give target, avg_deal, win_rate, meeting_rate and sellers.',
  )
}

export const activityCover = defineMetric({
  name: 'ACTIVITY_COVER',
  title: 'Activity cover',
  family: 'activity',
  about: 'Whether each person holds as many meetings with customers as the target takes.',
  variant:
    'meetings with customers held in the period ÷ meetings per ramped seller and selling month by the breakdown of Params × months of the period × share of a full-time job; of a part of a month, and of a period that is running, its workdays ÷ those of the whole month; a team is those of its people who did anything',
  params,
  columns: {
    required: { label: 'Required', kind: 'decimal' },
    done: { label: 'Done', kind: 'count' },
    cover: { label: 'Cover', kind: 'percent' },
    short: { label: 'Short by', kind: 'decimal' },
  },
  rank: 'short',
  chart: { kind: 'bar', category: 'by', series: ['done', 'required'] },
  sources: ['A-51'],
  compute(inputs, context) {
    const { activities: view, people: team, period: given, asOf, by } = inputs
    const { calendar } = context
    const period = soFar(given ?? periodAround(asOf, 'month', calendar), asOf)
    const groups = by ?? oneGroup(view.rows)
    const held = heldActivities(view, groups, period, context)
    const met = customerMeetings(view, context)
    const [done, all] = [new GroupCounts(groups.size), new GroupCounts(groups.size)]
    const owners = groups.keys.map(() => new Set<string>())
    // What is no meeting tells who was at work.
    held.each(
      () => null,
      (row, found) => {
        const group = groups.of[row] ?? 0
        all.add(group)
        owners[group]?.add(view.owner.at(row))
        const isMeeting = found === 'meeting' || found === 'demo' || found === 'visit'
        if (isMeeting && met.isMeeting(row, found)) done.add(group)
      },
    )
    held.noteLeftOut()
    met.noteLeftOut()
    const months = monthsIn(period, calendar)
    const [rate, shareOf] = [perMonth(inputs), shares(team, context)]
    return groups.keys.flatMap((key, group) => {
      if (all.at(group) === 0) return []
      const heads = [...(owners[group] ?? [])].reduce((sum, name) => sum + shareOf(name), 0)
      const [required, count] = [rate * months * heads, done.at(group)]
      return [
        {
          group: key,
          required,
          done: count,
          cover: ratio(count, required, 'Nothing is required.'),
          short: Math.max(0, required - count),
        },
      ]
    })
  },
})
