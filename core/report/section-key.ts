/**
 * The title of a part of a tab without what changes from one pack to the next: numbers, dates, currency, the mark of
 * typing. `Top 5 open opportunities, EUR` and `Top 4 open opportunities` are the same section.
 */
export const sectionKey = (title: string): string =>
  title
    .replace(/, [A-Z]{3}$/, '')
    .replace(/[\d✎]+/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase()
