import type { Run } from './measure.ts'
import type { Workload } from './workload.ts'

interface Implementation {
  readonly run: (workload: Workload) => Promise<Run>
}

/** In the order of the report. Each is loaded only in the process that runs it. */
export const implementations = {
  'single pass': () => import('./peers/single-pass.ts'),
  ours: () => import('./ours.ts'),
  'duckdb columns': () => import('./peers/duckdb-columns.ts'),
  'duckdb rows': () => import('./peers/duckdb-rows.ts'),
  polars: () => import('./peers/polars.ts'),
  arquero: () => import('./peers/arquero.ts'),
  'plain rows': () => import('./peers/plain-rows.ts'),
} as const satisfies Record<string, () => Promise<Implementation>>

export type Name = keyof typeof implementations

export const names = Object.keys(implementations) as readonly Name[]

/** Touches the cells and answers nothing. */
export const limit: Name = 'single pass'
export const ours: Name = 'ours'
/** Its SQL is what every other set of answers is compared with. */
export const oracle: Name = 'duckdb rows'
