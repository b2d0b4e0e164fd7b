import { weekdayOf, type Day } from '#core/cells/day'
import type { Account } from './accounts.ts'
import { drawActivity, kindNamed, type Activity } from './activity.ts'
import { asOf, windowStart } from './calendar.ts'
import { customersSince } from './customer-since.ts'
import { capacityOn, type Seller } from './person.ts'
import { joiner, leaver, sellers } from './sellers.ts'
import { randomOf, type Random } from './random.ts'
import type { Simulation } from './simulate.ts'

interface Desk {
  readonly seller: Seller
  readonly accounts: readonly Account[]
  readonly since: ReadonlyMap<Account, Day>
}

const mondays: readonly Day[] = Array.from(
  { length: Math.floor((asOf - windowStart) / 7) },
  (_, i) => asOf - 7 * (i + 1),
)

const isCustomer = ({ since }: Desk, account: Account, day: Day): boolean => (since.get(account) ?? Infinity) < day

const times = (expected: number, random: Random): number => Math.floor(expected + random.float())

/** Searching for new customers, in a week of full capacity one or two recorded contacts. */
const prospecting = (desk: Desk, monday: Day, capacity: number, random: Random): readonly Activity[] => {
  const prospects = desk.accounts.filter((account) => !isCustomer(desk, account, monday))
  return Array.from({ length: times(1.6 * capacity, random) }, () => {
    const kind = kindNamed(random.pick(['First contact', 'First contact', 'Phone call', 'Customer meeting']))
    const occasion = {
      day: monday + random.int(0, 4),
      owner: desk.seller.name,
      account: random.pick(prospects),
      deal: null,
    }
    return drawActivity(kind, occasion, random, 'lead gen')
  })
}

const lookingAfter = (desk: Desk, monday: Day, capacity: number, random: Random): readonly Activity[] => {
  const customers = desk.accounts.filter((account) => isCustomer(desk, account, monday))
  return Array.from({ length: times(0.5 * capacity, random) }, () => {
    const kind = kindNamed(random.pick(['Site visit', 'Customer meeting', 'Phone call']))
    const occasion = {
      day: monday + random.int(1, 4),
      owner: desk.seller.name,
      account: random.pick(customers),
      deal: null,
    }
    return drawActivity(kind, occasion, random, 'existing')
  })
}

const inside = ({ seller }: Desk, monday: Day, capacity: number, random: Random): readonly Activity[] => {
  const occasion = { owner: seller.name, account: null, deal: null }
  const meets = monday % 14 === asOf % 14
  const trips = times(0.25 * capacity, random)
  return [
    ...(meets ? [drawActivity(kindNamed('Team meeting'), { ...occasion, day: monday }, random)] : []),
    ...Array.from({ length: trips }, () =>
      drawActivity(kindNamed('Travel'), { ...occasion, day: monday + random.int(0, 4) }, random),
    ),
  ]
}

const weekOf = (desk: Desk, monday: Day, random: Random): readonly Activity[] => {
  const { seller } = desk
  const capacity = capacityOn(seller, monday) * seller.fte
  if (capacity === 0) return []
  return [prospecting, lookingAfter, inside]
    .flatMap((draw) => draw(desk, monday, capacity, random))
    .filter(({ day }) => weekdayOf(day) < 5 && capacityOn(seller, day) > 0)
}

/** What sellers do outside their open deals, week by week up to the as-of date. */
export const deskActivities = (simulation: Simulation, seed: number): readonly Activity[] => {
  const since = customersSince(simulation)
  return sellers.flatMap((seller, i) => {
    const random = randomOf(seed, 40 + i)
    const keeper = seller.name === leaver ? joiner : seller.name
    const desk = { seller, since, accounts: simulation.accounts.filter(({ owner }) => owner === keeper) }
    return mondays.flatMap((monday) => weekOf(desk, monday, random))
  })
}
