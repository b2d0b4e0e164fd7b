import { inflateRawSync } from 'node:zlib'
import { readZipDirectory } from '#local/files/zip-directory'

const headerLength = 30
const deflated = 8

/** Every part of a zip file as text, by its name; the sizes come from the directory. */
export const zipTexts = (bytes: Buffer): ReadonlyMap<string, string> => {
  const directory = readZipDirectory(bytes)
  if (directory === null) throw new Error('This is no zip file.')
  return new Map(
    directory.map(({ name, offset, packed }) => {
      const start = offset + headerLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
      const content = bytes.subarray(start, start + packed)
      const isDeflated = bytes.readUInt16LE(offset + 8) === deflated
      return [name, (isDeflated ? inflateRawSync(content) : content).toString('utf8')] as const
    }),
  )
}
