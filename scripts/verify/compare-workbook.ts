import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre'
import { cellAddress } from '#core/report/a1'
import { convert } from './libreoffice.ts'

export interface Comparison {
  readonly formulas: number
  /** Formulas whose recalculated value is not the stored one, as sentences. */
  readonly differences: readonly string[]
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

const same = (stored: CellValue, calculated: CellValue): boolean => {
  if (typeof stored === 'number' && typeof calculated === 'number') return isNear(stored, calculated)
  return (stored ?? '') === (calculated ?? '')
}

const read = async (path: string) => (await readXlsx(await readFile(path))).sheets

const addressOf = (key: string): string => {
  const [row = 0, column = 0] = key.split(',').map(Number)
  return cellAddress({ row, column })
}

/** Lets LibreOffice calculate every formula of a workbook anew, and compares with the values stored in the file. */
export const compareWorkbook = async (path: string): Promise<Comparison> => {
  const folder = await mkdtemp(join(tmpdir(), 'spm-compare-'))
  try {
    await convert(path, 'xlsx', folder)
    const calculated = await read(join(folder, basename(path)))
    const differences: string[] = []
    let formulas = 0
    for (const sheet of await read(path)) {
      const other = calculated.find(({ name }) => name === sheet.name)
      for (const [key, cell] of sheet.cells ?? []) {
        if (cell.formula === undefined) continue
        formulas++
        const [row = 0, column = 0] = key.split(',').map(Number)
        const found = other?.rows[row]?.[column] ?? null
        const stored = sheet.rows[row]?.[column] ?? null
        if (!same(stored, found))
          differences.push(`${sheet.name}!${addressOf(key)} =${cell.formula} stores ${String(stored)}, calculated ${String(found)}`)
      }
    }
    return { formulas, differences }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
