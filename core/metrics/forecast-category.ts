import type { Texts } from '../dataset/columns.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

const forecastCategories = ['commit', 'best', 'pipeline', 'omitted'] as const
export type ForecastCategory = (typeof forecastCategories)[number]

interface Categorised {
  readonly forecast_category: Texts | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
}

export interface CategoryReading {
  /** Where an open deal counts; what neither it nor its stage tells is pipeline. */
  of(row: number): ForecastCategory
  /** Whether deals or stages have categories at all. */
  readonly known: boolean
  /** Categories that are none of those known, of the rows asked for, with the number of rows. */
  readonly unknown: ReadonlyMap<string, number>
}

/** An open deal in the category `closed` is as good as won: it is a commitment. */
const readCategory = (label: string): ForecastCategory | null =>
  label === 'closed' ? 'commit' : (forecastCategories.find((each) => each === label) ?? null)

const stageCategories = ({ stage, pipeline }: Categorised, order: StageOrder | null): ((row: number) => string) => {
  if (stage === null || order === null || order.stages.every(({ category }) => category === '')) return () => ''
  const positions = order.positions(stage, pipeline)
  return (row) => order.stages[positions[row] ?? -1]?.category ?? ''
}

/** The category that a deal states, else that of its stage in the Stages table. Probabilities never tell it. */
export const readCategories = (deals: Categorised, order: StageOrder | null): CategoryReading => {
  const own = deals.forecast_category
  const ofLabel = own?.labels.map(readCategory) ?? []
  const ofStage = stageCategories(deals, order)
  const stages = order?.stages.some(({ category }) => category !== '') === true && deals.stage !== null
  const unknown = new Map<string, number>()
  return {
    known: stages || (own !== null && own.labels.length > 1),
    unknown,
    of: (row) => {
      const stated = own?.at(row) ?? ''
      const found = ofLabel[own?.code(row) ?? 0] ?? null
      if (found !== null) return found
      if (stated !== '') unknown.set(stated, (unknown.get(stated) ?? 0) + 1)
      return readCategory(ofStage(row)) ?? 'pipeline'
    },
  }
}
