import type { Cell, Grid } from '../../cells/grid.ts'

/** Params out of `parameter` or `segment.parameter`, each with its value. */
export const paramGrid = (values: Readonly<Record<string, Cell>>): Grid => [
  ['Segment', 'Parameter', 'Value'],
  ...Object.entries(values).map(([name, value]): readonly Cell[] => {
    const dot = name.indexOf('.')
    return dot < 0 ? [null, name, value] : [name.slice(0, dot), name.slice(dot + 1), value]
  }),
]

/** The €100m of the whitepaper: 90 sellers fully ramped, 6 at 50% and 4 at 25% are 94; 11 selling months. */
export const hundredMillion = {
  target: 100_000_000,
  avg_deal: 50_000,
  win_rate: 0.25,
  shrink: 1,
  meeting_rate: 0.4,
  progress_meetings: 2.5,
  sellers: 94,
  selling_months: 11,
  cycle_won: 90,
  cycle_lost: 60,
}

/** Its cap on selling cost, and what meetings cost. */
export const sellingCost = {
  cost_cap: 0.1,
  fixed_cost: 6_000_000,
  commission_rate: 0.015,
  cost_f2f: 120,
  cost_virtual: 25,
}
