import type { ExcelHost } from '../hosts/excel/batch/host.ts'
import { Refusal } from '../hosts/excel/batch/host-error.ts'
import type { Batch, BatchAnswer } from '../hosts/excel/batch/protocol.ts'

/** What goes wrong with one request of an add-in. */
export const faultKinds = {
  /** Excel does not take the request. */
  refused: 'is refused while a cell is edited',
  /** The actions of the first half are carried out, then one fails. */
  halfway: 'fails halfway',
  /** The request is carried out, and its answer never comes. */
  unanswered: 'is carried out without an answer',
  /** From this request on, the session is gone. */
  lost: 'finds the session lost',
  /** As before, and half of the request was carried out first. */
  lostHalfway: 'is cut in two by a lost session',
} as const

export type FaultKind = keyof typeof faultKinds

const editing = 5004
const sessionLost = 5012

const firstHalf = (text: string, execute: (text: string) => string): string => {
  const batch = JSON.parse(text) as Batch
  const half = Math.floor(batch.Actions.length / 2)
  const answer = JSON.parse(execute(JSON.stringify({ ...batch, Actions: batch.Actions.slice(0, half) }))) as BatchAnswer
  const failure = {
    Code: 'GeneralException',
    Message: 'There was an internal error while processing the request.',
    Location: '',
    ActionIndex: half,
    HttpStatusCode: 500,
  }
  return JSON.stringify({ ...answer, Error: failure })
}

export interface Faults {
  /** Requests so far. */
  count(): number
}

/** Lets one request, counted from 0, go wrong. */
export const breakAt = (host: ExcelHost, wanted: number, kind: FaultKind): Faults => {
  const execute = host.execute.bind(host)
  let requests = 0
  let isLost = false
  host.execute = (text) => {
    const request = requests++
    if (isLost) throw new Refusal(sessionLost)
    if (request !== wanted) return execute(text)
    switch (kind) {
      case 'refused':
        throw new Refusal(editing)
      case 'halfway':
        return firstHalf(text, execute)
      case 'unanswered':
        execute(text)
        throw new Refusal(sessionLost)
      case 'lost':
        isLost = true
        throw new Refusal(sessionLost)
      case 'lostHalfway':
        isLost = true
        firstHalf(text, execute)
        throw new Refusal(sessionLost)
    }
  }
  return { count: () => requests }
}
