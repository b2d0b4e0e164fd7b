/** The plan as agreed, or as it stands now. */
export type Version = 'plan' | 'current'

/** One row of Params. */
export interface ParamRow {
  /** Blank: every segment, or the whole model. */
  readonly segment: string
  readonly parameter: string
  /** `null`: blank. */
  readonly value: number | null
  readonly unit: string
  /** Where the value comes from: history, benchmark or judgement. */
  readonly source: string
  /** How many cases the history has; `null`: not known. */
  readonly n: number | null
  readonly standardError: number | null
  readonly locked: boolean
  readonly version: string
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
const samePlace = (a: ParamRow, b: ParamRow): boolean => same(a.segment, b.segment) && same(a.parameter, b.parameter)

/** The row of each parameter that counts: of the version that is asked for, else of the other; a row of neither is both. */
export const rowsOfVersion = (rows: readonly ParamRow[], version: Version): readonly ParamRow[] => {
  const rank = (row: ParamRow): number => (same(row.version, version) ? 0 : row.version === '' ? 1 : 2)
  return rows.filter(
    (row, i) =>
      !rows.some(
        (other, j) =>
          i !== j &&
          samePlace(row, other) &&
          (rank(other) < rank(row) || (rank(other) === rank(row) && same(other.version, row.version) && j < i)),
      ),
  )
}

/** The rows with values written as a version: rows of the other version stay as they are, and so do locked ones. */
export const saveVersion = (
  rows: readonly ParamRow[],
  changes: readonly Pick<ParamRow, 'segment' | 'parameter' | 'value'>[],
  version: Version,
): readonly ParamRow[] => {
  const based = rowsOfVersion(rows, version)
  const written = changes.flatMap((change) => {
    const old = based.find((row) => same(row.segment, change.segment) && same(row.parameter, change.parameter))
    if (old?.locked === true) return []
    return [{ unit: '', n: null, standardError: null, locked: false, ...old, ...change, source: 'judgement', version }]
  })
  const kept = rows.filter((row) => !same(row.version, version) || !written.some((each) => samePlace(each, row)))
  return [...kept, ...written]
}

/** Whether a value asks for more than history: above it by more than one standard error. `higherIsHarder`: as a win rate is. */
export const isStretch = (value: number, history: number, standardError: number, higherIsHarder = true): boolean =>
  (higherIsHarder ? value - history : history - value) > standardError
