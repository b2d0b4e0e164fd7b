import { SpmError, type ErrorCode } from '#core/errors'

/** Throws as an expression, so that a check fits where a value is due. */
export const fail = (code: ErrorCode, message: string): never => {
  throw new SpmError(code, message)
}
