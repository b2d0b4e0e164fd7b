/** A question that the data has no answer to, with the reason; never 0, never NaN. */
export interface NoAnswer {
  readonly noAnswer: string
}

/** What a result cell may hold. Days are serial numbers, shares fractions, money in the base currency. */
export type Value = string | number | boolean | null | NoAnswer

export const noAnswer = (reason: string): NoAnswer => ({ noAnswer: reason })

export const isNoAnswer = (value: unknown): value is NoAnswer =>
  typeof value === 'object' && value !== null && 'noAnswer' in value

/** `top ÷ bottom`; where the bottom is 0 or missing there is no answer. */
export const ratio = (top: number, bottom: number, reason: string): number | NoAnswer =>
  bottom === 0 || Number.isNaN(bottom) || Number.isNaN(top) ? noAnswer(reason) : top / bottom

/** The number, or no answer where it is NaN. */
export const known = (value: number, reason: string): number | NoAnswer =>
  Number.isNaN(value) ? noAnswer(reason) : value

/** The number, or an empty cell where it is NaN. */
export const orBlank = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** How a result column reads, and so how hosts format it. */
export type ResultKind =
  'text' | 'count' | 'money' | 'percent' | 'points' | 'days' | 'date' | 'decimal' | 'ratio' | 'status'

export interface ResultColumn {
  readonly key: string
  readonly label: string
  readonly kind: ResultKind
}
