import { activities } from './activities.ts'
import { customers } from './customers.ts'
import { deals } from './deals.ts'
import { history } from './history.ts'
import { offers } from './offers.ts'
import { people } from './people.ts'
import { settings } from './settings.ts'
import { snapshots } from './snapshots.ts'
import { stages } from './stages.ts'
import { targets } from './targets.ts'

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
  settings,
} as const

export type Tables = typeof tables
export type TableName = keyof Tables
export const tableNames = Object.keys(tables) as readonly TableName[]

export type FieldName<N extends TableName> = keyof Tables[N]['fields'] & string
