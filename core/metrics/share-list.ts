import { readNumberText } from '../cells/number-text.ts'
import { nameKey } from '../dataset/people.ts'
import { SpmError } from '../errors.ts'

export interface NamedShare {
  readonly name: string
  /** Of 1. */
  readonly share: number
}

const readShare = (argument: string, part: string): NamedShare => {
  const mark = part.lastIndexOf('=')
  const name = part.slice(0, mark).trim()
  const share = mark < 0 ? undefined : readNumberText(part.slice(mark + 1), '.')?.value
  if (name !== '' && share !== undefined && share >= 0 && share <= 1) return { name, share }
  throw new SpmError(
    'argument',
    `${argument}: "${part.trim()}" is no share. Write each as a name, "=" and a number from 0 to 1 or a percentage, with semicolons between them: Pumps=0.6;Service=40%.`,
  )
}

/**
 * Shares as `Pumps=0.6;Service=40%`, by the key of their name; empty where nothing is given.
 *
 * @throws SpmError `argument` for what is no share, and for a name that stands twice
 */
export const readShares = (argument: string, text: string | null): ReadonlyMap<string, NamedShare> => {
  const shares = new Map<string, NamedShare>()
  for (const part of (text ?? '').split(';').filter((each) => each.trim() !== '')) {
    const share = readShare(argument, part)
    if (shares.has(nameKey(share.name)))
      throw new SpmError('argument', `${argument}: "${share.name}" has two shares; give it one.`)
    shares.set(nameKey(share.name), share)
  }
  return shares
}
