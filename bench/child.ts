import { implementations, names, type Name } from './implementations.ts'
import type { Cost } from './measure.ts'
import { peak, startPeak } from './memory.ts'
import { loadParcel } from './parcel-files.ts'
import type { Answers } from './questions.ts'
import { deliver, type Parcel } from './workload.ts'

/** What a process of its own reports about one run of one implementation. */
export interface Measurement {
  readonly ingest: Cost
  readonly query: Cost
  /** Megabytes resident at the peak of the run, above those of the delivered cells. */
  readonly addedMb: number
  readonly answers: Answers | null
}

const warmUps = 2

const measure = async (name: Name, parcel: Parcel, small: Parcel): Promise<Measurement> => {
  const { run } = await implementations[name]()
  for (let i = 0; i < warmUps; i++) await run(deliver(small))
  const workload = deliver(parcel)
  const before = startPeak()
  const { ingest, query, answers } = await run(workload)
  return { ingest, query, addedMb: peak() - before, answers }
}

const [wanted, folder = '', smallFolder = ''] = process.argv.slice(2)
const name = names.find((each) => each === wanted)
if (name === undefined || process.send === undefined) throw new Error('the benchmark starts this file')
process.send(await measure(name, loadParcel(folder), loadParcel(smallFolder)))
