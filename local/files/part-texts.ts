import { partContent } from './whole-parts.ts'
import { readZipDirectory } from './zip-directory.ts'

/** The parts whose names match, as text. The sizes of the parts must have been verified. */
export const partTexts = async (bytes: Uint8Array, names: RegExp): Promise<readonly string[]> => {
  const texts: string[] = []
  for (const entry of readZipDirectory(bytes) ?? []) {
    if (!names.test(entry.name)) continue
    const chunks: Uint8Array[] = []
    for await (const chunk of partContent(bytes, entry)) chunks.push(chunk)
    texts.push(Buffer.concat(chunks).toString('utf8'))
  }
  return texts
}
