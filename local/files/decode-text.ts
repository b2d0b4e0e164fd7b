import { isUtf8 } from 'node:buffer'
import { fail } from './fail.ts'

export interface DecodedText {
  readonly text: string
  readonly note: string | null
}

const example = 'name its encoding, for example --encoding windows-1252'

/** Bytes 80 to 9F of windows-1252; Node 20 decodes them as the control characters of Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const correct1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character)

/** A misspelt encoding is said even where the file turns out not to need it. */
const refuseUnknown = (label: string, given: string): void => {
  try {
    new TextDecoder(label)
  } catch {
    fail('argument', `The encoding "${given}" is not known: give one such as windows-1252, iso-8859-2 or shift_jis.`)
  }
}

const decode = (file: string, bytes: Uint8Array, label: string): string => {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? correct1252(text) : text
  } catch {
    return fail('file', `${file} is no ${label} text, or it is cut off: export it again, or ${example}.`)
  }
}

/** `1252` and `cp1252` are what people call it; the standard's name is `windows-1252`. */
const labelOf = (codePage: string): string => codePage.trim().replace(/^(?:cp|win)?-?(125\d|874)$/i, 'windows-$1')

const byMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Digits, separators and line ends have a zero byte in UTF-16: always the second of two, or always the first. */
const byZeros = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, 4096)
  let first = 0
  let second = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) first++
    if (sample[i + 1] === 0) second++
  }
  const enough = sample.length / 20
  if (second > enough && first === 0) return 'utf-16le'
  if (first > enough && second === 0) return 'utf-16be'
  return null
}

const firstBrokenLine = (bytes: Buffer): number => {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    if (!isUtf8(bytes.subarray(from, to))) return line
    from = to + 1
  }
  return line
}

const unknownEncoding = (file: string, bytes: Buffer): never =>
  fail('file', `${file} is neither UTF-8 (see line ${firstBrokenLine(bytes)}) nor UTF-16: ${example}.`)

/**
 * Text from bytes: by the byte order mark, as strict UTF-8, as UTF-16 by its zero bytes, and last in the code page
 * that the user chose, so that one choice serves a set of files of which some are UTF-8.
 *
 * @throws SpmError `file` where none of these fits
 */
export const decodeText = (file: string, bytes: Buffer, codePage?: string): DecodedText => {
  const marked = byMark(bytes)
  if (marked === 'utf-8' && !isUtf8(bytes)) return unknownEncoding(file, bytes)
  if (marked !== null) return { text: decode(file, bytes, marked), note: null }
  if (bytes.includes(0)) {
    const label = byZeros(bytes) ?? fail('file', `${file} is no text: it holds zero bytes. Export it as .csv or .xlsx.`)
    return { text: decode(file, bytes, label), note: `${file} was read as ${label}, by the pattern of its zero bytes.` }
  }
  if (codePage !== undefined) refuseUnknown(labelOf(codePage), codePage)
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), note: null }
  if (codePage === undefined) return unknownEncoding(file, bytes)
  const label = labelOf(codePage)
  return { text: decode(file, bytes, label), note: `${file} was read as ${label}.` }
}
