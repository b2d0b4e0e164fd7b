import { isNoAnswer, type Value } from '../metrics/value.ts'
import { areaAddress } from './a1.ts'
import { line, type Draft } from './draft.ts'
import type { Content } from './instructions.ts'
import { formatOfKind } from './formats.ts'
import { withCurrency } from './frame.ts'
import type { AgendaItem, Block, Figure, LegendItem } from './report.ts'
import { withTypedMark } from './typed-mark.ts'
import { wrap } from './wrap.ts'

const cardsPerRow = 3
const cardColumns = 2
const cardWidth = 20
/** Bands, headings and boxes reach over this many columns. */
const bandColumns = 8

/** What blocks need to know of the report that they are part of. */
export interface Surroundings {
  /** The name of a tab by its key; `null` where the pack has none. */
  tabOf(key: string): string | null
  readonly currency: string
}

const shown = (value: Value): Content => (isNoAnswer(value) ? 'no answer' : value)

/** Three lines a card: label, figure, what it is compared with. */
const placeFigures = (draft: Draft, figures: readonly Figure[], { tabOf, currency }: Surroundings): void => {
  figures.forEach((figure, i) => {
    const label = withCurrency(figure.label, figure.kind === 'money', currency)
    const column = (i % cardsPerRow) * cardColumns
    const row = draft.row + Math.floor(i / cardsPerRow) * 4
    draft.write({ row, column }, [[label], [shown(figure.value)], [figure.caption]])
    draft.widen(column, cardWidth)
    draft.style(line(row, cardColumns, column), 'label')
    draft.style(line(row + 1, 1, column), figure.tone === undefined ? 'figure' : figureTone(figure.tone))
    draft.style(line(row + 2, cardColumns, column), 'caption')
    const format = formatOfKind[figure.kind]
    if (format !== null && typeof figure.value === 'number') draft.format(line(row + 1, 1, column), format)
    const tab = figure.tab === undefined ? null : tabOf(figure.tab)
    if (tab !== null)
      draft.add({
        do: 'link',
        tab: draft.tab,
        at: { row, column },
        to: { tab, cell: { row: 0, column: 0 } },
        text: label,
      })
  })
  draft.row += Math.ceil(figures.length / cardsPerRow) * 4
}

const figureTone = (tone: NonNullable<Figure['tone']>): 'figureGood' | 'figureWarn' | 'figureBad' =>
  tone === 'good' ? 'figureGood' : tone === 'warn' ? 'figureWarn' : 'figureBad'

const placeLines = (draft: Draft, title: string, items: readonly string[]): void => {
  const lines = items.flatMap((item) => wrap(item).map((text, i) => [i === 0 ? `•  ${text}` : `    ${text}`]))
  draft.write({ row: draft.row, column: 0 }, [[title], ...lines])
  draft.style(line(draft.row, bandColumns), 'heading')
  draft.style({ row: draft.row + 1, column: 0, rows: lines.length, columns: 1 }, 'label')
  draft.row += lines.length + 2
}

const placeAgenda = (draft: Draft, title: string, items: readonly AgendaItem[], tabOf: Surroundings['tabOf']): void => {
  const top = draft.row + 1
  const gap = Array.from({ length: bandColumns - 3 }, () => null)
  draft.write({ row: draft.row, column: 0 }, [[title]])
  draft.style(line(draft.row, bandColumns), 'heading')
  draft.write({ row: top, column: 0 }, [
    ['Part', 'Question', ...gap, 'Minutes'],
    ...items.map(({ minutes, question }) => ['', question, ...gap, minutes]),
  ])
  draft.style(line(top, bandColumns), 'header')
  draft.style({ row: top + 1, column: 0, rows: items.length, columns: bandColumns }, 'body')
  items.forEach(({ tab }, i) => {
    const name = tabOf(tab)
    if (name === null) return
    const at = { row: top + 1 + i, column: 0 }
    draft.add({
      do: 'link',
      tab: draft.tab,
      at,
      to: { tab: name, cell: { row: 0, column: 0 } },
      text: name.split(' · ').pop() ?? name,
    })
    draft.style(line(at.row, 1), 'link')
  })
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const last = top + items.length + 1
  const column = bandColumns - 1
  const sum = `SUM(${areaAddress({ row: top + 1, column, rows: items.length, columns: 1 })})`
  draft.write({ row: last, column: 0 }, [['Total', null, ...gap, { formula: sum, value: minutes }]])
  draft.style(line(top, 1, column), 'headerRight')
  draft.style(line(last, bandColumns), 'total')
  draft.row = last + 2
}

const placeLegend = (draft: Draft, title: string, items: readonly LegendItem[]): void => {
  const top = draft.row + 1
  draft.write({ row: draft.row, column: 0 }, [[title], ...items.map(({ sample, text }) => [sample, text])])
  draft.style(line(draft.row, bandColumns), 'heading')
  items.forEach(({ style }, i) => {
    draft.style(line(top + i, 1), style)
    draft.style(line(top + i, 1, 1), 'label')
  })
  draft.row = top + items.length + 1
}

const placeBanner = (draft: Draft, text: string, tone: 'good' | 'warn' | 'bad'): void => {
  const lines = wrap(text).map((each) => [each])
  draft.write({ row: draft.row, column: 0 }, lines)
  draft.style({ row: draft.row, column: 0, rows: lines.length, columns: bandColumns }, tone)
  draft.row += lines.length + 1
}

const placeBox = (draft: Draft, { title, prompt, rows: least, typed = [] }: Extract<Block, { kind: 'box' }>): void => {
  const rows = Math.max(least, typed.length)
  draft.write({ row: draft.row, column: 0 }, [[withTypedMark(title)], [prompt], ...typed])
  draft.style(line(draft.row, bandColumns), 'heading')
  draft.style(line(draft.row + 1, 1), 'note')
  draft.style({ row: draft.row + 2, column: 0, rows, columns: bandColumns }, 'box')
  draft.row += rows + 3
}

/** Every block but tables. */
export const placeBlock = (draft: Draft, block: Exclude<Block, { kind: 'table' }>, around: Surroundings): void => {
  switch (block.kind) {
    case 'heading':
      draft.write({ row: draft.row, column: 0 }, [[block.text]])
      draft.style(line(draft.row, 1), 'question')
      draft.row++
      return
    case 'note': {
      const lines = wrap(block.text)
      draft.write(
        { row: draft.row, column: 0 },
        lines.map((text) => [text]),
      )
      draft.style({ row: draft.row, column: 0, rows: lines.length, columns: 1 }, 'note')
      draft.row += lines.length + 1
      return
    }
    case 'banner':
      return placeBanner(draft, block.text, block.tone)
    case 'figures':
      return placeFigures(draft, block.figures, around)
    case 'list':
      return placeLines(draft, block.title, block.items)
    case 'agenda':
      return placeAgenda(draft, block.title, block.items, around.tabOf)
    case 'legend':
      return placeLegend(draft, block.title, block.items)
    case 'box':
      return placeBox(draft, block)
  }
}
