import type { Day } from '../../cells/day.ts'
import type { Period } from '../../dataset/period.ts'
import { activity } from '../../metrics/activity.ts'
import { meetings } from '../../metrics/meetings.ts'
import { isoRange } from '../iso-range.ts'
import { overTime } from '../over-time.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableRow } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'

const part = 'sales activity'
const weeks = 13
/** Their newer half is compared with the older. */
const comparedWeeks = 8

const byPerson = (pack: PackContext): Block | null => {
  const result = pack.ask(activity, part, { period: 'L30D' })
  if (result === null) return null
  const sums = ['contacts', 'calls', 'meetings', 'newMeetings', 'offers', 'hours']
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'activity',
      title: 'Done in the last 30 days',
      empty: 'Nothing was done in these days.',
      total: true,
      columns: Object.fromEntries(sums.map((key) => [key, { total: 'sum' as const }])),
      charts: [
        {
          kind: 'bar',
          title: 'Meetings in the last 30 days, by person',
          alt: 'Bars: number of meetings that each person held in the last 30 days.',
          category: 'owner',
          series: [{ key: 'meetings', colour: 'actual' }],
        },
      ],
    }),
  )
}

/** The last whole weeks, the oldest first. */
const wholeWeeks = (pack: PackContext, count: number): readonly Period[] => {
  const last = pack.week(0).end === pack.asOf ? 0 : -1
  return Array.from({ length: count }, (_, i) => pack.week(last + i + 1 - count))
}

const spanOf = (periods: readonly Period[], asOf: Day): string =>
  isoRange({ start: periods[0]?.start ?? asOf, end: periods.at(-1)?.end ?? asOf })

/** Whose meetings become more or fewer. */
const byPersonAndWeek = (pack: PackContext): Block | null => {
  const periods = wholeWeeks(pack, comparedWeeks)
  const result = pack.ask(meetings, part, { period: spanOf(periods, pack.asOf), by: 'owner,week' })
  if (result === null || result.rows.length === 0) return null
  return overTime(result, {
    name: 'meetingsByPerson',
    title: `Customer meetings by person in the last ${comparedWeeks} whole weeks`,
    empty: 'No meeting was held in these weeks.',
    group: 'owner',
    period: 'week',
    figure: 'meetings',
    kind: 'count',
    periods,
    half: `${comparedWeeks / 2} weeks`,
    draw: 'column',
  })
}

/** One row for each of the last whole weeks, those without a meeting too. */
const byWeek = (pack: PackContext): Block | null => {
  const periods = wholeWeeks(pack, weeks)
  const result = pack.ask(meetings, part, { period: spanOf(periods, pack.asOf), by: 'week' })
  if (result === null || result.rows.length === 0) return null
  const rows = periods.map(
    ({ label }): TableRow => result.rows.find((row) => row['week'] === label) ?? { week: label, meetings: 0 },
  )
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'meetingsByWeek',
      title: `Customer meetings in the last ${weeks} whole weeks`,
      empty: 'No meeting was held in these weeks.',
      rows,
      chartsBeside: true,
      charts: [
        {
          kind: 'line',
          title: 'Customer meetings by week',
          alt: `Line: number of customer meetings in each of the last ${weeks} whole weeks.`,
          category: 'week',
          series: [{ key: 'meetings', colour: 'actual' }],
        },
      ],
    }),
  )
}

/** Is there enough activity to keep the funnel moving? */
export const activityTab = (pack: PackContext): Tab | null => {
  const main = byPerson(pack)
  if (main === null) return null
  return {
    key: 'activity',
    label: '7 Activity',
    title: 'Sales activity',
    purpose: 'Are there enough contacts and meetings to keep the funnel moving?',
    colour: 'past',
    provisional: false,
    blocks: [main, byPersonAndWeek(pack), byWeek(pack)].filter((block) => block !== null),
  }
}
