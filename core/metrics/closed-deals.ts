import { rowsWhere } from '../dataset/columns.ts'
import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { defineMetric } from './define.ts'
import { byValue } from './deal-order.ts'
import { common, from } from './params.ts'
import { orBlank } from './value.ts'

export const closedDeals = defineMetric({
  name: 'CLOSED_DEALS',
  title: 'Won and lost deals',
  family: 'flow',
  about: 'The deals that were won or lost, with the reason and the competitor.',
  variant: 'deals closed in the period, won first, the largest first',
  params: {
    deals: from(
      deals,
      ['status', 'closing'],
      ['deal_id', 'name', 'account', 'owner', 'value', 'created', 'lost_reason', 'competitor'],
    ),
    period: common.period,
    asOf: common.asOf,
    outcome: { type: 'choice', values: ['both', 'won', 'lost'], default: 'both', about: 'Which of them to list.' },
  },
  columns: {
    outcome: { label: 'Outcome', kind: 'status' },
    id: { label: 'Deal ID', kind: 'text' },
    name: { label: 'Deal', kind: 'text' },
    account: { label: 'Account', kind: 'text' },
    owner: { label: 'Owner', kind: 'text' },
    value: { label: 'Value', kind: 'money' },
    closed: { label: 'Closed', kind: 'date' },
    cycle: { label: 'Days from opening', kind: 'days' },
    reason: { label: 'Reason', kind: 'text' },
    competitor: { label: 'Competitor', kind: 'text' },
  },
  sources: ['A-42', 'A-47', 'A-49'],
  compute({ deals, period, outcome }, { note }) {
    const wanted = (row: number): boolean =>
      outcome === 'both'
        ? deals.status.isClosed(row)
        : outcome === 'won'
          ? deals.status.isWon(row)
          : deals.status.isLost(row)
    const rows = rowsWhere(deals.rows, (row) => wanted(row) && contains(period, deals.closing.at(row)))
    const cycle = (row: number): number => deals.closing.at(row) - Math.floor(deals.created?.at(row) ?? NaN)
    const impossible = rows.filter((row) => cycle(row) < 0).length
    if (impossible > 0) note(`${impossible} deals were closed before they were created: their days are left blank.`)
    const won = byValue(
      rows.filter((row) => deals.status.isWon(row)),
      deals,
    )
    const lost = byValue(
      rows.filter((row) => deals.status.isLost(row)),
      deals,
    )
    return [...won, ...lost].map((row) => ({
      outcome: deals.status.isWon(row) ? 'Won' : 'Lost',
      id: deals.deal_id?.at(row) ?? '',
      name: deals.name?.at(row) ?? '',
      account: deals.account?.at(row) ?? '',
      owner: deals.owner?.at(row) ?? '',
      value: orBlank(deals.value?.at(row) ?? NaN),
      closed: deals.closing.at(row),
      cycle: cycle(row) < 0 ? null : orBlank(cycle(row)),
      reason: deals.lost_reason?.at(row) ?? '',
      competitor: deals.competitor?.at(row) ?? '',
    }))
  },
})
