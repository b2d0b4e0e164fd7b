import { isBlank } from '#core/cells/blank'
import type { Grid } from '#core/cells/grid'
import { overrule, readFieldMaps, type FieldMaps } from '#core/dataset/field-map'
import { compareHeaders, headerHash } from '#core/dataset/header-hash'
import type { SavedMap } from './config.ts'
import type { NamedSheet } from './read-sheets.ts'

/** How far down a header row is looked for, as everywhere. */
const deepest = 30

const headersIn = (grid: Grid): readonly (readonly string[])[] =>
  grid
    .slice(0, deepest)
    .map((row) => row.map((cell) => (isBlank(cell) ? '' : String(cell).trim())))
    .filter((row) => row.filter((header) => header !== '').length >= 2)

/** What a mapping is saved under: the file without its folder, and the tab. */
export const sourceOf = ({ name }: Pick<NamedSheet, 'name'>): string => name.replace(/^.*[\\/](?=[^#]*(#|$))/, '')

export interface SavedUse {
  readonly maps: FieldMaps
  /** The entries that were applied, each with the sheet that has its headers. */
  readonly applied: readonly { readonly saved: SavedMap; readonly sheet: NamedSheet }[]
  /** The sheets; one whose headers have changed since its mapping was saved says so. */
  readonly sheets: readonly NamedSheet[]
}

/** The row that comes nearest to the headers that were saved: the one with most of them. */
const nearestRow = (rows: readonly (readonly string[])[], saved: SavedMap): readonly string[] => {
  const lost = (row: readonly string[]): number => compareHeaders(saved.headers, row).gone.length
  return rows.reduce((best, row) => (lost(row) < lost(best) ? row : best), rows[0] ?? [])
}

const quoted = (headers: readonly string[]): string => headers.map((header) => `"${header}"`).join(', ')

const changedNote = (rows: readonly (readonly string[])[], saved: SavedMap): string => {
  const { gone, added } = compareHeaders(saved.headers, nearestRow(rows, saved))
  const changes = [
    ...(gone.length > 0 ? [`gone: ${quoted(gone)}`] : []),
    ...(added.length > 0 ? [`new: ${quoted(added)}`] : []),
  ]
  const what = changes.length === 0 ? 'a header is repeated more or less often' : changes.join('; ')
  return `The headers have changed since the mapping of ${saved.source} was saved, so it is not used (${what}). Look at it with spm map, and save it again.`
}

/** Applies each saved mapping to the range that has its headers, whatever the file is called. */
export const useSaved = (saved: readonly SavedMap[], sheets: readonly NamedSheet[]): SavedUse => {
  const known = sheets.map((sheet) => {
    const rows = headersIn(sheet.grid)
    return { sheet, rows, hashes: new Set(rows.map(headerHash)) }
  })
  const applied = saved.flatMap((entry) => {
    const found = known.find(({ hashes }) => hashes.has(entry.hash))
    return found === undefined ? [] : [{ saved: entry, sheet: found.sheet }]
  })
  return {
    maps: applied.reduce<FieldMaps>(
      (maps, { saved: { map } }) => overrule(maps, readFieldMaps(Object.entries(map))),
      {},
    ),
    applied,
    sheets: known.map(({ sheet, rows, hashes }) => {
      const stale = saved.filter(({ source, hash }) => source === sourceOf(sheet) && !hashes.has(hash))
      const isSettled = applied.some((each) => each.sheet === sheet)
      return isSettled || stale.length === 0
        ? sheet
        : { ...sheet, notes: [...sheet.notes, ...stale.map((entry) => changedNote(rows, entry))] }
    }),
  }
}
