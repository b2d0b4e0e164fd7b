import { readDateText } from '#core/cells/date-text'
import { isoDay, type Day } from '#core/cells/day'
import { overrule, readFieldMaps, type FieldMaps } from '#core/dataset/field-map'
import { identify, type Identified, type Unrecognised } from '#core/dataset/identify'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'
import { SpmError } from '#core/errors'
import { valueOf, type OptionValues } from './command-line.ts'
import { noConfig, readConfig } from './config.ts'
import { readFileArgument, type FileArgument } from './file-argument.ts'
import type { Io } from './io.ts'
import { arrange } from './arrange.ts'
import { useSaved } from './saved-maps.ts'
import { readSheets, type NamedSheet } from './read-sheets.ts'
import type { Progress } from './progress.ts'
import { unusedFiles } from './unused-files.ts'

/** Where mappings come from, such as `--map`. */
export interface MapOrigin {
  readonly how: string
  readonly maps: FieldMaps
}

/** Everything that the command line's files, options and configuration say. */
export interface Inputs {
  readonly sheets: readonly NamedSheet[]
  readonly identified: Identified
  /** Files of which nothing is used, with the reason. */
  readonly unused: readonly Unrecognised[]
  readonly settings: Readonly<Record<string, unknown>>
  /** Mappings set by hand; the first that names a field counts. */
  readonly origins: readonly MapOrigin[]
  readonly today: Day
}

const splitEntry = (entry: string, option: string): readonly [string, string] => {
  const mark = entry.indexOf('=')
  if (mark > 0) return [entry.slice(0, mark).trim(), entry.slice(mark + 1)]
  throw new SpmError('argument', `--${option} ${entry} has no "=": write it as --${option} KEY=VALUE.`)
}

const readAsOf = (text: string): string => {
  const day = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? readDateText(text, 'dmy') : null
  if (day !== null) return isoDay(day)
  throw new SpmError('argument', `--as-of ${text} is no day of the calendar. Write it as 2026-03-31.`)
}

const settingsFrom = (options: OptionValues): Readonly<Record<string, unknown>> => {
  const asOf = valueOf(options, 'as-of')
  return {
    ...Object.fromEntries((options.get('set') ?? []).map((entry) => splitEntry(entry, 'set'))),
    ...(asOf !== null && { as_of: readAsOf(asOf) }),
  }
}

/** Files on the command line take the place of the configuration's, table by table. */
const filesFrom = (typed: readonly FileArgument[], configured: readonly FileArgument[]): readonly FileArgument[] => {
  const named = new Set(typed.flatMap(({ table }) => table ?? []))
  return [...typed, ...configured.filter(({ table }) => table === null || !named.has(table))]
}

/** A table may be named once. */
const refuseTwice = (files: readonly FileArgument[]): void => {
  const seen = new Map<TableName, string>()
  for (const { table, path } of files) {
    if (table === null) continue
    const before = seen.get(table)
    if (before !== undefined)
      throw new SpmError('argument', `The table ${table} is named twice, as ${before} and ${path}: name it once.`)
    seen.set(table, path)
  }
}

/** Reads the files and finds out which tables they hold; at least one file, unless none is needed. */
export const readInputs = async (
  operands: readonly string[],
  options: OptionValues,
  io: Io,
  progress: Progress,
  needsFiles = true,
): Promise<Inputs> => {
  const path = valueOf(options, 'config')
  const config = path === null ? noConfig : await readConfig(path)
  const typed = readFieldMaps((options.get('map') ?? []).map((entry) => splitEntry(entry, 'map')))
  const files = filesFrom(operands.map(readFileArgument), config.files)
  if (files.length === 0 && needsFiles)
    throw new SpmError('argument', 'Name at least one file, such as deals.csv or model.xlsx.')
  refuseTwice(files)
  const saved = useSaved(config.saved, await readSheets(files, options, io, progress))
  const { sheets } = saved
  const origins: readonly MapOrigin[] = [
    { how: '--map', maps: typed },
    { how: 'the configuration', maps: readFieldMaps(config.map) },
    { how: 'a saved mapping', maps: saved.maps },
  ]
  const maps = origins.reduceRight<FieldMaps>((all, origin) => overrule(all, origin.maps), {})
  const { ranges, named } = arrange(files, sheets, maps)
  const identified = identify(ranges, maps, named)
  return {
    sheets,
    identified,
    unused: unusedFiles(files, sheets, identified),
    settings: { ...config.settings, ...settingsFrom(options) },
    origins: [...origins, { how: 'the tab SPM Settings', maps: identified.maps }],
    today: io.today,
  }
}

export const openInputs = ({ identified, settings, today }: Inputs): Dataset =>
  openDataset({ tables: identified.tables, settings, today })
