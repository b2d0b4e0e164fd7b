import type { NamedRange, WriteSheet } from 'hucre'
import { footerParts } from '#core/report/footer'
import type { Print } from '#core/report/instructions'
import { tabColours } from '#core/report/styles'
import { fixedArea, quotedTab } from './a1.ts'
import { fail } from './fail.ts'
import { margins } from './page-breaks.ts'
import { checkArea, newDraft, type Of, type TabDraft } from './tab-draft.ts'

const longestTabName = 31
const longestFooter = 255
/** A column of width n shows n digits only if the border's padding (5 of 7 pixels) is added. */
export const padding = 0.71

/** Throws unless spreadsheet programs accept the name of a tab. */
const checkTabName = (name: string): void => {
  const refuse = (why: string): never => fail('file', `The tab name "${name}" ${why}: choose another one.`)
  if (name.trim() === '') refuse('is empty')
  if (name.length > longestTabName) refuse(`has ${name.length} characters, at most ${longestTabName} are allowed`)
  if (/[:\\/?*[\]]/.test(name)) refuse('contains one of : \\ / ? * [ ]')
  if (/\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/u.test(name)) refuse('contains a control character')
  if (name.startsWith("'") || name.endsWith("'")) refuse('begins or ends with an apostrophe')
  if (name.toLowerCase() === 'history') refuse('is reserved')
}

const footer = (tab: string, text: string): string => {
  const { left, right } = footerParts(text)
  const line = `&L${left}&R${right}`
  if (line.length > longestFooter)
    fail('file', `The footer of tab "${tab}" is longer than ${longestFooter} characters.`)
  return line
}

const pageSetup = ({ landscape, onePage }: Print): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: onePage ? 1 : 0,
  margins,
})

/** Written as names of our own, because the library does not quote the tab in its print settings. */
const printNames = (tab: string, { area, repeatRows }: Print): readonly NamedRange[] => [
  { name: '_xlnm.Print_Area', range: `${quotedTab(tab)}!${fixedArea(area)}`, scope: tab },
  ...(repeatRows > 0 ? [{ name: '_xlnm.Print_Titles', range: `${quotedTab(tab)}!$1:$${repeatRows}`, scope: tab }] : []),
]

const frozen = ({ rows, columns }: Of<'tab'>['freeze']): Pick<WriteSheet, 'freezePane'> =>
  rows > 0 || columns > 0 ? { freezePane: { rows, columns } } : {}

export const newTab = (instruction: Of<'tab'>): TabDraft => {
  const { tab, colour, widths, freeze, print } = instruction
  checkTabName(tab)
  const sheet: WriteSheet = {
    name: tab,
    columns: widths.map((width) => ({ width: width + padding })),
    view: { showGridLines: false, tabColor: { rgb: tabColours[colour] } },
    pageSetup: pageSetup(print),
    headerFooter: { oddFooter: footer(tab, print.footer) },
    ...frozen(freeze),
    tables: [],
    charts: [],
    sparklines: [],
    conditionalRules: [],
    dataValidations: [],
  }
  const draft = newDraft(instruction, sheet, printNames(tab, print))
  checkArea(draft, print.area, 'The print area')
  return draft
}
