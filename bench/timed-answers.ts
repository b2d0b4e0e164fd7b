import { buildPack, metrics, openDataset, runMetric, type DatasetInput } from '#core/index'
import { loadParcel } from './parcel-files.ts'
import { deliver, type Workload } from './workload.ts'
import { asked } from './workload/asked.ts'

/** One process of a comparison of two states of the core: what each metric and the pack take there, reading included. */

/** Milliseconds of processor time by metric, and by pack under its name. */
export type Times = Readonly<Record<string, number>>

const repetitions = 7

/** The same rows in arrays of their own, so that nothing of them is known yet. */
const afresh = (workload: Workload): DatasetInput => {
  const grids = Object.entries(workload) as [keyof Workload, Workload['deals']][]
  return {
    tables: Object.fromEntries(grids.map(([name, grid]) => [name, { name, grid: [...grid] }])),
    today: asked.asOf,
  }
}

const cpuMs = (work: () => void): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** The least of several times: what else a machine does only adds to them. */
const leastMs = (work: () => void): number => Math.min(...Array.from({ length: repetitions }, () => cpuMs(work)))

const measure = (workload: Workload): Times => {
  const times: Record<string, number> = {}
  for (const metric of metrics) {
    if (!runMetric(metric, afresh(workload)).ok) continue
    times[metric.name] = leastMs(() => void runMetric(metric, afresh(workload)))
  }
  times['pack TEAM'] = leastMs(() => {
    const pack = buildPack({ pack: 'TEAM', data: openDataset(afresh(workload)), scope: null })
    if (!pack.ok) throw new Error(pack.reason)
  })
  return times
}

const [folder = ''] = process.argv.slice(2)
if (process.send === undefined) throw new Error('the benchmark starts this file')
process.send(measure(deliver(loadParcel(folder))))
