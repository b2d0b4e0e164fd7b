import { deals } from '../dataset/tables/deals.ts'
import { lines } from '../dataset/tables/lines.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { common, from } from './params.ts'
import { quantityOf, rateOf, soldRows, whichDeals } from './sold-rows.ts'
import { ratio } from './value.ts'

const noList = 'No such line has both a list price and a net price, or the list prices add up to 0.'
const noNet = 'The net prices add up to 0.'

export const discount = defineMetric({
  name: 'DISCOUNT',
  title: 'Discount',
  family: 'economics',
  about: 'How far below the list prices was sold.',
  variant:
    '1 − Σ net ÷ Σ list over the lines of the deals won and closed in the period, each price times its quantity; lines without a list price are left out of both, and list price known = net with a list price ÷ all net; negative where more than the list price was paid',
  params: {
    lines: from(lines, ['deal_id', 'net_price', 'list_price'], ['qty', 'rate', 'status', 'closing']),
    deals: from(deals, ['deal_id', 'status'], ['value', 'closing']),
    period: common.period,
    asOf: common.asOf,
    by: {
      ...common.by,
      table: 'lines',
      about:
        'Split by product, owner (or person), team, region, segment, account, type, or week, month, quarter, year; several with commas.',
    },
    which: whichDeals,
  },
  columns: {
    lines: { label: 'Lines', kind: 'count' },
    list: { label: 'List', kind: 'money' },
    net: { label: 'Net', kind: 'money' },
    rate: { label: 'Discount', kind: 'percent' },
    coverage: { label: 'List price known', kind: 'percent' },
  },
  scalar: 'rate',
  rank: 'list',
  chart: { kind: 'bar', category: 'by', series: ['rate'] },
  sources: ['D-18'],
  compute({ lines, deals, by, ...wish }, context) {
    const sold = soldRows(deals, lines, by, wish, context)
    const { size } = sold.groups
    const counts = new GroupCounts(size)
    const [totals, nets, lists] = [new GroupSums(size), new GroupSums(size), new GroupSums(size)]
    let unlisted = 0
    for (const row of sold.rows) {
      const group = sold.groups.of[row] ?? 0
      const [net, list] = [sold.net(row), lines.list_price.at(row) * quantityOf(lines, row) * rateOf(lines, row)]
      counts.add(group)
      totals.add(group, net)
      if (Number.isNaN(net) || Number.isNaN(list)) unlisted++
      else {
        nets.add(group, net)
        lists.add(group, list)
      }
    }
    if (unlisted > 0)
      context.note(`Lines without a list price or a net price, which are left out of the discount: ${unlisted}.`)
    return sold.groups.keys.flatMap((key, i) => {
      if (by !== null && counts.at(i) === 0) return []
      const [list, net] = [lists.at(i), nets.at(i)]
      return [
        {
          group: key,
          ...{ lines: counts.at(i), list, net },
          rate: ratio(list - net, list, noList),
          coverage: ratio(net, totals.at(i), noNet),
        },
      ]
    })
  },
})
