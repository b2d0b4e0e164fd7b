import { rollDown } from '../targets/roll-down.ts'
import { defineMetric } from './define.ts'
import { needNumber, optionalNumber } from './need-number.ts'
import { readNames, readNumberList, sameLength } from './number-list.ts'

/** A list beside the children, in words. */
const beside = (what: string) =>
  ({ type: 'text', about: `${what}: a range, or numbers with commas; blank where there is none.` }) as const

export const rolldown = defineMetric({
  name: 'ROLLDOWN',
  title: 'Roll-down',
  family: 'targets',
  about: 'A target shared out to those who are to reach it together.',
  variant:
    '(parent × (1 + over) − Σ locked) × weight ÷ Σ weights of those not locked, within floors and caps; what a cap cuts off, or a floor takes, is shared by the others; a blank weight is the mean of the others, 0 stays 0; rounded to the step by largest remainders, so that the sum is exact',
  params: {
    parent: optionalNumber('The target that is shared out.'),
    children: { type: 'text', about: 'Their names: a range, or names with commas. Left out, numbers.' },
    weights: beside('How much of it each gets, relative to the others'),
    over: {
      type: 'number',
      default: 0,
      about: 'By how much more than the parent the children get together, as a share: 0.05 for 5%.',
    },
    locks: beside('Targets that are set by hand and stay'),
    floors: beside('What each gets at least'),
    caps: beside('What each gets at most'),
    step: { type: 'number', default: 0, minimum: 0, about: 'The smallest unit of a target; 0 does not round.' },
  },
  columns: {
    child: { label: 'Child', kind: 'text' },
    target: { label: 'Target', kind: 'money' },
    share: { label: 'Share', kind: 'percent' },
    locked: { label: 'Locked', kind: 'text' },
  },
  chart: { kind: 'bar', category: 'child', series: ['target'] },
  sources: ['SF5', 'QT3', 'QT5', 'QT6'],
  compute({ parent, children, weights, over, locks, floors, caps, step }) {
    const total = needNumber('parent', parent, '1000000')
    const own = readNumberList('weights', weights)
    const names = readNames(children, Math.max(own.length, 1), 'Child')
    const column = (name: string, text: string | null): readonly (number | null)[] =>
      sameLength(name, readNumberList(name, text), names.length)
    const [weight, lock, floor, cap] = [
      sameLength('weights', own, names.length),
      column('locks', locks),
      column('floors', floors),
      column('caps', caps),
    ]
    const shared = rollDown(
      total,
      names.map((name, i) => ({
        name,
        weight: weight[i] ?? null,
        locked: lock[i] ?? null,
        floor: floor[i] ?? null,
        cap: cap[i] ?? null,
      })),
      { over, step },
    )
    return shared.map(({ name, target, share, locked }) => ({
      child: name,
      target,
      share,
      locked: locked ? 'locked' : '',
    }))
  },
})
