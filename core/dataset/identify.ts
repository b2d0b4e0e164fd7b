import { isBlank } from '../cells/blank.ts'
import type { Grid } from '../cells/grid.ts'
import { chosenRanges } from './chosen-ranges.ts'
import { overrule, tableNamed, type FieldMaps } from './field-map.ts'
import { fieldLabel } from './header.ts'
import { findHeader } from './locate.ts'
import { isSpread, spreadReason } from './merged-header.ts'
import { missingInMap, type FieldMap, type Recognition } from './recognise.ts'
import type { TableSchema } from './schema.ts'
import { speaksOfTargets, wideTargets, type WideTargets } from './wide-targets.ts'
import { settingsMaps } from './settings-maps.ts'
import { settingsTables, type TableChoices } from './settings-tables.ts'
import type { Source } from './source.ts'
import { tableNames, tables, type TableName } from './tables/index.ts'

/** A range of which nobody has said what it is. */
export interface UnnamedRange extends Omit<Source, 'map'> {
  /** The name of its tab; left out, `name`. */
  readonly tab?: string
}

/** Ranges that could be one table, or one range that could be several. */
export interface Question {
  readonly tables: readonly TableName[]
  readonly ranges: readonly string[]
  /** One sentence: what is open and how to settle it. */
  readonly text: string
}

export interface Unrecognised {
  readonly name: string
  /** One sentence. */
  readonly reason: string
}

export interface Identified {
  readonly tables: Readonly<Partial<Record<TableName, Source>>>
  readonly questions: readonly Question[]
  readonly unrecognised: readonly Unrecognised[]
  /** Mappings of the settings table, overruled by those given. */
  readonly maps: FieldMaps
}

/** Tabs of a pack: `TEAM North · 1 Forecast`. */
const packTab = /^(TEAM|COACH|PERF|KAM|PREP|SPM-[MQA])\b.* · /
const ownTab = /^spm[\s_-]+/i

/** Which tables a range may be: a tab that we wrote is never anything but the table it is named after. */
const candidatesFor = (tab: string): readonly TableName[] => {
  if (packTab.test(tab)) return []
  if (!ownTab.test(tab)) return tableNames.filter((name) => name !== 'settings')
  const own = tableNamed(tab) ?? tableNamed(tab.replace(ownTab, ''))
  return own === null ? [] : [own]
}

/** Whether a tab of this name may hold a table: those of a pack and other tabs that we wrote never do. */
export const mayHoldTable = (tab: string): boolean => candidatesFor(tab).length > 0

type Header = NonNullable<ReturnType<typeof findHeader>>

/** Mapped columns count only in a range that has all of them; constants alone mark nothing. */
const headerOf = (grid: Grid, schema: TableSchema, map: FieldMap): Header | null => {
  const mapped = Object.keys(map).length === 0 ? null : findHeader(grid, schema, map)
  const fits =
    mapped !== null &&
    missingInMap(map, mapped.headers).length === 0 &&
    Object.keys(map).some((field) => 'columns' in (mapped.recognition.fields.get(field) ?? {}))
  return fits ? mapped : findHeader(grid, schema)
}

interface Claim {
  readonly range: UnnamedRange
  readonly table: TableName
  readonly fit: number
  /** Whether every mandatory field is there. */
  readonly whole: boolean
  /** Whether two columns claim one of the fields that mark the table: its key and that of the table it belongs to. */
  readonly contested: boolean
}

const knows = (recognition: Recognition, field: string): boolean =>
  [field, `${field}_text`].some((each) => recognition.fields.has(each) || recognition.conflicts.has(each))

const claimOf = (range: UnnamedRange, table: TableName, maps: FieldMaps): Claim | null => {
  const schema: TableSchema = tables[table]
  const header = headerOf(range.grid, schema, maps[table] ?? {})
  if (header === null || header.fit === 0 || isSpread(range.grid, header.headerRow, header.headers)) return null
  const mandatory = Object.entries(schema.fields).flatMap(([field, { level }]) =>
    level === 'mandatory' ? [field] : [],
  )
  const { recognition, fit } = header
  const whole = mandatory.every((field) => knows(recognition, field))
  const contested = mandatory.some((field) => schema.fields[field]?.kind === 'id' && recognition.conflicts.has(field))
  return { range, table, fit, whole, contested }
}

const wideIn = ({ name, tab, grid }: UnnamedRange, map: FieldMap | undefined): WideTargets | null =>
  candidatesFor(tab ?? name).includes('targets') ? wideTargets({ grid, ...(map && { map }) }) : null

/** Targets with a column for each month, where they or their tab say that they are targets. */
const wideClaim = (range: UnnamedRange, maps: FieldMaps): readonly Claim[] => {
  const wide = wideIn(range, maps.targets)
  if (wide === null || !(wide.saysTargets || speaksOfTargets(range.tab ?? range.name))) return []
  const { fields } = wide.found.recognition
  return [{ range, table: 'targets', fit: fields.size + 2, whole: fields.has('metric'), contested: false }]
}

/** What a range is: the tables that it fits best, one unless two fit equally well. */
const claimsOf = (range: UnnamedRange, maps: FieldMaps): readonly Claim[] => {
  const all = candidatesFor(range.tab ?? range.name).flatMap((table) => claimOf(range, table, maps) ?? [])
  if (all.length === 0) return wideClaim(range, maps)
  const clean = all.filter(({ contested }) => !contested)
  const claims = clean.length > 0 ? clean : all
  const best = Math.max(...claims.map(({ fit }) => fit))
  return claims.filter(({ fit }) => fit === best)
}

interface NearMark {
  readonly schema: TableSchema
  readonly missing: readonly string[]
  /** How much of the mark is there, from 0 to 1. */
  readonly share: number
}

/** Less of a mark than this is chance: a header such as Plan or Month stands in many lists. */
const leastOfMark = 0.5

/** The marks of tables that a range has a good part of, the fullest first. */
const nearMarks = (grid: Grid, candidates: readonly TableName[]): readonly NearMark[] =>
  candidates
    .flatMap((table) => {
      const schema: TableSchema = tables[table]
      const header = findHeader(grid, schema)
      if (header === null) return []
      return schema.marks.map((mark) => {
        const missing = mark.filter((field) => !knows(header.recognition, field))
        return { schema, missing, share: 1 - missing.length / mark.length }
      })
    })
    .filter(({ share }) => share >= leastOfMark)
    .sort((a, b) => b.share - a.share)

/** The row of a header that is spread over two, from 1; `null` where a range has none. */
const spreadRow = ({ grid, firstRow = 1 }: UnnamedRange, candidates: readonly TableName[]): number | null => {
  for (const table of candidates) {
    const header = findHeader(grid, tables[table])
    if (header !== null && header.fit > 0 && isSpread(grid, header.headerRow, header.headers))
      return header.headerRow + firstRow
  }
  return null
}

/** What it says that the first row comes again, as where several lists stand one below the other. */
const repeats = ({ grid, firstRow = 1 }: UnnamedRange): string => {
  const first = JSON.stringify(grid[0])
  const rows = grid.flatMap((row, i) => (i > 0 && JSON.stringify(row) === first ? [i + firstRow] : []))
  if ((grid[0] ?? []).filter((cell) => !isBlank(cell)).length < 2 || rows.length === 0) return ''
  return ` Its first row comes again in row ${rows.slice(0, 5).join(', ')}, as where several lists stand one below the other.`
}

/** Why a range is no table: the one that it nearly is, and what it lacks for it. */
const reasonFor = (range: UnnamedRange): string => {
  const { name, tab, grid } = range
  const candidates = candidatesFor(tab ?? name)
  if (candidates.length === 0) return `"${name}" was written by SPM and is not read as a table.`
  const spread = spreadRow(range, candidates)
  if (spread !== null) return spreadReason(name, spread)
  if (wideIn(range, undefined) !== null)
    return `"${name}" has a column for each month and may be Targets, but nothing in it says so. If it is: choose "${name}" as targets.`
  const [near] = nearMarks(grid, candidates)
  if (near === undefined)
    return `"${name}" is no table that is known: none of its first rows is a header row. Put the headers in one row above the data, or name the table and its columns.${repeats(range)}`
  const { schema, missing } = near
  const again = repeats(range)
  const otherwise = schema.name === 'deals' ? '' : ` If its rows are opportunities: choose "${name}" as deals.`
  return `"${name}" is no table that is known. It comes nearest to ${schema.title}, but has no column for ${missing.map(fieldLabel).join(' and ')}. If it is that table, name it, and the columns that have other headers: choose "${name}" as ${schema.name} and map ${schema.name}.${missing[0] ?? ''} to its column.${otherwise}${again}`
}

const unclear = (range: UnnamedRange, claims: readonly Claim[]): Question => ({
  tables: claims.map(({ table }) => table),
  ranges: [range.name],
  text: `"${range.name}" could be ${claims.map(({ table }) => tables[table].title).join(' or ')}. Say which: ${claims.map(({ table }) => `choose "${range.name}" as ${table}`).join(' or ')}.`,
})

const contested = (table: TableName, claims: readonly Claim[]): Question => ({
  tables: [table],
  ranges: claims.map(({ range }) => range.name),
  text: `${claims.map(({ range }) => `"${range.name}"`).join(' and ')} could each be the table ${tables[table].title}. Say which one counts: choose "${claims[0]?.range.name ?? ''}" as ${table}.`,
})

const secondBest = ({ range, table }: Claim, chosen: string): Unrecognised => ({
  name: range.name,
  reason: `"${range.name}" looks like ${tables[table].title}, for which "${chosen}" is used. To use it instead: choose "${range.name}" as ${table}.`,
})

const sourceOf = ({ name, grid, firstRow, map }: UnnamedRange & Source, more: FieldMap = {}): Source => ({
  name,
  grid,
  ...(firstRow !== undefined && { firstRow }),
  ...((map !== undefined || Object.keys(more).length > 0) && { map: { ...more, ...map } }),
})

/** Those that have every mandatory field, or all where none has; the fullest first. */
const rivalsOf = (claims: readonly Claim[]): readonly Claim[] => {
  const whole = claims.filter((claim) => claim.whole)
  return [...(whole.length > 0 ? whole : claims)].sort((a, b) => b.fit - a.fit)
}

/** What the settings choose, but for the tables that are named with the question. */
const openChoices = (settings: Source | null, named: Readonly<Partial<Record<TableName, Source>>>): TableChoices =>
  Object.fromEntries(Object.entries(settingsTables(settings)).filter(([table]) => !Object.hasOwn(named, table)))

/**
 * Which table each range is, by its headers alone. A range goes to the table of which it knows the most fields; a table
 * is settled only when one range alone has all of its mandatory fields, or none has and one alone its marks. What is
 * not settled is a question. Tables that are named already, and those that the settings table names, take part in no
 * question; a name in the settings that no range has is one itself, and nothing takes the place of what was meant.
 */
export const identify = (
  ranges: readonly UnnamedRange[],
  given: FieldMaps = {},
  named: Readonly<Partial<Record<TableName, Source>>> = {},
): Identified => {
  const found: Partial<Record<TableName, Source>> = { ...named }
  const questions: Question[] = []
  const unrecognised: Unrecognised[] = []
  const settle = (table: TableName, claims: readonly Claim[], maps: FieldMaps = {}): void => {
    const rivals = rivalsOf(claims)
    const [only, second] = rivals
    const settled = found[table]?.name ?? (second === undefined ? only?.range.name : undefined)
    if (settled === undefined) return void questions.push(contested(table, rivals))
    if (found[table] === undefined && only !== undefined) found[table] = sourceOf(only.range, maps[table])
    const left = claims.filter((claim) => claim.range.name !== settled)
    unrecognised.push(...left.map((claim) => secondBest(claim, settled)))
  }
  const claim = (range: UnnamedRange, maps: FieldMaps): readonly Claim[] => {
    const [only, ...more] = claimsOf(range, maps)
    if (only !== undefined && more.length === 0) return [only]
    if (only === undefined) unrecognised.push({ name: range.name, reason: reasonFor(range) })
    else questions.push(unclear(range, [only, ...more]))
    return []
  }
  const own = ranges.flatMap((range) => claimsOf(range, {}).filter(({ table }) => table === 'settings'))
  if (own.length > 0) settle('settings', own)
  const maps = overrule(settingsMaps(found.settings ?? null), given)
  for (const [table, source] of Object.entries(named) as [TableName, Source][])
    found[table] = sourceOf(source, maps[table])
  const others = ranges.filter((each) => own.every((claim) => claim.range !== each))
  const chosen = chosenRanges(openChoices(found.settings ?? null, named), others)
  for (const [table, range] of chosen.ranges) found[table] = sourceOf(range, maps[table])
  questions.push(...chosen.questions)
  const taken = new Set(chosen.ranges.values())
  const clear = others.filter((range) => !taken.has(range)).flatMap((range) => claim(range, maps))
  for (const table of tableNames) {
    const claims = clear.filter((claim) => claim.table === table)
    const isOpen = chosen.questions.some((question) => question.tables.includes(table))
    if (claims.length > 0 && !isOpen) settle(table, claims, maps)
  }
  return { tables: found, questions, unrecognised, maps }
}
