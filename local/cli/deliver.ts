import { saveNew } from '../files/save.ts'
import type { Io } from './io.ts'

/** Prints a result, or writes it to a file and says where. */
export const deliver = async (
  text: string,
  { path, force, quiet }: { readonly path: string | null; readonly force: boolean; readonly quiet: boolean },
  io: Io,
): Promise<void> => {
  if (path === null) {
    io.out(text)
    return
  }
  await saveNew(path, text, { force })
  if (!quiet) io.err(`Wrote ${path}\n`)
}
