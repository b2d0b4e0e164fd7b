import { rephase as shareRest } from '../targets/phase.ts'
import { normalise } from '../targets/weights.ts'
import { defineMetric } from './define.ts'
import { needNumber, optionalNumber } from './need-number.ts'
import { needList, readAmounts, readNames } from './number-list.ts'
import { orBlank } from './value.ts'

export const rephase = defineMetric({
  name: 'REPHASE',
  title: 'Re-phasing',
  family: 'targets',
  about: 'What is left of a total after the periods that are over, shared out over those to come.',
  variant:
    '(total − actuals) × weight ÷ Σ weights of the periods to come, so that the total stays; beyond the total the periods to come get 0, and the surplus is a row of its own; change = target ÷ what the plan had for the period − 1',
  params: {
    total: optionalNumber('What all periods together were to bring.'),
    actuals: {
      type: 'text',
      about: 'What the periods that are over have brought, the first one first: a range, or numbers with commas.',
    },
    weights: {
      type: 'text',
      about: 'The weights of all periods, those that are over too: a range, or numbers with commas.',
    },
    step: { type: 'number', default: 0, minimum: 0, about: 'The smallest unit of a period; 0 does not round.' },
    periods: { type: 'text', about: 'The names of the periods: a range, or names with commas. Left out, numbers.' },
  },
  columns: {
    label: { label: 'Period', kind: 'text' },
    kind: { label: 'Kind', kind: 'status' },
    planned: { label: 'Plan', kind: 'money' },
    target: { label: 'Actual or new target', kind: 'money' },
    change: { label: 'Change', kind: 'percent' },
  },
  chart: { kind: 'column', category: 'label', series: ['planned', 'target'] },
  sources: ['D-47'],
  compute({ total: given, actuals, weights, step, periods }) {
    const total = needNumber('total', given, '100000')
    const over = readAmounts('actuals', actuals)
    const shares = normalise(needList('weights', readAmounts('weights', weights), '6,7,9'))
    const { periods: targets, surplus } = shareRest(total, over, shares, step)
    const names = readNames(periods, shares.length, 'Period')
    const rows = targets.map((target, i) => {
      const planned = total * (shares[i] ?? 0)
      return {
        label: names[i] ?? '',
        kind: i < over.length ? 'Actual' : 'Target',
        planned,
        target,
        change: orBlank(planned === 0 ? NaN : target / planned - 1),
      }
    })
    const beyond = { label: 'Beyond the total', kind: 'Surplus', planned: null, target: surplus, change: null }
    return surplus > 0 ? [...rows, beyond] : rows
  },
})
