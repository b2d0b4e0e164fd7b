import type { Cell, Grid } from '#core/cells/grid'
import type { TableName } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import { runMetric, type Answer } from '#core/metrics/run'
import { isNoAnswer } from '#core/metrics/value'

export type Given = Partial<Record<TableName, Grid>>

/** Asks a metric on 2024-03-31; every table has its key as its name. */
export const ask = (
  metric: Metric,
  given: Given,
  args: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Answer =>
  runMetric(
    metric,
    {
      tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
      settings,
      today: 45382,
    },
    args,
  )

/** The cells of the answer under some of its columns, `null` where there is no answer; or why there is none at all. */
export const cells = (answer: Answer, ...keys: readonly string[]): unknown => {
  if (!answer.ok) return `${answer.code}: ${answer.reason}`
  return answer.rows.map((row) =>
    keys.map((key) => {
      const value = row[key] ?? null
      return isNoAnswer(value) ? null : value
    }),
  )
}

/** The reasons of the cells without an answer. */
export const reasons = (answer: Answer): readonly string[] =>
  answer.ok
    ? answer.rows.flatMap((row) => Object.values(row).flatMap((value) => (isNoAnswer(value) ? [value.noAnswer] : [])))
    : []

export const notes = (answer: Answer): readonly string[] => (answer.ok ? answer.notes : [])

/** A table out of its header and its rows. */
export const table = (header: string, ...rows: readonly (readonly Cell[])[]): Grid => [header.split(', '), ...rows]
