import type { FieldMaps } from '#core/dataset/field-map'
import { identify, type UnnamedRange } from '#core/dataset/identify'
import type { Source } from '#core/dataset/source'
import { tables, type TableName } from '#core/dataset/tables/index'
import { SpmError } from '#core/errors'
import type { FileArgument } from './file-argument.ts'
import type { NamedSheet } from './read-sheets.ts'

/** What was said to be a table, and what remains to be recognised. */
export interface Arranged {
  readonly named: Readonly<Partial<Record<TableName, Source>>>
  readonly ranges: readonly UnnamedRange[]
}

const settingsTab = /^spm[\s_-]+settings$/i

const rangeOf = ({ name, sheet, file, grid }: NamedSheet): UnnamedRange => ({
  name,
  tab: sheet ?? file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''),
  grid,
})

const tabsOf = (file: FileArgument, sheets: readonly NamedSheet[]): readonly NamedSheet[] => {
  const all = sheets.filter((sheet) => sheet.file === file.path)
  if (file.tab === null) return all
  const { tab, path } = file
  const found = all.filter(({ sheet }) => sheet?.toLowerCase() === tab.toLowerCase())
  if (found.length > 0) return found
  const names = all.flatMap(({ sheet }) => sheet ?? [])
  throw new SpmError(
    'file',
    names.length === 0
      ? `${path} has no tabs: name it without #${tab}.`
      : `${path} has no tab "${tab}". Its tabs are: ${names.join(', ')}.`,
  )
}

/** The one tab of a file that can be the table it is named as. */
const chooseTab = (table: TableName, file: FileArgument, tabs: readonly NamedSheet[], maps: FieldMaps): Source => {
  const [only, second] = tabs
  if (only !== undefined && second === undefined) return { name: only.name, grid: only.grid }
  const found = identify(tabs.map(rangeOf), maps).tables[table]
  if (found !== undefined) return { name: found.name, grid: found.grid }
  const names = tabs.flatMap(({ sheet }) => sheet ?? [])
  throw new SpmError(
    'conflict',
    `${file.path} has ${tabs.length} tabs, and their headers do not tell which one is ${tables[table].title}. Name it: ${table}=${file.path}#${names[0] ?? ''}. Its tabs are: ${names.join(', ')}.`,
  )
}

/** Puts named tables apart; a workbook's settings tab always takes part, whatever else of it is named. */
export const arrange = (files: readonly FileArgument[], sheets: readonly NamedSheet[], maps: FieldMaps): Arranged => {
  const named: Partial<Record<TableName, Source>> = {}
  const open = new Set<NamedSheet>()
  for (const file of files) {
    const tabs = tabsOf(file, sheets)
    if (file.table === null) for (const tab of tabs) open.add(tab)
    else named[file.table] = chooseTab(file.table, file, tabs, maps)
    for (const sheet of sheets) if (sheet.file === file.path && settingsTab.test(sheet.sheet ?? '')) open.add(sheet)
  }
  const taken = new Set(Object.values(named).map(({ grid }) => grid))
  return { named, ranges: [...open].filter(({ grid }) => grid.length > 0 && !taken.has(grid)).map(rangeOf) }
}
