/** Stands behind every heading under which people type: seen without colours, and found again in a pack of last week. */
const mark = ' ✎'

export const withTypedMark = (heading: string): string => `${heading}${mark}`

/** The heading without its mark; `null` where it has none. */
export const markedHeading = (text: string): string | null => {
  const heading = text.trimEnd()
  return heading.endsWith(mark.trim()) ? heading.slice(0, -mark.trim().length).trimEnd() : null
}
