import { targetDims } from '../dataset/target-rows.ts'
import { targets } from '../dataset/tables/targets.ts'
import { from, maybe } from './params.ts'

const need = ['owner', 'value', 'start', 'end'] as const
const use = ['metric', 'version', 'currency', ...targetDims] as const

/** The Targets table, for answers that there is none without. */
export const targetTable = from(targets, need, use)

/** The Targets table, for answers that it adds a column to. */
export const maybeTargetTable = maybe(targets, need, use)
