import type { Grid } from '../cells/grid.ts'
import { boxes as knownBoxes } from './boxes.ts'
import { typedIn, type KnownPlaces, type Typed } from './earlier-typed.ts'
import type { Instruction } from './instructions.ts'
import { leftOverBlock, listedAgain } from './left-over.ts'
import { place } from './place.ts'
import type { Block, Report, TableBlock } from './report.ts'
import { sectionKey } from './section-key.ts'
import { startSlots } from './typed-slots.ts'

/** A tab of an earlier pack as it stands now, with what people typed into it. */
export interface EarlierTab {
  readonly tab: string
  /** From cell A1. */
  readonly cells: Grid
  /** How the cells look, where the host can tell: a number in a free text may be a date. */
  readonly shown?: readonly (readonly string[])[]
}

/** Something that was typed into an earlier pack and has no place of its own in the new one. */
export interface LeftOver {
  /** Title of the part in which it was typed. */
  readonly section: string
  /** The row that it was typed into, as people know it; empty for a box. */
  readonly name: string
  /** What the row was known by: mostly the ID of a deal. */
  readonly identity: string
  /** Heading above it; empty for a box. */
  readonly heading: string
  readonly text: string
}

export interface CarriedOver {
  readonly report: Report
  readonly instructions: readonly Instruction[]
  /** Also shown in the report, on its last tab. */
  readonly leftOver: readonly LeftOver[]
}

const titleOf = (block: Block): string => ('title' in block ? block.title : '')

const headingsOf = ({ columns }: TableBlock): readonly string[] =>
  columns.filter(({ input }) => input !== undefined).map(({ label }) => label)

const placesOf = ({ tabs }: Report): KnownPlaces => {
  const blocks = tabs.flatMap((tab) => tab.blocks)
  const boxes = [...blocks.filter((block) => block.kind === 'box'), ...Object.values(knownBoxes)]
  const tables = blocks.filter((block) => block.kind === 'table')
  const keys = (all: readonly Block[]): ReadonlySet<string> =>
    new Set(all.map((block) => sectionKey(titleOf(block))).filter((key) => key !== ''))
  return {
    titles: keys(blocks.filter(({ kind }) => kind !== 'box')),
    boxes: keys(boxes),
    headings: new Map(tables.map((table) => [sectionKey(table.title), new Set(headingsOf(table))])),
    prompts: new Set(boxes.map(({ prompt }) => prompt)),
  }
}

const withLeftOver = (report: Report, leftOver: readonly LeftOver[]): Report => {
  const block = leftOverBlock(leftOver)
  if (block === null) return report
  const last = report.tabs.length - 1
  return {
    ...report,
    tabs: report.tabs.map((tab, i) => (i === last ? { ...tab, blocks: [...tab.blocks, block] } : tab)),
  }
}

/**
 * Puts what people typed into an earlier pack into the new one: by the ID of the deal (or what else names the row) and
 * by section, wherever the cells are now. What has no place any more is listed on the last tab, from where it returns
 * to its place as soon as there is one again; nothing is lost in silence.
 */
export const carryOver = (report: Report, earlier: readonly EarlierTab[]): CarriedOver => {
  const known = placesOf(report)
  const typed = earlier.flatMap((tab): readonly Typed[] => typedIn(tab, known)).flatMap(listedAgain)
  const slots = startSlots(report)
  const leftOver = slots.fill(typed)
  const carried = withLeftOver(slots.report(), leftOver)
  return { report: carried, instructions: place(carried), leftOver }
}
