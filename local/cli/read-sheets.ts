import { readTables, type SheetGrid } from '../files/read.ts'
import { valueOf, type OptionValues } from './command-line.ts'
import type { FileArgument } from './file-argument.ts'
import type { Io } from './io.ts'
import type { Progress } from './progress.ts'

/** A grid of a file, under the name that settles what it is: `orders.csv`, `model.xlsx#Plan`. */
export interface NamedSheet extends SheetGrid {
  readonly name: string
}

const nameOf = ({ file, sheet }: SheetGrid, alone: boolean): string =>
  sheet === null || alone ? file : `${file}#${sheet}`

/** Reads each file once, in the order in which they are named. */
export const readSheets = async (
  files: readonly FileArgument[],
  options: OptionValues,
  io: Io,
  progress: Progress,
): Promise<readonly NamedSheet[]> => {
  const codePage = valueOf(options, 'encoding')
  const delimiter = valueOf(options, 'delimiter')
  const sheets: NamedSheet[] = []
  for (const path of new Set(files.map((file) => file.path))) {
    await progress.step(`Reading ${path}`)
    const grids = await readTables(path, {
      inThread: io.inThread,
      ...(codePage !== null && { codePage }),
      ...(delimiter !== null && { delimiter }),
    })
    sheets.push(...grids.map((grid) => ({ ...grid, name: nameOf(grid, grids.length === 1) })))
  }
  return sheets
}

/** What a reader said about the files, a line each. */
export const readerNotes = (sheets: readonly NamedSheet[]): string =>
  sheets
    .flatMap(({ file, notes }) => notes.map((note) => `${file}: ${note}\n`))
    .filter((line, i, lines) => lines.indexOf(line) === i)
    .join('')
