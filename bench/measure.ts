import type { Answers } from './questions.ts'
import type { Workload } from './workload.ts'

/** What a step takes: `cpuMs` of all threads of the process, collector and native code included; `wallMs` on the clock. */
export interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
}

export interface Run {
  readonly ingest: Cost
  readonly query: Cost
  /** `null` where an implementation only marks a limit and answers nothing. */
  readonly answers: Answers | null
}

interface Steps<State> {
  /** From cells to whatever the implementation computes on. */
  readonly ingest: (workload: Workload) => State | Promise<State>
  readonly query: (state: State) => Answers | null | Promise<Answers | null>
  /** Gives back what the collector does not see; not timed. */
  readonly release?: (state: State) => void
}

/** Every implementation exports `run = measured({ ingest, query })`, so that all are timed alike. */
export const measured =
  <State>({ ingest, query, release }: Steps<State>) =>
  async (workload: Workload): Promise<Run> => {
    const start = now()
    const state = await ingest(workload)
    const ingested = now()
    const answers = await query(state)
    const answered = now()
    release?.(state)
    return { ingest: between(start, ingested), query: between(ingested, answered), answers }
  }

const now = (): Cost => {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() }
}

const between = (from: Cost, to: Cost): Cost => ({ cpuMs: to.cpuMs - from.cpuMs, wallMs: to.wallMs - from.wallMs })

export const plus = (a: Cost, b: Cost): Cost => ({ cpuMs: a.cpuMs + b.cpuMs, wallMs: a.wallMs + b.wallMs })

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
