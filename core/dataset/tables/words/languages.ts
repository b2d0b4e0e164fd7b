import { danish } from './danish.ts'
import { finnish } from './finnish.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { spanish } from './spanish.ts'
import { swedish } from './swedish.ts'

/** The words of every language for the fields of one table. */
export const wordsFor = <const T extends keyof typeof german>(table: T) => ({
  german: german[table],
  french: french[table],
  spanish: spanish[table],
  finnish: finnish[table],
  swedish: swedish[table],
  danish: danish[table],
})
