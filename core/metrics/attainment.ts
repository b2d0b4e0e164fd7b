import { soFar } from '../dataset/period-parts.ts'
import type { Quoted } from '../dataset/quota.ts'
import { deals } from '../dataset/tables/deals.ts'
import { defineMetric } from './define.ts'
import { noteUncovered, openQuota, orTargetSpan } from './open-quota.ts'
import { common, from } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { targetTable } from './target-table.ts'
import { known, noAnswer, ratio, type Value } from './value.ts'
import { wonByGroup } from './won-by-group.ts'

const noneSet = 'The target is 0: deliberately none.'

const compare = (actual: number, { value: target, why }: Quoted): Record<'target' | 'rate' | 'gap', Value> => ({
  target: known(target, why),
  rate: Number.isNaN(target) ? noAnswer(why) : ratio(actual, target, noneSet),
  gap: known(target - actual, why),
})

export const attainment = defineMetric({
  name: 'ATTAINMENT',
  title: 'Attainment',
  family: 'forecast',
  about: 'How much of the target has been won.',
  variant:
    'amount won in the period ÷ target of the period; while the period is running, ÷ the part of the target up to as_of, shared out by days; gap = target − won',
  params: {
    deals: from(deals, ['status', 'value', 'closing']),
    targets: targetTable,
    period: {
      ...common.period,
      about: common.period.about.replace('Left out, all dates.', 'Left out, all days that have a target.'),
    },
    asOf: common.asOf,
    by: {
      ...common.by,
      about:
        'Split by owner (or person), team, month, quarter, or what targets are split by: region, product, segment, type; an owner and a month with a comma.',
    },
  },
  columns: {
    actual: { label: 'Won', kind: 'money' },
    target: { label: 'Target', kind: 'money' },
    rate: { label: 'Attainment', kind: 'percent' },
    gap: { label: 'Gap', kind: 'money' },
  },
  scalar: 'rate',
  rank: 'actual',
  chart: { kind: 'column', category: 'by', series: ['actual', 'target'] },
  exchange: 'plan',
  books: true,
  sources: ['C-19', 'ER1', 'LK2'],
  compute({ deals, targets, period: given, asOf, by }, context) {
    const { calendar, note } = context
    const quota = openQuota(targets, context)
    const period = orTargetSpan(given, quota, asOf, note)
    const counted = soFar(period, asOf)
    noteUncovered(quota, counted, by, note)
    const { counts, values } = wonByGroup(deals, by, period, context)
    return targetGroups(by, counts, quota, { period, counted, calendar }).map(({ key, deals: group, target }) => ({
      group: key,
      actual: values.at(group),
      ...compare(values.at(group), target),
    }))
  },
})
