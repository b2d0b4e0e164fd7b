import { describe, expect, test } from '@jest/globals'
import { cellAddress } from '#core/report/a1'
import type { Instruction } from '#core/report/instructions'
import { carryOut } from '#local/workbook/carry-out'
import { differences, sentences, type Difference, type Substitute } from '#local/workbook/differences'
import { lookAt } from '#local/workbook/facts'
import { newWorkbook } from '#local/workbook/make'
import { build, everything } from '../core/report/packs.ts'
import { floor, modern, type RequirementSets } from '../hosts/excel/requirement-sets.ts'
import { everyInstruction } from '../local/files/every-instruction.ts'
import { readText } from '../structure/repository.ts'
import { newWork, openAddin } from './open-addin.ts'
import { calculatorOf } from './pack-book.ts'

/** The texts of sparklines, by tab and cell. */
const sparklineTexts = (instructions: readonly Instruction[]): ReadonlyMap<string, string> =>
  new Map(
    instructions.flatMap((each) =>
      each.do === 'sparkline' ? [[`${each.tab} ${cellAddress(each.at)}`, JSON.stringify(each.text)] as const] : [],
    ),
  )

/** What Excel does instead, by its names in docs/substitutes.md. */
const substitutes = (instructions: readonly Instruction[]): readonly Substitute[] => {
  const texts = sparklineTexts(instructions)
  const isText = ({ tab, kind, where, expected, found }: Difference): boolean => {
    const text = texts.get(`${tab} ${where}`)
    if (text === undefined) return false
    if (kind === 'sparkline') return found === null
    return expected === null && (kind === 'style' || (kind === 'value' && found === text))
  }
  return [
    { name: 'excel-chart-alt', covers: ({ kind, found }) => kind === 'chart text' && found === null },
    { name: 'excel-no-comments', covers: ({ kind, found }) => kind === 'comment' && found === null },
    { name: 'excel-sparkline-text', covers: isText },
  ]
}

const compared = async (
  instructions: readonly Instruction[],
  sets: RequirementSets,
): Promise<readonly Difference[]> => {
  const workbook = newWorkbook('Deals')
  const { port } = await openAddin(workbook, { calculate: calculatorOf(instructions) }, sets)
  const { tabs } = await port.write({ run: 'run', title: 'Pack', instructions }, newWork())
  const expected = newWorkbook('Deals')
  carryOut(expected, instructions)
  return differences(lookAt(expected, tabs), lookAt(workbook, tabs), substitutes(instructions))
}

describe('a pack in Excel looks like its instructions but for the named substitutes', () => {
  test.each([
    ['the team pack at the floor', build(everything).instructions, floor],
    ['every instruction in a modern Excel', everyInstruction, modern],
    ['every instruction at the floor', everyInstruction, floor],
  ] as const)('%s', async (_name, instructions, sets) => {
    const list = await compared(instructions, sets)
    expect(sentences(list.filter(({ substitute }) => substitute === null)).slice(0, 20)).toEqual([])
    const documented = readText('docs/substitutes.md')
    for (const name of new Set(list.map(({ substitute }) => substitute)))
      expect(documented).toContain(`\`${String(name)}\``)
  })
})
