import { leastVirtualShare, type VirtualShare } from '../targets/virtual-share.ts'
import { defineMetric } from './define.ts'
import { needNumber, needShare, optionalNumber } from './need-number.ts'
import { noAnswer } from './value.ts'

const verdict = ({ feasible, share, binding }: VirtualShare): string => {
  if (!feasible) return 'out of reach'
  return share === 0 ? 'any mix works' : `bound by ${binding}`
}

/** The levers of selling cost, the strongest first as the target model lists them. */
const say = ({ feasible, binding, excess }: VirtualShare, note: (text: string) => void): void => {
  if (feasible) return
  note(
    binding === 'hours'
      ? `Even the best mix takes ${Math.round(excess * 100) / 100} hours more than there are. Win larger deals, hold fewer meetings for each, or have more sellers.`
      : `Even the best mix costs ${Math.round(excess * 100) / 100} more than the cap allows. Win larger deals, hold fewer meetings for each, raise the win rate, or lower the fixed cost.`,
  )
}

export const channelMix = defineMetric({
  name: 'CHANNEL_MIX',
  title: 'Virtual share',
  family: 'targets',
  about: 'The least share of virtual meetings that keeps selling cost under its cap.',
  variant:
    'least share v from 0 to 1 for which fixed + commission × target + meetings × (v × cost virtual + (1 − v) × cost face to face) ≤ cap × target, and meetings × hours of each ≤ hours available; where virtual meetings convert worse, meetings ÷ (1 − penalty × v); outside 0 to 1 the nearest end, with what is too much',
  params: {
    target: optionalNumber('Sales target.', { minimum: 0 }),
    cap: optionalNumber('The highest share of it that selling may cost: 0.1 for 10%.', { minimum: 0 }),
    fixed: { type: 'number', default: 0, minimum: 0, about: 'Selling cost that no meeting changes.' },
    commission: { type: 'number', default: 0, minimum: 0, about: 'Commission as a share of sales.' },
    meetings: optionalNumber('Meetings in the period, were all of them face to face.', { minimum: 0 }),
    costF2f: optionalNumber('Full cost of a meeting face to face: pay, benefits, travel.', { minimum: 0 }),
    costVirtual: optionalNumber('Full cost of a virtual meeting.', { minimum: 0 }),
    hoursF2f: optionalNumber('Hours of a meeting face to face, with the way there.', { minimum: 0 }),
    hoursVirtual: optionalNumber('Hours of a virtual meeting.', { minimum: 0 }),
    hoursAvailable: optionalNumber('All the hours that there are for meetings.', { minimum: 0 }),
    penalty: {
      type: 'number',
      default: 0,
      minimum: 0,
      about: 'How much lower the win rate is where all meetings are virtual, as a share.',
    },
  },
  columns: {
    share: { label: 'Least virtual share', kind: 'percent' },
    verdict: { label: 'Verdict', kind: 'status' },
    meetings: { label: 'Meetings', kind: 'decimal' },
    perMeeting: { label: 'Left per meeting', kind: 'money' },
    cost: { label: 'Selling cost', kind: 'money' },
    ratio: { label: 'Selling cost ratio', kind: 'percent' },
    excess: { label: 'Too much', kind: 'decimal' },
  },
  scalar: 'share',
  sources: ['D-19'],
  compute({ target, cap, fixed, commission, meetings, costF2f, costVirtual, penalty, ...hours }, { note }) {
    const found = leastVirtualShare({
      target: needNumber('target', target, '100000000'),
      cap: needShare('cap', needNumber('cap', cap, '0.1')),
      fixed,
      commission: needShare('commission', commission),
      meetings: needNumber('meetings', meetings, '40000'),
      costF2f: needNumber('cost_f2f', costF2f, '120'),
      costVirtual: needNumber('cost_virtual', costVirtual, '25'),
      hoursF2f: hours.hoursF2f ?? NaN,
      hoursVirtual: hours.hoursVirtual ?? NaN,
      hoursAvailable: hours.hoursAvailable ?? NaN,
      penalty: needShare('penalty', penalty, 0.99),
    })
    say(found, note)
    const { share, cost, ratio, left, excess } = found
    return [
      {
        share,
        verdict: verdict(found),
        meetings: found.meetings,
        perMeeting: found.meetings === 0 ? noAnswer('There are no meetings.') : left / found.meetings,
        cost,
        ratio: target === 0 ? noAnswer('The target is 0.') : ratio,
        excess,
      },
    ]
  },
})
