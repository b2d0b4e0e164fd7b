import { rowsWhere } from '../dataset/columns.ts'
import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { listCells, listColumns, listFields } from './deal-list.ts'
import { byValue } from './deal-order.ts'
import { defineMetric } from './define.ts'
import { common, from } from './params.ts'
import { orBlank } from './value.ts'

export const newDeals = defineMetric({
  name: 'NEW_DEALS',
  title: 'New opportunities',
  family: 'funnel',
  about: 'The opportunities that were opened, the largest first.',
  variant: 'deals created in the period, whatever became of them since',
  params: {
    deals: from(deals, ['created'], [...listFields, 'close_date', 'source']),
    period: common.period,
    asOf: common.asOf,
  },
  columns: {
    ...listColumns,
    created: { label: 'Created', kind: 'date' },
    close: { label: 'Close date', kind: 'date' },
    source: { label: 'Source', kind: 'text' },
  },
  sources: ['A-44', 'A-46'],
  compute({ deals, period, asOf }, { note, sift }) {
    const future = rowsWhere(deals.rows, (row) => deals.created.at(row) >= asOf + 1).length
    if (future > 0) note(`Deals that say they were created after the as-of day: ${future}.`)
    const undated = rowsWhere(deals.rows, (row) => deals.created.isBlank(row)).length
    if (undated > 0) note(`Deals without a creation date, which are left out: ${undated}.`)
    const leaves = sift('deals', (row) => {
      if (deals.created.isBlank(row)) return 'without a creation date'
      return contains(period, deals.created.at(row)) ? null : 'not created in the period'
    })
    const rows = rowsWhere(deals.rows, (row) => leaves(row) === null)
    return byValue(rows, deals).map((row) => ({
      ...listCells(deals, row),
      created: Math.floor(deals.created.at(row)),
      close: orBlank(deals.close_date?.at(row) ?? NaN),
      source: deals.source?.at(row) ?? '',
    }))
  },
})
