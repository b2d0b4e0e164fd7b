import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { defineMetric } from './define.ts'
import { forecastMeasures } from './forecast-measure.ts'
import { common, from, maybe } from './params.ts'
import { dealGroups } from './shared-groups.ts'
import { checkRows, groupShape } from './trust-answer.ts'
import { attempt, deviationCheck, earlyCheck, openTotals, overdueCheck, staleCheck } from './trust-checks.ts'
import { groupSnapshots, trustMonths } from './trust-months.ts'

export const trust = defineMetric({
  name: 'TRUST',
  title: 'Trust',
  family: 'trust',
  about: 'Whether the numbers can be used: four checks with their limits, and the worst of them.',
  variant:
    'deviation of the last full month from its forecast; overdue, stale (last modified) and early deals as the larger of their shares of the open deals by count and by value; limits are settings; overall = the worst check that has an answer',
  params: {
    deals: from(
      deals,
      ['status'],
      [
        'deal_id',
        'value',
        'stage',
        'pipeline',
        'close_date',
        'closing',
        'created',
        'last_modified',
        'last_activity',
        'last_stage_change',
        'probability',
      ],
    ),
    stages: maybe(stages, ['stage'], ['order', 'type', 'initial', 'probability', 'stale_days', 'forecast_category']),
    snapshots: {
      ...maybe(
        snapshots,
        ['snapshot_at', 'deal_id', 'status'],
        ['status_text', 'close_date', 'value', 'probability', 'forecast_category', 'stage', 'pipeline'],
      ),
      unscoped: true,
    },
    asOf: common.asOf,
    by: {
      ...common.by,
      day: null,
      about: 'One row each by owner (or person), team, product, segment or account, with the status of every check.',
    },
    measure: {
      type: 'choice',
      values: forecastMeasures,
      default: 'weighted',
      about:
        'What the forecast was: value × probability, or the value of the deals in the categories commit and closed.',
    },
  },
  columns: {
    check: { label: 'Check', kind: 'text' },
    figure: { label: 'Figure', kind: 'percent' },
    share: { label: 'Share of deals', kind: 'percent' },
    valueShare: { label: 'Share of value', kind: 'percent' },
    deals: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
    watch: { label: 'Watch limit', kind: 'percent' },
    fix: { label: 'Fix limit', kind: 'percent' },
    status: { label: 'Status', kind: 'status' },
    remark: { label: 'Remark', kind: 'text' },
  },
  books: true,
  sources: ['D-56', 'PL1'],
  compute({ deals, snapshots, asOf, by, measure }, context) {
    const shared = attempt(() => groupSnapshots(snapshots, by, deals.deal_id, context))
    const groups = typeof shared === 'string' ? dealGroups(by) : shared.groups
    const months = typeof shared === 'string' ? shared : attempt(() => trustMonths(shared, deals, measure, context))
    const open = openTotals(deals, groups.size, groups.ofDeal, context)
    const checks = {
      deviation: deviationCheck(months, context),
      overdue: overdueCheck(deals, open, asOf, context),
      stale: staleCheck(deals, open, asOf, context),
      early: earlyCheck(deals, open, asOf, context),
    }
    return by === null ? checkRows(checks) : groupShape(checks, groups.keys, open, deals.rows)
  },
})
