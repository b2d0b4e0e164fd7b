import { cellAddress } from '#core/report/a1'
import type { LinkTarget } from '#core/report/instructions'
import { quotedTab } from './a1.ts'
import { fail } from './fail.ts'
import { cellAt, checkArea, type CellDraft, type Of, type TabDraft } from './tab-draft.ts'
import { putContent, storedText } from './write-content.ts'

/** Excel's limits. */
const longestUrl = 2079
const mostLinks = 65_530

const schemes: readonly string[] = ['http:', 'https:', 'mailto:']

const checkedUrl = (url: string, where: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !schemes.includes(parsed.protocol))
    return fail('file', `${where} points to "${url}", but only http, https and mailto links are written.`)
  if (parsed.href.length > longestUrl)
    fail('file', `${where} has an address of more than ${longestUrl} characters: shorten it.`)
  return parsed.href
}

const target = (
  to: LinkTarget,
  where: string,
  tabs: ReadonlyMap<string, TabDraft>,
): { target: string; location?: string } => {
  if ('url' in to) return { target: checkedUrl(to.url, where) }
  if (!tabs.has(to.tab)) fail('file', `${where} points to the tab "${to.tab}", which is not written.`)
  return { target: '', location: `${quotedTab(to.tab)}!${cellAddress(to.cell)}` }
}

/** Makes a cell a link and gives it the text; a cell that already holds the same text keeps it. */
export const writeLink = (draft: TabDraft, { at, to, text }: Of<'link'>, tabs: ReadonlyMap<string, TabDraft>): void => {
  const where = `The link in ${cellAddress(at)} on tab "${draft.name}"`
  checkArea(draft, { ...at, rows: 1, columns: 1 }, where)
  const cell = cellAt(draft, at)
  putContent(draft, cell, text)
  cell.link = { ...target(to, where, tabs), display: storedText(text) }
  cell.style ??= 'link'
}

export const checkLinks = (name: string, cells: readonly CellDraft[]): void => {
  if (cells.filter(({ link }) => link !== null).length > mostLinks)
    fail('file', `Tab "${name}" has more than ${mostLinks} links, which is all that a worksheet holds.`)
}
