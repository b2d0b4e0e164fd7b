import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the directory says instead of the true unpacked size. */
  readonly claims?: number
  readonly encrypted?: boolean
  /** Writes the sizes into a 64-bit record. */
  readonly wide?: boolean
}

const wide32 = 0xffffffff

const bytesOf = (content: string | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)

const sizesRecord = (unpacked: number, packed: number): Buffer => {
  const record = Buffer.alloc(20)
  record.writeUInt16LE(1, 0)
  record.writeUInt16LE(16, 2)
  record.writeBigUInt64LE(BigInt(unpacked), 4)
  record.writeBigUInt64LE(BigInt(packed), 12)
  return record
}

const header = (mark: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(mark, 0)
  return bytes
}

interface Packed {
  readonly part: Part
  readonly name: Buffer
  readonly data: Buffer
  readonly checksum: number
  readonly unpacked: number
}

const pack = (part: Part): Packed => {
  const content = bytesOf(part.content)
  const data = deflateRawSync(content)
  return { part, name: Buffer.from(part.name), data, checksum: crc32(content), unpacked: part.claims ?? content.length }
}

const localEntry = ({ part, name, data, checksum, unpacked }: Packed): Buffer => {
  const head = header(0x04034b50, 30)
  head.writeUInt16LE(part.encrypted === true ? 1 : 0, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(checksum, 14)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(Math.min(unpacked, wide32), 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, data])
}

const directoryEntry = ({ part, name, data, checksum, unpacked }: Packed, offset: number): Buffer => {
  const extra = part.wide === true ? sizesRecord(unpacked, data.length) : Buffer.alloc(0)
  const head = header(0x02014b50, 46)
  head.writeUInt16LE(part.encrypted === true ? 1 : 0, 8)
  head.writeUInt16LE(8, 10)
  head.writeUInt32LE(checksum, 16)
  head.writeUInt32LE(part.wide === true ? wide32 : data.length, 20)
  head.writeUInt32LE(part.wide === true ? wide32 : unpacked, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name, extra])
}

/** A zip file made by hand, so that its directory can lie. */
export const buildZip = (parts: readonly Part[]): Buffer => {
  const packed = parts.map(pack)
  const entries = packed.map(localEntry)
  let offset = 0
  const directory = packed.map((each, index) => {
    const entry = directoryEntry(each, offset)
    offset += entries[index]?.length ?? 0
    return entry
  })
  const end = header(0x06054b50, 22)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...entries, ...directory, end])
}
