import { readActivityHours } from '../dataset/activity-hours.ts'
import type { ActivityClass } from '../dataset/activity-words.ts'
import type { Texts } from '../dataset/columns.ts'
import { purposes, readPurposes, type Purpose } from '../dataset/purpose.ts'
import { activities } from '../dataset/tables/activities.ts'
import { timePlan } from '../dataset/tables/time-plan.ts'
import { GroupSums } from '../math/sum.ts'
import { activityPeriod } from './activity-table.ts'
import { defineMetric, type Context } from './define.ts'
import { freeOfOverlap } from './free-of-overlap.ts'
import { oneGroup } from './grouping.ts'
import { heldActivities } from './held-activities.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { plannedHours } from './planned-time.ts'
import { ratio } from './value.ts'

const labels: Readonly<Record<Purpose, string>> = {
  'lead gen': 'Lead generation',
  progress: 'Opportunity progress',
  existing: 'Existing customers',
  internal: 'Internal',
  travel: 'Travel',
}
const unmapped = purposes.length

const params = {
  activities: from(
    activities,
    ['date', 'purpose'],
    ['type', 'activity_id', 'owner', 'class', 'duration_h', 'done', 'status_text', 'cancelled'],
  ),
  timePlan: maybe(
    timePlan,
    ['person', 'period', 'purpose', 'hours'],
    [],
    'The hours that people planned by purpose. Left out, only what was done is shown.',
  ),
  period: activityPeriod,
  asOf: common.asOf,
} as const
type In = Inputs<typeof params>

/** The purpose of an activity: as stated, else where its type says it, such as travel; null where neither does. */
const purposeReader = (purpose: Texts, type: Texts | null) => {
  const stated = readPurposes(purpose)
  const byType = type === null ? () => null : readPurposes(type)
  return (row: number): Purpose | null => stated(row) ?? (purpose.isBlank(row) ? byType(row) : null)
}

/** Names the words that are no purpose. */
const noteUnmapped = (words: ReadonlySet<string>, count: number, note: (text: string) => void): void => {
  if (count === 0) return
  const shown = [...words].sort().map((word) => (word === '' ? '(blank)' : `"${word}"`))
  note(
    `Activities whose purpose is not known, which are in a row of their own: ${count}, namely ${shown.join(', ')}. Write ${purposes.join(', ')}.`,
  )
}

/** Hours by purpose; the last is for activities whose purpose is not known. */
const tallyUp = ({ activities: view, period }: In, context: Context): GroupSums => {
  const held = heldActivities(view, oneGroup(view.rows), period, context)
  const duration = readActivityHours(view.duration_h, context.settings.activity_hours)
  const purposeOf = purposeReader(view.purpose, view.type)
  const [rows, hours, lanes]: [number[], number[], number[]] = [[], [], []]
  const strange = new Set<string>()
  let [usual, unknown] = [0, 0]
  const add = (row: number, found: ActivityClass): void => {
    const purpose = purposeOf(row) ?? (found === 'internal' && view.purpose.isBlank(row) ? 'internal' : null)
    if (purpose === null) {
      unknown++
      strange.add(view.purpose.at(row))
    }
    if (duration.isUsual(row)) usual++
    rows.push(row)
    hours.push(duration.of(row, found))
    lanes.push(purpose === null ? unmapped : purposes.indexOf(purpose))
  }
  held.each(() => null, add)
  const sums = new GroupSums(unmapped + 1)
  freeOfOverlap(rows, hours, view.date, view.owner).forEach((each, i) => {
    sums.add(lanes[i] ?? unmapped, each)
  })
  held.noteLeftOut()
  noteUnmapped(strange, unknown, context.note)
  if (usual > 0)
    context.note(`Activities without a duration, which count with the usual hours of their kind: ${usual}.`)
  return sums
}

/** Within a scope the plan has no owner to go by: that of the people who have activities in it counts. */
const planOf = ({ activities: view, timePlan: plan, period }: In, context: Context): GroupSums | null => {
  if (plan === null) {
    context.note('Without the table TimePlan there is no plan to compare with.')
    return null
  }
  if (context.scope === null) return plannedHours(plan, period, () => true, context)
  const { owner } = view
  const present = new Set(owner === null ? [] : Array.from(owner.codes, (code) => owner.label(code)))
  context.note('Of the plan the hours of those people count who have activities in the scope.')
  return plannedHours(plan, period, (person) => present.has(person), context)
}

export const timeAllocation = defineMetric({
  name: 'TIME_ALLOCATION',
  title: 'Time allocation',
  family: 'activity',
  about: 'What people spent their time on, beside what they had planned.',
  variant:
    'hours of all done activities by purpose, internal ones and travel included; of activities of one person that overlap the hours count once; without a duration the usual hours of the kind count; an activity without a purpose counts as its type says (travel, internal), else as unmapped; share = of all hours done; the plan counts by workdays, up to the as-of day',
  params,
  columns: {
    purpose: { label: 'Purpose', kind: 'text' },
    plan: { label: 'Plan hours', kind: 'decimal' },
    actual: { label: 'Actual hours', kind: 'decimal' },
    share: { label: 'Share of actual', kind: 'percent' },
  },
  chart: { kind: 'bar', category: 'purpose', series: ['plan', 'actual'] },
  sources: ['A-31'],
  compute(inputs, context) {
    const actual = tallyUp(inputs, context)
    const plan = planOf(inputs, context)
    const { total } = actual
    return [...purposes.map((each) => labels[each]), 'Unmapped purpose'].flatMap((purpose, lane) => {
      const hours = actual.at(lane)
      if (lane === unmapped && hours === 0) return []
      const planned = plan === null || lane === unmapped ? null : plan.at(lane)
      return [{ purpose, plan: planned, actual: hours, share: ratio(hours, total, 'Nothing was done in the period.') }]
    })
  },
})
