import { describe, expect, test } from '@jest/globals'
import { noAnswer } from '#core/metrics/value'
import type { Content, Instruction } from '#core/report/instructions'
import { place } from '#core/report/place'
import type { Block, ChartSpec, Report, TableBlock } from '#core/report/report'

const report = (...blocks: Block[]): Report => ({
  pack: 'TEAM',
  title: 'Sales team meeting',
  scope: null,
  asOf: 45382,
  meta: 'As of 2024-03-31',
  currency: 'EUR',
  headlines: [],
  tabs: [
    {
      key: 'cover',
      label: '0 Cover',
      title: 'Cover',
      purpose: 'Which actions?',
      colour: 'cover',
      provisional: false,
      blocks: [],
    },
    { key: 'one', label: '1 One', title: 'One', purpose: 'What?', colour: 'ahead', provisional: true, blocks },
  ],
})

const table: TableBlock = {
  kind: 'table',
  name: 'deals',
  title: 'Deals',
  empty: 'None.',
  notes: ['One was left out.'],
  total: true,
  columns: [
    { key: 'owner', label: 'Owner', kind: 'text' },
    { key: 'won', label: 'Won', kind: 'count', total: 'sum' },
    { key: 'value', label: 'Value', kind: 'money', total: 'sum' },
    { key: 'average', label: 'Average', kind: 'money', formula: { ratio: ['value', 'won'] } },
    { key: 'share', label: 'Share', kind: 'percent', formula: { share: 'value' } },
    { key: 'gap', label: 'Gap', kind: 'money', formula: { difference: ['value', 'won'] } },
  ],
  rows: [
    { owner: 'Anna', won: 2, value: 80 },
    { owner: 'Ben', won: 0, value: 20 },
    { owner: 'Cleo', won: 1, value: noAnswer('nothing was sold') },
  ],
}

const of = <K extends Instruction['do']>(instructions: readonly Instruction[], kind: K, tab = 'TEAM · 1 One') =>
  instructions.filter((each): each is Extract<Instruction, { do: K }> => each.do === kind && each.tab === tab)

const cells = (instructions: readonly Instruction[]): ReadonlyMap<string, Content> => {
  const found = new Map<string, Content>()
  for (const { at, values } of of(instructions, 'values'))
    values.forEach((row, r) =>
      row.forEach((content, c) => found.set(`${String.fromCharCode(65 + at.column + c)}${at.row + r + 1}`, content)),
    )
  return found
}

describe('place', () => {
  const placed = place(report(table))
  const at = cells(placed)

  test('every tab begins with its own set-up, frozen titles and a print area', () => {
    expect(placed.filter((each) => each.do === 'tab').map((each) => each.tab)).toEqual([
      'TEAM · 0 Cover',
      'TEAM · 1 One',
    ])
    const [tab] = of(placed, 'tab')
    expect(tab).toMatchObject({ freeze: { rows: 3 }, print: { landscape: true, repeatRows: 3 } })
    expect(tab?.print.area.columns).toBe(8)
  })

  test('title, purpose and meta come first; a provisional tab says so; a link leads back to the cover', () => {
    expect(at.get('A1')).toContain('provisional')
    expect([at.get('A2'), at.get('A3')]).toEqual(['What?', 'As of 2024-03-31'])
    expect(of(placed, 'link')[0]).toMatchObject({ to: { tab: 'TEAM · 0 Cover' } })
  })

  test('the native table has the header cells as its columns, and the total row below it', () => {
    const [native] = of(placed, 'table')
    expect(native).toMatchObject({
      name: 'SPM_TEAM_deals',
      area: { row: 6, column: 0, rows: 4, columns: 6 },
      columns: ['Owner', 'Won', 'Value', 'Average', 'Share', 'Gap'],
    })
    expect(at.get('A7')).toBe('Owner')
    expect(at.get('A11')).toBe('Total')
  })

  test('sums, ratios, shares and differences are formulas with the values they give', () => {
    expect(at.get('C11')).toEqual({ formula: 'SUM(C8:C10)', value: 100 })
    expect(at.get('D8')).toEqual({ formula: 'IF(OR(C8="",B8="",B8=0),"",C8/B8)', value: 40 })
    expect(at.get('D11')).toEqual({ formula: 'IF(OR(C11="",B11="",B11=0),"",C11/B11)', value: 100 / 3 })
    expect(at.get('E8')).toEqual({ formula: 'IF(OR(C8="",SUM($C$8:$C$10)=0),"",C8/SUM($C$8:$C$10))', value: 0.8 })
    expect(at.get('F9')).toEqual({ formula: 'IF(OR(C9="",B9=""),"",C9-B9)', value: 20 })
  })

  test('a ratio over 0 or over nothing, and a share of nothing, is blank, never 0 (A1)', () => {
    expect(at.get('D9')).toMatchObject({ value: '' })
    expect(at.get('D10')).toMatchObject({ value: '' })
    expect(at.get('E10')).toMatchObject({ value: '' })
    expect(at.get('F10')).toMatchObject({ value: '' })
  })

  test('headings over money name the currency, where it is known', () => {
    expect(at.get('A6')).toBe('Deals, EUR')
    expect(cells(place({ ...report(table), currency: '' })).get('A6')).toBe('Deals')
    const counts = { ...table, columns: table.columns.slice(0, 2) }
    expect(cells(place(report(counts))).get('A6')).toBe('Deals')
  })

  test('what a table has said, the next one on the tab does not say again', () => {
    const texts = [...cells(place(report(table, { ...table, name: 'again' }))).values()]
    expect(texts.filter((text) => text === 'One was left out.')).toHaveLength(1)
    expect(texts.filter((text) => text === 'Blank: nothing was sold')).toHaveLength(2)
  })

  test('rows that are not shown are counted', () => {
    expect([...cells(place(report({ ...table, hidden: 7 }))).values()]).toContain('7 more not shown.')
  })

  test('the first column is as wide as texts need, unless the tab says otherwise', () => {
    const widths = (firstWidth?: number) => {
      const made = report()
      const tabs = made.tabs.map((tab) => (firstWidth === undefined ? tab : { ...tab, firstWidth }))
      return of(place({ ...made, tabs }), 'tab')[0]?.widths[0]
    }
    expect([widths(), widths(8)]).toEqual([26, 8])
  })

  test('a long label makes its header two lines tall', () => {
    const label = 'Median days in this stage'
    const wide = { ...table, columns: [...table.columns, { key: 'days', label, kind: 'days' as const }] }
    expect(of(place(report(table)), 'height')).toEqual([])
    expect(of(place(report(wide)), 'height')).toEqual([{ do: 'height', tab: 'TEAM · 1 One', row: 6, lines: 2 }])
  })

  test('a blank without an answer is explained under the table', () => {
    const texts = [...at.values()].filter((each) => typeof each === 'string')
    expect(at.get('C10')).toBeNull()
    expect(texts).toEqual(expect.arrayContaining(['One was left out.', 'Blank: nothing was sold']))
  })

  test('an empty table is one sentence, and no native table', () => {
    const empty = place(report({ ...table, rows: [] }))
    expect(of(empty, 'table')).toEqual([])
    expect([...cells(empty).values()]).toContain('None.')
  })

  test('cells to fill in carry the input style and their validation', () => {
    const input = place(
      report({
        ...table,
        total: false,
        columns: [
          ...table.columns,
          { key: 'due', label: 'Due', kind: 'date', input: 'date' },
          { key: 'state', label: 'State', kind: 'text', input: ['Open', 'Done'] },
        ],
      }),
    )
    expect(of(input, 'validation').map(({ validation }) => validation)).toEqual([
      { kind: 'date' },
      { kind: 'list', values: ['Open', 'Done'] },
    ])
    expect(of(input, 'style').filter(({ style }) => style === 'input')).toHaveLength(2)
  })

  test('a chart covers the records, not the total', () => {
    const chart = place(
      report({
        ...table,
        charts: [
          {
            kind: 'column',
            title: 'Value',
            alt: 'Columns',
            category: 'owner',
            series: [{ key: 'value', colour: 'actual' }],
          },
        ],
      }),
    )
    expect(of(chart, 'chart')[0]).toMatchObject({
      categories: { row: 7, column: 0, rows: 3, columns: 1 },
      series: [{ name: 'Value', values: { row: 7, column: 2, rows: 3, columns: 1 } }],
      format: 'money',
    })
  })

  test('a chart stands below the table, or beside it from its header on, within what is printed', () => {
    const bars: ChartSpec = {
      kind: 'column',
      title: 'Value',
      alt: 'Columns',
      category: 'owner',
      series: [{ key: 'value', colour: 'actual' }],
    }
    const narrow = { ...table, columns: table.columns.filter(({ key }) => key === 'owner' || key === 'value') }
    const placeOf = (chartsBeside: boolean) => {
      const placed = place(report({ ...narrow, charts: [bars], chartsBeside }))
      return { at: of(placed, 'chart')[0]?.at, print: of(placed, 'tab')[0]?.print.area }
    }
    expect(placeOf(false).at).toMatchObject({ column: 0, row: 14 })
    const { at, print } = placeOf(true)
    expect(at).toEqual({ row: 6, column: 3, rows: 12, columns: 5 })
    expect((at?.column ?? 0) + (at?.columns ?? 0)).toBeLessThanOrEqual(print?.columns ?? 0)
    expect((at?.row ?? 0) + (at?.rows ?? 0)).toBeLessThanOrEqual(print?.rows ?? 0)
  })

  test('a chart names its currency, and one of nothing but zeros is left out', () => {
    const bars = {
      kind: 'column' as const,
      title: 'Value',
      alt: 'Columns',
      category: 'owner',
      series: [{ key: 'value', colour: 'actual' as const }],
    }
    expect(of(place(report({ ...table, charts: [bars] })), 'chart')[0]?.title).toBe('Value, EUR')
    const zeros = table.rows.map((row) => ({ ...row, value: 0 }))
    expect(of(place(report({ ...table, rows: zeros, charts: [bars] })), 'chart')).toEqual([])
  })

  test('the same report gives the same instructions', () => {
    expect(place(report(table))).toEqual(placed)
  })
})
