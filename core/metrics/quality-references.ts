import { statusNames, type Flags, type Status, type Statuses, type Texts } from '../dataset/columns.ts'
import { isCurrency } from '../dataset/currency-codes.ts'
import type { Directory } from '../dataset/people.ts'
import type { StageOrder } from '../dataset/stage-order.ts'
import { statusCode } from '../dataset/status.ts'
import type { QualityCheck, RowTest } from './quality-checks.ts'

export interface ReferringDeals {
  readonly rows: number
  readonly deal_id: Texts | null
  readonly owner: Texts | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
  readonly status: Statuses | null
  readonly status_text: Texts | null
  readonly is_closed: Flags | null
  readonly is_won: Flags | null
  readonly currency: Texts | null
}

/** Rows with a text that the test does not accept; each distinct text is tested once. */
const textTest = (column: Texts, accepts: (label: string) => boolean): RowTest => {
  const wrong = column.labels.map((label) => label !== '' && !accepts(label))
  return { applies: (row) => !column.isBlank(row), fails: (row) => wrong[column.code(row)] === true }
}

const unknownStage = (deals: ReferringDeals, order: () => StageOrder | null): QualityCheck => ({
  label: 'Stage is not in Stages',
  field: 'stage',
  prepare: () => {
    const { stage } = deals
    const known = order()
    if (stage === null || known?.from !== 'table') return null
    const positions = known.positions(stage, deals.pipeline)
    return { applies: (row) => !stage.isBlank(row), fails: (row) => positions[row] === -1 }
  },
})

const unknownOwner = (deals: ReferringDeals, people: Directory): QualityCheck => ({
  label: 'Owner is not in People',
  field: 'owner',
  prepare: () => (deals.owner === null || !people.known ? null : textTest(deals.owner, people.isKnown)),
})

const unknownCurrency = (deals: ReferringDeals): QualityCheck => ({
  label: 'Currency is not known',
  field: 'currency',
  prepare: () => (deals.currency === null ? null : textTest(deals.currency, isCurrency)),
})

const repeatedId = (deals: ReferringDeals): QualityCheck => ({
  label: 'Deal ID is repeated',
  field: 'deal_id',
  prepare: () => {
    const { deal_id: ids } = deals
    if (ids === null) return null
    const seen = new Uint8Array(ids.labels.length)
    const repeated = new Uint8Array(deals.rows)
    for (let row = 0; row < deals.rows; row++) {
      const code = ids.code(row)
      repeated[row] = seen[code] ?? 0
      if (code !== 0) seen[code] = 1
    }
    return { applies: (row) => !ids.isBlank(row), fails: (row) => repeated[row] === 1 }
  },
})

/** Won or lost, where the stage says so; an open stage may hold a closed deal, since some systems keep the last one. */
const impliedStatus = (
  stage: Texts,
  pipeline: Texts | null,
  order: StageOrder | null,
): ((row: number) => Status | null) => {
  const closed = (status: Status | undefined): Status | null => (status === 'won' || status === 'lost' ? status : null)
  const byName = stage.labels.map((label) => closed(statusNames[statusCode(label)]))
  if (order?.from !== 'table') return (row) => byName[stage.code(row)] ?? null
  const positions = order.positions(stage, pipeline)
  const byPosition = order.stages.map(({ type }) => closed(type))
  return (row) => byPosition[positions[row] ?? -1] ?? null
}

const statusDisagrees = (deals: ReferringDeals, order: () => StageOrder | null): QualityCheck => ({
  label: 'Stage and status disagree',
  field: 'stage',
  prepare: () => {
    const { stage, status } = deals
    const stated = deals.status_text ?? deals.is_closed ?? deals.is_won
    if (stage === null || status === null || stated === null) return null
    const implied = impliedStatus(stage, deals.pipeline, order())
    return {
      applies: (row) => !stage.isBlank(row),
      fails: (row) => implied(row) !== null && implied(row) !== status.at(row),
    }
  },
})

export const referenceChecks = (
  deals: ReferringDeals,
  order: () => StageOrder | null,
  people: Directory,
): readonly QualityCheck[] => [
  unknownStage(deals, order),
  statusDisagrees(deals, order),
  unknownOwner(deals, people),
  unknownCurrency(deals),
  repeatedId(deals),
]
