import type { Dataset } from '../../dataset/dataset.ts'
import { nameKey } from '../../dataset/people.ts'
import { partsOf } from '../../dataset/period-parts.ts'
import { periodAround } from '../../dataset/period.ts'
import type { Finding } from '../../dataset/findings.ts'
import { SpmError, type ErrorCode } from '../../errors.ts'
import { capacity } from '../../metrics/capacity.ts'
import { pipeline } from '../../metrics/pipeline.ts'
import { answer, type Result } from '../../metrics/run.ts'
import { won } from '../../metrics/won.ts'
import type { Metric } from '../../metrics/define.ts'
import { daysPerMonth } from '../../targets/creation.ts'
import type { Model } from '../../targets/model.ts'
import { readModel } from '../../targets/read-model.ts'
import { breakDown, type Tree } from '../../targets/tree.ts'
import type { ParamRow, Version } from '../../targets/versions.ts'
import type { Instruction } from '../instructions.ts'
import { breakdownTab } from './breakdown-tab.ts'
import { paramsTab } from './params-tab.ts'
import { phasingTab, type MonthPlan } from './phasing-tab.ts'
import { rollDownTab } from './rolldown-tab.ts'
import { scenariosTab, type OtherVersion } from './scenarios-tab.ts'
import { readTargetModel, type TargetModel } from './target-model.ts'

/** By what the target is shared out to people: all the same, what they won before, or what they have open. */
export const rollDownWeights = ['even', 'history', 'pipeline'] as const
export type RollDownWeights = (typeof rollDownWeights)[number]

export interface TargetRequest {
  readonly data: Dataset
  readonly version: Version
  readonly weights: RollDownWeights
  /** A value to write as this version; `null`: none. */
  readonly change: Pick<ParamRow, 'segment' | 'parameter' | 'value'> | null
}

export interface TargetBook {
  readonly ok: true
  readonly model: Model
  readonly tree: Tree
  readonly instructions: readonly Instruction[]
  readonly findings: readonly Finding[]
}

export interface NoTargetBook {
  readonly ok: false
  readonly code: ErrorCode
  readonly reason: string
}

const rowsOf = (metric: Metric, data: Dataset, args: Readonly<Record<string, unknown>>): Result['rows'] => {
  const found = answer(metric, data, args)
  return found.ok ? found.rows : []
}

/** The first plan of PhasingPlans, by period; `null` without one for all months. */
const plannedWeights = (data: Dataset, months: number): readonly number[] | null => {
  const [plan, period, share] = [
    data.column('phasing_plans', 'plan'),
    data.column('phasing_plans', 'period_no'),
    data.column('phasing_plans', 'pct'),
  ]
  if (plan === null || period === null || share === null || plan.length === 0) return null
  const weights = new Array<number>(months).fill(NaN)
  for (let row = 0; row < plan.length; row++)
    if (nameKey(plan.at(row)) === nameKey(plan.at(0))) weights[period.at(row) - 1] = share.at(row)
  return weights.length === months && weights.every((weight) => weight >= 0) ? weights : null
}

/** The months of the fiscal year that holds as-of, where the period is a year; else numbered months. */
const monthsOf = (data: Dataset, { values }: Model): readonly MonthPlan[] => {
  const count = Math.max(1, Math.round(values.period_days / daysPerMonth))
  const year = partsOf(periodAround(data.asOf, 'year', data.calendar), 'month', data.calendar)
  const isYear = count === year.length
  const weights = plannedWeights(data, count)
  const ramped = isYear ? rowsOf(capacity, data, {}) : []
  return Array.from({ length: count }, (_, i) => {
    const people = ramped[i]?.['ramped']
    return {
      label: isYear ? (year[i]?.label ?? '') : `Month ${i + 1}`,
      weight: weights?.[i] ?? 1,
      sellers: data.column('people', 'start') !== null && typeof people === 'number' && people > 0 ? people : null,
    }
  })
}

const weigher = (data: Dataset, weights: RollDownWeights): ((person: string) => number) => {
  if (weights === 'even') return () => 1
  const rows = rowsOf(weights === 'history' ? won : pipeline, data, { by: 'owner' })
  const values = new Map(rows.map((row) => [data.people.resolve(String(row['owner'])), Number(row['value'])]))
  if (![...values.values()].some((value) => value > 0))
    throw new SpmError(
      'no-answer',
      `There is nothing ${weights === 'history' ? 'won' : 'open'} by which a target could be shared out; leave the weights out, and all get the same.`,
    )
  return (person) => Math.max(0, values.get(person) ?? 0)
}

const otherOf = ({ rows, version }: TargetModel): OtherVersion | null => {
  const name = version === 'plan' ? 'current' : 'plan'
  return rows.some((row) => row.version.toLowerCase() === name)
    ? { name, tree: breakDown(readModel(rows, name)) }
    : null
}

/**
 * The door for target tabs: an open dataset with the table Params in; the model, and the tabs that a host has to write
 * out: Params, Breakdown, Phasing, Roll-down where People name who leads whom, and Scenarios.
 */
export const buildTargets = ({ data, version, weights, change }: TargetRequest): TargetBook | NoTargetBook => {
  try {
    const given = readTargetModel(data, version, change)
    const { model } = given
    const params = paramsTab(given)
    const breakdown = breakdownTab(model, params)
    const { people } = data
    const instructions = [
      ...params.instructions,
      ...breakdown.instructions,
      ...phasingTab(model, monthsOf(data, model), params, breakdown),
      ...(people.known ? rollDownTab(people, model.values.target, params, weigher(data, weights)) : []),
      ...scenariosTab(model, params, breakdown, otherOf(given)),
    ]
    return { ok: true, model, tree: breakdown.tree, instructions, findings: data.findings() }
  } catch (error) {
    if (error instanceof SpmError) return { ok: false, code: error.code, reason: error.message }
    throw error
  }
}
