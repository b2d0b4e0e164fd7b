import { describe, expect, test } from '@jest/globals'
import type { Instruction } from '#core/report/instructions'
import { carryOut } from '#local/workbook/carry-out'
import { peekCell, putCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { build, calm, everything } from '../core/report/packs.ts'
import type { Exchange } from '../hosts/excel/batch/host.ts'
import { modern, type RequirementSets } from '../hosts/excel/requirement-sets.ts'
import { everyInstruction } from '../local/files/every-instruction.ts'
import { newWork, openAddin } from './open-addin.ts'
import { calculatorOf } from './pack-book.ts'
import { packDifferences } from './same-tabs.ts'

const team = build(everything).instructions
const earlier = build(calm).instructions

interface Written {
  readonly workbook: Workbook
  readonly tabs: readonly string[]
  readonly exchanges: readonly Exchange[]
  readonly substitutes: readonly string[]
}

const write = async (
  workbook: Workbook,
  instructions: readonly Instruction[],
  sets?: RequirementSets,
): Promise<Written> => {
  const { host, port } = await openAddin(workbook, { calculate: calculatorOf(instructions) }, sets)
  const before = host.exchanges.length
  const run = `r${workbook.lastId}`
  const { tabs, substitutes } = await port.write({ run, title: 'Pack', instructions }, newWork())
  return { workbook, tabs, substitutes, exchanges: host.exchanges.slice(before) }
}

const carriedOut = (instructions: readonly Instruction[]): Workbook => {
  const workbook = newWorkbook('Deals')
  carryOut(workbook, instructions)
  return workbook
}

const differences = (instructions: readonly Instruction[], { workbook, tabs }: Written): readonly string[] =>
  packDifferences(carriedOut(instructions), workbook, tabs).map((each) => each.slice(0, 300))

describe('a pack in Excel', () => {
  test('is what its instructions make: the team pack', async () => {
    expect(differences(team, await write(newWorkbook('Deals'), team))).toEqual([])
  })

  test('is what its instructions make: every kind of instruction, where Excel has comments', async () => {
    const written = await write(newWorkbook('Deals'), everyInstruction, modern)
    expect(differences(everyInstruction, written)).toEqual([])
    expect(written.substitutes).toEqual(['excel-chart-alt'])
  })

  test('says what it could not do at the floor of the add-in: comments', async () => {
    const written = await write(newWorkbook('Deals'), everyInstruction)
    expect(written.substitutes).toEqual(expect.arrayContaining(['excel-no-comments', 'excel-chart-alt']))
    expect(differences(everyInstruction, written).every((each) => each.includes('comments'))).toBe(true)
  })

  test('is the same where an earlier one stood that people had changed', async () => {
    const { workbook, tabs } = await write(newWorkbook('Deals'), earlier)
    const ids = new Set(workbook.tabs.map(({ id }) => id))
    const tab = tabNamed(workbook, tabs[1] ?? '')
    if (tab === undefined) throw new Error('No tab.')
    putCell(tab, 70, 12, { value: 'typed', format: '0.00' })
    tab.widths.set(3, 50)
    tab.heights.set(4, 80)
    const again = await write(workbook, team)
    expect(differences(team, again)).toEqual([])
    expect(workbook.tabs.filter(({ id }) => ids.has(id))).toHaveLength(ids.size)
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Deals', ...again.tabs])
  })

  test('that was changed in one format, one chart or one value is not the same', async () => {
    const written = await write(newWorkbook('Deals'), team)
    const [chart] = written.workbook.tabs.flatMap((tab) => tab.charts)
    const trust = tabNamed(written.workbook, 'TEAM · 0 Trust')
    if (chart === undefined || trust === undefined) throw new Error('No chart, or no tab.')
    const { kind } = chart
    chart.kind = 'line'
    expect(differences(team, written)).toEqual([expect.stringContaining('charts, 0, kind')])
    chart.kind = kind
    const { format, value } = peekCell(trust, 10, 2)
    putCell(trust, 10, 2, { format: '0.000' })
    expect(differences(team, written)).toEqual([expect.stringContaining('cell C11, format')])
    putCell(trust, 10, 2, { format, value: 12 })
    expect(differences(team, written)).toEqual([expect.stringContaining('cell C11, value')])
    putCell(trust, 10, 2, { value })
    expect(differences(team, written)).toEqual([])
  })

  test('takes at most three requests a tab, all far below the limit of 5 MB', async () => {
    const { tabs, exchanges } = await write(newWorkbook('Deals'), team)
    expect(exchanges.length).toBeLessThanOrEqual(3 * tabs.length)
    expect(Math.max(...exchanges.map(({ requestBytes }) => requestBytes))).toBeLessThan(500_000)
  })
})
