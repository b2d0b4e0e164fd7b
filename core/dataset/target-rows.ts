import { rowsWhere, type Numbers, type Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import type { Period } from './period.ts'

/** What a target may be limited to; a target that leaves one blank is for all of it. */
export const targetDims = ['product', 'segment', 'business_unit', 'region', 'type'] as const
export type TargetDim = (typeof targetDims)[number]

/** The Targets table; columns that it can do without are null. */
export interface TargetColumns extends Readonly<Record<TargetDim, Texts | null>> {
  readonly rows: number
  readonly owner: Texts
  /** In the unit of the metric; NaN is missing, 0 deliberately none. */
  readonly value: Numbers
  readonly start: Numbers
  readonly end: Numbers
  readonly metric: Texts | null
  readonly version: Texts | null
  readonly currency: Texts | null
}

const noteUnnamed = (data: Dataset, count: number): void => {
  const table = data.table('targets')
  if (count === 0 || table === null) return
  const column = table.header('metric')
  const text = `"${table.name}": ${count} targets do not say what they measure (column "${column}"); they count as sales.`
  data.note({ level: 'note', code: 'target-metric', table: table.name, column, row: null, count, text })
}

/** The rows of one metric that have a period. A row that names no metric is about sales. */
export const rowsOfMetric = (targets: TargetColumns, metric: string, data: Dataset): Uint32Array => {
  const wanted = headerKey(metric)
  const unnamed = wanted === 'sales'
  const accepted = (targets.metric?.labels ?? ['']).map((label, code) =>
    code === 0 ? unnamed : headerKey(label) === wanted,
  )
  const codeOf = (row: number): number => targets.metric?.code(row) ?? 0
  const rows = rowsWhere(
    targets.rows,
    (row) => accepted[codeOf(row)] === true && !targets.start.isBlank(row) && !targets.owner.isBlank(row),
  )
  if (unnamed) noteUnnamed(data, rows.filter((row) => codeOf(row) === 0).length)
  return rows
}

const length = ({ start, end }: TargetColumns, row: number): number => end.at(row) - start.at(row) + 1
const filledDims = (targets: TargetColumns, row: number): readonly TargetDim[] =>
  targetDims.filter((dim) => targets[dim]?.isBlank(row) === false)

/** Why a target gives way to another one of the same owner and time. */
type Reason = 'version' | 'split' | 'grain'

/** Whether one target comes before another, for a reason. */
const comesBefore = (targets: TargetColumns, version: string): Readonly<Record<Reason, Rank>> => ({
  version: (a, b) => versionAt(targets, a) === version && !['', version].includes(versionAt(targets, b)),
  split: (a, b) => {
    const [dimsA, dimsB] = [filledDims(targets, a), filledDims(targets, b)]
    return dimsA.length === dimsB.length ? dimsA.join() < dimsB.join() : dimsA.length < dimsB.length
  },
  grain: (a, b) => length(targets, a) < length(targets, b),
})
type Rank = (a: number, b: number) => boolean

const versionAt = ({ version }: TargetColumns, row: number): string => version?.at(row).toLowerCase() ?? ''

const explain: Readonly<Record<Exclude<Reason, 'version'>, string>> = {
  split: 'there is one for the whole, of which they are parts',
  grain: 'there are finer ones for the same days (targets of a year, its quarters and its months are never added up)',
}

export type GivesWay = (reason: keyof typeof explain, rows: readonly number[]) => void

/** Tells of targets that are not counted, once for each reason. */
export const noteGivenWay = (data: Dataset): GivesWay => {
  const told = new Set<string>()
  return (reason, rows) => {
    if (rows.length === 0 || told.has(reason)) return
    told.add(reason)
    noteFinding(data, reason, rows)
  }
}

const noteFinding: (data: Dataset, ...given: Parameters<GivesWay>) => void = (data, reason, rows) => {
  const table = data.table('targets')
  const [first] = rows
  if (first === undefined || table === null) return
  const row = data.sheetRow('targets', first)
  const count = rows.length
  const text = `"${table.name}", row ${row}: ${count === 1 ? 'this target is' : `this and ${count - 1} more targets are`} not counted, because ${explain[reason]}.`
  const column = table.header(reason === 'grain' ? 'period' : 'value')
  data.note({ level: 'note', code: `target-${reason}`, table: table.name, column, row, count, text })
}

const overlap = ({ start, end }: TargetColumns, a: number, b: number): boolean =>
  start.at(a) <= end.at(b) && start.at(b) <= end.at(a)

const ofOwners = (targets: TargetColumns, rows: Uint32Array, period: Period): readonly (readonly number[])[] => {
  const byOwner = new Map<number, number[]>()
  for (const row of rows) {
    if (targets.end.at(row) < period.start || targets.start.at(row) > period.end) continue
    const owner = targets.owner.code(row)
    const own = byOwner.get(owner)
    if (own === undefined) byOwner.set(owner, [row])
    else own.push(row)
  }
  return [...byOwner.values()]
}

/**
 * The rows that count in a period, so that nothing is counted twice: of one owner's targets for the same days those of
 * the version that the settings ask for, else the other; the whole rather than its parts; the finest grain. A blank
 * target takes no other one's place.
 */
export const rowsThatCount = (
  targets: TargetColumns,
  rows: Uint32Array,
  period: Period,
  version: string,
  giveWay: GivesWay,
): readonly number[] => {
  const before = comesBefore(targets, version)
  const counted: number[] = []
  const givenWay: Record<Reason, number[]> = { version: [], split: [], grain: [] }
  for (let own of ofOwners(targets, rows, period)) {
    for (const reason of ['version', 'split', 'grain'] as const) {
      const filled = own.filter((row) => !targets.value.isBlank(row))
      const stays = (row: number): boolean =>
        !filled.some((other) => overlap(targets, other, row) && before[reason](other, row))
      givenWay[reason].push(...own.filter((row) => !stays(row)))
      own = own.filter(stays)
    }
    counted.push(...own)
  }
  giveWay('split', givenWay.split)
  giveWay('grain', givenWay.grain)
  return counted.sort((a, b) => a - b)
}
