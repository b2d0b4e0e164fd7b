import { isoDay, type Day } from '../cells/day.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { snapshotDays } from '../dataset/states.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { common, from, type Inputs } from './params.ts'
import { lookAt } from './two-looks.ts'

/** With fewer deals a share won says little. */
const enough = 10

const params = {
  snapshots: {
    ...from(snapshots, ['snapshot_at', 'deal_id', 'status', 'probability'], ['status_text']),
    unscoped: true,
  },
  deals: from(deals, ['deal_id', 'status', 'closing']),
  asOf: common.asOf,
  by: {
    ...common.by,
    day: null,
    about: 'Split by owner (or person), team, region, product, segment, source, account or type.',
  },
  at: {
    type: 'day',
    about:
      'The day at whose end the probabilities are read. Left out, that of the last snapshot a horizon before as-of.',
  },
  horizon: {
    type: 'number',
    default: 90,
    minimum: 1,
    whole: true,
    about: 'Within how many days after it a deal must have been won or lost to count.',
  },
  bands: {
    type: 'number',
    default: 5,
    minimum: 1,
    whole: true,
    about: 'Into how many bands of equal width 0 to 100% is cut.',
  },
} as const

type In = Inputs<typeof params>

const dayOfLook = ({ snapshots, at, asOf, horizon }: In): Day => {
  const days = snapshotDays(snapshots)
  const last = days.filter((day) => day <= (at ?? asOf - horizon)).at(-1)
  if (last !== undefined) return at ?? last
  throw new SpmError(
    'no-answer',
    `There is no snapshot at or before ${isoDay(at ?? asOf - horizon)}${at === null ? `, ${horizon} days before as-of` : ''}. Take a ${at === null ? 'shorter horizon' : 'later day as at'}.`,
  )
}

/** What was stated and what came of it, by group and band. */
interface Tally {
  readonly stated: GroupSums
  readonly resolved: GroupCounts
  readonly won: GroupCounts
}

/** Of the deals that were open at the look: those resolved in time by group and band, and how many others there are. */
const countDeals = (inputs: In, by: Grouping, day: Day, { sift }: Context) => {
  const { snapshots: past, deals, horizon, bands, asOf } = inputs
  const look = lookAt(past, day)
  const codes = codesIn(past.deal_id, deals.deal_id)
  const until = Math.min(day + horizon, asOf)
  const size = by.size * bands
  const tally: Tally = { stated: new GroupSums(size), resolved: new GroupCounts(size), won: new GroupCounts(size) }
  const others = { unstated: 0, unresolved: 0 }
  const thenOf = (row: number): number => look[codes[deals.deal_id.code(row)] ?? -1] ?? -1
  const leaves = sift('deals', (row) => {
    const then = thenOf(row)
    if (then < 0 || !past.status.isOpen(then)) return 'not open at the look'
    if (past.probability.isBlank(then)) return 'without a probability at the look'
    return deals.status.isClosed(row) && deals.closing.at(row) < until + 1 ? null : 'not closed in time'
  })
  for (let row = 0; row < deals.rows; row++) {
    const reason = leaves(row)
    if (reason === 'without a probability at the look') others.unstated++
    if (reason === 'not closed in time') others.unresolved++
    if (reason !== null) continue
    const stated = past.probability.at(thenOf(row))
    const place = (by.of[row] ?? 0) * bands + Math.min(bands - 1, Math.floor(stated * bands + 1e-9))
    tally.stated.add(place, stated)
    tally.resolved.add(place)
    if (deals.status.isWon(row)) tally.won.add(place)
  }
  return { tally, others }
}

/** A share won of nothing but won deals, or of none, tells what was chosen to be kept, not how well it was stated. */
const needBoth = ({ resolved, won }: Tally, day: Day, horizon: number): void => {
  const lost = resolved.total - won.total
  if (won.total > 0 && lost > 0) return
  throw new SpmError(
    'no-answer',
    `Of the deals that were open on ${isoDay(day)}, ${won.total} were won and ${lost} lost within ${horizon} days; both are needed. Take an earlier day or a longer horizon.`,
  )
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

const rowOf = (band: string, n: number, stated: number, won: number) => ({
  band,
  stated: stated / n,
  realised: won / n,
  n,
  gap: (won - stated) / n,
  state: n < enough ? 'Few' : 'Enough',
})

const bandRows = ({ stated, resolved, won }: Tally, group: number, bands: number) => {
  const rows = []
  const all = { n: 0, stated: 0, won: 0 }
  for (let band = 0; band < bands; band++) {
    const place = group * bands + band
    const n = resolved.at(place)
    if (n === 0) continue
    rows.push(rowOf(`${percent(band / bands)} to ${percent((band + 1) / bands)}`, n, stated.at(place), won.at(place)))
    all.n += n
    all.stated += stated.at(place)
    all.won += won.at(place)
  }
  return all.n === 0 ? [] : [...rows, rowOf('All', all.n, all.stated, all.won)]
}

export const calibration = defineMetric({
  name: 'CALIBRATION',
  title: 'Calibration of probabilities',
  family: 'trust',
  about: 'Whether deals stated at, say, 40 to 60% are won that often.',
  variant:
    'deals that were open with a probability of their own on a day, by bands of it (the lower end included, 100% in the last), of which those that were won or lost within the horizon and by as-of: mean stated probability, share won by count, gap = share won − stated; fewer than 10 deals are marked Few; no answer without any won or without any lost deal',
  params,
  columns: {
    band: { label: 'Band', kind: 'text' },
    stated: { label: 'Stated', kind: 'percent' },
    realised: { label: 'Realised', kind: 'percent' },
    n: { label: 'n', kind: 'count' },
    gap: { label: 'Gap', kind: 'points' },
    state: { label: 'State', kind: 'status' },
  },
  chart: { kind: 'column', category: 'band', series: ['stated', 'realised'] },
  sources: ['D-50', 'GO4'],
  compute(inputs, context) {
    const { note } = context
    const { deals, by, horizon, bands } = inputs
    const groups = by ?? oneGroup(deals.rows)
    const day = dayOfLook(inputs)
    const { tally, others } = countDeals(inputs, groups, day, context)
    needBoth(tally, day, horizon)
    note(`Probabilities as of ${isoDay(day)}, outcomes within ${horizon} days.`)
    if (others.unresolved > 0) note(`Deals neither won nor lost in time, which are left out: ${others.unresolved}.`)
    if (others.unstated > 0) note(`Deals without a probability, which are left out: ${others.unstated}.`)
    return groups.keys.flatMap((group, i) => bandRows(tally, i, bands).map((row) => ({ group, ...row })))
  },
})
