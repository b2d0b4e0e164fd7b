const prefix = /^(deal|person|organi[sz]ation|activity)\s+-\s+/i

/** The header without what exports add to it: accents, case, spaces, punctuation, a leading `Deal - `. */
export const headerKey = (header: string): string =>
  header
    .trim()
    .replace(prefix, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** `close_date` as a person would write it: `Close date`. */
export const fieldLabel = (field: string): string => {
  const words = field.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/\bid\b/i, 'ID')
}

const copy = /\s+\([2-9]\)$/

/** What a header repeats: `Close Date (2)` repeats `Close Date`, where that is a header too. */
export const repeated = (header: string, headers: ReadonlySet<string>): string => {
  const first = header.replace(copy, '')
  return headers.has(first) ? first : header
}
