import { isBlank } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { readNumberText } from '../cells/number-text.ts'
import { Numbers, Texts } from './columns.ts'
import type { Finding } from './findings.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'
import { openTable, type Table } from './table.ts'
import { history } from './tables/history.ts'
import { stageColumns, stageNamed, type StageColumn } from './wide-stages.ts'

const secondsPerDay = 86400
const header: readonly Cell[] = ['deal_id', 'to_stage', 'changed_at']

/** Changes of stage, each with the row of the sheet that it comes from. */
class Changes {
  readonly grid: (readonly Cell[])[] = [header]
  readonly sheetRows: number[] = [0]

  constructor(private readonly deals: Table) {}

  add(row: number, id: string, stage: string, at: Cell): void {
    this.grid.push([id, stage, at])
    this.sheetRows.push(this.deals.sheetRow(row))
  }
}

interface WideDeals {
  readonly table: Table
  readonly grid: Grid
  readonly ids: Texts
  readonly stage: Texts | null
  readonly created: Numbers | null
  readonly columns: readonly StageColumn[]
}

const texts = (table: Table, field: string): Texts | null => {
  const column = table.read(field)
  return column instanceof Texts ? column : null
}

const wideDeals = (table: Table, { grid }: Source): WideDeals | null => {
  const columns = stageColumns(table.located.headers)
  if (!columns.some(({ tells }) => tells === 'entered' || tells === 'seconds')) return null
  const ids = texts(table, 'deal_id')
  if (ids === null) return null
  const created = table.read('created')
  return {
    table,
    grid,
    ids,
    stage: texts(table, 'stage'),
    created: created instanceof Numbers ? created : null,
    columns,
  }
}

const cellIn = ({ table, grid }: WideDeals, row: number, column: number): Cell =>
  grid[table.located.rows.at(row)]?.[column] ?? null

const namesOf = ({ stage, columns }: WideDeals): ((column: StageColumn) => string) => {
  const known = new Set(stage?.labels ?? [])
  const names = new Map(columns.map((each) => [each, stageNamed(each.stage, known)]))
  return (column) => names.get(column) ?? column.stage
}

/** One change for each date; of two at one moment the stage that the deal has not left again comes last. */
const fromDates = (deals: WideDeals, changes: Changes): void => {
  const nameOf = namesOf(deals)
  const entered = deals.columns.filter(({ tells }) => tells === 'entered')
  const exits = new Map(
    deals.columns.flatMap(({ tells, stage, column }) => (tells === 'exited' ? [[stage, column]] : [])),
  )
  for (let row = 0; row < deals.ids.length; row++) {
    const isLeft = ({ stage }: StageColumn): boolean => {
      const exit = exits.get(stage)
      return exit !== undefined && !isBlank(cellIn(deals, row, exit))
    }
    const dated = entered.filter(({ column }) => !isBlank(cellIn(deals, row, column)))
    for (const each of [...dated.filter(isLeft), ...dated.filter((other) => !isLeft(other))])
      changes.add(row, deals.ids.at(row), nameOf(each), cellIn(deals, row, each.column))
  }
}

const secondsOf = (cell: Cell): number => {
  if (typeof cell === 'number') return cell
  return typeof cell === 'string' ? (readNumberText(cell, '.')?.value ?? NaN) : NaN
}

/** From its creation on, a deal was in the stages that have time, as the columns stand, and last in the one it is in. */
const fromSeconds = (deals: WideDeals, created: Numbers, changes: Changes): void => {
  const nameOf = namesOf(deals)
  const timed = deals.columns
    .filter(({ tells }) => tells === 'seconds')
    .map((each) => ({ ...each, name: nameOf(each) }))
  for (let row = 0; row < deals.ids.length; row++) {
    if (created.isBlank(row)) continue
    const now = deals.stage?.at(row) ?? ''
    let moment = created.at(row)
    for (const { column, name } of timed) {
      const seconds = secondsOf(cellIn(deals, row, column))
      if (name === now || !(seconds > 0)) continue
      changes.add(row, deals.ids.at(row), name, moment)
      moment += seconds / secondsPerDay
    }
    if (timed.some(({ name }) => name === now)) changes.add(row, deals.ids.at(row), now, moment)
  }
}

/** Whether a table of deals tells no day of a change, but how long each deal was in each stage. */
const isMadeOfSeconds = ({ located }: Table): boolean =>
  stageColumns(located.headers).every(({ tells }) => tells !== 'entered')

const secondsFinding = ({ name, rows }: Table): Finding => ({
  level: 'note',
  code: 'history-seconds',
  table: name,
  column: null,
  row: null,
  count: rows,
  text: `"${name}": when deals changed stage is worked out from the seconds in the columns "Time in …", from the creation on, in the order of the columns and with the stage of now last; a stage that a deal was in twice counts once.`,
})

const changesIn = (deals: WideDeals): Changes | null => {
  const changes = new Changes(deals.table)
  if (deals.columns.some(({ tells }) => tells === 'entered')) fromDates(deals, changes)
  else if (deals.created !== null) fromSeconds(deals, deals.created, changes)
  else return null
  return changes
}

const made = new WeakMap<Table, Table | null>()

/**
 * The changes of stage that a table of deals tells in columns by stage: from the days on which each stage was entered,
 * else from the creation and the seconds spent in each. `null` where it has no such columns, or no keys.
 */
const madeHistory = (table: Table, source: Source, settings: Settings): Table | null => {
  const before = made.get(table)
  if (before !== undefined) return before
  const deals = wideDeals(table, source)
  const changes = deals === null ? null : changesIn(deals)
  const { grid, sheetRows } = changes ?? { grid: [], sheetRows: [] }
  const found =
    changes === null
      ? null
      : openTable(history, { name: source.name, grid, sheetRows: Uint32Array.from(sheetRows) }, settings)
  made.set(table, found)
  return found
}

export interface MadeHistory {
  /** Makes the table when it is first asked for. */
  (): Table | null
  /** The table, if it was made and there is one. */
  known(): readonly Table[]
}

/** The changes of stage that deals tell in columns by stage, made on demand; how they were made is noted. */
export const historyIn = (
  deals: Table | undefined,
  source: Source | undefined,
  settings: Settings,
  note: (finding: Finding) => void,
): MadeHistory => {
  let made: Table | null | undefined
  const make = (): Table | null => {
    if (made !== undefined || deals === undefined || source === undefined) return made ?? null
    made = madeHistory(deals, source, settings)
    if (made !== null && isMadeOfSeconds(deals)) note(secondsFinding(made))
    return made
  }
  return Object.assign(make, { known: () => (made ? [made] : []) })
}
