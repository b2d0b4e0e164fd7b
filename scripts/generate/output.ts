import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file that is derived from the code, by its path from the root. */
export interface Output {
  readonly file: string
  readonly text: string
}

const isUpToDate = ({ file, text }: Output): boolean => existsSync(file) && readFileSync(file, 'utf8') === text

/** Files in a folder of derived files that nothing gives any more. */
const findLeftOver = (outputs: readonly Output[], folder: string): readonly string[] => {
  const given = new Set(outputs.map(({ file }) => file))
  return existsSync(folder)
    ? readdirSync(folder)
        .map((name) => `${folder}/${name}`)
        .filter((file) => !given.has(file))
    : []
}

const write = ({ file, text }: Output): string => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Writes files that a person goes on with, and names them. */
export const writeNew = (outputs: readonly Output[]): readonly string[] => outputs.map(write)

/** Writes the files that are out of date, removes what is left over in the folder, and names them all. */
export const writeOutputs = (outputs: readonly Output[], folder: string): readonly string[] => {
  const leftOver = findLeftOver(outputs, folder)
  for (const file of leftOver) rmSync(file, { recursive: true })
  const written = outputs.filter((output) => !isUpToDate(output)).map(write)
  return [...written.map((file) => `wrote ${file}`), ...leftOver.map((file) => `removed ${file}`)]
}

/** Names the files that are out of date, and writes nothing. */
export const findStaleOutputs = (outputs: readonly Output[], folder: string): readonly string[] => [
  ...outputs.filter((output) => !isUpToDate(output)).map(({ file }) => file),
  ...findLeftOver(outputs, folder),
]
