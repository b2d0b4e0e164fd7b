import type { Cell } from '#core/cells/grid'
import type { Content, Instruction } from '#core/report/instructions'
import type { HostOptions } from '../hosts/excel/batch/host.ts'

type Calculate = NonNullable<HostOptions['calculate']>

const isFormula = (content: Content): content is Exclude<Content, string | number | boolean | null> =>
  typeof content === 'object' && content !== null

/** Works out the formulas of packs: each gives the value that its instruction promises, in its cell. */
export const calculatorOf = (...packs: readonly (readonly Instruction[])[]): Calculate => {
  const promised = new Map<string, Cell>()
  const keyOf = (tab: string, row: number, column: number, formula: string): string =>
    `${tab} ${row} ${column} ${formula}`
  for (const instruction of packs.flat())
    if (instruction.do === 'values')
      instruction.values.forEach((cells, down) => {
        cells.forEach((content, right) => {
          const [row, column] = [instruction.at.row + down, instruction.at.column + right]
          if (isFormula(content)) promised.set(keyOf(instruction.tab, row, column, content.formula), content.value)
        })
      })
  return (formula, { tab, row, column }) => promised.get(keyOf(tab.name, row, column, formula)) ?? null
}
