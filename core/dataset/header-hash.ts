import { headerKey } from './header.ts'

/** FNV-1a over UTF-16 code units, in two runs of 32 bits with different starts. */
const run = (text: string, start: number): string => {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * Sixteen hexadecimal digits that stand for a header row: the same for the same headers in any order, however they are
 * spaced, accented or written in capitals; blank ones do not count, repeated ones do.
 */
export const headerHash = (headers: readonly string[]): string => {
  const text = headers
    .map(headerKey)
    .filter((key) => key !== '')
    .sort()
    .join('\n')
  return run(text, 0x811c9dc5) + run(text, 0x01000193)
}

/** Headers that only the first row has, and that only the second has. */
export const compareHeaders = (
  before: readonly string[],
  now: readonly string[],
): { readonly gone: readonly string[]; readonly added: readonly string[] } => {
  const [keysBefore, keysNow] = [new Set(before.map(headerKey)), new Set(now.map(headerKey))]
  return {
    gone: before.filter((header) => header !== '' && !keysNow.has(headerKey(header))),
    added: now.filter((header) => header !== '' && !keysBefore.has(headerKey(header))),
  }
}
