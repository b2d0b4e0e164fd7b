import { seeded } from '../random.ts'
import { asked } from './asked.ts'
import {
  accountNames,
  dealTypes,
  lostStage,
  openStages,
  pick,
  sellers,
  wonStage,
  type Seller,
  type Stage,
} from './catalogue.ts'

/** One change of stage; hours count from serial day 0. */
export interface Move {
  readonly hour: number
  readonly from: Stage | null
  readonly to: Stage
}

/** How a deal stood in a snapshot, or stands now. */
export interface State {
  readonly stage: Stage
  readonly amount: number | null
  readonly probability: number | null
  readonly closeDate: number | null
}

export interface Life {
  readonly id: string
  readonly account: string
  readonly seller: Seller
  readonly type: string
  readonly createdHour: number
  readonly modifiedHour: number | null
  /** In order of time, no two at the same hour. */
  readonly moves: readonly Move[]
  readonly now: State
  /** The deal on the morning of a snapshot's day: open, or closed in the 31 days before; else `null`. */
  readonly on: (day: number) => State | null
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const idSpace = digits.length ** 5

/** A CRM's 15-character id, in an order unlike that of the rows: 3^18 has no factor in common with 62. */
const idOf = (i: number): string => {
  let rest = (i * 387_420_489 + 4_181) % idSpace
  let id = ''
  for (let place = 0; place < 5; place++) {
    id = digits.charAt(rest % digits.length) + id
    rest = Math.floor(rest / digits.length)
  }
  return `006Kg00000${id}`
}

const historyDays = 1_095
const accounts = accountNames(250_000, 7)

export const whoOf = (i: number, size: number): Pick<Life, 'id' | 'account' | 'seller' | 'type'> => {
  const random = sourceOf(i, 1)
  const customers = Math.max(50, Math.floor(size / 4))
  return {
    id: idOf(i),
    account: accounts[Math.floor(random() * Math.min(customers, accounts.length))] ?? '',
    seller: sellers[Math.floor(sellers.length * random() ** 1.3)] ?? pick(sellers, random),
    type: pick(dealTypes, random),
  }
}

export const lifeOf = (i: number, size: number): Life => {
  const random = sourceOf(i, 2)
  const born = (asked.asOf - 1 - Math.floor(random() * historyDays)) * 24 + 8 + Math.floor(random() * 10)
  const closeDay = Math.floor(born / 24) + 15 + Math.floor(220 * random() ** 2)
  const closes = random() > 0.3 && closeDay <= asked.asOf
  const end = closes ? closeDay * 24 + 17 : asked.asOf * 24
  const moves = movesOf(born, end, closes, random)
  const stage = moves.at(-1)?.to ?? wonStage
  const open = stage.type === 'open'
  const closeDate = closeDateOf(open, Math.floor(end / 24), random)
  const amount = amountOf(random)
  const now: State = { stage, amount, closeDate, probability: probabilityOf(stage, random) }
  const late = closes && random() < 0.01
  return {
    ...whoOf(i, size),
    createdHour: late ? Math.min(end + 24 * (1 + Math.floor(random() * 20)), asked.asOf * 24) : born,
    modifiedHour: modifiedOf(open ? asked.asOf * 24 : end, born, random),
    moves,
    now,
    on: viewOf(moves, now, random),
  }
}

/** A fresh, well mixed source per deal, so that any deal can be made without the ones before it. */
const sourceOf = (i: number, salt: number): (() => number) => {
  const random = seeded(Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b))
  for (let warm = 0; warm < 4; warm++) random()
  return random
}

/** Evenly spread over the life, more or less; the last one at its end if the deal closes. */
const movesOf = (born: number, end: number, closes: boolean, random: () => number): readonly Move[] => {
  const path = pathOf(end - born > 72, closes, random)
  const moves: Move[] = [{ hour: born, from: null, to: stageAt(1) }]
  for (const [i, to] of path.entries()) {
    const last = moves[i]
    const even = born + Math.floor(((end - born) * (i + 1 + random() * 0.8)) / (path.length + 1))
    const hour = to.type === 'open' ? Math.max((last?.hour ?? born) + 1, even) : end
    moves.push({ hour, from: last?.to ?? null, to })
  }
  return reopened(moves, random)
}

/** From the first stage up, now and then skipping one or falling back, and to the end if it closes. */
const pathOf = (grows: boolean, closes: boolean, random: () => number): readonly Stage[] => {
  const path: Stage[] = []
  let rank = 1
  while (grows && rank < openStages.length && random() < 0.76) {
    const luck = random()
    rank = luck < 0.1 && rank > 1 ? rank - 1 : Math.min(openStages.length, rank + (luck < 0.25 ? 2 : 1))
    path.push(stageAt(rank))
  }
  return closes ? [...path, random() < 0.42 ? wonStage : lostStage] : path
}

const stageAt = (rank: number): Stage => openStages[rank - 1] ?? wonStage

/** A few of the deals that closed in the month before the opening snapshot come back between the snapshots. */
const reopened = (moves: readonly Move[], random: () => number): readonly Move[] => {
  const last = moves.at(-1)
  if (last === undefined || last.to.type === 'open' || random() > 0.04) return moves
  const day = Math.floor(last.hour / 24)
  if (day < asked.opening - 31 || day >= asked.opening) return moves
  return [...moves, { hour: asked.opening * 24 + 8 + Math.floor(random() * 600), from: last.to, to: stageAt(4) }]
}

const amountOf = (random: () => number): number | null => {
  const luck = random()
  if (luck < 0.05) return null
  if (luck < 0.06) return 0
  const amount = 400 - Math.log(1 - random()) * 18_000
  return luck < 0.4 ? Math.round(amount * 100) / 100 : Math.round(amount / 100) * 100
}

const probabilityOf = (stage: Stage, random: () => number): number | null => {
  if (stage.type !== 'open') return stage.probability
  if (random() < 0.03) return null
  return Math.round((stage.probability + (Math.floor(random() * 3) - 1) * 0.05) * 100) / 100
}

const closeDateOf = (open: boolean, closed: number, random: () => number): number | null => {
  if (random() < (open ? 0.04 : 0.01)) return null
  return open ? asked.asOf - 120 + Math.floor(random() * 245) : closed
}

const modifiedOf = (end: number, born: number, random: () => number): number | null =>
  random() < 0.01 ? null : Math.max(born, end - Math.floor(random() ** 2 * 150 * 24))

/** Close dates slip and amounts change on the way: half of what differs at the opening snapshot is settled by the closing one. */
const viewOf = (moves: readonly Move[], now: State, random: () => number): Life['on'] => {
  const slip = random()
  const slippedDays = slip < 0.35 ? -5 - Math.floor(random() * 55) : slip < 0.45 ? 5 + Math.floor(random() * 40) : 0
  const factor = random() < 0.15 ? 0.7 + random() * 0.7 : 1
  const settled = random() < 0.5
  return (day) => {
    const move = moves.filter(({ hour }) => hour < day * 24).at(-1)
    if (move === undefined) return null
    const open = move.to.type === 'open'
    if (!open && move.hour < (day - 31) * 24) return null
    const final = settled && day >= asked.closing
    const { amount, closeDate } = now
    return {
      stage: move.to,
      amount: amount === null || final ? amount : Math.round(amount * factor * 100) / 100,
      probability: move.to === now.stage ? now.probability : move.to.probability,
      closeDate: closeDate === null ? null : !open ? Math.floor(move.hour / 24) : closeDate + (final ? 0 : slippedDays),
    }
  }
}
