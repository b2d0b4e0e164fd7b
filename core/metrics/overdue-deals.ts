import { deals } from '../dataset/tables/deals.ts'
import { listColumns, listFields, listOrFigure, listParams, tellListed } from './deal-list.ts'
import { defineMetric } from './define.ts'
import { findOverdue } from './open-deal-checks.ts'
import { common, from } from './params.ts'

export const overdueDeals = defineMetric({
  name: 'OVERDUE_DEALS',
  title: 'Overdue deals',
  family: 'trust',
  about: 'Open deals whose close date has passed.',
  variant:
    'open deals with a close date before the as-of day; due that day is not overdue, no close date is counted apart',
  params: {
    deals: from(deals, ['status', 'close_date'], listFields),
    asOf: common.asOf,
    ...listParams,
  },
  columns: {
    ...listColumns,
    closeDate: { label: 'Close date', kind: 'date' },
    overdue: { label: 'Days overdue', kind: 'days' },
  },
  sources: ['D-53', 'LK2'],
  compute({ deals, asOf, ...wish }, context) {
    const { rows, unjudged } = findOverdue(deals, deals.close_date, asOf)
    if (unjudged > 0)
      context.note(`Open deals without a close date, which can be neither overdue nor on time: ${unjudged}.`)
    tellListed(context, deals, rows, 'not overdue, or without a close date')
    return listOrFigure(wish, rows, deals, context, (row) => ({
      closeDate: deals.close_date.at(row),
      overdue: asOf - deals.close_date.at(row),
    }))
  },
})
