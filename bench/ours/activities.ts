import type { Dataset } from '#core/dataset/dataset'
import type { Values } from '#core/dataset/number-room'
import type { Texts } from '#core/dataset/columns'
import { mondayOf } from '../calendar.ts'
import type { AnswerRow, Answers } from '../questions.ts'
import { columnOf } from './columns.ts'

/** (h) in one pass over the done activities, into one dense array by week, owner and type. */
export const activities = (data: Dataset): Pick<Answers, 'activities' | 'newMeetings'> => {
  const [owner, type] = [columnOf(data, 'activities', 'owner'), columnOf(data, 'activities', 'type')]
  const { flags } = columnOf(data, 'activities', 'done')
  const hours = columnOf(data, 'activities', 'duration_h').values
  const weeks = weeksOf(columnOf(data, 'activities', 'date').values)
  const [owners, types] = [owner.labels.length, type.labels.length]
  const counts = new Uint32Array(weeks.count * owners * types)
  const sums = new Float64Array(counts.length)
  const meetings = new Uint32Array(owners)
  const deal = columnOf(data, 'activities', 'deal_id')
  const isNew = newDeals(data, deal)
  const meeting = type.find('Meeting')
  for (let row = 0; row < flags.length; row++) {
    if (flags[row] !== 1) continue
    const [who, what] = [owner.code(row), type.code(row)]
    const cell = (weeks.of(row) * owners + who) * types + what
    counts[cell] = (counts[cell] ?? 0) + 1
    const time = hours[row] ?? NaN
    if (!Number.isNaN(time)) sums[cell] = (sums[cell] ?? 0) + time
    if (what === meeting) meetings[who] = (meetings[who] ?? 0) + (isNew[deal.code(row)] ?? 0)
  }
  return {
    activities: report(counts, sums, { owner, type, first: weeks.first }),
    newMeetings: Array.from(meetings, (count, who) => ({ owner: owner.label(who), count })).filter(
      ({ count }) => count > 0,
    ),
  }
}

const weeksOf = (dates: Values) => {
  let [earliest, latest] = [Infinity, -Infinity]
  for (const date of dates) {
    if (date < earliest) earliest = date
    if (date > latest) latest = date
  }
  const [first, last] = [mondayOf(Math.floor(earliest)), Math.floor(latest)]
  return {
    first,
    count: Math.floor((last - first) / 7) + 1,
    of: (row: number): number => Math.floor(((dates[row] ?? NaN) - first) / 7),
  }
}

/** 1 for every deal, by its code among the activities, that is of type New. */
const newDeals = (data: Dataset, deal: Texts): Uint8Array => {
  const [ids, type] = [columnOf(data, 'deals', 'deal_id'), columnOf(data, 'deals', 'type')]
  const found = new Uint8Array(deal.labels.length)
  const wanted = type.find('New')
  for (let row = 0; row < ids.length; row++) {
    if (type.code(row) !== wanted) continue
    const code = deal.find(ids.at(row))
    if (code > 0) found[code] = 1
  }
  return found
}

interface Axes {
  readonly owner: Texts
  readonly type: Texts
  /** The Monday of week 0. */
  readonly first: number
}

const report = (counts: Uint32Array, sums: Float64Array, { owner, type, first }: Axes): Answers['activities'] => {
  const rows: AnswerRow<'activities'>[] = []
  const [owners, types] = [owner.labels.length, type.labels.length]
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] ?? 0
    if (count === 0) continue
    const group = Math.floor(cell / types)
    rows.push({
      owner: owner.label(group % owners),
      week: first + 7 * Math.floor(group / owners),
      type: type.label(cell % types),
      count,
      minutes: 60 * (sums[cell] ?? 0),
    })
  }
  return rows
}
