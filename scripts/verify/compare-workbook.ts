import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import type { CellValue, Sheet } from 'hucre'
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

/** The formulas of a sheet, each with its value in the file, and what another sheet has in its cell. */
const formulasOf = (sheet: Sheet, other: Sheet | undefined) =>
  [...(sheet.cells ?? [])].flatMap(([key, { formula }]) => {
    if (formula === undefined) return []
    const [row = 0, column = 0] = key.split(',').map(Number)
    const valueIn = (rows: Sheet['rows'] | undefined): CellValue => rows?.[row]?.[column] ?? null
    const place = `${sheet.name}!${cellAddress({ row, column })}`
    return [{ place, formula, stored: valueIn(sheet.rows), calculated: valueIn(other?.rows) }]
  })

/** Lets LibreOffice calculate every formula of a workbook anew, and compares with the values stored in the file. */
export const compareWorkbook = async (path: string, locale: string | null = null): Promise<Comparison> => {
  const folder = await mkdtemp(join(tmpdir(), 'spm-compare-'))
  try {
    const calculated = await read(await convert(path, 'xlsx', folder, locale))
    const formulas = (await read(path)).flatMap((sheet) =>
      formulasOf(
        sheet,
        calculated.find(({ name }) => name === sheet.name),
      ),
    )
    const differences = formulas
      .filter((each) => !same(each.stored, each.calculated))
      .map(
        ({ place, formula, stored, calculated: found }) =>
          `${place} =${formula} stores ${String(stored)}, calculated ${String(found)}`,
      )
    return { formulas: formulas.length, differences }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
