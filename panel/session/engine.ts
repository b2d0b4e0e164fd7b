import { isoDay, type Day } from '#core/cells/day'
import type { Grid } from '#core/cells/grid'
import type { Dataset, DatasetInput } from '#core/dataset/dataset'
import { identify, type Identified, type UnnamedRange } from '#core/dataset/identify'
import { readInSteps, type ReadSoFar } from '#core/dataset/read-all'
import { reopener } from '#core/dataset/recent'
import type { Source } from '#core/dataset/source'
import type { TableName } from '#core/dataset/tables/index'
import { SpmError } from '#core/errors'
import type { FoundRange, SettingRow } from '../port.ts'
import { catalogueView } from './catalogue-view.ts'
import { findingViews } from './finding-views.ts'
import { savedRows, settingViews } from './saved-rows.ts'
import { scopeNames } from './scope-names.ts'
import { tableViews } from './table-views.ts'
import { trustFacts } from './trust-facts.ts'
import type { WorkbookView } from './views.ts'

/** The cells that were read, by the name of their range; ranges that are no table have their first rows only. */
export type CellsOf = (range: FoundRange) => Grid

/** Tables by their headers, and what of the workbook's choices could not be followed. */
export interface Recognised {
  readonly identified: Identified
  readonly saved: readonly SettingRow[]
  readonly doubts: readonly string[]
  /** Ranges whose cells are needed in full. */
  readonly needed: readonly FoundRange[]
}

/** An open workbook. */
export interface OpenBook {
  readonly input: DatasetInput
  readonly data: Dataset
  readonly recognised: Recognised
  readonly ranges: readonly FoundRange[]
  /** Why a table, or the settings, could not be used. */
  readonly doubts: readonly string[]
}

const attempt = <T>(work: () => T): { readonly value: T } | { readonly reason: string } => {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof SpmError) return { reason: error.message }
    throw error
  }
}

const unnamed = (found: readonly FoundRange[], cells: CellsOf): readonly UnnamedRange[] =>
  found.flatMap((range) => {
    const grid = cells(range)
    return grid.length === 0 ? [] : [{ name: range.name, tab: range.tab, firstRow: range.firstRow, grid }]
  })

/** Which ranges are which tables; settings that cannot be followed are left out, and said so. */
export const recogniseTables = (
  found: readonly FoundRange[],
  settings: FoundRange | null,
  cells: CellsOf,
): Recognised => {
  const ranges = unnamed(found, cells)
  const first = attempt(() => identify(ranges))
  const doubts = 'reason' in first ? [first.reason] : []
  const identified = 'value' in first ? first.value : identify(ranges.filter(({ name }) => name !== settings?.name))
  const names = new Set(Object.values(identified.tables).map(({ name }) => name))
  const rows = attempt(() =>
    savedRows(settings === null ? null : { name: settings.name, grid: cells(settings), firstRow: settings.firstRow }),
  )
  return {
    identified,
    saved: 'value' in rows ? rows.value : [],
    doubts,
    needed: found.filter(({ name }) => names.has(name) && name !== settings?.name),
  }
}

type Tables = Readonly<Partial<Record<TableName, Source>>>

/** Tables that open, each by itself; the others with their reason. */
const openable = (open: (input: DatasetInput) => unknown, input: DatasetInput): [Tables, readonly string[]] => {
  const kept: Partial<Record<TableName, Source>> = {}
  const reasons: string[] = []
  for (const [name, source] of Object.entries(input.tables) as [TableName, Source][]) {
    const alone = attempt(() => open({ ...input, tables: { [name]: source } }))
    if ('reason' in alone) reasons.push(alone.reason)
    else kept[name] = source
  }
  return [kept, reasons]
}

/** Packs are a chunk of their own, fetched when the first is asked for. */
const loadPacks = async () => await import('./pack-builder.ts')

/** What the core does for the panel. Equal cells are read once, whatever arrays they come in. */
export const createEngine = () => {
  const reopen = reopener()

  const open = (found: readonly FoundRange[], recognised: Recognised, cells: CellsOf, today: Day): OpenBook => {
    const sources = Object.fromEntries(
      Object.entries(recognised.identified.tables).map(([table, source]) => {
        const range = found.find(({ name }) => name === source.name)
        return [table, range === undefined ? source : { ...source, grid: cells(range) }]
      }),
    )
    const whole: DatasetInput = { tables: sources, today }
    const opened = attempt(() => reopen(whole).data)
    if ('value' in opened)
      return { input: whole, data: opened.value, recognised, ranges: found, doubts: recognised.doubts }
    const [tables, reasons] = openable(reopen, whole)
    const input = { tables, today }
    return { input, data: reopen(input).data, recognised, ranges: found, doubts: [...recognised.doubts, ...reasons] }
  }

  const view = function* (book: OpenBook): Generator<ReadSoFar, WorkbookView, undefined> {
    const { data, ranges, recognised } = book
    const readings = yield* readInSteps(data)
    const { identified, saved } = recognised
    const tables = tableViews(data, identified, ranges, saved)
    return {
      ranges,
      tables,
      questions: identified.questions,
      unrecognised: identified.unrecognised,
      findings: findingViews(data, readings, ranges, book.doubts),
      trust: trustFacts(data),
      scopes: scopeNames(data),
      settings: settingViews(saved),
      asOf: isoDay(data.asOf),
      records: tables.reduce((sum, { records }) => sum + records, 0),
    }
  }

  /** The data as of a day; empty is what the settings say, else today. */
  const asOf = ({ input }: OpenBook, day: string): Dataset =>
    reopen({ ...input, settings: day === '' ? {} : { as_of: day } }).data

  return { recogniseTables, open, view, asOf, catalogue: catalogueView, loadPacks }
}

export type Engine = ReturnType<typeof createEngine>
