import { openDataset, type Dataset } from '#core/dataset/dataset'
import { measured } from './measure.ts'
import type { Answers } from './questions.ts'
import { activities } from './ours/activities.ts'
import { byMetrics } from './ours/by-metrics.ts'
import { readColumns } from './ours/columns.ts'
import { history } from './ours/history.ts'
import { movement } from './ours/movement.ts'
import type { Workload } from './workload.ts'
import { asked } from './workload/asked.ts'

/** The real dataset, its columns read by the code that hosts use; metrics where one answers the question. */
const ingest = (workload: Workload): Dataset => {
  const data = openDataset({
    tables: {
      deals: { name: 'Deals', grid: workload.deals },
      history: { name: 'History', grid: workload.history },
      activities: { name: 'Activities', grid: workload.activities },
      snapshots: { name: 'Snapshots', grid: workload.snapshots },
      targets: { name: 'Targets', grid: workload.targets },
      people: { name: 'People', grid: workload.people },
      stages: { name: 'Stages', grid: workload.stages },
    },
    today: asked.asOf,
  })
  readColumns(data)
  return data
}

const query = (data: Dataset): Answers => ({
  ...byMetrics(data),
  ...history(data),
  ...activities(data),
  movement: movement(data),
})

export const run = measured({ ingest, query })
