import { PortError } from '#panel/port.ts'

type Code = PortError['code']

interface Told {
  readonly code: Code
  readonly message: string
}

const editing: Told = {
  code: 'editing',
  message: 'A cell is being edited. Press Enter or Escape in the sheet, then try again.',
}
const busy: Told = { code: 'busy', message: 'Excel is busy. Wait a moment, then try again.' }
const tooLarge: Told = {
  code: 'too-large',
  message: 'Excel takes no more than 5 MB at once, and one piece of this work is larger. Choose a smaller scope.',
}
const lost: Told = {
  code: 'lost',
  message: 'The connection to the workbook was lost. Open the workbook again.',
}
const denied: Told = {
  code: 'protected',
  message: 'Excel does not allow this change: the sheet or the workbook is protected. Unprotect it, then try again.',
}
const gone: Told = {
  code: 'gone',
  message: 'A tab or a table that was there a moment ago is gone. Read the workbook again, then try again.',
}

/** What each error of Excel means for a person; every other code is a failure with Excel's own words. */
const known: Readonly<Record<string, Told>> = {
  InvalidOperationInCellEditMode: editing,
  ActivityLimitReached: busy,
  RequestAborted: busy,
  ServiceNotAvailable: busy,
  Conflict: busy,
  RequestPayloadSizeLimitExceeded: tooLarge,
  ResponsePayloadSizeLimitExceeded: tooLarge,
  PayloadLimitExceeded: tooLarge,
  AccessDenied: denied,
  UnsupportedOperationInProtectedSheet: denied,
  ItemNotFound: gone,
  InvalidReference: gone,
  InvalidOrTimedOutSession: lost,
  InvalidSession: lost,
  SessionNotFound: lost,
  InvalidRequestContext: lost,
  ConnectionFailure: lost,
  HttpRequestError: lost,
  Unauthenticated: lost,
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const textIn = (error: unknown, key: string): string => {
  const value = isRecord(error) ? error[key] : undefined
  return typeof value === 'string' ? value : ''
}

/** Excel's own words, for whoever helps: code, message and where it happened. */
const detailsOf = (error: unknown): string => {
  if (!isRecord(error)) return String(error)
  const debug = isRecord(error['debugInfo']) ? error['debugInfo'] : {}
  const lines = [`${textIn(error, 'code') || textIn(error, 'name')}: ${textIn(error, 'message')}`]
  for (const key of ['errorLocation', 'statement']) if (textIn(debug, key)) lines.push(`${key}: ${textIn(debug, key)}`)
  return lines.join('\n')
}

const other = (error: unknown): Told => ({
  code: 'failed',
  message: `Excel could not do this: ${textIn(error, 'message') || String(error)}`,
})

/** An error of office.js as a sentence for the person; errors that are one already stay as they are. */
export const portErrorOf = (error: unknown): PortError => {
  if (error instanceof PortError) return error
  const { code, message } = known[textIn(error, 'code')] ?? other(error)
  return new PortError(code, message, detailsOf(error))
}
