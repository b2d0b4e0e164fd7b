import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { GroupSums } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric } from './define.ts'
import { readCategories, type CategoryReading } from './forecast-category.ts'
import { openDue } from './open-due.ts'
import { noteUncovered, openQuota } from './open-quota.ts'
import { common, from, maybe } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { maybeTargetTable } from './target-table.ts'
import { known } from './value.ts'
import { wonByGroup } from './won-by-group.ts'

type Step = 'commit' | 'best' | 'pipeline'

const sumsOf = (size: number): Readonly<Record<Step, GroupSums>> => ({
  commit: new GroupSums(size),
  best: new GroupSums(size),
  pipeline: new GroupSums(size),
})

/** What one line shows of the deals in each category: each category alone, or with what is surer. */
const rollUp = (rollup: 'cumulative' | 'single', won: number, own: Readonly<Record<Step, number>>) => {
  if (rollup === 'single') return own
  const commit = won + own.commit
  const best = commit + own.best
  return { commit, best, pipeline: best + own.pipeline }
}

const noteCategories = (categories: CategoryReading, note: (text: string) => void): void => {
  if (!categories.known)
    note(
      'Neither deals nor stages have a forecast category, so every open deal counts as pipeline. Map the column that holds it, or fill in the forecast category of the stages.',
    )
  for (const [label, count] of categories.unknown)
    note(
      `Deals in the forecast category "${label}", which is not known: ${count}. Their stage decides, else they count as pipeline.`,
    )
}

export const forecast = defineMetric({
  name: 'FORECAST',
  title: 'Forecast',
  family: 'forecast',
  about: 'What each person has won and expects to win in the period, beside the target.',
  variant:
    "deals due in the period by forecast category (the deal's, else its stage's, else pipeline); cumulative: commit = won + commit deals, best case adds the best-case deals, pipeline adds the rest; omitted deals never count; in the current period overdue deals count as well; gap = target − won − commit deals",
  params: {
    deals: from(deals, ['status', 'value', 'closing'], ['forecast_category', 'stage', 'pipeline']),
    targets: maybeTargetTable,
    stages: maybe(stages, ['stage', 'forecast_category']),
    period: quarterPeriod,
    asOf: common.asOf,
    by: { ...common.by, default: 'owner', about: common.by.about.replace('Split', 'Left out, owner. Split') },
    rollup: {
      type: 'choice',
      values: ['cumulative', 'single'],
      default: 'cumulative',
      about: 'Whether commit, best case and pipeline each include what is surer, or stand alone.',
    },
  },
  columns: {
    won: { label: 'Won', kind: 'money' },
    commit: { label: 'Commit', kind: 'money' },
    best: { label: 'Best case', kind: 'money' },
    pipeline: { label: 'Pipeline', kind: 'money' },
    target: { label: 'Target', kind: 'money' },
    gap: { label: 'Gap', kind: 'money' },
  },
  rank: 'commit',
  chart: { kind: 'column', category: 'by', series: ['won', 'commit', 'best', 'pipeline', 'target'] },
  exchange: 'plan',
  books: true,
  sources: ['A-34', 'A-36', 'GO5', 'DY2', 'ORA1'],
  compute({ deals, targets, period: given, asOf, by, rollup }, context) {
    const { data, calendar, note } = context
    const period = orCurrentQuarter(given, calendar, note)
    const quota = targets === null ? null : openQuota(targets, context)
    if (quota !== null) noteUncovered(quota, period, by, note)
    const categories = readCategories(deals, stageOrderOf(data))
    const { counts, values: won } = wonByGroup(deals, by, period, context)
    const sums = sumsOf(counts.size)
    for (const row of openDue(deals, { period, asOf, withOverdue: true, context })) {
      const category = categories.of(row)
      if (category === 'omitted') continue
      const group = by?.of[row] ?? 0
      counts.add(group)
      sums[category].add(group, deals.value.at(row))
    }
    noteCategories(categories, note)
    const lines = targetGroups(by, counts, quota, { period, counted: period, calendar })
    return lines.map(({ key, deals: group, target: { value: target, why } }) => {
      const own = { commit: sums.commit.at(group), best: sums.best.at(group), pipeline: sums.pipeline.at(group) }
      return {
        group: key,
        won: won.at(group),
        ...rollUp(rollup, won.at(group), own),
        target: known(target, why),
        gap: known(target - won.at(group) - own.commit, why),
      }
    })
  },
})
