import { implementations, names, type Name } from './implementations.ts'
import { median, plus, type Cost, type Run } from './measure.ts'
import { peak, startPeak } from './memory.ts'
import { loadParcel } from './parcel-files.ts'
import type { Answers } from './questions.ts'
import { deliver, type Parcel } from './workload.ts'

/** What a process of its own reports about one implementation at one size. */
export interface Measurement {
  readonly ingest: Cost
  readonly query: Cost
  readonly total: Cost
  /** Megabytes resident at the peak of the first run, above those of the delivered cells. */
  readonly addedMb: number
  readonly answers: Answers | null
}

const measure = async (name: Name, parcel: Parcel, repetitions: number): Promise<Measurement> => {
  const { run } = await implementations[name]()
  const runs: Run[] = []
  let addedMb = 0
  for (let i = 0; i < repetitions; i++) {
    const workload = deliver(parcel)
    const before = startPeak()
    runs.push(await run(workload))
    if (i === 0) addedMb = peak() - before
  }
  return {
    ingest: medianCost(runs.map(({ ingest }) => ingest)),
    query: medianCost(runs.map(({ query }) => query)),
    total: medianCost(runs.map(({ ingest, query }) => plus(ingest, query))),
    addedMb,
    answers: runs[0]?.answers ?? null,
  }
}

const medianCost = (costs: readonly Cost[]): Cost => ({
  cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  wallMs: median(costs.map(({ wallMs }) => wallMs)),
})

const [wanted, folder = '', repetitions] = process.argv.slice(2)
const name = names.find((each) => each === wanted)
if (name === undefined || process.send === undefined) throw new Error('the benchmark starts this file')
process.send(await measure(name, loadParcel(folder), Number(repetitions)))
