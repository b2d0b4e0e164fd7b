import type { Grid } from '#core/cells/grid'
import { maybeNumberAt, maybeTextAt, numberAt, placesOf, textAt } from '../../cells.ts'
import type { Workload } from '../../workload.ts'

/** One object per row with the fields that the questions need; days are whole serials. */

export interface Deal {
  readonly id: string
  readonly owner: string
  readonly stage: string
  readonly amount: number | null
  readonly probability: number | null
  readonly created: number
  readonly closing: number | null
  readonly touched: number
  readonly isNew: boolean
}

export interface Change {
  readonly id: string
  readonly to: string
  readonly at: number
}

export interface Activity {
  readonly day: number
  readonly owner: string
  readonly type: string
  readonly hours: number | null
  readonly done: boolean
  readonly id: string | null
}

export interface Seen {
  readonly day: number
  readonly id: string
  readonly stage: string | null
  readonly status: string
  readonly amount: number | null
  readonly probability: number | null
  readonly closing: number | null
}

export interface Target {
  readonly metric: string
  readonly owner: string
  readonly period: string
  readonly value: number
}

export interface Stage {
  readonly name: string
  readonly order: number
  readonly type: string
  readonly initial: boolean
  readonly probability: number
}

export interface Tables {
  readonly deals: readonly Deal[]
  readonly changes: readonly Change[]
  readonly activities: readonly Activity[]
  readonly seen: readonly Seen[]
  readonly targets: readonly Target[]
  readonly people: readonly string[]
  readonly stages: ReadonlyMap<string, Stage>
}

export const readTables = (workload: Workload): Tables => ({
  deals: readDeals(workload.deals),
  changes: readChanges(workload.history),
  activities: readActivities(workload.activities),
  seen: readSeen(workload.snapshots),
  targets: readTargets(workload.targets),
  people: readPeople(workload.people),
  stages: readStages(workload.stages),
})

type Row = Grid[number]

const records = <T>(grid: Grid, read: (row: Row) => T): readonly T[] => {
  const all: T[] = []
  for (let i = 1; i < grid.length; i++) {
    const row = grid[i]
    if (row !== undefined) all.push(read(row))
  }
  return all
}

const dayAt = (row: Row, place: number): number | null => {
  const value = maybeNumberAt(row, place)
  return value === null ? null : Math.floor(value)
}

const readDeals = (grid: Grid): readonly Deal[] => {
  const at = placesOf(
    grid,
    'deal_id',
    'owner',
    'stage',
    'amount',
    'probability',
    'created',
    'close_date',
    'last_modified',
    'type',
  )
  return records(grid, (row) => {
    const created = Math.floor(numberAt(row, at.created))
    return {
      id: textAt(row, at.deal_id),
      owner: textAt(row, at.owner),
      stage: textAt(row, at.stage),
      amount: maybeNumberAt(row, at.amount),
      probability: maybeNumberAt(row, at.probability),
      created,
      closing: dayAt(row, at.close_date),
      touched: dayAt(row, at.last_modified) ?? created,
      isNew: textAt(row, at.type) === 'New',
    }
  })
}

const readChanges = (grid: Grid): readonly Change[] => {
  const at = placesOf(grid, 'deal_id', 'to_stage', 'changed_at')
  return records(grid, (row) => ({
    id: textAt(row, at.deal_id),
    to: textAt(row, at.to_stage),
    at: numberAt(row, at.changed_at),
  }))
}

const readActivities = (grid: Grid): readonly Activity[] => {
  const at = placesOf(grid, 'date', 'owner', 'type', 'duration_h', 'done', 'deal_id')
  return records(grid, (row) => ({
    day: Math.floor(numberAt(row, at.date)),
    owner: textAt(row, at.owner),
    type: textAt(row, at.type),
    hours: maybeNumberAt(row, at.duration_h),
    done: row[at.done] === true,
    id: maybeTextAt(row, at.deal_id),
  }))
}

const readSeen = (grid: Grid): readonly Seen[] => {
  const at = placesOf(grid, 'snapshot_at', 'deal_id', 'stage', 'status', 'amount', 'probability', 'close_date')
  return records(grid, (row) => ({
    day: numberAt(row, at.snapshot_at),
    id: textAt(row, at.deal_id),
    stage: maybeTextAt(row, at.stage),
    status: textAt(row, at.status),
    amount: maybeNumberAt(row, at.amount),
    probability: maybeNumberAt(row, at.probability),
    closing: dayAt(row, at.close_date),
  }))
}

const readTargets = (grid: Grid): readonly Target[] => {
  const at = placesOf(grid, 'metric', 'owner', 'period', 'value')
  return records(grid, (row) => ({
    metric: textAt(row, at.metric),
    owner: textAt(row, at.owner),
    period: textAt(row, at.period),
    value: numberAt(row, at.value),
  }))
}

const readPeople = (grid: Grid): readonly string[] => {
  const at = placesOf(grid, 'person')
  return records(grid, (row) => textAt(row, at.person))
}

const readStages = (grid: Grid): ReadonlyMap<string, Stage> => {
  const at = placesOf(grid, 'stage', 'order', 'type', 'initial', 'probability')
  const stages = records(grid, (row) => ({
    name: textAt(row, at.stage),
    order: numberAt(row, at.order),
    type: textAt(row, at.type),
    initial: row[at.initial] === true,
    probability: numberAt(row, at.probability),
  }))
  return new Map(stages.map((stage) => [stage.name, stage]))
}
