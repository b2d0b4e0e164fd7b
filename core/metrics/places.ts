import { statusNames } from '../dataset/columns.ts'
import { headerKey } from '../dataset/header.ts'
import type { StageOrder } from '../dataset/stage-order.ts'
import { statusCode } from '../dataset/status.ts'

/** Where a deal can be at one moment: in a stage, closed, or not there. */
export interface Place {
  readonly kind: 'absent' | 'stage' | 'unknown' | 'won' | 'lost' | 'handedOver'
  readonly label: string
  /** Position of a stage in the order of the stages; -1 where it has none. */
  readonly position: number
}

/** Places by number; the same for two moments, so that equal numbers mean that nothing moved. */
export interface Places {
  at(place: number): Place
  /** Number of the place that a stage's name stands for; a closed stage is won or lost. */
  inStage(stage: string, pipeline: string): number
}

export const absent = 0
const unknown = 1
export const won = 2
export const lost = 3
/** With an owner outside the scope. */
export const handedOver = 4

const fixed: readonly Place[] = [
  { kind: 'absent', label: 'New', position: -1 },
  { kind: 'unknown', label: '(unknown)', position: -1 },
  { kind: 'won', label: 'Won', position: -1 },
  { kind: 'lost', label: 'Lost', position: -1 },
  { kind: 'handedOver', label: 'Transferred in', position: -1 },
]

/** Stages are told apart by their position, or where they have none by their name. */
export const createPlaces = (order: StageOrder | null): Places => {
  const all = [...fixed]
  const numbers = new Map<string, number>()
  const known = new Map<string, Map<string, number>>()

  const numberOf = (key: string, place: Place): number => {
    const found = numbers.get(key) ?? all.push(place) - 1
    numbers.set(key, found)
    return found
  }

  const read = (stage: string, pipeline: string): number => {
    if (headerKey(stage) === '') return unknown
    const position = order?.find(stage, pipeline) ?? -1
    const type = order?.stages[position]?.type ?? statusNames[statusCode(stage)]
    if (type === 'won') return won
    if (type === 'lost') return lost
    return position < 0 || order === null
      ? numberOf(headerKey(stage), { kind: 'stage', label: stage, position: -1 })
      : numberOf(`#${position}`, { kind: 'stage', label: order.label(position), position })
  }

  return {
    at: (place) => all[place] ?? { kind: 'unknown', label: '(unknown)', position: -1 },
    inStage: (stage, pipeline) => {
      const stages = known.get(pipeline) ?? new Map<string, number>()
      known.set(pipeline, stages)
      const place = stages.get(stage) ?? read(stage, pipeline)
      stages.set(stage, place)
      return place
    },
  }
}
