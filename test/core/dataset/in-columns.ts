import { Flags, Numbers, Statuses, statusNames, Texts, type Status } from '#core/dataset/columns'

/** A column of texts out of what stands in its rows. */
export const textsOf = (...rows: readonly string[]): Texts => {
  const labels = [...new Set(['', ...rows])]
  return new Texts(
    Uint32Array.from(rows, (row) => labels.indexOf(row)),
    labels,
  )
}

/** A column of numbers; `null` is a blank. */
export const numbersOf = (...rows: readonly (number | null)[]): Numbers =>
  new Numbers(Float64Array.from(rows, (row) => row ?? NaN))

/** A column of yes and no; `null` is a blank. */
export const flagsOf = (...rows: readonly (boolean | null)[]): Flags =>
  new Flags(Uint8Array.from(rows, (row) => (row === null ? 2 : row ? 1 : 0)))

export const statusesOf = (...rows: readonly Status[]): Statuses =>
  new Statuses(Uint8Array.from(rows, (row) => statusNames.indexOf(row)))

/** What stands in the rows of a column of texts. */
export const labelsOf = (column: Texts): readonly string[] =>
  Array.from({ length: column.length }, (_, row) => column.at(row))
