import { fail } from '../errors.ts'
import { bisect } from './bisect.ts'

export interface ChannelCase {
  /** Sales target in the period. */
  readonly target: number
  /** Highest share of sales that selling may cost. */
  readonly cap: number
  readonly fixed: number
  /** Commission as a share of sales. */
  readonly commission: number
  /** Meetings in the period, were all face to face. */
  readonly meetings: number
  /** Full cost of one meeting: pay, benefits and travel. */
  readonly costF2f: number
  readonly costVirtual: number
  /** Hours of one meeting of each kind, needed where all the hours that there are (`hoursAvailable`) are given. */
  readonly hoursF2f?: number
  readonly hoursVirtual?: number
  readonly hoursAvailable?: number
  /** By how much worse virtual meetings convert: the win rate is w × (1 − penalty × share). */
  readonly penalty?: number
}

export type ChannelBound = 'selling cost' | 'hours' | 'none'

export interface VirtualShare {
  /** Least share of virtual meetings, 0 to 1. */
  readonly share: number
  readonly feasible: boolean
  readonly binding: ChannelBound
  /** Meetings at that share; more of them where virtual ones convert worse. */
  readonly meetings: number
  readonly cost: number
  /** Selling cost ÷ sales at that share. */
  readonly ratio: number
  /** What there is for meetings, and for each of them, under the cap. */
  readonly left: number
  /** Above 0: by how much money, or hours, the cap is missed at the best share. */
  readonly excess: number
}

/** Meetings needed when a share of them is virtual. */
export const meetingsAt = ({ meetings, penalty = 0 }: ChannelCase, share: number): number =>
  meetings / (1 - penalty * share)

/** F + r·T + M(v)·(v·c_v + (1 − v)·c_f) */
export const costAt = (given: ChannelCase, share: number): number =>
  given.fixed +
  given.commission * given.target +
  meetingsAt(given, share) * (share * given.costVirtual + (1 - share) * given.costF2f)

const hoursAt = (given: ChannelCase, share: number): number =>
  meetingsAt(given, share) * (share * (given.hoursVirtual ?? NaN) + (1 - share) * (given.hoursF2f ?? NaN))

/** All the hours that there are; NaN where they are not given, and so limit nothing. */
const hoursLimit = ({ hoursF2f = NaN, hoursVirtual = NaN, hoursAvailable = NaN }: ChannelCase): number =>
  Number.isNaN(hoursAvailable) || !Number.isNaN(hoursF2f + hoursVirtual)
    ? hoursAvailable
    : fail(
        'argument',
        'Hours available are given, but not the hours of a meeting: give those of both kinds, or neither.',
      )

interface Least {
  readonly share: number
  readonly excess: number
}

/** The least share for which a use, monotone in the share, is within a limit; else the better end and what is too much. */
const leastWithin = (use: (share: number) => number, limit: number): Least => {
  const slack = 1e-9 * Math.max(1, Math.abs(limit))
  if (Number.isNaN(limit) || Number.isNaN(use(0)) || use(0) <= limit + slack) return { share: 0, excess: 0 }
  const best = use(1) < use(0) ? 1 : 0
  if (use(best) > limit + slack) return { share: best, excess: use(best) - limit }
  return { share: bisect((share) => use(share) - limit, 0, 1).value, excess: 0 }
}

/**
 * The least share of virtual meetings that keeps selling cost under its cap and meetings within the hours. Cost is
 * monotone in the share even where virtual meetings convert worse, since (c_f − v·d) ÷ (1 − δ·v) is.
 *
 * @throws SpmError `argument` for hours available without the hours of a meeting of each kind
 */
export const leastVirtualShare = (given: ChannelCase): VirtualShare => {
  const limit = given.cap * given.target
  const byCost = leastWithin((share) => costAt(given, share), limit)
  const byHours = leastWithin((share) => hoursAt(given, share), hoursLimit(given))
  const hoursBind = byHours.excess > 0 ? byCost.excess === 0 : byCost.excess === 0 && byHours.share > byCost.share
  const { share, excess } = hoursBind ? byHours : byCost
  const cost = costAt(given, share)
  const stillFits = cost <= limit + 1e-9 * Math.max(1, Math.abs(limit))
  return {
    share,
    feasible: excess === 0 && stillFits,
    binding: share === 0 && excess === 0 ? 'none' : hoursBind && stillFits ? 'hours' : 'selling cost',
    meetings: meetingsAt(given, share),
    cost,
    ratio: cost / given.target,
    left: limit - given.fixed - given.commission * given.target,
    excess: excess > 0 ? excess : Math.max(0, stillFits ? 0 : cost - limit),
  }
}
