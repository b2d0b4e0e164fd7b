import type { Day } from '#core/cells/day'
import type { Account } from './accounts.ts'
import type { Deal } from './deal.ts'
import type { Random } from './random.ts'

export type Channel = 'f2f' | 'video' | 'phone' | 'digital'
export type Purpose = 'lead gen' | 'progress' | 'existing' | 'internal' | 'travel'
export type ContactRole = 'decision maker' | 'influencer' | 'user'

export interface ActivityKind {
  readonly name: string
  readonly class: 'contact' | 'call' | 'meeting' | 'demo' | 'offer' | 'visit' | 'email' | 'internal' | 'system'
  readonly channels: readonly Channel[]
  /** Hours, from and to; `null` where no duration is kept. */
  readonly hours: readonly [number, number] | null
  readonly purpose: Purpose
}

const kinds: readonly ActivityKind[] = [
  {
    name: 'First contact',
    class: 'contact',
    channels: ['phone', 'digital', 'f2f'],
    hours: [0.25, 0.75],
    purpose: 'lead gen',
  },
  { name: 'Phone call', class: 'call', channels: ['phone'], hours: [0.25, 0.5], purpose: 'progress' },
  { name: 'E-mail', class: 'email', channels: ['digital'], hours: null, purpose: 'progress' },
  {
    name: 'Customer meeting',
    class: 'meeting',
    channels: ['f2f', 'video', 'video'],
    hours: [0.75, 2],
    purpose: 'progress',
  },
  { name: 'Site visit', class: 'visit', channels: ['f2f'], hours: [1.5, 4], purpose: 'progress' },
  { name: 'Demo', class: 'demo', channels: ['f2f', 'video'], hours: [1, 2], purpose: 'progress' },
  {
    name: 'Offer presented',
    class: 'offer',
    channels: ['video', 'digital', 'f2f'],
    hours: [0.5, 1],
    purpose: 'progress',
  },
  { name: 'Quote record created', class: 'system', channels: ['digital'], hours: null, purpose: 'internal' },
  { name: 'Team meeting', class: 'internal', channels: ['video'], hours: [1, 1.5], purpose: 'internal' },
  { name: 'Travel', class: 'internal', channels: ['f2f'], hours: [1.5, 5], purpose: 'travel' },
]

export const kindNamed = (name: string): ActivityKind => {
  const found = kinds.find((kind) => kind.name === name)
  if (found === undefined) throw new RangeError(`No kind of activity is called ${name}`)
  return found
}

export interface Occasion {
  readonly day: Day
  readonly owner: string
  readonly account: Account | null
  readonly deal: Deal | null
}

export interface Activity extends Occasion {
  readonly kind: ActivityKind
  readonly channel: Channel
  readonly hours: number | null
  readonly done: boolean
  readonly cancelled: boolean
  readonly contactRole: ContactRole | null
  readonly purpose: Purpose
}

const roles: readonly (readonly [ContactRole, number])[] = [
  ['decision maker', 30],
  ['influencer', 42],
  ['user', 28],
]

const quarterHours = (hours: number): number => Math.round(hours * 4) / 4

const isArranged = ({ class: of }: ActivityKind): boolean => of === 'meeting' || of === 'visit' || of === 'demo'

/** One meeting in thirty is called off; of one activity in forty nobody ever says that it took place. */
const drawOutcome = (kind: ActivityKind, random: Random): Pick<Activity, 'done' | 'cancelled'> => {
  const cancelled = isArranged(kind) && random.chance(0.033)
  const forgotten = kind.class !== 'system' && random.chance(0.025)
  return { cancelled, done: !cancelled && !forgotten }
}

/** An activity of that kind; now and then the duration of a meeting is left blank. */
export const drawActivity = (
  kind: ActivityKind,
  occasion: Occasion,
  random: Random,
  purpose = kind.purpose,
): Activity => ({
  ...occasion,
  kind,
  channel: random.pick(kind.channels),
  hours: kind.hours === null || random.chance(0.04) ? null : quarterHours(random.between(...kind.hours)),
  ...drawOutcome(kind, random),
  contactRole: occasion.account === null ? null : random.weighted(roles, ([, share]) => share)[0],
  purpose,
})
