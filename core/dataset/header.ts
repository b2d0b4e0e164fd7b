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
