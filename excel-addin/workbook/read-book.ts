import type { Grid } from '#core/cells/grid'
import { identify, type Identified, type UnnamedRange } from '#core/dataset/identify'
import type { Source } from '#core/dataset/source'
import { tableNames, type TableName } from '#core/dataset/tables/index'
import type { FoundRange } from '#panel/port.ts'
import type { RunExcel } from '../office/run-excel.ts'
import { readRange } from './read-range.ts'
import { candidates, describeRanges, loadSheets, visibleSheets } from './describe-ranges.ts'

/** Which tables the workbook has, by the first rows of its ranges. */
interface Known {
  readonly identified: Identified
  readonly ranges: readonly FoundRange[]
  /** Ids of the tabs, by name. */
  readonly sheets: ReadonlyMap<string, string>
}

/** The tables of the workbook that were asked for, and what is open about all of them. */
export interface BookTables {
  readonly tables: Readonly<Partial<Record<TableName, Source>>>
  readonly questions: Identified['questions']
}

const unnamed = ({ name, tab, head, firstRow }: FoundRange, grid: Grid = head): UnnamedRange => ({
  name,
  tab,
  grid,
  firstRow,
})

/** Tabs of packs are told by their names, which is quicker than to read what is remembered of them. */
const scan = async (context: Excel.RequestContext): Promise<Pick<Known, 'ranges' | 'sheets'>> => {
  const loaded = loadSheets(context)
  await context.sync()
  const ranges = await describeRanges(context, candidates(visibleSheets(loaded)))
  return { ranges, sheets: new Map(loaded.worksheets.items.map(({ id, name }) => [name, id])) }
}

interface Kept {
  /** The id of the tab. */
  readonly sheet: string | undefined
  readonly grid: Promise<Grid>
}

/**
 * The tables of the workbook, read when they are asked for and kept until their tab changes. Which range is which table
 * is settled by its headers and by the tab `SPM Settings`, without asking anybody.
 */
export class Book {
  private known: Promise<Known> | null = null
  /** By the name of the range. */
  private readonly grids = new Map<string, Kept>()

  constructor(private readonly run: RunExcel) {}

  /** Forgets what stands in a tab, by its id; `null` forgets everything. */
  forget(sheet: string | null): void {
    this.known = null
    for (const [name, kept] of this.grids)
      if (sheet === null || kept.sheet === undefined || kept.sheet === sheet) this.grids.delete(name)
  }

  /** @throws PortError where Excel does not answer, SpmError for settings that cannot be read */
  async tables(names: ReadonlySet<TableName>): Promise<BookTables> {
    const known = await this.look()
    const { identified, ranges } = known
    const tables: Partial<Record<TableName, Source>> = {}
    for (const name of tableNames) {
      const source = identified.tables[name]
      if (source === undefined || !names.has(name)) continue
      const range = ranges.find((each) => each.name === source.name)
      tables[name] = range === undefined ? source : { ...source, grid: await this.gridOf(range, known) }
    }
    return { tables, questions: identified.questions }
  }

  private look(): Promise<Known> {
    if (this.known !== null) return this.known
    const looking = this.identify()
    this.known = looking
    looking.catch(() => {
      if (this.known === looking) this.known = null
    })
    return looking
  }

  private async identify(): Promise<Known> {
    const found = await this.run(scan)
    const { ranges } = found
    const first = identify(ranges.map((range) => unnamed(range)))
    const settings = ranges.find(({ name }) => name === first.tables.settings?.name)
    if (settings === undefined) return { ...found, identified: first }
    const grid = await this.gridOf(settings, found)
    return {
      ...found,
      identified: identify(ranges.map((range) => unnamed(range, range === settings ? grid : range.head))),
    }
  }

  private gridOf(range: FoundRange, { sheets }: Pick<Known, 'sheets'>): Promise<Grid> {
    const kept = this.grids.get(range.name)
    if (kept !== undefined) return kept.grid
    const grid = this.run((context) => readRange(context, range, () => undefined))
    const reading = { sheet: sheets.get(range.tab), grid }
    this.grids.set(range.name, reading)
    grid.catch(() => {
      if (this.grids.get(range.name) === reading) this.grids.delete(range.name)
    })
    return grid
  }
}
