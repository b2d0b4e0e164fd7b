import { rowsWhere, type Numbers, type Texts } from './columns.ts'

export interface OfferVersions {
  readonly rows: number
  readonly offer_id: Texts | null
  readonly version: Numbers | null
  readonly sent: Numbers | null
}

const rank = (column: Numbers | null, row: number): number => {
  const value = column?.at(row) ?? NaN
  return Number.isNaN(value) ? -Infinity : value
}

/**
 * The row of each offer that stands: the highest version, of equal ones the one sent last, of those the lowest in the
 * table. Offers without an ID stand for themselves.
 */
export const latestVersions = ({ rows, offer_id, version, sent }: OfferVersions): Uint32Array => {
  if (offer_id === null) return Uint32Array.from({ length: rows }, (_, row) => row)
  const latest = new Int32Array(offer_id.labels.length).fill(-1)
  const isLater = (row: number, than: number): boolean => {
    const byVersion = rank(version, row) === rank(version, than) ? 0 : rank(version, row) - rank(version, than)
    return byVersion === 0 ? rank(sent, row) >= rank(sent, than) : byVersion > 0
  }
  for (let row = 0; row < rows; row++) {
    const code = offer_id.code(row)
    const before = latest[code] ?? -1
    if (code !== 0 && (before < 0 || isLater(row, before))) latest[code] = row
  }
  return rowsWhere(rows, (row) => offer_id.isBlank(row) || latest[offer_id.code(row)] === row)
}
