import type { Grid } from '../../cells/grid.ts'

/** The day on which these outcomes are looked at. */
export const chancesAsOf = '2024-06-30'

type Deal = readonly [owner: string, stated: number | null, status: string, close: string]

/** What 24 deals were stated at on 31 March, and what became of them; C14 is still open, C21 was closed on day 91. */
// prettier-ignore
const deals: readonly Deal[] = [
  ['Anna', 0.1, 'lost', '2024-04-10'], ['Anna', 0.1, 'lost', '2024-04-21'], ['Ben', 0.1, 'won', '2024-05-02'],
  ['Anna', 0.3, 'lost', '2024-04-03'], ['Anna', 0.3, 'lost', '2024-04-08'], ['Anna', 0.3, 'won', '2024-04-15'],
  ['Anna', 0.3, 'lost', '2024-05-20'], ['Anna', 0.35, 'lost', '2024-06-01'], ['Ben', 0.2, 'lost', '2024-04-30'],
  ['Ben', 0.3, 'lost', '2024-05-13'], ['Ben', 0.3, 'won', '2024-05-27'], ['Ben', 0.3, 'lost', '2024-06-11'],
  ['Ben', 0.35, 'lost', '2024-06-14'], ['Ben', 0.3, 'open', '2024-08-01'], ['Ben', 0.5, 'won', '2024-04-18'],
  ['Anna', 0.5, 'lost', '2024-05-06'], ['Anna', 0.6, 'won', '2024-04-25'], ['Anna', 0.7, 'won', '2024-05-09'],
  ['Ben', 0.7, 'lost', '2024-06-20'], ['Ben', 0.75, 'won', '2024-06-29'], ['Ben', 0.7, 'won', '2024-06-30'],
  ['Anna', 0.9, 'won', '2024-04-05'], ['Anna', 1, 'won', '2024-04-12'], ['Anna', null, 'won', '2024-04-19'],
]

const idOf = (i: number): string => `C${i + 1}`

/** As they stood on 31 March, all open. */
export const statedChances: Grid = [
  ['Snapshot at', 'Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Probability', 'Close date'],
  ...deals.map(([owner, stated], i) => ['2024-03-31', idOf(i), owner, 'Proposal', 'open', 1000, stated, '2024-05-31']),
]

/** As they are now. */
export const chanceOutcomes: Grid = [
  ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Created', 'Close date'],
  ...deals.map(([owner, , status, close], i) => [idOf(i), owner, 'Proposal', status, 1000, '2024-01-15', close]),
]
