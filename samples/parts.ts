import { fail } from '#core/errors'

const endMark = 0x06054b50
const endLength = 22
const entryLength = 46

/**
 * The parts of a workbook with their checksums, from the directory of the zip file: two workbooks with the same parts
 * have the same content, however they are packed. Only for files written by `npm run samples`.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16.
 */
export const partsOf = (file: string, bytes: Uint8Array): ReadonlyMap<string, string> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - endLength
  if (end < 0 || view.getUint32(end, true) !== endMark) fail('file', `${file} is no workbook: run npm run samples.`)
  const parts = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength))
    parts.set(name, `${view.getUint32(at + 16, true)}/${view.getUint32(at + 24, true)}`)
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** Names of the parts that only one has, or that differ. */
export const differingParts = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
