import type { Dataset } from '../dataset/dataset.ts'
import { stageOrderOf, type StageOrder } from '../dataset/stage-order.ts'
import { SpmError } from '../errors.ts'

/** The order of the stages; where nothing tells it, the error that says what would. */
export const needStageOrder = (data: Dataset): StageOrder => {
  const order = stageOrderOf(data)
  if (order !== null) return order
  const name = data.table('deals')?.name ?? 'Opportunities'
  throw new SpmError(
    'missing-table',
    `The order of the stages is not known: no Stages table was given, and neither the stage names nor the probabilities in "${name}" tell it. Add a table Stages with the columns Stage, Order and Type.`,
    { table: 'stages', field: null },
  )
}

const sources: Readonly<Record<StageOrder['from'], string>> = {
  table: 'the Stages table',
  crm: 'the stages that the source system comes with',
  probability: 'the mean probability of the open deals in each stage',
}

/** One sentence: which stages count as initial, and what says so. */
export const initialStages = (order: StageOrder): string => {
  const names = order.open.filter((position) => order.stages[position]?.initial === true).map(order.label)
  return `As initial ${names.length === 1 ? 'counts' : 'count'} ${names.length === 0 ? 'no stage' : names.join(', ')}, by ${sources[order.from]}.`
}
