/** Words that Excel takes for true or false in the languages it comes in; other words stay texts. */
const booleans = new Set(
  (
    'true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar sant falskt sand falsk tosi epätosi ' +
    'prawda fałsz pravda nepravda igaz hamis doğru yanliş yanlış истина ложь αληθησ ψευδησ tõene väär'
  ).split(' '),
)

/** Longest date that Excel reads with the names of its day and month written out, with room. */
const longestDate = 48

/**
 * A text that Excel would read as a number, a date, a formula, an error or a boolean gets an apostrophe, which Excel
 * takes away; `'` itself too. Only what cannot be misread goes without.
 */
export const typedText = (text: string): string => {
  if (text === '') return text
  const beginsLikeText = /^[\p{L}(«„“"←→·✎]/u.test(text)
  const mayBeDate = text.length <= longestDate && /\p{N}/u.test(text)
  const isSafe = beginsLikeText && !mayBeDate && !booleans.has(text.trim().toLowerCase()) && text.trimEnd() === text
  return isSafe ? text : `'${text}`
}
