import { periodAround, type Period } from '../dataset/period.ts'
import type { Quoted } from '../dataset/quota.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { GroupSums } from '../math/sum.ts'
import { SpmError } from '../errors.ts'
import { defineMetric, type Context } from './define.ts'
import type { Grouping } from './grouping.ts'
import { openDue } from './open-due.ts'
import { openQuota } from './open-quota.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { targetGroups, type TargetGroup } from './target-groups.ts'
import { maybeTargetTable } from './target-table.ts'
import { noAnswer, ratio, type Value } from './value.ts'
import { winChance } from './win-chance.ts'
import { wonByGroup } from './won-by-group.ts'

const params = {
  deals: from(deals, ['status', 'value', 'closing'], ['probability', 'stage', 'pipeline']),
  targets: maybeTargetTable,
  stages: maybe(stages, ['stage', 'probability']),
  asOf: common.asOf,
  by: { ...common.by, about: 'Split by owner (or person), team, region, product, segment or type.' },
  method: {
    type: 'choice',
    values: ['linear', 'seasonal', 'pipeline'],
    default: 'linear',
    about:
      'linear: at the pace of the days so far; seasonal: at the pace of the target so far; pipeline: won, and open deals due by the end of the year by their probability.',
  },
} as const

type In = Inputs<typeof params>

/** Value × chance of the open deals that are due by the end of the year, by group. */
const openByGroup = ({ deals, by, asOf }: In, year: Period, size: number, context: Context): GroupSums => {
  const sums = new GroupSums(size)
  const chance = winChance(deals, stageOrderOf(context.data), 'deal')
  const silent: Context = { ...context, sift: (_, leaves) => leaves }
  let unrated = 0
  for (const row of openDue(deals, { period: year, asOf, withOverdue: true, context: silent })) {
    const p = chance(row)
    if (Number.isNaN(p)) unrated++
    else sums.add(by?.of[row] ?? 0, deals.value.at(row) * p)
  }
  if (unrated > 0) context.note(`Open deals without a probability, which add nothing: ${unrated}.`)
  return sums
}

const refuseTime = (by: Grouping | null): void => {
  if (by?.inTime === true)
    throw new SpmError('argument', 'YEAR_END is about one year: split it by owner or team, not by a part of the year.')
}

const shareDone = (part: Quoted, whole: Quoted): Value => {
  if (Number.isNaN(whole.value)) return noAnswer(whole.why)
  if (whole.value === 0) return noAnswer('The target of the year is 0: deliberately none.')
  const share = part.value / whole.value
  return share > 0
    ? share
    : noAnswer('No part of the target of the year lies before as_of, so its phasing tells nothing.')
}

export const yearEnd = defineMetric({
  name: 'YEAR_END',
  title: 'Year-end projection',
  family: 'forecast',
  about: 'What will have been won by the end of the fiscal year, if it goes on like this.',
  variant:
    'linear: won this year ÷ (days so far ÷ days of the year); seasonal: won this year ÷ (target so far ÷ target of the year); pipeline: won this year + Σ value × probability of open deals due by the end of the year, overdue ones included; attainment = projection ÷ target of the year',
  params,
  columns: {
    actual: { label: 'Won so far', kind: 'money' },
    done: { label: 'Part of the year', kind: 'percent' },
    projection: { label: 'Projection', kind: 'money' },
    target: { label: 'Target', kind: 'money' },
    rate: { label: 'Projected attainment', kind: 'percent' },
  },
  scalar: 'projection',
  books: true,
  rank: 'projection',
  chart: { kind: 'column', category: 'by', series: ['projection', 'target'] },
  exchange: 'plan',
  sources: ['D-41'],
  compute(inputs, context) {
    const { deals, targets, asOf, by, method } = inputs
    refuseTime(by)
    const { calendar } = context
    const year = periodAround(asOf, 'year', calendar)
    const counted: Period = { ...year, end: asOf, label: `${year.label} to date` }
    const { counts, values } = wonByGroup(deals, by, counted, context)
    const quota = targets === null ? null : openQuota(targets, context)
    const elapsed = (asOf - year.start + 1) / (year.end - year.start + 1)
    const open = method === 'pipeline' ? openByGroup(inputs, year, (by?.size ?? 1) + 1, context) : null
    const doneOf = ({ target, targetIn }: TargetGroup): Value =>
      method === 'seasonal' ? shareDone(targetIn(counted), target) : elapsed
    return targetGroups(by, counts, quota, { period: year, counted: year, calendar }).map((line) => {
      const { key, deals: group, target } = line
      const [actual, done] = [values.at(group), doneOf(line)]
      const projection: Value =
        open === null ? (typeof done === 'number' ? actual / done : done) : actual + open.at(group)
      return {
        group: key,
        actual,
        done,
        projection,
        target: Number.isNaN(target.value) ? noAnswer(target.why) : target.value,
        rate:
          typeof projection === 'number' && !Number.isNaN(target.value)
            ? ratio(projection, target.value, 'The target is 0: deliberately none.')
            : noAnswer(target.why === '' ? 'There is no projection.' : target.why),
      }
    })
  },
})
