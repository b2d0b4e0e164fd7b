import type { ErrorCode } from '#core/errors'

export const exitCodes = { answered: 0, noAnswer: 1, wrongCommand: 2, file: 3, interrupted: 130 } as const

/** What each code tells a script. */
export const exitCodeTexts: readonly (readonly [code: number, meaning: string])[] = [
  [exitCodes.answered, 'answered'],
  [exitCodes.noAnswer, 'the data has no answer, or has something in it that stops one'],
  [exitCodes.wrongCommand, 'the command is wrong'],
  [exitCodes.file, 'a file cannot be read or written'],
  [exitCodes.interrupted, 'interrupted'],
]

export const exitCodeOf: Readonly<Record<ErrorCode, number>> = {
  argument: exitCodes.wrongCommand,
  setting: exitCodes.wrongCommand,
  'missing-table': exitCodes.noAnswer,
  'missing-column': exitCodes.noAnswer,
  conflict: exitCodes.noAnswer,
  unreadable: exitCodes.noAnswer,
  'no-answer': exitCodes.noAnswer,
  'not-a-table': exitCodes.noAnswer,
  file: exitCodes.file,
}
