import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric } from './define.ts'
import { joinGroups } from './joined-groups.ts'
import { refuseOtherCurrency } from './one-currency.ts'
import { common, from } from './params.ts'
import { categoriesParam, costTable, sellingCosts } from './selling-costs.ts'
import { noAnswer, ratio } from './value.ts'
import { wonByGroup } from './won-by-group.ts'

const noCost = 'Costs has no row for it in this period.'
const noWon = 'Nothing was won in this period.'

export const costOfSales = defineMetric({
  name: 'COST_OF_SALES',
  title: 'Selling cost ratio',
  family: 'economics',
  about: 'What selling costs for each unit of money that is won.',
  variant:
    'selling cost of the period ÷ value of the deals won and closed in it; this is the cost of selling, not of the goods; of costs given for a longer time the days within the period count',
  params: {
    costs: costTable,
    deals: from(deals, ['status', 'value', 'closing']),
    period: quarterPeriod,
    asOf: common.asOf,
    by: { ...common.by, day: null, about: 'Split by owner (or person), team or region; costs of nobody stand apart.' },
    categories: categoriesParam,
  },
  columns: {
    cost: { label: 'Selling cost', kind: 'money' },
    won: { label: 'Won', kind: 'money' },
    rate: { label: 'Selling cost ratio', kind: 'percent' },
  },
  scalar: 'rate',
  rank: 'won',
  chart: { kind: 'bar', category: 'by', series: ['rate'] },
  books: true,
  sources: ['D-15'],
  compute({ costs, deals, period: given, by, categories }, context) {
    const { data, calendar, note } = context
    refuseOtherCurrency(data, 'deals', 'costs')
    const period = orCurrentQuarter(given, calendar, note)
    const groups = joinGroups(data, by, 'costs')
    const spent = sellingCosts(costs, period, categories, context)
    const [costCounts, costSums] = [new GroupCounts(groups.size), new GroupSums(groups.size)]
    for (const row of spent.rows) {
      costCounts.add(groups.ofOther[row] ?? 0)
      costSums.add(groups.ofOther[row] ?? 0, spent.cost(row))
    }
    const { counts, values } = wonByGroup(deals, by, period, context)
    const own = by?.size ?? 1
    return groups.keys.flatMap((key, i) => {
      const isSilent = costCounts.at(i) === 0
      const [count, won] = i < own ? [counts.at(i), values.at(i)] : [0, 0]
      if (by !== null && isSilent && count === 0) return []
      const cost = isSilent ? noAnswer(noCost) : costSums.at(i)
      const rate = isSilent ? noAnswer(noCost) : ratio(costSums.at(i), won, noWon)
      return [{ group: key, cost, won, rate }]
    })
  },
})
