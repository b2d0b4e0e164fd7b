import type { Credits } from '../dataset/credits.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { headerKey } from '../dataset/header.ts'
import type { Lines } from '../dataset/lines.ts'
import type { Metric } from './define.ts'
import { isOfPerson } from './dimension.ts'
import { snakeCase, type Args } from './read-args.ts'

/** Whether the answer is split by people, or by what people belong to. */
const isByPerson = ({ params }: Metric, args: Args): boolean =>
  Object.entries(params).some(([name, param]) => {
    const given = args[snakeCase(name)]
    if (param.type === 'flag') return name === 'byPerson' && String(given).toLowerCase() === 'true'
    if (param.type !== 'by' || param.table !== 'deals') return false
    const words = String(given ?? param.default ?? '').split(',')
    return words.some((word) => isOfPerson(headerKey(word)))
  })

/** Why a metric counts each deal for its owner alone; `null` where it counts by credit. */
const whyByOwner = ({ params }: Metric, data: Dataset): string | null => {
  const tables = Object.values(params).flatMap((param) => (param.type === 'table' ? [param] : []))
  if (tables.some(({ table, optional }) => table === 'snapshots' && !optional))
    return 'Snapshots know no credits: every deal counts for its owner.'
  if (tables.some(({ table }) => table === 'lines') && data.table('lines') !== null)
    return 'Lines know no credits: every line counts for the owner of its deal.'
  return tables.some(({ table, lines }) => table === 'deals' && lines) ? '' : null
}

/** Opportunities by credit where the answer is about people, and by owner where what it compares them with is. */
export const creditFor = (metric: Metric, data: Dataset, args: Args, note: (text: string) => void): Dataset => {
  const isAboutPeople = data.credits !== null || isByPerson(metric, args)
  if (!isAboutPeople || data.table('deals') === null) return data
  const credited = data.byCredit()
  if (credited.credits === null) return data
  const why = whyByOwner(metric, data)
  if (why === null) {
    if (credited.credits.share.some((share) => share !== 1))
      note('Deals that several people share count by their credit in Splits.')
    return credited
  }
  if (why !== '') note(why)
  return data.byDeal()
}

/** The row of Opportunities before credit that each row is made of, and how many of them are lines of another one. */
export const repeatsWithin = ({ rows }: Credits, { into, first }: Lines): number => {
  const repeats = new Set<number>()
  into.forEach((deal, row) => {
    const source = rows[row] ?? 0
    if (source !== rows[first[deal] ?? 0]) repeats.add(source)
  })
  return repeats.size
}

/** Where the credits of people of one group add up to more than their deal, the largest stands for the deal. */
const limitRun = (share: Float64Array, limits: Float64Array, rows: readonly number[]): void => {
  const sum = rows.reduce((total, row) => total + (share[row] ?? 0), 0)
  if (rows.length < 2 || sum <= 1) return
  const most = Math.max(...rows.map((row) => share[row] ?? 0))
  const top = rows.find((row) => share[row] === most) ?? -1
  for (const row of rows) limits[row] = row === top ? 1 / most : 0
}

/**
 * What each row's credit is multiplied by, so that several people of one group have a deal together once at most: 1,
 * unless their credits add up to more than the deal.
 */
export const creditLimits = ({ rows, share }: Credits, { into }: Lines): Float64Array => {
  const limits = new Float64Array(rows.length).fill(1)
  for (let start = 0; start < rows.length;) {
    const groups = new Map<number, number[]>()
    let row = start
    for (; row < rows.length && rows[row] === rows[start]; row++) {
      const deal = into[row] ?? 0
      groups.set(deal, [...(groups.get(deal) ?? []), row])
    }
    for (const group of groups.values()) limitRun(share, limits, group)
    start = row
  }
  return limits
}

/** How much of each deal is credited: of its first line, since every line has the same shares. */
export const creditOfDeals = (
  { rows, share }: Credits,
  lines: Lines | null,
  limits: Float64Array | null,
): Float64Array => {
  if (lines === null) return share
  const { first, into } = lines
  const credit = new Float64Array(first.length)
  into.forEach((deal, row) => {
    if (rows[row] === rows[first[deal] ?? 0])
      credit[deal] = (credit[deal] ?? 0) + (share[row] ?? 1) * (limits?.[row] ?? 1)
  })
  return credit
}
