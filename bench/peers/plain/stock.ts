import { quarterOf } from '../../calendar.ts'
import type { AnswerRow } from '../../questions.ts'
import { asked } from '../../workload/asked.ts'
import { groupBy, meanAndMedian, sumOf } from './group.ts'
import type { Deal, Tables } from './rows.ts'

/** Questions (a) to (f) and (k): what the opportunities alone, and their targets, answer. */

export const amountOf = ({ amount }: { readonly amount: number | null }): number => amount ?? 0

export const ofType = (rows: readonly Deal[], { stages }: Tables, type: string): readonly Deal[] =>
  rows.filter(({ stage }) => stages.get(stage)?.type === type)

export const funnel = (open: readonly Deal[], { stages }: Tables): readonly AnswerRow<'funnel'>[] =>
  [...groupBy(open, ({ stage, owner }) => `${stage}|${owner}`).values()].map((deals) => ({
    stage: deals[0]?.stage ?? '',
    owner: deals[0]?.owner ?? '',
    count: deals.length,
    value: sumOf(deals, amountOf),
    weighted: sumOf(deals, (deal) => amountOf(deal) * (deal.probability ?? stages.get(deal.stage)?.probability ?? NaN)),
  }))

export const staleDeals = (open: readonly Deal[]): readonly Deal[] =>
  open.filter(({ touched }) => asked.asOf - touched >= asked.staleDays)

export const staleTop = (stale: readonly Deal[]): readonly AnswerRow<'staleTop'>[] =>
  [...stale]
    .sort((a, b) => amountOf(b) - amountOf(a) || (a.id < b.id ? -1 : 1))
    .slice(0, asked.staleTop)
    .map((deal, i) => ({ id: deal.id, rank: i + 1, quietDays: asked.asOf - deal.touched, amount: amountOf(deal) }))

export const overdue = (open: readonly Deal[]): AnswerRow<'overdue'> => {
  const late = open.filter(({ closing }) => closing !== null && closing < asked.asOf)
  return {
    count: late.length,
    undated: open.filter(({ closing }) => closing === null).length,
    value: sumOf(late, amountOf),
  }
}

export const early = (open: readonly Deal[], { stages }: Tables): AnswerRow<'early'> => {
  const soon = open.filter(
    ({ stage, closing }) =>
      stages.get(stage)?.initial === true &&
      closing !== null &&
      closing >= asked.asOf &&
      closing <= asked.asOf + asked.earlyDays,
  )
  return { count: soon.length, value: sumOf(soon, amountOf) }
}

export const winRate = (tables: Tables): readonly AnswerRow<'winRate'>[] => {
  const closed = tables.deals.filter(
    ({ stage, closing }) => closing !== null && tables.stages.get(stage)?.type !== 'open',
  )
  return [...groupBy(closed, ({ owner, closing }) => `${owner}|${quarterOf(closing ?? NaN)}`)].map(([key, deals]) => {
    const [owner = '', quarter = ''] = key.split('|')
    const won = ofType(deals, tables, 'won')
    const lost = ofType(deals, tables, 'lost')
    const [wonValue, lostValue] = [sumOf(won, amountOf), sumOf(lost, amountOf)]
    return {
      owner,
      quarter,
      won: won.length,
      lost: lost.length,
      wonValue,
      lostValue,
      rateByCount: won.length / deals.length,
      rateByValue: wonValue / (wonValue + lostValue),
    }
  })
}

export const cycle = (won: readonly Deal[]): readonly AnswerRow<'cycle'>[] =>
  [...groupBy(won, ({ owner }) => owner)].flatMap(([owner, deals]) => {
    const days = deals.map(({ closing, created }) => (closing ?? NaN) - created).filter((length) => length > 0)
    if (days.length === 0) return []
    return [{ owner, deals: days.length, excluded: deals.length - days.length, ...meanAndMedian(days) }]
  })

export const gap = (won: readonly Deal[], { targets, people }: Tables): readonly AnswerRow<'gap'>[] => {
  const inWindow = won.filter(
    ({ closing }) => closing !== null && closing >= asked.window.from && closing < asked.window.to,
  )
  const months = new Set<string>(asked.targetMonths)
  const due = targets.filter(({ metric, period }) => metric === 'sales' && months.has(period))
  const wonBy = groupBy(inWindow, ({ owner }) => owner)
  const dueBy = groupBy(due, ({ owner }) => owner)
  return people.map((owner) => {
    const target = sumOf(dueBy.get(owner) ?? [], ({ value }) => value)
    const value = sumOf(wonBy.get(owner) ?? [], amountOf)
    return { owner, target, won: value, gap: target - value }
  })
}
