import { deals } from '../dataset/tables/deals.ts'
import { lines } from '../dataset/tables/lines.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { costInBase } from './cost-in-base.ts'
import { defineMetric } from './define.ts'
import { needColumn } from './missing-column.ts'
import { common, from, maybe } from './params.ts'
import { quantityOf, rateOf, soldRows, whichDeals } from './sold-rows.ts'
import { ratio } from './value.ts'

const noCost = 'No such deal has both an amount and a cost, or their amounts add up to 0.'
const noNet = 'The amounts add up to 0.'

export const grossMargin = defineMetric({
  name: 'GROSS_MARGIN',
  title: 'Gross margin',
  family: 'economics',
  about: 'The share of what was sold that is left after the cost of the goods.',
  variant:
    '(net − cost) ÷ net of the deals won and closed in the period, or of their lines where these have a unit cost; what has no cost is left out of net and cost, and cost known = net with a cost ÷ all net',
  params: {
    deals: from(deals, ['status'], ['value', 'closing', 'deal_id', 'cost', 'rate']),
    lines: maybe(lines, ['deal_id', 'net_price', 'unit_cost'], ['qty', 'rate', 'status', 'closing']),
    period: common.period,
    asOf: common.asOf,
    by: { ...common.by, instead: 'lines' },
    which: whichDeals,
  },
  columns: {
    total: { label: 'Net', kind: 'money' },
    net: { label: 'Net with a cost', kind: 'money' },
    cost: { label: 'Cost', kind: 'money' },
    margin: { label: 'Margin', kind: 'money' },
    rate: { label: 'Gross margin', kind: 'percent' },
    coverage: { label: 'Cost known', kind: 'percent' },
  },
  scalar: 'rate',
  rank: 'margin',
  chart: { kind: 'bar', category: 'by', series: ['rate'] },
  sources: ['D-14', 'SO1'],
  compute({ deals, lines, by, ...wish }, context) {
    const { data, note } = context
    const sold = soldRows(deals, lines, by, wish, context)
    if (lines === null) needColumn(data, 'deals', 'cost', deals.cost)
    const ofDeal = costInBase(deals)
    const costOf = (row: number): number =>
      lines === null ? ofDeal(row) : lines.unit_cost.at(row) * quantityOf(lines, row) * rateOf(lines, row)
    const { size } = sold.groups
    const counts = new GroupCounts(size)
    const [totals, nets, costs] = [new GroupSums(size), new GroupSums(size), new GroupSums(size)]
    let unknown = 0
    for (const row of sold.rows) {
      const group = sold.groups.of[row] ?? 0
      const [net, cost] = [sold.net(row), costOf(row)]
      counts.add(group)
      totals.add(group, net)
      if (Number.isNaN(net) || Number.isNaN(cost)) unknown++
      else {
        nets.add(group, net)
        costs.add(group, cost)
      }
    }
    if (unknown > 0) note(`Rows without an amount or a cost, which are left out of the margin: ${unknown}.`)
    return sold.groups.keys.flatMap((key, i) => {
      if (by !== null && counts.at(i) === 0) return []
      const [total, net, cost] = [totals.at(i), nets.at(i), costs.at(i)]
      return [
        {
          group: key,
          ...{ total, net, cost, margin: net - cost },
          rate: ratio(net - cost, net, noCost),
          coverage: ratio(net, total, noNet),
        },
      ]
    })
  },
})
