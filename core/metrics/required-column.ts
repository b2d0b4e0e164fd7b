import type { Dataset } from '../dataset/dataset.ts'
import { fieldLabel } from '../dataset/header.ts'
import type { FieldName, TableName } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'

interface Blankable {
  readonly length: number
  isBlank(row: number): boolean
}

/** Whether there is a column with at least one cell filled in. */
export const isFilled = (column: Blankable | null): boolean => {
  for (let row = 0; row < (column?.length ?? 0); row++) if (column?.isBlank(row) === false) return true
  return false
}

/**
 * A column that one option of a metric cannot do without, while the metric itself can; absent, it is an error that
 * names the option and the column. `field` is the one that a person would map.
 */
export const requiredFor = <C, N extends TableName>(
  option: string,
  column: C | null,
  data: Dataset,
  table: N,
  field: FieldName<N>,
): C => {
  if (column !== null) return column
  const name = data.table(table)?.name ?? table
  throw new SpmError(
    'missing-column',
    `${option} needs a column for ${fieldLabel(field)}, which "${name}" has not. Add it, or name the one that holds it: --map "${table}.${field}=…".`,
  )
}
