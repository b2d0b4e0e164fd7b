import type { Period } from '../dataset/period.ts'
import type { Result } from '../metrics/run.ts'
import type { ResultKind } from '../metrics/value.ts'
import type { SparklineKind } from './instructions.ts'
import type { TableBlock, TableColumn, TableRow } from './report.ts'

/** How one figure of each group developed from period to period. */
export interface OverTime {
  readonly name: string
  readonly title: string
  readonly empty: string
  /** Columns of the answer: what a row stands for, and what names its period. */
  readonly group: string
  readonly period: string
  /** The figure, a count or money, so that its periods add up. */
  readonly figure: string
  readonly kind: Extract<ResultKind, 'count' | 'money'>
  /** The oldest first; an even number of them. */
  readonly periods: readonly Period[]
  /** What half of them is called, such as `4 weeks`. */
  readonly half: string
  readonly draw: SparklineKind
}

const keyOf = (at: number): string => `p${at + 1}`

/** The figures of one group, one for each period; a period without a row is 0. */
const rowOf = (result: Result, { group, period, figure, periods }: OverTime, name: string): TableRow => {
  const own = result.rows.filter((row) => row[group] === name)
  const figures = periods.map(({ label }) => {
    const value = own.find((row) => row[period] === label)?.[figure]
    return typeof value === 'number' ? value : 0
  })
  return { [group]: name, ...Object.fromEntries(figures.map((value, at) => [keyOf(at), value])) }
}

const columnsOf = (result: Result, { group, periods, kind, half, draw }: OverTime): readonly TableColumn[] => {
  const keys = periods.map((_, at) => keyOf(at))
  const middle = keys.length / 2
  const label = result.columns.find(({ key }) => key === group)?.label ?? group
  const sum = { total: 'sum' as const }
  return [
    { key: group, label, kind: 'text' },
    ...periods.map((period, at): TableColumn => ({ key: keyOf(at), label: period.label, kind, ...sum })),
    { key: 'course', label: 'Trend', kind: 'text', sparkline: { kind: draw, of: keys, colour: 'actual' }, width: 16 },
    { key: 'before', label: `The ${half} before`, kind, formula: { sumOf: keys.slice(0, middle) } },
    { key: 'latest', label: `Last ${half}`, kind, formula: { sumOf: keys.slice(middle) } },
    { key: 'change', label: 'Change', kind, formula: { difference: ['latest', 'before'] }, trend: { upIsGood: true } },
  ]
}

/** A row for each group with its course drawn beside the figures, and how the newer half compares with the older. */
export const overTime = (result: Result, shown: OverTime): TableBlock => {
  const { group, name, title, empty } = shown
  const groups = [...new Set(result.rows.map((row) => row[group]))].filter((each) => typeof each === 'string')
  const rows = groups.map((each) => rowOf(result, shown, each))
  return {
    kind: 'table',
    name,
    title,
    columns: columnsOf(result, shown),
    rows,
    total: rows.length > 1,
    empty,
    notes: result.notes,
  }
}
