import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Parcel } from './workload.ts'

/** A parcel on disk: one file per table, one block of rows per line. */

const files = ['deals', 'history', 'activities', 'snapshots', 'targets', 'people', 'stages'] as const

export const saveParcel = (parcel: Parcel, folder: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const table of files)
    writeFileSync(join(folder, table), Buffer.concat(parcel[table].flatMap((block) => [block, newline])))
}

const newline = Buffer.from('\n')

export const loadParcel = (folder: string): Parcel => {
  const blocks = files.map((table) => [table, blocksOf(readFileSync(join(folder, table)))])
  return Object.fromEntries(blocks) as Parcel
}

const blocksOf = (file: Buffer): readonly Buffer[] => {
  const blocks: Buffer[] = []
  for (let start = 0; start < file.length;) {
    const end = file.indexOf(newline, start)
    blocks.push(file.subarray(start, end))
    start = end + 1
  }
  return blocks
}
