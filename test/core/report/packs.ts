import { dayOf } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { currencyOf } from '#core/dataset/derive'
import { tableNames } from '#core/dataset/tables/index'
import { doneActivities } from '#core/metrics/examples/done-activities'
import { sentOffers } from '#core/metrics/examples/sent-offers'
import { tenDeals, tenDealStages, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { tenDealHistory, tenDealSnapshots } from '#core/metrics/examples/ten-deals-past'
import { buildPack, type NoPack, type Pack } from '#core/report/build-pack'
import type { Content, Instruction } from '#core/report/instructions'
import { startPack, type PackContext } from '#core/report/pack-context'
import type { Block, Tab, TableBlock } from '#core/report/report'
import { table, type Given } from '../metrics/ask.ts'

/** Ben and Anna work for Mia in the North, Cleo has no deals. */
export const people = table(
  'Person, Manager, Team',
  ['Mia', null, 'North'],
  ['Anna', 'Mia', 'North'],
  ['Ben', 'Mia', 'North'],
  ['Cleo', null, 'South'],
)

/** The ten deals with everything that the examples have about them. */
export const everything: Given = {
  deals: tenDeals,
  stages: tenDealStages,
  targets: tenDealTargets,
  people,
  history: tenDealHistory,
  snapshots: tenDealSnapshots,
  activities: doneActivities,
  offers: sentOffers,
}

const columnsOf = (grid: Grid, ...headers: readonly string[]): Grid =>
  grid.map((row) => headers.map((header) => row[grid[0]?.indexOf(header) ?? -1] ?? null))

/** What any CRM exports: an ID, a stage, an amount, a close date, an owner. */
export const fiveColumns: Given = { deals: columnsOf(tenDeals, 'Deal ID', 'Stage', 'Amount', 'Close date', 'Owner') }

/** Deals about which no trust check has anything to say. */
export const calm: Given = {
  stages: tenDealStages,
  deals: table(
    'Deal ID, Name, Account, Owner, Status, Stage, Amount, Probability, Created, Close date, Last modified',
    ['C1', 'Pumps', 'Aspen Mills', 'Anna', 'won', 'Won', 60_000, 1, '2024-01-05', '2024-03-26', '2024-03-26'],
    ['C2', 'Valves', 'Birch Foods', 'Ben', 'lost', 'Lost', 20_000, 0, '2024-01-10', '2024-02-20', '2024-02-20'],
    ['C3', 'Mixer', 'Cedar Paper', 'Anna', 'open', 'Negotiate', 80_000, 0.8, '2024-02-01', '2024-05-10', '2024-03-25'],
    ['C4', 'Survey', 'Elm Water', 'Ben', 'open', 'Qualify', 40_000, 0.1, '2024-03-28', '2024-08-30', '2024-03-28'],
    ['C5', 'Refit', 'Fir Chemicals', 'Ben', 'open', 'Proposal', 30_000, 0.5, '2024-02-20', '2024-06-15', '2024-03-30'],
  ),
}

type Settings = Readonly<Record<string, unknown>>

/** Opens tables on 2024-03-31; every table has its key as its name. */
export const open = (given: Given, settings: Settings = {}): Dataset => {
  const sources = tableNames.flatMap((name) => {
    const grid = given[name]
    return grid === undefined ? [] : [[name, { name, grid }] as const]
  })
  return openDataset({ tables: Object.fromEntries(sources), settings, today: dayOf(2024, 3, 31) })
}

export const contextOf = (given: Given, settings: Settings = {}, scope: string | null = null): PackContext => {
  const whole = open(given, settings)
  const data = scope === null ? whole : whole.within(scope)
  return startPack(data, currencyOf(data))
}

interface Asked {
  readonly scope?: string
  readonly settings?: Settings
  readonly pack?: string
}

const request = (given: Given, { scope, settings, pack = 'TEAM' }: Asked): Pack | NoPack =>
  buildPack({ pack, data: open(given, settings), scope: scope ?? null })

/** The team pack; an error where there is none. */
export const build = (given: Given, asked: Asked = {}): Pack => {
  const pack = request(given, asked)
  if (!pack.ok) throw new Error(pack.reason)
  return pack
}

/** Why there is no pack. */
export const refused = (given: Given, asked: Asked = {}): { readonly code: string; readonly reason: string } => {
  const pack = request(given, asked)
  if (pack.ok) throw new Error('A pack was built.')
  return { code: pack.code, reason: pack.reason }
}

/** One cell of a table changed, by its header and by the first cell of its row. */
export const changed = (grid: Grid, id: Cell, header: string, value: Cell): Grid => {
  const column = grid[0]?.indexOf(header) ?? -1
  return grid.map((row) => (row[0] === id ? row.map((cell, i) => (i === column ? value : cell)) : row))
}

/** A column added, filled by the first cell of each row. */
export const added = (grid: Grid, header: string, values: Readonly<Record<string, Cell>>): Grid =>
  grid.map((row, i) => [...row, i === 0 ? header : (values[String(row[0])] ?? null)])

export const tabNamed = ({ report }: Pack, key: string): Tab => {
  const found = report.tabs.find((tab) => tab.key === key)
  if (found === undefined) throw new Error(`The pack has no tab ${key}.`)
  return found
}

export const keysOf = ({ report }: Pack): readonly string[] => report.tabs.map(({ key }) => key)

const isTable = (block: Block): block is TableBlock => block.kind === 'table'

export const tablesOf = (tab: Tab): readonly TableBlock[] => tab.blocks.filter(isTable)

export const tableNamed = (tab: Tab, name: string): TableBlock => {
  const found = tablesOf(tab).find((each) => each.name === name)
  if (found === undefined) throw new Error(`Tab ${tab.key} has no table ${name}.`)
  return found
}

/** The rows of a table under some of its columns. */
export const cellsOf = ({ rows }: TableBlock, ...keys: readonly string[]): readonly (readonly unknown[])[] =>
  rows.map((row) => keys.map((key) => row[key] ?? null))

export const labelsOf = ({ columns }: TableBlock): readonly string[] => columns.map(({ label }) => label)

export const instructionsOf = <K extends Instruction['do']>(
  instructions: readonly Instruction[],
  kind: K,
): readonly Extract<Instruction, { do: K }>[] =>
  instructions.filter((each): each is Extract<Instruction, { do: K }> => each.do === kind)

/** Every text that a reader can see, tab by tab from top to bottom. */
export const textsOf = (instructions: readonly Instruction[]): readonly string[] =>
  instructionsOf(instructions, 'values')
    .flatMap(({ values }) => values.flat())
    .filter((content: Content): content is string => typeof content === 'string' && content !== '')
