import { rowsWhere, type Statuses } from '../dataset/columns.ts'
import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { listCells, listColumns, listFields } from './deal-list.ts'
import { byValue } from './deal-order.ts'
import { defineMetric } from './define.ts'
import { common, from } from './params.ts'
import { orBlank } from './value.ts'

type Outcome = 'both' | 'won' | 'lost'

const hasOutcome = (status: Statuses, row: number, outcome: Outcome): boolean => {
  if (outcome === 'won') return status.isWon(row)
  return outcome === 'lost' ? status.isLost(row) : status.isClosed(row)
}

export const closedDeals = defineMetric({
  name: 'CLOSED_DEALS',
  title: 'Won and lost deals',
  family: 'flow',
  about: 'The deals that were won or lost, with the reason and the competitor.',
  variant: 'deals closed in the period, the won ones first, each part with the largest first',
  params: {
    deals: from(deals, ['status', 'closing'], [...listFields, 'created', 'lost_reason', 'competitor']),
    period: common.period,
    asOf: common.asOf,
    outcome: { type: 'choice', values: ['both', 'won', 'lost'], default: 'both', about: 'Which of them to list.' },
  },
  columns: {
    outcome: { label: 'Outcome', kind: 'status' },
    ...listColumns,
    closed: { label: 'Closed', kind: 'date' },
    cycle: { label: 'Days from opening', kind: 'days' },
    reason: { label: 'Reason', kind: 'text' },
    competitor: { label: 'Competitor', kind: 'text' },
  },
  books: true,
  sources: ['A-42', 'A-47', 'A-49'],
  compute({ deals, period, outcome }, { note, tell }) {
    const { status, closing, created } = deals
    const rows = rowsWhere(deals.rows, (row) => hasOutcome(status, row, outcome) && contains(period, closing.at(row)))
    tell('deals', (row) => {
      if (!hasOutcome(status, row, outcome)) return outcome === 'both' ? 'not closed' : `not ${outcome}`
      return contains(period, closing.at(row)) ? null : 'not closed in the period'
    })
    const cycle = (row: number): number => closing.at(row) - Math.floor(created?.at(row) ?? NaN)
    const impossible = rows.filter((row) => cycle(row) < 0).length
    if (impossible > 0) note(`Deals closed before they were created, whose days are left blank: ${impossible}.`)
    const won = rows.filter((row) => status.isWon(row))
    const lost = rows.filter((row) => status.isLost(row))
    return [...byValue(won, deals), ...byValue(lost, deals)].map((row) => ({
      outcome: deals.credit(row) < 0 ? 'Reopened' : status.isWon(row) ? 'Won' : 'Lost',
      ...listCells(deals, row),
      closed: closing.at(row),
      cycle: cycle(row) < 0 || deals.credit(row) < 0 ? null : orBlank(cycle(row)),
      reason: deals.lost_reason?.at(row) ?? '',
      competitor: deals.competitor?.at(row) ?? '',
    }))
  },
})
