import { isoDay, type Day } from '#core/cells/day'
import { identify } from '#core/dataset/identify'
import { openDataset } from '#core/dataset/dataset'
import { cellAddress } from '#core/report/a1'
import { buildPack } from '#core/report/build-pack'
import type { Instruction } from '#core/report/instructions'
import type { Difference, Substitute } from '#local/workbook/differences'
import { readAddress } from '#local/workbook/address'
import { tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { gridOf, rangesOf } from '../../hosts/panel-cells.ts'

/** The team pack of a workbook, made by the core without any panel or Excel. */
export const teamPackOf = (workbook: Workbook, today: Day): readonly Instruction[] => {
  const ranges = rangesOf(workbook).flatMap(({ tab, name, address, firstRow }) => {
    const [home, area] = [tabNamed(workbook, tab), readAddress(address)]
    return home === undefined || area === null ? [] : [{ tab, name, firstRow, grid: gridOf(home, area) }]
  })
  const { tables } = identify(ranges)
  const data = openDataset({ tables, settings: { as_of: isoDay(today) }, today })
  const pack = buildPack({ pack: 'TEAM', data, scope: null })
  if (!pack.ok) throw new Error(pack.reason)
  return pack.instructions
}

const sparklineTexts = (instructions: readonly Instruction[]): ReadonlyMap<string, string> =>
  new Map(
    instructions.flatMap((each) =>
      each.do === 'sparkline' ? [[`${each.tab} ${cellAddress(each.at)}`, JSON.stringify(each.text)] as const] : [],
    ),
  )

/** Where the file and Excel each do something else, by the names in docs/substitutes.md: the file is what is expected. */
export const substitutesOf = (instructions: readonly Instruction[]): readonly Substitute[] => {
  const texts = sparklineTexts(instructions)
  const isText = ({ tab, kind, where, expected, found }: Difference): boolean => {
    const text = texts.get(`${tab} ${where}`)
    if (text === undefined) return false
    if (kind === 'sparkline') return found === null
    return expected === null && (kind === 'style' || (kind === 'value' && found === text))
  }
  return [
    { name: 'excel-chart-alt', covers: ({ kind, found }) => kind === 'chart text' && found === null },
    { name: 'excel-sparkline-text', covers: isText },
    {
      name: 'file-column-line',
      covers: ({ kind, expected, found }) =>
        kind === 'chart' && expected?.includes('"column"') === true && found?.includes('"columnLine"') === true,
    },
  ]
}
