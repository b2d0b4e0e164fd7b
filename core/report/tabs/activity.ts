import { activity } from '../../metrics/activity.ts'
import { meetings } from '../../metrics/meetings.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'

const part = 'sales activity'

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

const byWeek = (pack: PackContext): Block | null => {
  const result = pack.ask(meetings, part, { period: 'L90D', by: 'week' })
  if (result === null || result.rows.length === 0) return null
  return withoutBlankColumns(
    tableFrom(result, {
      name: 'meetingsByWeek',
      title: 'Customer meetings by week, last 90 days',
      empty: 'No meeting was held in these days.',
      charts: [
        {
          kind: 'line',
          title: 'Customer meetings by week',
          alt: 'Line: number of customer meetings in each week of the last 90 days.',
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
    blocks: [main, byWeek(pack)].filter((block) => block !== null),
  }
}
