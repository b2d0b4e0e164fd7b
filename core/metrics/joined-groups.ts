import type { Dataset } from '../dataset/dataset.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { groupRows, oneGroup, type Grouping } from './grouping.ts'
import type { Value } from './value.ts'

/** The rows of two tables in the same groups. */
export interface JoinedGroups {
  readonly size: number
  readonly keys: readonly (readonly Value[])[]
  /** Group of each row of the second table. */
  readonly ofOther: Uint32Array
}

/** The rows of another table split by the words that the first one is split by; groups that only it has come last. */
export const joinGroups = (data: Dataset, by: Grouping | null, other: TableName): JoinedGroups => {
  const then =
    by === null ? oneGroup(data.rows(other)) : groupRows(data, other, null, by.columns.map(({ key }) => key).join(','))
  const keys = [...(by?.keys ?? [[]])]
  const numbers = new Map(keys.map((key, i) => [JSON.stringify(key), i]))
  const numberOf = then.keys.map((key) => numbers.get(JSON.stringify(key)) ?? keys.push(key) - 1)
  return { size: keys.length, keys, ofOther: then.of.map((group) => numberOf[group] ?? 0) }
}
