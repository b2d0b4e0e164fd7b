import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import { tableNames } from '#core/dataset/tables/index'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import type { Instruction } from '#core/report/instructions'
import { table, type Given } from '../metrics/ask.ts'
import {
  added,
  build,
  calm,
  cellsOf,
  changed,
  everything,
  fiveColumns,
  instructionsOf,
  keysOf,
  people,
  refused,
  tableNamed,
  tablesOf,
  tabNamed,
  textsOf,
} from './packs.ts'
import { showPack } from './show-pack.ts'

const agenda = [
  'cover',
  'trust',
  'forecast',
  'funnelIn',
  'funnelShape',
  'longTerm',
  'progress',
  'review',
  'activity',
  'business',
  'actions',
]

const body = ['forecast', 'funnelIn', 'funnelShape', 'longTerm', 'progress', 'review', 'activity']

describe('the team pack of a whole workbook', () => {
  const pack = build(everything, { settings: { base_currency: 'EUR' } })

  test('has the cover, trust first, then the agenda in its fixed order (A-10)', () => {
    expect(keysOf(pack)).toEqual(agenda)
    expect(pack.report.tabs.map(({ label }) => label)).toEqual([
      '0 Cover',
      '0 Trust',
      '1 Forecast',
      '2 Funnel in',
      '3 Funnel shape',
      '4 Long term',
      '5 Progress',
      '6 Deal review',
      '7 Activity',
      '8 Other business',
      '9 Actions',
    ])
  })

  test('shows nine figures above the line at the most (D-43)', () => {
    const figures = tabNamed(pack, 'cover').blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []))
    expect(figures.length).toBeGreaterThan(6)
    expect(figures.length).toBeLessThanOrEqual(9)
  })

  test('lists every part on the agenda, with what has happened in a fifth of the minutes at the most (D-46)', () => {
    const items = tabNamed(pack, 'cover').blocks.flatMap((block) => (block.kind === 'agenda' ? block.items : []))
    expect(items.map(({ tab }) => tab)).toEqual(agenda.slice(1))
    const past = new Set(pack.report.tabs.flatMap(({ key, colour }) => (colour === 'past' ? [key] : [])))
    const minutes = (list: typeof items): number => list.reduce((sum, item) => sum + item.minutes, 0)
    expect(minutes(items.filter(({ tab }) => past.has(tab))) / minutes(items)).toBeLessThanOrEqual(0.2)
  })

  test('marks every figure as provisional while trust is red, and lists what to mend (D-56)', () => {
    const marked = pack.report.tabs.filter(({ provisional }) => provisional).map(({ key }) => key)
    expect(marked).toEqual(['cover', ...body])
    expect(
      textsOf(pack.instructions).filter((text) => text.includes('(provisional: fix the data first)')),
    ).toHaveLength(8)
    expect(tableNamed(tabNamed(pack, 'trust'), 'fixList').rows.length).toBeGreaterThan(0)
  })

  test('takes data fixes only while trust is red, unless a reason is given', () => {
    const actions = tabNamed(pack, 'actions')
    expect(actions.blocks[0]).toMatchObject({
      kind: 'banner',
      tone: 'bad',
      text: expect.stringContaining('data fixes only'),
    })
    expect(tableNamed(actions, 'actions').columns.find(({ key }) => key === 'kind')?.input).toContain('Data fix')
  })

  test('has an alt text on every chart, and no two charts with the same', () => {
    const charts = instructionsOf(pack.instructions, 'chart')
    expect(charts.length).toBeGreaterThan(5)
    expect(charts.filter(({ alt }) => alt.length < 20)).toEqual([])
    expect(new Set(charts.map(({ alt }) => alt)).size).toBe(charts.length)
  })

  test('names tables and tabs so that spreadsheets take them, each once', () => {
    const tables = instructionsOf(pack.instructions, 'table').map(({ name }) => name)
    expect(new Set(tables).size).toBe(tables.length)
    expect(tables.filter((name) => !/^SPM_TEAM_[A-Za-z0-9]+$/.test(name))).toEqual([])
    expect(instructionsOf(pack.instructions, 'tab').filter(({ tab }) => tab.length > 31)).toEqual([])
  })

  test('names the currency in the headings of tables, charts and figures that hold money', () => {
    const texts = textsOf(pack.instructions)
    expect(texts).toContain('Fix list, EUR')
    expect(texts).toContain('Open pipeline, EUR')
    expect(texts).toContain('Whose numbers can the team use?')
    expect(instructionsOf(pack.instructions, 'chart').map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Open value by stage, EUR', 'Customer meetings by week']),
    )
  })

  test('says first whether the numbers can be trusted, then the two figures to say aloud', () => {
    expect(pack.report.headlines).toEqual([
      { label: 'Trust', text: expect.stringMatching(/^Fix the data first\./) },
      { label: 'Won in 2024-Q1', text: '150,000 EUR (behind: 83.3% of 180,000 due by now)' },
      { label: 'Forecast for 2024-Q1', text: '150,000 EUR (won only, no forecast category; still missing 30,000)' },
    ])
  })
})

describe('a pack whose data can be trusted', () => {
  const pack = build(calm)

  test('marks nothing as provisional', () => {
    expect(pack.report.meta).toMatch(/Trust: OK$/)
    expect(pack.report.tabs.filter(({ provisional }) => provisional)).toEqual([])
    expect(textsOf(pack.instructions).join(' ')).not.toContain('provisional')
  })

  test('takes any action', () => {
    const actions = tabNamed(pack, 'actions')
    expect(actions.blocks.filter(({ kind }) => kind === 'banner' || kind === 'box')).toEqual([])
    expect(tableNamed(actions, 'actions').columns.map(({ key }) => key)).not.toContain('kind')
  })

  test('says so in green on the cover', () => {
    expect(tabNamed(pack, 'cover').blocks[0]).toMatchObject({ kind: 'banner', tone: 'good' })
  })
})

describe('a pack of one export with five columns', () => {
  const pack = build(fiveColumns)
  const list = tabNamed(pack, 'cover').blocks.find(
    (block) => block.kind === 'list' && block.title === 'What would unlock more',
  )
  const items = list?.kind === 'list' ? list.items : []

  test('is built without the parts that it cannot answer', () => {
    expect(keysOf(pack)).toEqual([
      'cover',
      'trust',
      'forecast',
      'funnelShape',
      'longTerm',
      'review',
      'business',
      'actions',
    ])
  })

  test('collapses them into three lines at most, each with a table or a column and what it would show', () => {
    expect(items).toEqual([
      'Add a column Created in Opportunities to see new opportunities and the sales cycle.',
      expect.stringMatching(/^Add a table Snapshots \(.+\) to see deals that do not move and forecast deviation\.$/),
      expect.stringMatching(/^Add a table Targets \(.+\) to see coverage of later targets and won against target\.$/),
    ])
  })

  test('holds back nothing that would help: the host gets all of it', () => {
    expect(pack.unlocks.length).toBeGreaterThan(items.length)
    expect(pack.unlocks.filter(({ parts }) => parts.length === 0)).toEqual([])
  })

  test('fails at nothing else', () => {
    expect(textsOf(pack.instructions)).not.toContain('What could not be worked out')
  })

  test('has no table without records, and no chart of zeros', () => {
    expect(instructionsOf(pack.instructions, 'table').filter(({ area }) => area.rows < 2)).toEqual([])
    const charts = instructionsOf(pack.instructions, 'chart')
    const shown = charts.flatMap(({ title, tab, series }) =>
      series.some(({ values }) => sumOver(pack.instructions, tab, values) !== 0) ? [] : [title],
    )
    expect(charts.length).toBeGreaterThan(0)
    expect(shown).toEqual([])
  })

  test('has no column that is blank from top to bottom, but for those to fill in', () => {
    const blank = pack.report.tabs.flatMap((tab) =>
      tablesOf(tab).flatMap(({ name, columns, rows }) =>
        columns
          .filter(({ input, formula, sparkline }) => (input ?? formula ?? sparkline) === undefined)
          .filter(({ key }) => rows.length > 0 && rows.every((row) => (row[key] ?? '') === ''))
          .map(({ key }) => `${name}.${key}`),
      ),
    )
    expect(blank.filter((each) => !each.startsWith('trust.'))).toEqual([])
  })

  test('names its deals by their ID, since it has no other name', () => {
    expect(cellsOf(tableNamed(tabNamed(pack, 'review'), 'topDeals'), 'name', 'value')).toEqual([
      ['D5', 100_000],
      ['D7', 80_000],
      ['D6', 60_000],
      ['D9', 20_000],
      ['D8', null],
    ])
  })

  test('says that the currency is not stated, and heads no table with one', () => {
    expect(pack.report.meta).toContain('Currency not stated')
    expect(textsOf(pack.instructions)).toContain('Fix list')
  })
})

/** The sum of the numbers that an area shows. */
const sumOver = (
  instructions: readonly Instruction[],
  tab: string,
  area: { readonly row: number; readonly column: number; readonly rows: number },
): number => {
  let sum = 0
  for (const { at, values } of instructionsOf(instructions, 'values').filter((each) => each.tab === tab))
    values.forEach((row, down) => {
      const content = row[area.column - at.column]
      const value = typeof content === 'object' && content !== null ? content.value : content
      const inside = at.row + down >= area.row && at.row + down < area.row + area.rows
      if (inside && typeof value === 'number') sum += Math.abs(value)
    })
  return sum
}

describe('scope and as-of', () => {
  test('a person: the own deals, tabs and tables under the own name, and the manager as leader', () => {
    const pack = build(everything, { scope: 'Anna' })
    expect(pack.report.scope).toBe('Anna')
    expect(pack.report.meta).toContain('4 opportunities')
    expect(instructionsOf(pack.instructions, 'tab')[2]?.tab).toBe('TEAM Anna · 1 Forecast')
    expect(instructionsOf(pack.instructions, 'table')[0]?.name).toBe('SPM_TEAM_Anna_trust')
    expect(tabNamed(pack, 'cover').title).toBe('Sales team meeting: Anna')
    expect(textsOf(pack.instructions)).toContain('Number owner: Anna   ·   Leader: Mia')
    const owners = cellsOf(tableNamed(tabNamed(pack, 'review'), 'topDeals'), 'owner')
    expect(owners).toEqual([['Anna'], ['Anna']])
  })

  test('a team: the deals of its people', () => {
    expect(build(everything, { scope: 'North' }).report.meta).toContain('10 opportunities')
  })

  test('the setting as_of is the day of the pack, and of its quarter', () => {
    const { report } = build(everything, { settings: { as_of: '2024-04-15' } })
    expect(report.title).toBe('Sales team meeting, 2024-04-15')
    expect(report.meta).toMatch(/^Quarter 2024-Q2 {3}· {3}As of 2024-04-15/)
  })

  test('a scope without any deal is still a pack', () => {
    const pack = build(everything, { scope: 'Cleo' })
    expect(pack.report.meta).toContain('0 opportunities')
    expect(instructionsOf(pack.instructions, 'chart').map(({ title }) => title)).not.toContain('Open value by stage')
  })
})

describe('no pack', () => {
  test('under a name that is none', () => {
    expect(refused(everything, { pack: 'TAEM' })).toEqual({
      code: 'argument',
      reason: 'There is no pack "TAEM". There is: TEAM.',
    })
    expect(build(everything, { pack: 'team' }).report.pack).toBe('TEAM')
  })

  test('for a scope that is in no table, with the one that may be meant', () => {
    expect(refused(everything, { scope: 'Ana' })).toEqual({
      code: 'argument',
      reason: expect.stringContaining('Did you mean "Anna"?'),
    })
  })

  test('without opportunities', () => {
    expect(refused({ targets: tenDealTargets })).toEqual({
      code: 'missing-table',
      reason: 'The pack TEAM needs the table Opportunities, and none was given.',
    })
  })
})

describe('data that cannot be read, or contradicts itself, stops the pack (A3)', () => {
  const withCell = (header: string, value: string): Given => ({
    ...everything,
    deals: changed(tenDeals, 'D6', header, value),
  })

  test.each([
    ['Amount', 'about 60k'],
    ['Created', 'last spring'],
    ['Close date', 'soon'],
    ['Last modified', '31.31.2024'],
    ['Probability', 'high'],
  ])('%s', (header, value) => {
    const { code, reason } = refused(withCell(header, value))
    expect(code).toBe('unreadable')
    expect(reason).toContain(`"deals", row 7, column "${header}": "${value}"`)
  })

  test('a cell of another table that a figure reads', () => {
    const targets = [...tenDealTargets, ['sales', 'ALL', '2024-Q3', 'quarter', 'a lot']]
    expect(refused({ ...everything, targets })).toEqual({
      code: 'unreadable',
      reason: expect.stringContaining('"targets", row 4, column "Value": "a lot"'),
    })
  })

  test('a column that no figure reads does not', () => {
    const pack = build({ ...everything, deals: added(tenDeals, 'Cost', { D1: 'see contract' }) })
    expect(keysOf(pack)).toEqual(agenda)
  })

  test('unreadable=blank leaves the cell out, and the pack is written', () => {
    const pack = build(withCell('Amount', 'about 60k'), { settings: { unreadable: 'blank' } })
    expect(pack.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ level: 'warn', code: 'unreadable', row: 7 })]),
    )
  })

  test('amounts in two currencies', () => {
    const deals = added(tenDeals, 'Currency', { D1: 'EUR', D2: 'USD' })
    expect(refused({ ...everything, deals })).toEqual({
      code: 'conflict',
      reason: expect.stringContaining('amounts are in EUR, USD'),
    })
  })

  test('two columns that claim one meaning', () => {
    const deals = added(tenDeals, 'Deal Owner', { D1: 'Anna' })
    expect(refused({ ...everything, deals })).toEqual({
      code: 'conflict',
      reason: expect.stringContaining('2 columns for deals.owner'),
    })
  })
})

describe('the same cells', () => {
  test('give the same instructions', () => {
    expect(build(everything).instructions).toEqual(build(everything).instructions)
  })

  /** Rows of the sheet, which of course differ when the rows are in another order. */
  const withoutRows = (text: string): string => text.replace(/Row \d+ \(D\d+\)/g, 'a row')

  /** Each table with its records in the order of the given keys. */
  const shuffled = (given: Given, keys: readonly number[]): Given =>
    Object.fromEntries(
      tableNames.flatMap((name) => {
        const [header = [], ...rows]: Grid = given[name] ?? []
        if (given[name] === undefined) return []
        const order = rows.map((row, i) => ({ row, key: keys[i % keys.length] ?? 0, i }))
        order.sort((a, b) => a.key - b.key || b.i - a.i)
        return [[name, [header, ...order.map(({ row }) => row)]]]
      }),
    )

  test('in another order of rows give the same instructions (seed 11)', () => {
    const expected = withoutRows(showPack(build(everything).instructions))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 13, maxLength: 23 }), (keys) => {
        expect(withoutRows(showPack(build(shuffled(everything, keys)).instructions))).toBe(expected)
      }),
      { seed: 11, numRuns: 25 },
    )
  })

  test('with ties in every list are in the same order as well (seed 12)', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `T${i}`)
    const deals = table(
      'Deal ID, Name, Owner, Status, Stage, Amount, Created, Close date, Last modified, Source',
      ...ids.map((id, i) => [
        id,
        `Deal ${id}`,
        i % 2 === 0 ? 'Anna' : 'Ben',
        'open',
        'Proposal',
        10_000,
        '2024-03-01',
        '2024-03-20',
        '2024-01-01',
        i % 3 === 0 ? 'Fair' : 'Web',
      ]),
    )
    const given = { deals, people }
    const expected = withoutRows(showPack(build(given).instructions))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 7, maxLength: 12 }), (keys) => {
        expect(withoutRows(showPack(build(shuffled(given, keys)).instructions))).toBe(expected)
      }),
      { seed: 12, numRuns: 25 },
    )
  })
})
