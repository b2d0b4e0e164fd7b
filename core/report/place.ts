import { startDraft, line, type Draft } from './draft.ts'
import type { Instruction } from './instructions.ts'
import { tabName, tableName } from './names.ts'
import { placeBlock } from './place-blocks.ts'
import { placeTable } from './place-table.ts'
import type { Report, Tab } from './report.ts'

const headerRows = 4
const leastColumns = 8
const narrowest = 13
const firstWidth = 26

const placeTitle = (draft: Draft, report: Report, tab: Tab, cover: string): void => {
  const mark = tab.provisional ? '   (provisional: fix the data first)' : ''
  draft.write({ row: 0, column: 0 }, [[`${tab.title}${mark}`], [tab.purpose], [report.meta]])
  draft.style(line(0, 1), 'title')
  draft.style(line(1, 1), 'question')
  draft.style(line(2, 1), 'subtitle')
  if (cover !== draft.tab) {
    draft.add({
      do: 'link',
      tab: draft.tab,
      at: { row: 3, column: 0 },
      to: { tab: cover, cell: { row: 0, column: 0 } },
      text: '← Cover',
    })
    draft.style(line(3, 1), 'link')
  }
  draft.row = headerRows + 1
}

const finish = (draft: Draft, report: Report, tab: Tab): Instruction => {
  const columns = Math.max(leastColumns, draft.widths.length)
  for (let column = 0; column < columns; column++)
    draft.widen(column, column === 0 ? (tab.firstWidth ?? firstWidth) : narrowest)
  return {
    do: 'tab',
    tab: draft.tab,
    colour: tab.colour,
    widths: draft.widths.slice(),
    freeze: { rows: 3, columns: 0 },
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: Math.max(draft.row, headerRows + 1), columns },
      repeatRows: 3,
      onePage: tab.onePage === true,
      footer: `${report.title}${report.scope === null ? '' : ` · ${report.scope}`}`,
    },
  }
}

/** Decides every cell of a report: which tab, where, how it looks. Each tab begins with its own `tab` instruction. */
export const place = (report: Report): readonly Instruction[] => {
  const names = new Map(report.tabs.map((tab) => [tab.key, tabName(report.pack, report.scope, tab.label)]))
  const tabOf = (key: string): string | null => names.get(key) ?? null
  const cover = tabOf(report.tabs[0]?.key ?? '') ?? ''
  return report.tabs.flatMap((tab) => {
    const draft = startDraft(tabOf(tab.key) ?? tab.label)
    placeTitle(draft, report, tab, cover)
    for (const block of tab.blocks) {
      if (block.kind === 'table')
        placeTable(draft, block, tableName(report.pack, report.scope, block.name), report.currency)
      else placeBlock(draft, block, { tabOf, currency: report.currency })
    }
    return [finish(draft, report, tab), ...draft.instructions]
  })
}
