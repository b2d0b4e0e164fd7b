import type { Validation } from './instructions.ts'

/** 2000-01-01 and 2099-12-31: narrower than what a cell can hold, so that a plain number is refused. */
export const firstInputDay = 36526
export const lastInputDay = 73050

/** Above every refusal of what was typed. */
export const refusalTitle = 'Not allowed here'

/** What a person is told who types something else into a checked cell. */
export const refusalOf = (validation: Validation): string => {
  switch (validation.kind) {
    case 'list':
      return 'Choose one of the values in the list.'
    case 'date':
      return 'Write a date between 2000 and 2099.'
    case 'text':
      return `Write at most ${validation.maximum} characters.`
  }
}
