/** `a`, `a and b`, `a, b and c`; beyond `most` of them `a, b and 3 more`. */
export const listWords = (words: readonly string[], most = words.length): string => {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words
  const last = shown[shown.length - 1] ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}
