import { SpmError } from '../errors.ts'
import { bridge } from '../targets/bridge.ts'
import { defineMetric } from './define.ts'
import { needList, readAmounts, readNames, sameLength } from './number-list.ts'
import { noAnswer, ratio } from './value.ts'

const usual = ['Heads', 'Meetings per head', 'Meeting to opportunity', 'Win rate', 'Deal size'] as const

const product = (values: readonly number[]): number => values.reduce((result, value) => result * value, 1)

/** The usual drivers where there are five and nothing names them. */
const namesOf = (text: string | null, count: number): readonly string[] =>
  text === null && count === usual.length ? usual : readNames(text, count, 'Driver')

export const driverBridge = defineMetric({
  name: 'DRIVER_BRIDGE',
  title: 'Driver bridge',
  family: 'targets',
  about:
    'How much each factor of a product explains of its change: of sales their heads, meetings, rates and deal size.',
  variant:
    'log shares (LMDI): effect = L × ln(after ÷ before), L = (T1 − T0) ÷ ln(T1 ÷ T0) of the products; where a factor is 0 or below the mean over all orders of change (Shapley), for at most ten factors; the effects add up to the change exactly',
  params: {
    before: { type: 'text', about: 'The factors before, such as those of the plan: a range, or numbers with commas.' },
    after: { type: 'text', about: 'The same factors after, such as the actual ones.' },
    drivers: {
      type: 'text',
      about:
        'Their names: a range, or names with commas. Left out, for five factors heads, meetings per head, meeting to opportunity, win rate and deal size, else numbers.',
    },
  },
  columns: {
    driver: { label: 'Driver', kind: 'text' },
    before: { label: 'Before', kind: 'decimal' },
    after: { label: 'After', kind: 'decimal' },
    effect: { label: 'Effect', kind: 'decimal' },
    share: { label: 'Share of the change', kind: 'percent' },
  },
  chart: { kind: 'bar', category: 'driver', series: ['effect'] },
  sources: ['E-15'],
  compute({ before: first, after: second, drivers }) {
    const before = needList('before', readAmounts('before', first), '10,40,0.4,0.25,50000')
    const after = needList('after', readAmounts('after', second), '11,38,0.4,0.27,48000')
    if (after.length !== before.length) sameLength('after', after, before.length)
    const names = namesOf(drivers, before.length)
    const effects = bridge(before.map((value, i) => ({ name: names[i] ?? '', before: value, after: after[i] ?? NaN })))
    const [total0, total1] = [product(before), product(after)]
    if (!Number.isFinite(total0 + total1)) throw new SpmError('no-answer', 'The product of the factors is too large.')
    const none = 'Nothing has changed.'
    return [
      ...effects.map(({ name, effect }, i) => ({
        driver: name,
        before: before[i] ?? null,
        after: after[i] ?? null,
        effect,
        share: ratio(effect, total1 - total0, none),
      })),
      {
        driver: 'Total',
        before: total0,
        after: total1,
        effect: total1 - total0,
        share: total1 === total0 ? noAnswer(none) : 1,
      },
    ]
  },
})
