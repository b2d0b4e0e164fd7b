import type { Day } from '../cells/day.ts'
import type { Numbers } from '../dataset/columns.ts'
import { GroupValues } from '../math/group-values.ts'
import { median } from '../math/quantile.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import type { Grouping } from './grouping.ts'
import { numberAt } from './cell-at.ts'
import type { Lanes } from './stage-lanes.ts'
import type { Leaving } from './trail.ts'
import { known, ratio, type Value } from './value.ts'

const noChance = 'No deal in this stage has a probability.'
const noAge = 'No deal in this stage has a creation date up to the as-of day.'
const noSince = 'Of no deal in this stage it is known since when it is there.'
const noValue = 'These deals have no value, so a stage has no share of it.'

interface FunnelDeals {
  readonly rows: number
  readonly value: Numbers | null
  readonly created: Numbers | null
}

interface Measures {
  chance(row: number): number
  /** `null` where nothing tells when deals change their stage. */
  readonly since: ((row: number) => number) | null
}

/** What the deals of each group and lane add up to; a lane's number is group × lanes + lane. */
export const tallyDeals = (
  deals: FunnelDeals,
  groups: Grouping,
  lanes: Lanes,
  leaves: Leaving,
  { chance, since }: Measures,
  asOf: Day,
) => {
  const size = groups.size * lanes.labels.length
  const tally = {
    hasValues: deals.value !== null,
    counts: new GroupCounts(size),
    values: new GroupSums(size),
    totals: new GroupSums(groups.size),
    rated: new GroupCounts(size),
    weights: new GroupSums(size),
    ages: new GroupValues(size, deals.rows),
    days: new GroupValues(size, deals.rows),
    future: 0,
    blank: 0,
  }
  for (let row = 0; row < deals.rows; row++) {
    if (leaves(row) !== null) continue
    const group = groups.of[row] ?? 0
    const lane = group * lanes.labels.length + lanes.of(row)
    const value = numberAt(deals.value, row)
    const p = chance(row)
    const age = asOf - Math.floor(numberAt(deals.created, row))
    tally.counts.add(lane)
    if (Number.isNaN(value)) tally.blank++
    tally.values.add(lane, value)
    tally.totals.add(group, value)
    if (!Number.isNaN(p)) tally.rated.add(lane)
    tally.weights.add(lane, value * p)
    if (age >= 0) tally.ages.add(lane, age)
    else if (age < 0) tally.future++
    if (since !== null) tally.days.add(lane, asOf - since(row))
  }
  return tally
}
type Tally = ReturnType<typeof tallyDeals>

/** What the funnel leaves out, in sentences. */
export const tallyNotes = ({ counts, rated, future, hasValues, blank }: Tally): readonly string[] => {
  const unrated = rated.total === 0 ? 0 : counts.total - rated.total
  return [
    ...(hasValues && blank > 0 ? [`Open deals without an amount, which add nothing to the value: ${blank}.`] : []),
    ...(unrated > 0 ? [`Open deals without a probability, which add nothing to the weighted value: ${unrated}.`] : []),
    ...(future > 0 ? [`Open deals created after the as-of day, which have no age: ${future}.`] : []),
  ]
}

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length

/** Cells of one lane. A stage without deals has no average; a column that no deal fills stays blank. */
export const laneCells = (tally: Tally) => {
  const [ages, days] = [tally.ages.split(), tally.days.split()]
  const rated = tally.hasValues && tally.rated.total > 0
  const hasAges = ages.some(({ length }) => length > 0)
  const hasDays = days.some(({ length }) => length > 0)
  const { hasValues } = tally
  const nothing = new Float64Array()
  return (lane: number, group: number) => {
    const count = tally.counts.at(lane)
    const cell = (has: boolean, value: number, reason: string): Value =>
      has && count > 0 ? known(value, reason) : null
    const weighted = count > 0 && tally.rated.at(lane) === 0 ? NaN : tally.weights.at(lane)
    return {
      count,
      value: hasValues ? tally.values.at(lane) : null,
      weighted: rated ? known(weighted, noChance) : null,
      age: cell(hasAges, mean(ages[lane] ?? nothing), noAge),
      inStage: cell(hasDays, median(days[lane] ?? nothing), noSince),
      share: hasValues ? ratio(tally.values.at(lane), tally.totals.at(group), noValue) : null,
    }
  }
}
