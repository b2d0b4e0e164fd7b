import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { listColumns, listOrFigure, listParams, tellListed } from './deal-list.ts'
import { defineMetric } from './define.ts'
import { initialStages, needStageOrder } from './need-stage-order.ts'
import { findEarly } from './open-deal-checks.ts'
import { common, from, maybe } from './params.ts'

export const earlyClosers = defineMetric({
  name: 'EARLY_CLOSERS',
  title: 'Early closers',
  family: 'trust',
  about: 'Open deals that are due soon although they have only begun.',
  variant:
    'open deals with a close date from the as-of day to `days` later, both included, in an initial stage: marked so in Stages, else in the first third of the open stages, rounded up',
  params: {
    deals: from(
      deals,
      ['status', 'close_date', 'stage'],
      ['deal_id', 'name', 'account', 'owner', 'value', 'pipeline', 'probability'],
    ),
    stages: maybe(stages, ['stage'], ['order', 'type', 'initial', 'alias', 'pipeline']),
    asOf: common.asOf,
    days: {
      type: 'number',
      default: 'early_days',
      minimum: 0,
      whole: true,
      about: 'How many days after the as-of day a close date still is soon.',
    },
    ...listParams,
  },
  columns: {
    ...listColumns,
    closeDate: { label: 'Close date', kind: 'date' },
    left: { label: 'Days left', kind: 'days' },
  },
  sources: ['D-55'],
  compute({ deals, asOf, days, ...wish }, context) {
    const order = needStageOrder(context.data)
    const columns = { closeDate: deals.close_date, stage: deals.stage, pipeline: deals.pipeline }
    const { rows, unjudged } = findEarly(deals, columns, order, asOf, days)
    context.note(initialStages(order))
    if (unjudged > 0) context.note(`Open deals that are due soon in a stage whose place is not known: ${unjudged}.`)
    tellListed(context, deals, rows, 'not due soon, or not in an initial stage')
    return listOrFigure(wish, rows, deals, context, (row) => ({
      closeDate: deals.close_date.at(row),
      left: deals.close_date.at(row) - asOf,
    }))
  },
})
