import type { WritePlan } from '#panel/port.ts'
import type { Book } from './look-at-book.ts'

/** The pack and scope of a tab's name: `TEAM North` of `TEAM North · 1 Forecast`. */
const packOf = (tab: string): string => tab.split(' · ')[0] ?? tab

const takenTables = (
  { tables, tabs }: Book,
  wanted: readonly string[],
  names: readonly string[],
): readonly string[] => {
  const own = new Set(names.map((name) => name.toLowerCase()))
  const mine = (tab: string): boolean =>
    own.has(tab.toLowerCase()) && (tabs.get(tab.toLowerCase())?.record ?? null) !== null
  const lower = new Set(wanted.map((name) => name.toLowerCase()))
  return tables
    .filter(({ name, tab }) => lower.has(name.toLowerCase()) && !mine(tab))
    .map(
      ({ name, tab }) =>
        `The table "${name}" on tab "${tab}" has a name that the pack needs: rename that table, then try again.`,
    )
}

/** What a write would do, and what stands in its way, as sentences. */
export const planWrite = (book: Book, names: readonly string[], tables: readonly string[] = []): WritePlan => {
  const obstacles: string[] = []
  const planned = names.map((name) => {
    const there = book.tabs.get(name.toLowerCase())
    if (there === undefined) return { tab: name, state: 'new' as const }
    if (there.record === null)
      obstacles.push(
        `The tab "${there.sheet.name}" was not made by SPM, so it is not written over: rename it, then try again.`,
      )
    else if (there.isProtected)
      obstacles.push(`The tab "${name}" is protected: unprotect it on the Review tab, then try again.`)
    return { tab: name, state: 'rewritten' as const }
  })
  if (book.structureProtected && planned.some(({ state }) => state === 'new'))
    obstacles.push('The workbook is protected against new tabs: unprotect it on the Review tab, then try again.')
  const packs = new Set(names.map(packOf))
  const wanted = new Set(names)
  const leftOver = book.sheets
    .filter(({ name }) => packs.has(packOf(name)) && !wanted.has(name))
    .filter((sheet) => book.records.some(({ tab }) => tab === sheet.name))
    .map(({ name }) => name)
  return { tabs: planned, leftOver, obstacles: [...obstacles, ...takenTables(book, tables, names)] }
}
