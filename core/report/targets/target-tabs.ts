import type { Instruction, TabColour } from '../instructions.ts'
import { line, startDraft, type Draft } from '../draft.ts'

/** The tabs of the target model. A tab `SPM Params` is read as the table Params; the others are never read. */
export const targetTabs = {
  params: 'SPM Params',
  breakdown: 'SPM Breakdown',
  phasing: 'SPM Phasing',
  rollDown: 'SPM Roll-down',
  scenarios: 'SPM Scenarios',
} as const

/** A cell of another tab, in a formula: `'SPM Params'!$C$7`. */
export const onTab = (tab: string, address: string): string => `'${tab}'!${address}`

/** Rows above the first one of a tab's own. */
const topRow = 4

/** A tab with its title, what it is for, and one line about its figures. */
export const startTab = (tab: string, title: string, purpose: string, about: string): Draft => {
  const draft = startDraft(tab)
  draft.write({ row: 0, column: 0 }, [[title], [purpose], [about]])
  draft.style(line(0, 1), 'title')
  draft.style(line(1, 1), 'question')
  draft.style(line(2, 1), 'subtitle')
  draft.row = topRow
  return draft
}

/** A header of two lines: texts to the left, figures, from a column on, to the right. */
export const styleHeader = (draft: Draft, row: number, columns: number, figuresFrom: number): void => {
  draft.style(line(row, figuresFrom), 'header')
  draft.style(line(row, columns - figuresFrom, figuresFrom), 'headerRight')
  draft.add({ do: 'height', tab: draft.tab, row, lines: 2 })
}

/** The instructions of a finished tab, its own one first. */
export const finishTab = (
  draft: Draft,
  widths: readonly number[],
  freeze: { readonly rows: number; readonly columns: number },
  colour: TabColour = 'ahead',
): readonly Instruction[] => [
  {
    do: 'tab',
    tab: draft.tab,
    colour,
    widths,
    freeze,
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: draft.row, columns: widths.length },
      repeatRows: 3,
      onePage: false,
      footer: 'Targets',
    },
  },
  ...draft.instructions,
]
