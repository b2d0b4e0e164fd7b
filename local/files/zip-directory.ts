/** What the directory at the end of a zip file says about one entry. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  /** Where its header begins. */
  readonly offset: number
  readonly encrypted: boolean
}

interface DirectoryPlace {
  readonly offset: number
  readonly count: number
}

const endMark = 0x06054b50
const end64PlaceMark = 0x07064b50
const end64Mark = 0x06064b50
const entryMark = 0x02014b50
const endLength = 22
const entryLength = 46
const longestComment = 0xffff
/** A field that holds this has its value in a 64-bit record elsewhere. */
const elsewhere32 = 0xffffffff
const elsewhere16 = 0xffff
const extra64 = 1

const read64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

const findEnd = (view: DataView): number | null => {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at--) if (view.getUint32(at, true) === endMark) return at
  return null
}

const findDirectory64 = (view: DataView, end: number): DirectoryPlace | null => {
  const place = end - 20
  if (place < 0 || view.getUint32(place, true) !== end64PlaceMark) return null
  const at = read64(view, place + 8)
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Mark) return null
  return { count: read64(view, at + 32), offset: read64(view, at + 48) }
}

const findDirectory = (view: DataView): DirectoryPlace | null => {
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const offset = view.getUint32(end + 16, true)
  const isElsewhere = count === elsewhere16 || offset === elsewhere32
  return isElsewhere ? findDirectory64(view, end) : { count, offset }
}

/** Where the 64-bit sizes of an entry stand, or `null` when it has none. */
const findSizes64 = (view: DataView, from: number, length: number): number | null => {
  const end = Math.min(from + length, view.byteLength)
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === extra64) return at + 4
  return null
}

type Fields = Pick<ZipEntry, 'packed' | 'unpacked' | 'offset'>

const readFields = (view: DataView, at: number, nameLength: number): Fields | null => {
  let next = findSizes64(view, at + entryLength + nameLength, view.getUint16(at + 30, true))
  const take = (value: number): number | null => {
    if (value !== elsewhere32) return value
    if (next === null || next + 8 > view.byteLength) return null
    next += 8
    return read64(view, next - 8)
  }
  const unpacked = take(view.getUint32(at + 24, true))
  const packed = take(view.getUint32(at + 20, true))
  const offset = take(view.getUint32(at + 42, true))
  return unpacked === null || packed === null || offset === null ? null : { packed, unpacked, offset }
}

/**
 * The entries of a zip file, without unpacking any. `null` when the file is none, or is cut off.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
 */
export const readZipDirectory = (bytes: Uint8Array): readonly ZipEntry[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const place = bytes.length < endLength ? null : findDirectory(view)
  if (place === null) return null
  const entries: ZipEntry[] = []
  let at = place.offset
  for (let i = 0; i < place.count; i++) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entryMark) return null
    const nameLength = view.getUint16(at + 28, true)
    const fields = readFields(view, at, nameLength)
    if (fields === null) return null
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength))
    const encrypted = (view.getUint16(at + 8, true) & 1) !== 0
    entries.push({ name, ...fields, encrypted })
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
