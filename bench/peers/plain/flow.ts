import { mondayOf } from '../../calendar.ts'
import { movements, type AnswerRow, type Movement } from '../../questions.ts'
import { asked } from '../../workload/asked.ts'
import { groupBy, meanAndMedian, sumOf } from './group.ts'
import type { Change, Deal, Seen, Stage, Tables } from './rows.ts'
import { amountOf } from './stock.ts'

/** Questions (g) to (j): what history, activities and snapshots answer. */

export type Lives = readonly (readonly Change[])[]

export const livesOf = ({ changes }: Tables): Lives =>
  [...groupBy(changes, ({ id }) => id).values()].map((life) => [...life].sort((a, b) => a.at - b.at))

const openOf = (stages: Tables['stages']): readonly Stage[] =>
  [...stages.values()].filter(({ type }) => type === 'open')

export const conversion = (lives: Lives, { stages }: Tables): readonly AnswerRow<'conversion'>[] => {
  const open = openOf(stages)
  const rankOf = (stage: string): number => {
    const { type, order } = stages.get(stage) ?? { type: 'lost', order: 0 }
    return type === 'lost' ? 0 : order
  }
  const entryOf = (life: readonly Change[], rank: number): number | null => {
    const first = life.find(({ to }) => rankOf(to) >= rank)
    return first === undefined ? null : Math.floor(first.at)
  }
  return open.map(({ name, order }) => {
    const cohort = lives.filter((life) => {
      const day = entryOf(life, order)
      return day !== null && day >= asked.cohort.from && day < asked.cohort.to
    })
    const [advanced, stayed] = [true, false].map((on) =>
      cohort.filter((life) => (entryOf(life, order + 1) !== null) === on),
    )
    const lost = (stayed ?? []).filter((life) => stages.get(life.at(-1)?.to ?? '')?.type === 'lost').length
    const [entered, went] = [cohort.length, advanced?.length ?? 0]
    return { stage: name, entered, advanced: went, lost, stillIn: entered - went - lost, conversion: went / entered }
  })
}

export const durations = (lives: Lives, { stages }: Tables): readonly AnswerRow<'durations'>[] => {
  const days = new Map(openOf(stages).map(({ name }) => [name, [] as number[]]))
  for (const life of lives)
    for (let i = 1; i < life.length; i++) {
      const [from, to] = [life[i - 1], life[i]]
      if (from !== undefined && to !== undefined) days.get(from.to)?.push(Math.floor(to.at) - Math.floor(from.at))
    }
  return [...days].map(([stage, stays]) => ({ stage, stays: stays.length, ...meanAndMedian(stays) }))
}

export const activities = (tables: Tables): readonly AnswerRow<'activities'>[] => {
  const done = tables.activities.filter((activity) => activity.done)
  return [...groupBy(done, ({ owner, day, type }) => `${owner}|${mondayOf(day)}|${type}`).values()].map((rows) => ({
    owner: rows[0]?.owner ?? '',
    week: mondayOf(rows[0]?.day ?? NaN),
    type: rows[0]?.type ?? '',
    count: rows.length,
    minutes: sumOf(rows, ({ hours }) => 60 * (hours ?? 0)),
  }))
}

export const newMeetings = (tables: Tables): readonly AnswerRow<'newMeetings'>[] => {
  const deals = new Map(tables.deals.map((deal) => [deal.id, deal]))
  const meetings = tables.activities.filter(
    ({ done, type, id }) => done && type === 'Meeting' && id !== null && deals.get(id)?.isNew === true,
  )
  return [...groupBy(meetings, ({ owner }) => owner)].map(([owner, rows]) => ({ owner, count: rows.length }))
}

const { window } = asked
const placeOf = ({ closing }: Seen): 'earlier' | 'inside' | 'later' =>
  closing === null || closing >= window.to ? 'later' : closing < window.from ? 'earlier' : 'inside'

const entryOf = (before: Seen | undefined, after: Seen | undefined): Movement | null => {
  if (before?.status === 'open' && placeOf(before) === 'inside') return 'Opening'
  if (after === undefined || placeOf(after) !== 'inside') return null
  if (before === undefined) return 'New'
  if (before.status !== 'open') return before.status === after.status ? null : 'Reopened'
  return placeOf(before) === 'later' ? 'Pulled in' : 'Pushed in'
}

const exitOf = (after: Seen | undefined): Movement => {
  if (after === undefined) return 'Removed'
  const place = placeOf(after)
  if (place !== 'inside') return place === 'later' ? 'Pushed out' : 'Pulled out'
  return after.status === 'won' ? 'Won' : after.status === 'lost' ? 'Lost' : 'Closing'
}

export const movement = ({ seen }: Tables): readonly AnswerRow<'movement'>[] => {
  const at = (day: number): ReadonlyMap<string, Seen> =>
    new Map(seen.filter((row) => row.day === day && row.status !== 'removed').map((row) => [row.id, row]))
  const [opening, closing] = [at(asked.opening), at(asked.closing)]
  const rows = new Map(movements.map((name) => [name, { movement: name, count: 0, value: 0 }]))
  const add = (name: Movement, value: number): void => {
    const row = rows.get(name)
    if (row !== undefined) [row.count, row.value] = [row.count + 1, row.value + value]
  }
  for (const id of new Set([...opening.keys(), ...closing.keys()])) {
    const [before, after] = [opening.get(id), closing.get(id)]
    const entry = entryOf(before, after)
    if (entry === null) continue
    const [a0, a1] = [amountOf(before ?? after ?? { amount: 0 }), amountOf(after ?? before ?? { amount: 0 })]
    add(entry, a0)
    if (a1 !== a0) add(a1 > a0 ? 'Increased' : 'Decreased', a1 - a0)
    add(exitOf(after), a1)
  }
  return [...rows.values()].filter(({ count }) => count > 0)
}

export const deviation = (won: readonly Deal[], { seen, stages }: Tables): readonly AnswerRow<'deviation'>[] =>
  asked.months.map(({ name, from, to }) => {
    const inMonth = (day: number | null): boolean => day !== null && day >= from && day < to
    const due = seen.filter((row) => row.day === from && row.status === 'open' && inMonth(row.closing))
    const forecast = sumOf(
      due,
      (row) => amountOf(row) * (row.probability ?? stages.get(row.stage ?? '')?.probability ?? NaN),
    )
    const actual = sumOf(
      won.filter(({ closing }) => inMonth(closing)),
      amountOf,
    )
    return { month: name, forecast, actual, deviation: (actual - forecast) / forecast }
  })
