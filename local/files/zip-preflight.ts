import { fail } from './fail.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Bytes of content that a workbook may unpack to, in all and in one part (a part becomes one string). */
export const mostContent = 1_000_000_000
export const mostInPart = 450_000_000
export const mostParts = 10_000
/** Unpacked by packed bytes. Repetitive worksheets reach 100; bombs come near 1,032, the limit of the method. */
export const highestRatio = 250
/** Smaller parts are harmless whatever their ratio. */
const ratioFrom = 1_000_000

/** What the directory of a workbook's zip file tells before anything is unpacked. */
export interface WorkbookFacts {
  /** Unpacked bytes in all. */
  readonly content: number
  readonly macros: number
  readonly externalLinks: number
}

const oldFormat = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const megabytes = (size: number): string => `${Math.ceil(size / 1e6)} MB`

const sum = (entries: readonly ZipEntry[], size: (entry: ZipEntry) => number): number =>
  entries.reduce((total, entry) => total + size(entry), 0)

const checkPart = (file: string, { name, packed, unpacked, encrypted }: ZipEntry): void => {
  if (encrypted) fail('file', `${file} is encrypted (${name}): save it without a password.`)
  if (unpacked > mostInPart)
    fail(
      'file',
      `${file} is too large: ${name} unpacks to ${megabytes(unpacked)}, at most ${megabytes(mostInPart)} are read. Save the tab as .csv.`,
    )
  if (unpacked > ratioFrom && unpacked > packed * highestRatio)
    fail(
      'file',
      `${file} is refused: ${name} unpacks to more than ${highestRatio} times its size, as no real workbook does.`,
    )
  if (unpacked === 0 && packed > 2)
    fail('file', `${file} is refused: its directory says that ${name} is empty, and it is not.`)
}

const checkNames = (file: string, entries: readonly ZipEntry[]): void => {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const key = name.toLowerCase()
    if (seen.has(key)) fail('file', `${file} is refused: it holds the part ${name} twice. Save it again.`)
    seen.add(key)
  }
}

const checkTotals = (file: string, size: number, entries: readonly ZipEntry[]): void => {
  if (entries.length > mostParts)
    fail('file', `${file} is refused: it has ${entries.length} parts, at most ${mostParts} are read.`)
  const content = sum(entries, ({ unpacked }) => unpacked)
  if (content > mostContent)
    fail(
      'file',
      `${file} is too large: it unpacks to ${megabytes(content)}, at most ${megabytes(mostContent)} are read. Save its tabs as .csv.`,
    )
  if (sum(entries, ({ packed }) => packed) > size)
    fail('file', `${file} is refused: its parts overlap or reach beyond the end. Save it again.`)
}

const count = (entries: readonly ZipEntry[], pattern: RegExp): number =>
  entries.filter(({ name }) => pattern.test(name)).length

/**
 * Judges a workbook by the directory of its zip file, unpacking nothing.
 *
 * @throws SpmError `file` for what is no workbook, is encrypted, or is made to exhaust the memory
 */
export const checkWorkbook = (file: string, bytes: Uint8Array): WorkbookFacts => {
  if (oldFormat.every((byte, index) => bytes[index] === byte))
    fail('file', `${file} is an old .xls or a password-protected workbook: save it as .xlsx without a password.`)
  const entries = readZipDirectory(bytes)
  if (entries === null)
    return fail(
      'file',
      `${file} is no .xlsx workbook, or is cut off: open it in a spreadsheet program and save it as .xlsx.`,
    )
  checkTotals(file, bytes.length, entries)
  checkNames(file, entries)
  for (const entry of entries) checkPart(file, entry)
  return {
    content: sum(entries, ({ unpacked }) => unpacked),
    macros: count(entries, /^xl\/(vbaProject\.bin|macrosheets\/[^/]+\.xml)$/i),
    externalLinks: count(entries, /^xl\/externalLinks\/[^/]+\.xml$/i),
  }
}
