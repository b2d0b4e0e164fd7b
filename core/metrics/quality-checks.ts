import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { fieldLabel } from '../dataset/header.ts'
import type { AnyColumn } from '../dataset/schema.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

/** The rows that a check looks at, and those among them that are wrong. */
export interface RowTest {
  applies(row: number): boolean
  fails(row: number): boolean
}

export interface QualityCheck {
  readonly label: string
  /** The field that is to be corrected. */
  readonly field: string
  /** Reads what the check needs. `null`: its column, or the table that it compares with, is not there. */
  prepare(): RowTest | null
}

export interface QualityDeals {
  readonly rows: number
  readonly status: Statuses | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
  readonly amount: Numbers | null
  readonly value: Numbers | null
  readonly created: Numbers | null
  readonly closing: Numbers | null
}

const everyRow = (): boolean => true

/** Rows whose cell is blank, of those that ought to have one. */
export const blankCheck = (
  field: string,
  read: () => AnyColumn | null,
  applies: (row: number) => boolean = everyRow,
): QualityCheck => ({
  label: `${fieldLabel(field)} is blank`,
  field,
  prepare: () => {
    const column = read()
    return column === null ? null : { applies, fails: (row) => column.isBlank(row) }
  },
})

const createdLater = (deals: QualityDeals, asOf: Day): QualityCheck => ({
  label: 'Created in the future',
  field: 'created',
  prepare: () => {
    const { created } = deals
    return created === null
      ? null
      : { applies: (row) => !created.isBlank(row), fails: (row) => created.at(row) >= asOf + 1 }
  },
})

const closedLater = (deals: QualityDeals, asOf: Day): QualityCheck => ({
  label: 'Closed in the future',
  field: 'close_date',
  prepare: () => {
    const { closing, status } = deals
    return closing === null || status === null
      ? null
      : { applies: (row) => status.isClosed(row) && !closing.isBlank(row), fails: (row) => closing.at(row) > asOf }
  },
})

const closedBeforeCreated = (deals: QualityDeals): QualityCheck => ({
  label: 'Close date before creation',
  field: 'close_date',
  prepare: () => {
    const { closing, created } = deals
    return closing === null || created === null
      ? null
      : {
          applies: (row) => !closing.isBlank(row) && !created.isBlank(row),
          fails: (row) => closing.at(row) < Math.floor(created.at(row)),
        }
  },
})

export const dateChecks = (deals: QualityDeals, asOf: Day): readonly QualityCheck[] => [
  createdLater(deals, asOf),
  closedLater(deals, asOf),
  closedBeforeCreated(deals),
]

const negativeAmount = (deals: QualityDeals): QualityCheck => ({
  label: 'Amount is negative',
  field: 'amount',
  prepare: () => {
    const { amount } = deals
    return amount === null ? null : { applies: (row) => !amount.isBlank(row), fails: (row) => amount.at(row) < 0 }
  },
})

/** Late: closed, or in an open stage that is not an initial one. Without an order of the stages, closed alone. */
const lateTest = (deals: QualityDeals, status: Statuses, order: StageOrder | null): ((row: number) => boolean) => {
  if (order === null || deals.stage === null) return (row) => status.isClosed(row)
  const positions = order.positions(deals.stage, deals.pipeline)
  const late = order.stages.map(({ initial }) => !initial)
  return (row) => status.isClosed(row) || late[positions[row] ?? -1] === true
}

const zeroLate = (deals: QualityDeals, order: () => StageOrder | null): QualityCheck => ({
  label: 'Amount is 0 in a late stage',
  field: 'amount',
  prepare: () => {
    const { amount, status } = deals
    if (amount === null || status === null) return null
    const isLate = lateTest(deals, status, order())
    return { applies: (row) => isLate(row) && !amount.isBlank(row), fails: (row) => amount.at(row) === 0 }
  },
})

/** Where amounts come in several currencies: those that the source has not converted, and that count nowhere. */
const notConverted = (deals: QualityDeals): QualityCheck => ({
  label: 'Amount is not in the base currency',
  field: 'amount',
  prepare: () => {
    const { amount, value } = deals
    return amount === null || value === null
      ? null
      : { applies: (row) => !amount.isBlank(row), fails: (row) => value.isBlank(row) }
  },
})

export const amountChecks = (deals: QualityDeals, order: () => StageOrder | null): readonly QualityCheck[] => [
  negativeAmount(deals),
  zeroLate(deals, order),
  notConverted(deals),
]
