import type { Codes } from '#core/dataset/codes'
import type { Values } from '#core/dataset/number-room'
import type { Dataset } from '#core/dataset/dataset'
import { GroupValues } from '#core/math/group-values'
import { median } from '#core/math/quantile'
import { GroupCounts } from '#core/math/sum'
import type { Answers } from '../questions.ts'
import { asked } from '../workload/asked.ts'
import { columnOf } from './columns.ts'
import { stagesOf, type Stages } from './stages.ts'

/** (g) in one pass over the stage history, by codes of deals and ranks of stages. */
export const history = (data: Dataset): Pick<Answers, 'conversion' | 'durations'> => {
  const stages = stagesOf(data)
  const moves = movesOf(data, stages)
  const lives = livesOf(moves, stages)
  return { conversion: conversion(lives, stages), durations: durations(lives.stays, stages) }
}

interface Moves {
  readonly deals: number
  readonly deal: Codes
  /** Code of the stage that was moved to. */
  readonly to: Codes
  /** Rank of every code. */
  readonly ranks: Uint8Array
  readonly since: Values
  /** Rows in order of time; `null` where they are so already. */
  readonly order: Uint32Array | null
}

const movesOf = (data: Dataset, stages: Stages): Moves => {
  const [ids, stage] = [columnOf(data, 'history', 'deal_id'), columnOf(data, 'history', 'to_stage')]
  const since = columnOf(data, 'history', 'changed_at').values
  return {
    deals: ids.labels.length,
    deal: ids.codes,
    to: stage.codes,
    ranks: stages.ranks(stage),
    since,
    order: timeOrder(since),
  }
}

/** A history is kept as it grows, so it mostly is in order; where it is not, its rows are sorted. */
const timeOrder = (since: Values): Uint32Array | null => {
  let row = 1
  while (row < since.length && (since[row] ?? NaN) >= (since[row - 1] ?? NaN)) row++
  if (row >= since.length) return null
  return Uint32Array.from({ length: since.length }, (_, row) => row).sort((a, b) => (since[a] ?? 0) - (since[b] ?? 0))
}

interface Lives {
  /** Day of the first move of each deal to each rank, at deal × (ranks) + rank; 0 where there is none. */
  readonly firstDays: Int32Array
  /** Rank of each deal's latest move; 255 where it has none. */
  readonly lastRanks: Uint8Array
  readonly stays: GroupValues
}

const none = 255

const livesOf = ({ deals, deal, to, ranks, since, order }: Moves, { open }: Stages): Lives => {
  const width = open.length + 2
  const firstDays = new Int32Array(deals * width)
  const lastRanks = new Uint8Array(deals).fill(none)
  const lastDays = new Int32Array(deals)
  const stays = new GroupValues(width, since.length)
  for (let i = 0; i < since.length; i++) {
    const row = order?.[i] ?? i
    const of = deal[row] ?? 0
    const rank = ranks[to[row] ?? 0] ?? 0
    const day = Math.floor(since[row] ?? NaN)
    const from = lastRanks[of] ?? none
    if (from !== none) stays.add(from, day - (lastDays[of] ?? 0))
    if (firstDays[of * width + rank] === 0) firstDays[of * width + rank] = day
    lastRanks[of] = rank
    lastDays[of] = day
  }
  return { firstDays, lastRanks, stays }
}

const conversion = ({ firstDays, lastRanks }: Lives, { open }: Stages): Answers['conversion'] => {
  const width = open.length + 2
  const [entered, advanced, lost] = [new GroupCounts(width), new GroupCounts(width), new GroupCounts(width)]
  for (let deal = 0; deal < lastRanks.length; deal++) {
    let next = 0
    for (let rank = width - 1; rank > 0; rank--) {
      const own = firstDays[deal * width + rank] ?? 0
      const entry = own === 0 || (next !== 0 && next < own) ? next : own
      if (entry >= asked.cohort.from && entry < asked.cohort.to) {
        entered.add(rank)
        if (next !== 0) advanced.add(rank)
        else if (lastRanks[deal] === 0) lost.add(rank)
      }
      next = entry
    }
  }
  return open.map((stage, i) => {
    const [all, on, out] = [entered.at(i + 1), advanced.at(i + 1), lost.at(i + 1)]
    return { stage, entered: all, advanced: on, lost: out, stillIn: all - on - out, conversion: on / all }
  })
}

const durations = (stays: GroupValues, { open }: Stages): Answers['durations'] => {
  const byRank = stays.split()
  return open.map((stage, i) => {
    const days = byRank[i + 1] ?? new Float64Array()
    const mean = days.reduce((sum, each) => sum + each, 0) / days.length
    return { stage, stays: days.length, mean, median: median(days) }
  })
}
