import { describe, expect, test } from '@jest/globals'
import type { Instruction } from '#core/report/instructions'
import { cellAddress } from '#core/report/a1'
import { carryOut } from '#local/workbook/carry-out'
import { peekCell, putCell } from '#local/workbook/cells'
import { differences, sentences, type Substitute } from '#local/workbook/differences'
import { lookAt } from '#local/workbook/facts'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { build, calm, everything } from '../core/report/packs.ts'
import type { Exchange } from '../hosts/excel/batch/host.ts'
import { modern, type RequirementSets } from '../hosts/excel/requirement-sets.ts'
import { everyInstruction } from '../local/files/every-instruction.ts'
import { newWork, openAddin } from './open-addin.ts'
import { calculatorOf } from './pack-book.ts'

const team = build(everything).instructions
const earlier = build(calm).instructions

/** What Excel of any age does otherwise with these packs. */
const named = ['excel-chart-alt', 'excel-sparkline-text']

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

const sparklinesOf = (instructions: readonly Instruction[]): ReadonlySet<string> =>
  new Set(instructions.flatMap((each) => (each.do === 'sparkline' ? [`${each.tab} ${cellAddress(each.at)}`] : [])))

/** As docs/substitutes.md names them. A course in characters has letters, and these have a size. */
const substitutesFor = (instructions: readonly Instruction[]): readonly Substitute[] => {
  const drawn = sparklinesOf(instructions)
  return [
    { name: 'excel-chart-alt', covers: ({ kind, found }) => kind === 'chart text' && found === null },
    { name: 'excel-no-comments', covers: ({ kind, found }) => kind === 'comment' && found === null },
    {
      name: 'excel-sparkline-text',
      covers: ({ kind, tab, where, expected }) =>
        (kind === 'sparkline' || expected === null) &&
        ['sparkline', 'value', 'style'].includes(kind) &&
        drawn.has(`${tab} ${where}`),
    },
  ]
}

/** What differs from the pack that the instructions make: each in a sentence, or by the name of its substitute. */
const deviations = (instructions: readonly Instruction[], { workbook, tabs }: Written): readonly string[] => {
  const found = differences(
    lookAt(carriedOut(instructions), tabs),
    lookAt(workbook, tabs),
    substitutesFor(instructions),
  )
  const named = new Set(found.flatMap(({ substitute }) => substitute ?? []))
  return [...sentences(found.filter(({ substitute }) => substitute === null)), ...[...named].sort()]
}

describe('a pack in Excel', () => {
  test('is what its instructions make: the team pack', async () => {
    const written = await write(newWorkbook('Deals'), team)
    expect(deviations(team, written)).toEqual(named)
    expect([...written.substitutes].sort()).toEqual(named)
  })

  test('is what its instructions make: every kind of instruction, where Excel has comments', async () => {
    const written = await write(newWorkbook('Deals'), everyInstruction, modern)
    expect(deviations(everyInstruction, written)).toEqual(named)
    expect([...written.substitutes].sort()).toEqual(named)
  })

  test('says what it could not do at the floor of the add-in: comments', async () => {
    const written = await write(newWorkbook('Deals'), everyInstruction)
    const all = ['excel-chart-alt', 'excel-no-comments', 'excel-sparkline-text']
    expect([...written.substitutes].sort()).toEqual(all)
    expect(deviations(everyInstruction, written)).toEqual(all)
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
    expect(deviations(team, again)).toEqual(named)
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
    expect(deviations(team, written)).toEqual([
      expect.stringMatching(/chart A19.*stackedColumn.*found.*line/),
      ...named,
    ])
    chart.kind = kind
    const { format, value } = peekCell(trust, 10, 2)
    putCell(trust, 10, 2, { format: '0.000' })
    expect(deviations(team, written)).toEqual([expect.stringContaining('format C11'), ...named])
    putCell(trust, 10, 2, { format, value: 12 })
    expect(deviations(team, written)).toEqual([expect.stringContaining('value C11'), ...named])
    putCell(trust, 10, 2, { value })
    expect(deviations(team, written)).toEqual(named)
  })

  test('takes at most three requests a tab, all far below the limit of 5 MB', async () => {
    const { tabs, exchanges } = await write(newWorkbook('Deals'), team)
    expect(exchanges.length).toBeLessThanOrEqual(3 * tabs.length)
    expect(Math.max(...exchanges.map(({ requestBytes }) => requestBytes))).toBeLessThan(500_000)
  })
})
