import type { Statuses } from '../dataset/columns.ts'

/** Open deals of a scope that are due in a window: which snapshot rows belong, and why others do not. */
export interface Portfolio {
  readonly status: Statuses
  inScope(row: number): boolean
  /** Negative: due before the window; 0: in it; positive: after it, or without a close date. */
  due(row: number): number
}

type Entry = 'new' | 'reopened' | 'resumed' | 'transferredIn' | 'pulledIn' | 'pushedIn'
type Exit = 'won' | 'lost' | 'onHold' | 'transferredOut' | 'pushedOut' | 'pulledOut' | 'removed'

/** How one deal went through the portfolio between two looks. */
export interface Passage {
  readonly wasIn: boolean
  readonly isIn: boolean
  /** `null` where it was in already. */
  readonly entry: Entry | null
  /** `null` where it is still in. */
  readonly exit: Exit | null
}

const isOpenIn = ({ status, inScope, due }: Portfolio, row: number): boolean =>
  row >= 0 && status.isOpen(row) && inScope(row) && due(row) === 0

const isClosedIn = ({ status, inScope, due }: Portfolio, row: number): boolean =>
  row >= 0 && status.isClosed(row) && inScope(row) && due(row) === 0

/** Why a deal that was not in came in, or was closed within the window and the scope; `null` where it did neither. */
const entryOf = (portfolio: Portfolio, before: number, after: number, isIn: boolean): Entry | null => {
  const { status, inScope, due } = portfolio
  if (!isIn && !isClosedIn(portfolio, after)) return null
  if (before < 0) return 'new'
  if (status.isClosed(before)) return isIn || status.at(before) !== status.at(after) ? 'reopened' : null
  if (!status.isOpen(before)) return 'resumed'
  if (!inScope(before)) return 'transferredIn'
  return due(before) > 0 ? 'pulledIn' : 'pushedIn'
}

/** Why a deal that was in, or came in, is not any more. */
const exitOf = ({ status, inScope, due }: Portfolio, after: number): Exit => {
  if (after < 0) return 'removed'
  if (!inScope(after)) return 'transferredOut'
  if (due(after) > 0) return 'pushedOut'
  if (due(after) < 0) return 'pulledOut'
  if (status.isWon(after)) return 'won'
  return status.isLost(after) ? 'lost' : 'onHold'
}

/** The way of one deal, by its snapshot row at either look (-1 where it was not there); `null` where it never was in. */
export const passageOf = (portfolio: Portfolio, before: number, after: number): Passage | null => {
  const [wasIn, isIn] = [isOpenIn(portfolio, before), isOpenIn(portfolio, after)]
  const entry = wasIn ? null : entryOf(portfolio, before, after, isIn)
  if (!wasIn && entry === null) return null
  return { wasIn, isIn, entry, exit: isIn ? null : exitOf(portfolio, after) }
}
