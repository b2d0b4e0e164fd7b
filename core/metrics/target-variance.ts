import { deals } from '../dataset/tables/deals.ts'
import { defineMetric } from './define.ts'
import { noteUncovered, openQuota, orTargetSpan } from './open-quota.ts'
import { common, from } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { targetTable } from './target-table.ts'
import { noAnswer, ratio } from './value.ts'
import { wonByGroup } from './won-by-group.ts'

export const targetVariance = defineMetric({
  name: 'TARGET_VARIANCE',
  title: 'Target variance',
  family: 'forecast',
  about: 'By how much what was won is above or below the target, line by line.',
  variant:
    'won in the period − target of the whole period, whatever as_of is; a line with a target and no sales has the variance −target; a team without a target of its own has those of its people, and the target of a manager is never added to theirs; percent = variance ÷ target',
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
      default: 'owner',
      about:
        'Left out, owner. Split by owner, team, region, product, segment or type, by month, quarter or year, or by two of them: owner,month.',
    },
  },
  columns: {
    target: { label: 'Target', kind: 'money' },
    actual: { label: 'Won', kind: 'money' },
    variance: { label: 'Variance', kind: 'money' },
    rate: { label: 'Variance %', kind: 'percent' },
  },
  books: true,
  rank: 'variance',
  chart: { kind: 'column', category: 'by', series: ['variance'] },
  exchange: 'plan',
  sources: ['ER1', 'ER2', 'OD4'],
  compute({ deals, targets, period: given, asOf, by }, context) {
    const { calendar, note } = context
    const quota = openQuota(targets, context)
    const period = orTargetSpan(given, quota, asOf, note)
    noteUncovered(quota, period, by, note)
    const { counts, values } = wonByGroup(deals, by, period, context)
    return targetGroups(by, counts, quota, { period, counted: period, calendar }).map(
      ({ key, deals: group, target }) => {
        const [actual, why] = [values.at(group), noAnswer(target.why)]
        if (Number.isNaN(target.value)) return { group: key, target: why, actual, variance: why, rate: why }
        const variance = actual - target.value
        return {
          group: key,
          target: target.value,
          actual,
          variance,
          rate: ratio(variance, target.value, 'The target is 0: deliberately none.'),
        }
      },
    )
  },
})
