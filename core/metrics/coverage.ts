import type { Quoted } from '../dataset/quota.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { GroupSums } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric } from './define.ts'
import { openDue } from './open-due.ts'
import { noteUncovered, openQuota } from './open-quota.ts'
import { common, from, maybe } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { targetTable } from './target-table.ts'
import { known, noAnswer, type Value } from './value.ts'
import { winChance } from './win-chance.ts'
import { wonByGroup } from './won-by-group.ts'

/** Less than half a cent is nothing. */
const nothing = 0.005

/** Open pipeline ÷ what is still to be won. */
const coverageOf = (
  open: number,
  won: number,
  { value: target, why }: Quoted,
): Record<'remaining' | 'coverage', Value> => {
  if (Number.isNaN(target)) return { remaining: noAnswer(why), coverage: noAnswer(why) }
  const remaining = target - won
  if (remaining < nothing) return { remaining: 0, coverage: 'target reached' }
  return { remaining, coverage: open / remaining }
}

export const coverage = defineMetric({
  name: 'COVERAGE',
  title: 'Coverage',
  family: 'funnel',
  about: 'How many times the open deals of a period cover what is still missing to the target.',
  variant:
    'open pipeline with a close date in the period ÷ (target − won in the period); in the current period deals that are overdue since before it count as well',
  params: {
    deals: from(deals, ['status', 'value', 'closing'], ['probability', 'stage', 'pipeline']),
    targets: targetTable,
    stages: maybe(stages, ['stage', 'probability']),
    period: quarterPeriod,
    asOf: common.asOf,
    by: {
      ...common.by,
      about:
        'Split by owner (or person), team, or what targets are split by: region, product, segment, type, month, quarter.',
    },
    weighted: {
      type: 'flag',
      default: false,
      about: 'TRUE counts each open deal by its probability, or that of its stage, instead of in full.',
    },
    includeOverdue: {
      type: 'flag',
      default: true,
      about: 'FALSE leaves out open deals whose close date has passed.',
    },
  },
  columns: {
    open: { label: 'Open pipeline', kind: 'money' },
    won: { label: 'Won', kind: 'money' },
    target: { label: 'Target', kind: 'money' },
    remaining: { label: 'Still to win', kind: 'money' },
    coverage: { label: 'Coverage', kind: 'ratio' },
  },
  scalar: 'coverage',
  rank: 'open',
  chart: { kind: 'bar', category: 'by', series: ['coverage'] },
  exchange: 'plan',
  books: true,
  sources: ['A-20', 'A-39', 'GO3', 'PL1', 'SFD1'],
  compute({ deals, targets, period: given, asOf, by, weighted, includeOverdue }, context) {
    const { data, calendar, note } = context
    const period = orCurrentQuarter(given, calendar, note)
    const quota = openQuota(targets, context)
    noteUncovered(quota, period, by, note)
    const chance = weighted ? winChance(deals, stageOrderOf(data), 'deal') : () => 1
    const { counts, values: won } = wonByGroup(deals, by, period, context)
    const open = new GroupSums(counts.size)
    let unrated = 0
    for (const row of openDue(deals, { period, asOf, withOverdue: includeOverdue, context })) {
      const group = by?.of[row] ?? 0
      const p = chance(row)
      if (Number.isNaN(p)) unrated++
      counts.add(group)
      open.add(group, deals.value.at(row) * p)
    }
    if (unrated > 0) note(`Open deals without a probability, which add nothing to the weighted pipeline: ${unrated}.`)
    const lines = targetGroups(by, counts, quota, { period, counted: period, calendar })
    return lines.map(({ key, deals: group, target }) => ({
      group: key,
      open: open.at(group),
      won: won.at(group),
      target: known(target.value, target.why),
      ...coverageOf(open.at(group), won.at(group), target),
    }))
  },
})
