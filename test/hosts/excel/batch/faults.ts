import { accessDenied, HostError } from './host-error.ts'
import type { RefusalStatus } from './protocol.ts'

/** What goes wrong with one request. */
export type Fault =
  /** Excel takes none of it. */
  | { readonly kind: 'refused'; readonly status: RefusalStatus }
  /** Excel carries it out, and the answer is lost: the client cannot know. */
  | { readonly kind: 'unanswered'; readonly status: RefusalStatus }
  /** The first `after` actions are carried out, the next one fails. A batch with no more actions is left alone. */
  | { readonly kind: 'action'; readonly after: number; readonly code: 'AccessDenied' | 'GeneralException' }
  /** The session is gone: this request and every later one is refused. */
  | { readonly kind: 'lost'; readonly status: 5012 | 7000 }

/** What goes wrong with a request, by its number from 1; `null` is nothing. */
export type FaultPlan = (request: number) => Fault | null

export const noFaults: FaultPlan = () => null

/** One fault, at one request. */
export const faultAt =
  (request: number, fault: Fault): FaultPlan =>
  (number) =>
    number === request || (fault.kind === 'lost' && number > request) ? fault : null

/** Several plans as one; the first that has something to say. */
export const faultsOf =
  (...plans: readonly FaultPlan[]): FaultPlan =>
  (request) => {
    for (const plan of plans) {
      const fault = plan(request)
      if (fault !== null) return fault
    }
    return null
  }

/** The error of an action that was made to fail. */
export const actionFailure = (code: 'AccessDenied' | 'GeneralException'): HostError =>
  code === 'AccessDenied'
    ? accessDenied('Range.values')
    : new HostError('GeneralException', 'There was an internal error while processing the request.', 'Worksheet')
