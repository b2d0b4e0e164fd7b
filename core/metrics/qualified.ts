import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { headerKey } from '../dataset/header.ts'
import type { StageOrder } from '../dataset/stage-order.ts'
import { SpmError } from '../errors.ts'
import { needColumn } from './missing-column.ts'
import { needStageOrder } from './need-stage-order.ts'

interface LastStages {
  readonly last_open_stage: Texts | null
  readonly pipeline: Texts | null
}

/** The position of the stage in each pipeline that has it. */
const positionsNamed = (order: StageOrder, stage: string): ReadonlyMap<string, number> => {
  const key = headerKey(stage)
  const found = order.open.flatMap((position) => {
    const each = order.stages[position]
    return each !== undefined &&
      [each.name, ...each.aliases, order.label(position)].some((name) => headerKey(name) === key)
      ? [[each.pipeline, position] as const]
      : []
  })
  if (found.length > 0) return new Map(found)
  throw new SpmError(
    'argument',
    `min_stage is "${stage}", which is no open stage. The open stages are: ${order.open.map(order.label).join(', ')}.`,
  )
}

/**
 * Whether each deal had reached a stage before it was closed, by its last open stage; `null` where that is blank or has
 * no place in the order of the stages.
 */
export const reachedStage = (deals: LastStages, stage: string, data: Dataset): ((row: number) => boolean | null) => {
  const order = needStageOrder(data)
  const least = positionsNamed(order, stage)
  const last = needColumn(data, 'deals', 'last_open_stage', deals.last_open_stage)
  const positions = order.positions(last, deals.pipeline)
  return (row) => {
    const position = positions[row] ?? -1
    const wanted = least.get(order.stages[position]?.pipeline ?? '')
    return position < 0 || wanted === undefined ? null : position >= wanted
  }
}
