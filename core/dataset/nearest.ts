import { distance } from 'fastest-levenshtein'

/** The word that was probably meant: at most a third of its letters off; `null` where none is near. */
export const nearest = (word: string, words: readonly string[]): string | null => {
  const near = words
    .map((each) => ({ each, off: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, off }) => off <= Math.max(1, Math.floor(each.length / 3)))
    .sort((a, b) => a.off - b.off)
  return near[0]?.each ?? null
}

/** ` Did you mean "owner"?`, or the known words where none is near. */
export const didYouMean = (word: string, words: readonly string[], known: string): string => {
  const near = nearest(word, words)
  return near === null ? ` ${known} ${words.join(', ')}.` : ` Did you mean "${near}"?`
}
