import type { Texts } from '#core/dataset/columns'
import type { Dataset } from '#core/dataset/dataset'
import { columnOf } from './columns.ts'

export interface Stages {
  /** Names of the open stages, in order. */
  readonly open: readonly string[]
  /** For every code of a column of stages: 1, 2, … for the open ones, one more for won, 0 for lost. */
  ranks(column: Texts): Uint8Array
}

export const stagesOf = (data: Dataset): Stages => {
  const [name, type, order] = [
    columnOf(data, 'stages', 'stage'),
    columnOf(data, 'stages', 'type'),
    columnOf(data, 'stages', 'order'),
  ]
  const rows = Array.from({ length: name.length }, (_, row) => row).sort((a, b) => order.at(a) - order.at(b))
  const open = rows.filter((row) => type.at(row) === 'open').map((row) => name.at(row))
  const ranks = new Map(open.map((stage, i) => [stage, i + 1]))
  for (const row of rows) if (type.at(row) === 'won') ranks.set(name.at(row), open.length + 1)
  return { open, ranks: (column) => Uint8Array.from(column.labels, (label) => ranks.get(label) ?? 0) }
}
