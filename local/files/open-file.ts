import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { fail } from './fail.ts'
import { codeOf } from './system-error.ts'

/** Beyond this a text does not fit in one string of the JavaScript engine (2^29 characters). */
export const largestFile = 500_000_000

export type FileKind = 'text' | 'workbook'

export interface OpenedFile {
  readonly kind: FileKind
  readonly bytes: Buffer
}

const kindOf = (file: string): FileKind => {
  const extension = extname(file).toLowerCase()
  switch (extension) {
    case '.csv':
    case '.tsv':
    case '.tab':
    case '.txt':
      return 'text'
    case '.xlsx':
    case '.xlsm':
      return 'workbook'
    case '.xls':
    case '.xlsb':
    case '.ods':
    case '.numbers':
      return fail('file', `${file} is a ${extension} workbook, which is not read: save it as .xlsx.`)
    default:
      return fail('file', `${file} has the unknown ending "${extension}": give a .xlsx, .csv, .tsv or .txt file.`)
  }
}

/** Throws a failure of the file system as a sentence. */
export const refuseToRead = (file: string, error: unknown): never => {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('file', `${file} does not exist: check the path.`)
    case 'EACCES':
    case 'EPERM':
      return fail('file', `${file} may not be read: ask for the permission or copy it to a folder of yours.`)
    default:
      return fail('file', `${file} cannot be read (${code}).`)
  }
}

const checkSize = (file: string, size: number): void => {
  if (size === 0) fail('file', `${file} is empty: it has no bytes. Export it again.`)
  if (size > largestFile)
    fail('file', `${file} has more than ${largestFile / 1e6} MB: split it, or export fewer columns.`)
}

/** Reads a file whole, after what its name and size allow to say. */
export const openFile = async (file: string): Promise<OpenedFile> => {
  const facts = await stat(file).catch((error: unknown) => refuseToRead(file, error))
  if (facts.isDirectory()) fail('file', `${file} is a folder: name a file in it.`)
  if (!facts.isFile()) fail('file', `${file} is not a file on disk: save it to one first.`)
  const kind = kindOf(file)
  checkSize(file, facts.size)
  const bytes = await readFile(file).catch((error: unknown) => refuseToRead(file, error))
  checkSize(file, bytes.length)
  return { kind, bytes }
}
