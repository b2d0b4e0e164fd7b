import type { Fields, Kind } from '../schema.ts'
import { actions } from './actions.ts'
import { activities } from './activities.ts'
import { answers } from './answers.ts'
import { calendar } from './calendar.ts'
import { campaigns } from './campaigns.ts'
import { coachingLog } from './coaching-log.ts'
import { competencies } from './competencies.ts'
import { costs } from './costs.ts'
import { customers } from './customers.ts'
import { deals } from './deals.ts'
import { fx } from './fx.ts'
import { history } from './history.ts'
import { leads } from './leads.ts'
import { lines } from './lines.ts'
import { market } from './market.ts'
import { offers } from './offers.ts'
import { params } from './params.ts'
import { payPlans } from './pay-plans.ts'
import { people } from './people.ts'
import { phasingPlans } from './phasing-plans.ts'
import { products } from './products.ts'
import { questions } from './questions.ts'
import { rampPlans } from './ramp-plans.ts'
import { sales } from './sales.ts'
import { settings } from './settings.ts'
import { snapshots } from './snapshots.ts'
import { splits } from './splits.ts'
import { stages } from './stages.ts'
import { targets } from './targets.ts'
import { timePlan } from './time-plan.ts'
import { unitCosts } from './unit-costs.ts'

/** Every table that can be recognised; a new one is one line here. */
export const tables = {
  deals,
  activities,
  targets,
  people,
  stages,
  snapshots,
  history,
  offers,
  customers,
  lines,
  splits,
  costs,
  unit_costs: unitCosts,
  sales,
  products,
  leads,
  time_plan: timePlan,
  market,
  params,
  ramp_plans: rampPlans,
  phasing_plans: phasingPlans,
  pay_plans: payPlans,
  actions,
  coaching_log: coachingLog,
  competencies,
  questions,
  answers,
  campaigns,
  fx,
  calendar,
  settings,
} as const

export type Tables = typeof tables
export type TableName = keyof Tables
export const tableNames = Object.keys(tables) as readonly TableName[]

export type FieldName<N extends TableName> = keyof Tables[N]['fields'] & string

/** What a column of a table holds; a text where the table has no such column. */
export const kindOf = (name: TableName, field: string): Kind => {
  const fields: Fields = tables[name].fields
  return fields[field]?.kind ?? 'text'
}
