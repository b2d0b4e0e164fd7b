import { blankCell } from '#local/workbook/model'
import { clearRules } from './conditional-formats.ts'
import { clearChecks } from './data-validation.ts'
import { isBlankArgument, oneOf } from './given.ts'
import type { Argument } from './host-object.ts'
import { clearCells } from './range-cells.ts'
import type { AtArea } from './session.ts'

const { value, formula, format, look, link } = blankCell

const cleared = {
  All: { value, formula, format, look, link },
  Contents: { value, formula },
  Formats: { format, look },
  Hyperlinks: { link },
  RemoveHyperlinks: { link, look },
} as const

const words = Object.keys(cleared) as (keyof typeof cleared)[]

/** `Range.clear`: conditional formats are formats, and checks go with everything else. */
export const clearArea = (at: AtArea, given: Argument | undefined): void => {
  const what = isBlankArgument(given) ? 'All' : oneOf(given, words, 'Range.clear')
  clearCells(at, cleared[what])
  if (what === 'All' || what === 'Formats') clearRules(at.tab, [at.area])
  if (what === 'All') clearChecks(at.tab, [at.area])
}
