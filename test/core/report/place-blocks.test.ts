import { describe, expect, test } from '@jest/globals'
import { noAnswer } from '#core/metrics/value'
import { startDraft } from '#core/report/draft'
import type { Instruction } from '#core/report/instructions'
import { placeBlock } from '#core/report/place-blocks'
import type { Block, Figure } from '#core/report/report'
import { instructionsOf } from './packs.ts'

const tabs: Readonly<Record<string, string>> = { forecast: 'TEAM · 1 Forecast' }

const placed = (block: Exclude<Block, { kind: 'table' }>, currency = '') => {
  const draft = startDraft('Tab')
  placeBlock(draft, block, { tabOf: (key) => tabs[key] ?? null, currency })
  return { instructions: draft.instructions, row: draft.row, widths: draft.widths }
}

const written = (instructions: readonly Instruction[]): readonly unknown[] =>
  instructionsOf(instructions, 'values').map(({ at, values }) => [at.row, at.column, values])

const stylesOf = (instructions: readonly Instruction[]): readonly unknown[] =>
  instructionsOf(instructions, 'style').map(({ area, style }) => [
    area.row,
    area.column,
    area.rows,
    area.columns,
    style,
  ])

describe('texts', () => {
  test('a heading takes one row', () => {
    const { instructions, row } = placed({ kind: 'heading', text: 'Deals and accounts' })
    expect(written(instructions)).toEqual([[0, 0, [['Deals and accounts']]]])
    expect(row).toBe(1)
  })

  test('a long note takes a row per line, and one to breathe', () => {
    const { instructions, row } = placed({ kind: 'note', text: `${'word '.repeat(40)}end` })
    expect(instructionsOf(instructions, 'values')[0]?.values).toHaveLength(2)
    expect(row).toBe(3)
  })

  test('a banner is a band over its whole text', () => {
    const { instructions, row } = placed({ kind: 'banner', tone: 'bad', text: `Fix ${'the data '.repeat(20)}first` })
    expect(stylesOf(instructions)).toEqual([[0, 0, 2, 8, 'bad']])
    expect(row).toBe(3)
  })

  test('the items of a list are bulleted, their further lines indented', () => {
    const { instructions, row } = placed({ kind: 'list', title: 'Closing', items: ['One.', 'word '.repeat(30).trim()] })
    const [first] = instructionsOf(instructions, 'values')
    expect(first?.values.map(([text]) => String(text).slice(0, 7))).toEqual([
      'Closing',
      '•  One.',
      '•  word',
      '    wor',
    ])
    expect(row).toBe(5)
  })

  test('a legend shows each look beside what it means', () => {
    const { instructions, row } = placed({
      kind: 'legend',
      title: 'How to read',
      items: [
        { style: 'input', sample: 'Blue', text: 'Yours.' },
        { style: 'bad', sample: 'Fix', text: 'Above the limit.' },
      ],
    })
    expect(written(instructions)).toEqual([[0, 0, [['How to read'], ['Blue', 'Yours.'], ['Fix', 'Above the limit.']]]])
    expect(stylesOf(instructions)).toEqual(
      expect.arrayContaining([
        [1, 0, 1, 1, 'input'],
        [2, 0, 1, 1, 'bad'],
      ]),
    )
    expect(row).toBe(4)
  })

  test('a box is as many rows to write in as asked for', () => {
    const { instructions, row } = placed({ kind: 'box', name: 'news', title: 'News', prompt: 'What is new?', rows: 3 })
    expect(stylesOf(instructions)).toContainEqual([2, 0, 3, 8, 'box'])
    expect(row).toBe(6)
  })
})

describe('figures', () => {
  const figure: Figure = { label: 'Won', value: 1000, kind: 'money', caption: '3 deals' }
  const figures = (...list: readonly Figure[]) => placed({ kind: 'figures', figures: list }, 'EUR')

  test('stand three to a row, four rows apart', () => {
    const { instructions, row } = figures(figure, figure, figure, figure)
    expect(instructionsOf(instructions, 'values').map(({ at }) => [at.row, at.column])).toEqual([
      [0, 0],
      [0, 2],
      [0, 4],
      [4, 0],
    ])
    expect(row).toBe(8)
  })

  test('are label, figure and caption; money names its currency', () => {
    const { instructions } = figures(figure, { ...figure, label: 'Win rate', kind: 'percent', value: 0.5 })
    expect(written(instructions)).toEqual([
      [0, 0, [['Won, EUR'], [1000], ['3 deals']]],
      [0, 2, [['Win rate'], [0.5], ['3 deals']]],
    ])
    expect(instructionsOf(instructions, 'format').map(({ format }) => format)).toEqual(['money', 'percent'])
  })

  test('without an answer say so, without a number format', () => {
    const { instructions } = figures({ ...figure, value: noAnswer('nothing was sold') })
    expect(written(instructions)).toEqual([[0, 0, [['Won, EUR'], ['no answer'], ['3 deals']]]])
    expect(instructionsOf(instructions, 'format')).toEqual([])
  })

  test('carry the look of their tone', () => {
    const { instructions } = figures(
      { ...figure, tone: 'good' },
      { ...figure, tone: 'warn' },
      { ...figure, tone: 'bad' },
    )
    const looks = instructionsOf(instructions, 'style').map(({ style }) => style)
    expect(looks.filter((style) => style.startsWith('figure'))).toEqual(['figureGood', 'figureWarn', 'figureBad'])
  })

  test('link to the tab that explains them, where the pack has it', () => {
    const { instructions } = figures({ ...figure, tab: 'forecast' }, { ...figure, tab: 'nowhere' })
    expect(instructionsOf(instructions, 'link')).toEqual([
      {
        do: 'link',
        tab: 'Tab',
        at: { row: 0, column: 0 },
        to: { tab: 'TEAM · 1 Forecast', cell: { row: 0, column: 0 } },
        text: 'Won, EUR',
      },
    ])
  })
})

describe('an agenda', () => {
  const { instructions, row } = placed({
    kind: 'agenda',
    title: 'Agenda',
    items: [
      { tab: 'forecast', question: 'In line?', minutes: 10 },
      { tab: 'other', question: 'What else?', minutes: 5 },
    ],
  })

  test('links to its tabs by their short names', () => {
    expect(instructionsOf(instructions, 'link').map(({ at, text }) => [at.row, text])).toEqual([[2, '1 Forecast']])
  })

  test('adds up its minutes by a formula', () => {
    expect(written(instructions)).toContainEqual([
      4,
      0,
      [['Total', null, null, null, null, null, null, { formula: 'SUM(H3:H4)', value: 15 }]],
    ])
    expect(row).toBe(6)
  })
})
