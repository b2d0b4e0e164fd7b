import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file that is derived from the code, by its path from the root. */
export interface Output {
  readonly file: string
  readonly text: string
}

const isUpToDate = ({ file, text }: Output): boolean => existsSync(file) && readFileSync(file, 'utf8') === text

/** Writes the files that are out of date, and names them. */
export const writeOutputs = (outputs: readonly Output[]): readonly string[] =>
  outputs
    .filter((output) => !isUpToDate(output))
    .map(({ file, text }) => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      return file
    })

/** Names the files that are out of date, and writes nothing. */
export const findStaleOutputs = (outputs: readonly Output[]): readonly string[] =>
  outputs.filter((output) => !isUpToDate(output)).map(({ file }) => file)
