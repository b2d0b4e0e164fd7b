import { activitiesFrom } from './model/activities.ts'
import type { Activity } from './model/activity.ts'
import { costsFrom, type Cost } from './model/costs.ts'
import { customersFrom, type Customer } from './model/customers.ts'
import { blemishesOf, type Blemishes } from './model/blemishes.ts'
import { soiled } from './model/dirt.ts'
import { linesOf, type Line } from './model/lines.ts'
import { offersFrom, type Offer } from './model/offers.ts'
import { standingsOf, type Standing } from './model/standing.ts'
import { sampleSeed, simulate } from './model/simulate.ts'
import { snapshotRows, type SnapshotRow } from './model/snapshots.ts'
import { stageHistory, type StageChange } from './model/stage-history.ts'

/** Everything that the sample workbook shows, derived from one record of events. */
export interface Sample {
  readonly seed: number
  readonly standings: readonly Standing[]
  readonly blemishes: Blemishes
  readonly activities: readonly Activity[]
  readonly customers: readonly Customer[]
  readonly costs: readonly Cost[]
  readonly lines: readonly Line[]
  readonly offers: readonly Offer[]
  readonly snapshots: readonly SnapshotRow[]
  readonly changes: readonly StageChange[]
}

/** The lines of the deals that were won; credit notes have none. */
const soldLines = (standings: readonly Standing[], seed: number): readonly Line[] =>
  standings.flatMap(({ deal, state }) =>
    state.status === 'won' && state.amount !== null && state.amount > 0 ? linesOf(deal, state.amount, seed) : [],
  )

export const sampleFrom = (seed: number = sampleSeed): Sample => {
  const simulation = soiled(simulate(seed))
  const { deals } = simulation
  const standings = standingsOf(deals)
  const activities = activitiesFrom(simulation, seed)
  return {
    seed,
    standings,
    activities,
    blemishes: blemishesOf(deals),
    customers: customersFrom(simulation, activities, seed),
    costs: costsFrom(deals, activities, seed),
    lines: soldLines(standings, seed),
    offers: offersFrom(deals, seed),
    snapshots: snapshotRows(deals),
    changes: stageHistory(deals),
  }
}
