import type { Texts } from '../dataset/columns.ts'
import { headerKey } from '../dataset/header.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

interface Staged {
  readonly stage: Texts
  readonly pipeline: Texts | null
}

/** Numbers stages alike in tables that write them apart: a former name is that stage; a stage without a place is known by its name. */
export const createStageKeys = (order: StageOrder | null): ((table: Staged) => (row: number) => number) => {
  const names = new Map<string, number>()
  const afterStages = order?.stages.length ?? 0
  const numberOf = (label: string): number => {
    const key = headerKey(label)
    const number = names.get(key) ?? names.size
    names.set(key, number)
    return afterStages + number
  }
  return ({ stage, pipeline }) => {
    const places = order?.positions(stage, pipeline)
    const byName = stage.labels.map(numberOf)
    return (row) => {
      const place = places?.[row] ?? -1
      return place >= 0 ? place : (byName[stage.code(row)] ?? 0)
    }
  }
}
