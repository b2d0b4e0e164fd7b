import type { Measurement } from './child.ts'
import { median, plus, type Cost } from './measure.ts'
import type { Answers } from './questions.ts'

/** The medians of several runs of one implementation. */
export interface Summary {
  readonly ingest: Cost
  readonly query: Cost
  readonly total: Cost
  readonly addedMb: number
  readonly answers: Answers | null
}

const medianCost = (costs: readonly Cost[]): Cost => ({
  cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  wallMs: median(costs.map(({ wallMs }) => wallMs)),
})

export const summaryOf = (runs: readonly Measurement[]): Summary => ({
  ingest: medianCost(runs.map(({ ingest }) => ingest)),
  query: medianCost(runs.map(({ query }) => query)),
  total: medianCost(runs.map(({ ingest, query }) => plus(ingest, query))),
  addedMb: median(runs.map(({ addedMb }) => addedMb)),
  answers: runs[0]?.answers ?? null,
})
