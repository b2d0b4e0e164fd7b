import { refusals, type RefusalStatus } from './protocol.ts'

/** An action that Excel does not carry out: it becomes the `Error` of the answer, and what came before it stays done. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Such as `Range.values`. */
    readonly location: string,
  ) {
    super(message)
    this.name = 'HostError'
  }
}

/** A request that Excel does not take as a whole. */
export class Refusal extends Error {
  constructor(readonly status: RefusalStatus) {
    super(refusals[status].message)
    this.name = 'Refusal'
  }

  get code(): string {
    return refusals[this.status].code
  }
}

export const notFound = (location: string): HostError =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", location)

export const invalidArgument = (
  location: string,
  message = 'The argument is invalid or missing or has an incorrect format.',
): HostError => new HostError('InvalidArgument', message, location)

export const alreadyExists = (location: string): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', location)

export const accessDenied = (location: string): HostError =>
  new HostError('AccessDenied', "You can't perform the requested operation.", location)

/** What this host was never taught: a test that meets it must fail, whatever the add-in makes of the error. */
export const unknownToHost = (what: string): HostError =>
  new HostError('NotImplemented', `The test host does not know ${what}.`, what)
