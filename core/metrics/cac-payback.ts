import { SpmError } from '../errors.ts'
import { defineMetric } from './define.ts'
import { needNumber, optionalNumber } from './need-number.ts'

const refuseBelowZero = (cost: number): number => {
  if (cost >= 0) return cost
  throw new SpmError('argument', `cac is ${cost}; what a customer costs is 0 or more.`)
}

export const cacPayback = defineMetric({
  name: 'CAC_PAYBACK',
  title: 'Payback of a new customer',
  family: 'economics',
  about: 'How many months of margin it takes to earn back what winning a customer cost.',
  variant:
    'cost of a new customer ÷ (revenue per customer and month × margin); never, where revenue × margin is 0 or less; customers who leave before that are not taken into account',
  params: {
    cac: optionalNumber('What winning one new customer cost, as CAC tells.'),
    revenue: optionalNumber('Revenue per customer and month.'),
    margin: optionalNumber(
      'The share of it that is left after the cost of the goods, as GROSS_MARGIN tells: 0.8 for 80%.',
    ),
  },
  columns: {
    perMonth: { label: 'Margin per month', kind: 'money' },
    months: { label: 'Months to pay back', kind: 'decimal' },
  },
  scalar: 'months',
  sources: ['CA1'],
  compute({ cac, revenue, margin }) {
    const cost = refuseBelowZero(needNumber('cac', cac, '12000'))
    const share = needNumber('margin', margin, '0.8')
    const perMonth = needNumber('revenue', revenue, '1500') * share
    if (share > 1) throw new SpmError('argument', `margin is ${share}; write it as a share of 1, such as 0.8 for 80%.`)
    return [{ perMonth, months: perMonth > 0 ? cost / perMonth : 'never' }]
  },
})
