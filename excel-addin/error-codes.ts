import type { ErrorCode } from '#core/errors'

/** Only these two errors of Excel carry a sentence: what is undefined is `#N/A`, what is wrong `#VALUE!`. */
export type CellError = 'notAvailable' | 'invalidValue'

export const cellErrors: Readonly<Record<ErrorCode, CellError>> = {
  argument: 'invalidValue',
  setting: 'invalidValue',
  'missing-table': 'notAvailable',
  'missing-column': 'notAvailable',
  conflict: 'invalidValue',
  unreadable: 'invalidValue',
  'no-answer': 'notAvailable',
  'not-a-table': 'invalidValue',
  file: 'invalidValue',
}
