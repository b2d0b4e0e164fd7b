import { describe, expect, test } from '@jest/globals'
import { newWorkbook } from '#local/workbook/make'
import { build, everything } from '../core/report/packs.ts'
import { floor } from '../hosts/excel/requirement-sets.ts'
import { sampleWorkbook } from '../hosts/sample-workbook.ts'
import { everyInstruction } from '../local/files/every-instruction.ts'
import { readText } from '../structure/repository.ts'
import { newWork, openAddin } from './open-addin.ts'
import { calculatorOf } from './pack-book.ts'

const minors = Array.from({ length: 9 }, (_, i) => i + 1)

/** Everything that the panel asks of Excel, on an Excel with this set and not one function more. */
const useAll = async (minor: number): Promise<void> => {
  const sets = { ...floor, ExcelApi: `1.${minor}` }
  const { port: reader } = await openAddin(sampleWorkbook(), {}, sets)
  const [range] = await reader.scan()
  if (range === undefined) throw new Error('nothing found')
  await reader.read([range], newWork())
  await reader.saveState('{}')
  await reader.readState()
  await reader.show(range)
  await reader.insert('=1')
  const { port: keeper } = await openAddin(newWorkbook('Deals'), {}, sets)
  await keeper.saveSettings([{ section: 'settings', key: 'top_n', value: '7' }])
  for (const instructions of [build(everything).instructions, everyInstruction]) {
    const { port } = await openAddin(newWorkbook('Deals'), { calculate: calculatorOf(instructions) }, sets)
    await port.write({ run: 'run', title: 'Pack', instructions }, newWork())
    await port.undo('run', newWork())
  }
}

const works = async (minor: number): Promise<boolean> => {
  try {
    await useAll(minor)
    return true
  } catch {
    return false
  }
}

/** What the manifest asks of Excel, such as `ExcelApi 1.9`. */
const declared = [...readText('manifest.xml').matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(
  ([, name = '', version = '']) => `${name} ${version}`,
)

describe('what the add-in needs of Excel', () => {
  test('is the floor of the manifest: nothing lower would do, and nothing more is asked', async () => {
    let lowest = NaN
    for (const minor of minors) if (Number.isNaN(lowest) && (await works(minor))) lowest = minor
    console.log(
      `The lowest set that the whole add-in needs: ExcelApi 1.${lowest}; the manifest asks for ${declared.join(', ')}.`,
    )
    expect(`ExcelApi 1.${lowest}`).toBe(declared.find((set) => set.startsWith('ExcelApi ')))
  })
})
