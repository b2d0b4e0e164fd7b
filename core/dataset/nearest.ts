import { distance } from 'fastest-levenshtein'

/** A third of the letters, and half of those of a short word, where two that are swapped count twice. */
const mostOff = (word: string): number => Math.max(1, Math.floor(word.length / (word.length > 5 ? 3 : 2)))

/** The word that was probably meant; `null` where none is near. */
export const nearest = (word: string, words: readonly string[]): string | null => {
  const near = words
    .map((each) => ({ each, off: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, off }) => off <= mostOff(each))
    .sort((a, b) => a.off - b.off)
  return near[0]?.each ?? null
}

/** ` Did you mean "owner"?`, or the known words where none is near. */
export const didYouMean = (word: string, words: readonly string[], known: string): string => {
  const near = nearest(word, words)
  return near === null ? ` ${known} ${words.join(', ')}.` : ` Did you mean "${near}"?`
}
