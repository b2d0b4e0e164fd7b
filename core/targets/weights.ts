import { fail } from '../errors.ts'

/** Weeks of the periods of a quarter. */
export const weekPatterns = { '445': [4, 4, 5], '454': [4, 5, 4], '544': [5, 4, 4] } as const
export type WeekPattern = keyof typeof weekPatterns

export const isWeekPattern = (text: string): text is WeekPattern => Object.hasOwn(weekPatterns, text)

/** Weights of the twelve periods of a year of weeks; a 53rd week belongs to the last period. */
export const weekWeights = (pattern: WeekPattern, weeks: 52 | 53 = 52): readonly number[] =>
  Array.from({ length: 12 }, (_, i) => (weekPatterns[pattern][i % 3] ?? 0) + (i === 11 ? weeks - 52 : 0))

/** Weights that add up to 1. They must not be negative, and one at least must be above 0. */
export const normalise = (weights: readonly number[], of = 'weights'): readonly number[] => {
  const wrong = weights.findIndex((weight) => !(weight >= 0) || !Number.isFinite(weight))
  if (wrong >= 0) return fail('argument', `${of}: number ${wrong + 1} is ${String(weights[wrong])}; write 0 or more.`)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return fail('no-answer', `${of} are all 0, so nothing can be shared out by them. Write one above 0.`)
  return weights.map((weight) => weight / sum)
}

/**
 * Seasonal weights: the mean of each period's share of its year, over the years, then normalised. `history` holds whole
 * years one after the other; years without sales tell nothing and are left out.
 */
export const seasonalWeights = (history: readonly number[], perYear = 12): readonly number[] => {
  if (history.length === 0 || history.length % perYear !== 0)
    return fail(
      'argument',
      `History has ${history.length} periods; give whole years of ${perYear}, such as the last two or three.`,
    )
  const years = Array.from({ length: history.length / perYear }, (_, i) =>
    history.slice(i * perYear, (i + 1) * perYear),
  )
  const shares = years.filter((year) => year.some((value) => value > 0)).map((year) => normalise(year, 'History'))
  return normalise(
    Array.from({ length: perYear }, (_, i) => shares.reduce((sum, year) => sum + (year[i] ?? 0), 0)),
    'History',
  )
}

/** Weights combined, such as workdays × seasonal index. */
export const combineWeights = (
  first: readonly number[],
  ...others: readonly (readonly number[])[]
): readonly number[] => {
  const odd = others.find((each) => each.length !== first.length)
  if (odd !== undefined)
    return fail(
      'argument',
      `Weights of ${first.length} and ${odd.length} periods cannot be combined; give as many of each.`,
    )
  return normalise(first.map((weight, i) => others.reduce((product, each) => product * (each[i] ?? 0), weight)))
}
