import { rowsWhere, type Numbers, type Texts } from '../dataset/columns.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { topOf } from '../math/top.ts'
import { closingIn } from './closing-in.ts'
import { dealFlags } from './deal-flags.ts'
import { listCells, listColumns } from './deal-list.ts'
import { defineMetric } from './define.ts'
import { numberAt, textAt } from './cell-at.ts'
import { activitiesOfDeals, linkActivities } from './linked-activities.ts'
import { nextActivity } from './next-activity.ts'
import { common, from, maybe } from './params.ts'
import { historyOfDeals, stageSince } from './stage-since.ts'
import { orBlank } from './value.ts'
import { winChance } from './win-chance.ts'

interface Ranked {
  readonly closing: Numbers | null
  readonly deal_id: Texts | null
}

/** The larger before the smaller, then the earlier close date, then the lower ID; blanks last. */
const ranksBefore = ({ closing, deal_id }: Ranked, size: (row: number) => number) => {
  const weight = (row: number): number => (Number.isNaN(size(row)) ? -Infinity : size(row))
  const due = (row: number): number => {
    const day = numberAt(closing, row)
    return Number.isNaN(day) ? Infinity : day
  }
  const id = (row: number): string => deal_id?.at(row) ?? ''
  return (a: number, b: number): boolean => {
    if (weight(a) !== weight(b)) return weight(a) > weight(b)
    if (due(a) !== due(b)) return due(a) < due(b)
    return id(a) === id(b) ? a < b : id(a) < id(b)
  }
}

/** A rank by weighted value needs probabilities; deals without one come last, which is said. */
const noteChances = (
  rank: 'value' | 'weighted',
  open: Uint32Array,
  chance: (row: number) => number,
  note: (text: string) => void,
): void => {
  if (rank === 'value') return
  const unrated = open.reduce((count, row) => count + (Number.isNaN(chance(row)) ? 1 : 0), 0)
  if (unrated === 0) return
  if (unrated < open.length) return note(`Open deals without a probability, which come last: ${unrated}.`)
  throw new SpmError(
    'no-answer',
    'No open deal has a probability, so none ranks by weighted value. Fill it in, or use rank=value.',
  )
}

export const topDeals = defineMetric({
  name: 'TOP_DEALS',
  title: 'Top deals',
  family: 'funnel',
  about: 'The largest open deals, with what to ask about each.',
  variant:
    'open deals by amount, or by amount × probability, the largest first, of equal ones the one that is due first; overdue deals are in and flagged',
  params: {
    deals: from(
      deals,
      ['status', 'value'],
      [
        ...(['deal_id', 'name', 'account', 'owner', 'stage', 'pipeline', 'probability', 'closing', 'created'] as const),
        ...(['last_modified', 'last_stage_change', 'next_step', 'next_activity'] as const),
      ],
    ),
    stages: maybe(stages, ['stage'], ['probability', 'stale_days', 'alias', 'pipeline']),
    history: historyOfDeals,
    activities: activitiesOfDeals,
    period: {
      ...common.period,
      about: 'Only deals with a close date in this period. Left out, all open deals, dated or not.',
    },
    asOf: common.asOf,
    n: { type: 'number', default: 'top_n', minimum: 1, whole: true, about: 'How many deals to list.' },
    rank: {
      type: 'choice',
      values: ['value', 'weighted'],
      default: 'value',
      about: 'What makes a deal large: its amount, or its amount times its probability.',
    },
  },
  columns: {
    ...listColumns,
    weighted: { label: 'Weighted', kind: 'money' },
    closeDate: { label: 'Close date', kind: 'date' },
    inStage: { label: 'Days in stage', kind: 'days' },
    nextStep: { label: 'Next step', kind: 'text' },
    nextActivity: { label: 'Next activity', kind: 'date' },
    flags: { label: 'Flags', kind: 'text' },
  },
  sources: ['A-16'],
  compute({ deals, history, activities, period, asOf, n, rank }, { data, settings, note, sift }) {
    const chance = winChance(deals, stageOrderOf(data), 'deal')
    const weighted = (row: number): number => deals.value.at(row) * chance(row)
    const closing = closingIn(period, deals.closing, data)
    const leaves = sift('deals', (row) => (deals.status.isOpen(row) ? closing.leaves(row) : 'not open'))
    const open = rowsWhere(deals.rows, (row) => leaves(row) === null)
    closing.noteUndated(note, 'Open deals')
    noteChances(rank, open, chance, note)
    const size = rank === 'value' ? (row: number) => deals.value.at(row) : weighted
    const since = stageSince(deals, history, asOf)
    const linked = linkActivities(activities, deals.deal_id, asOf, settings.activity_types)
    const next = nextActivity(deals.next_activity, linked, asOf)
    const flags = dealFlags(deals, { next, linked: linked !== null }, asOf, data)
    return topOf(open, n, ranksBefore(deals, size)).map((row) => ({
      ...listCells(deals, row),
      weighted: orBlank(weighted(row)),
      closeDate: orBlank(numberAt(deals.closing, row)),
      inStage: since === null ? null : orBlank(asOf - since(row)),
      nextStep: textAt(deals.next_step, row),
      nextActivity: orBlank(next(row)),
      flags: flags(row),
    }))
  },
})
