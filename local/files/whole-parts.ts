import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Bytes looked at; comments may follow the last tag. */
const tailLength = 4096
const headerLength = 30
const stored = 0

const holdsCells = ({ name }: ZipEntry): boolean => /(?:worksheets\/[^/]+|sharedStrings)\.xml$/i.test(name)

const isClosed = (tail: string): boolean =>
  /<\/?(?:\w+:)?(?:worksheet|sst)(?:>|\b[^>]*\/>)\s*(?:<!--[^]*?-->\s*)*$/.test(tail)

/** The unpacked content, chunk by chunk. */
export const partContent = (bytes: Uint8Array, { offset, packed }: ZipEntry): AsyncIterable<Uint8Array> => {
  const header = new DataView(bytes.buffer, bytes.byteOffset + offset, headerLength)
  const start = offset + headerLength + header.getUint16(26, true) + header.getUint16(28, true)
  const source = Readable.from([bytes.subarray(start, start + packed)])
  return header.getUint16(8, true) === stored ? source : source.pipe(createInflateRaw())
}

const tailOf = async (bytes: Uint8Array, entry: ZipEntry): Promise<string> => {
  let tail = Buffer.alloc(0)
  for await (const chunk of partContent(bytes, entry)) tail = Buffer.concat([tail, chunk]).subarray(-tailLength)
  return tail.toString('utf8')
}

/**
 * The first part with cells or their texts that stops in the middle, or `null`. The library reads such a part up to
 * where it stops, without a word. The sizes of the parts must have been verified.
 */
export const findCutPart = async (bytes: Uint8Array): Promise<string | null> => {
  for (const entry of readZipDirectory(bytes) ?? [])
    if (holdsCells(entry) && !isClosed(await tailOf(bytes, entry))) return entry.name
  return null
}
