import { execFile, execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { readTables, type SheetGrid } from '#local/files/read'
import { writeWorkbook } from '#local/files/write'
import { area, everyInstruction, front, totalRow, totals } from './every-instruction.ts'
import { temporaryFolder } from './temporary-folder.ts'
import type { Instruction } from '#core/report/instructions'

const isThere = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

const folder = temporaryFolder()
const hasOffice = isThere('soffice')
if (!hasOffice) console.warn('soffice is not on the PATH: the recalculation by LibreOffice is skipped')

/** Otherwise LibreOffice believes the values that stand beside the formulas. */
const alwaysCalculate =
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'

/** Opens the workbook in LibreOffice, which calculates every formula, and saves what it got. */
const recalculated = async (bytes: Uint8Array): Promise<readonly SheetGrid[]> => {
  const source = await folder.write('pack.xlsx', bytes)
  const profile = `-env:UserInstallation=${pathToFileURL(folder.path('profile')).href}`
  await mkdir(folder.path('profile/user'), { recursive: true })
  await folder.write('profile/user/registrymodifications.xcu', alwaysCalculate)
  await promisify(execFile)('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    folder.path('out'),
    source,
  ])
  return readTables(folder.path('out/pack.xlsx'), { inThread: true })
}

/** The same instructions, with values that are wrong where a formula stands. */
const withWrongValues = (instructions: readonly Instruction[]): readonly Instruction[] =>
  instructions.map((instruction) =>
    instruction.do !== 'values'
      ? instruction
      : {
          ...instruction,
          values: instruction.values.map((row) =>
            row.map((content) =>
              typeof content === 'object' && content !== null ? { ...content, value: -1 } : content,
            ),
          ),
        },
  )

;(hasOffice ? describe : describe.skip)('LibreOffice', () => {
  let sheets: readonly SheetGrid[] = []

  beforeAll(async () => {
    const limit: Instruction = {
      do: 'values',
      tab: front,
      at: { row: 2, column: 1 },
      values: [[{ formula: 'MAXIFS(B8:B11,B8:B11,"<130000")', value: 120000 }]],
    }
    const format: Instruction = { do: 'format', tab: front, area: area(2, 1, 1, 1), format: 'money' }
    sheets = await recalculated(
      await writeWorkbook(withWrongValues([...everyInstruction, limit, format]), { title: 'Pack' }),
    )
  }, 120_000)

  test('calculates the totals, shares and newer functions that the pack states', () => {
    const grid = sheets.find(({ sheet }) => sheet === front)?.grid ?? []
    const [won, quota, share] = totals.map(({ value }) => value)
    expect(grid[totalRow]?.slice(1, 3)).toEqual([won, quota])
    expect(grid[totalRow]?.[3]).toBeCloseTo(share ?? 0, 12)
    expect(grid[7]?.[3]).toBeCloseTo(120000 / 110000, 12)
    expect(grid[2]?.[1]).toBe(120000)
  })

  test('keeps every tab', () => {
    expect(sheets).toHaveLength(2)
  })
})
