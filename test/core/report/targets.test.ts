import { describe, expect, test } from '@jest/globals'
import { openDataset } from '#core/dataset/dataset'
import { paramGrid } from '#core/metrics/examples/whitepaper'
import { buildTargets, type TargetBook } from '#core/report/targets/build-targets'
import type { Content, Formula } from '#core/report/instructions'
import { table } from '../metrics/ask.ts'
import { twoRegions } from './two-regions.ts'

const people = table('Person, Manager', ['Mia', null], ['Ole', 'Mia'], ['Pia', 'Mia'], ['Tea', null], ['Rui', 'Tea'])
const deals = table(
  'Deal ID, Owner, Status, Amount, Close date',
  ['A', 'Ole', 'won', 30, '2024-02-01'],
  ['B', 'Pia', 'won', 10, '2024-02-01'],
  ['C', 'Rui', 'won', 60, '2024-02-01'],
)

interface Asked {
  readonly values?: Readonly<Record<string, number | string>>
  readonly weights?: 'even' | 'history' | 'pipeline'
  readonly change?: { readonly segment: string; readonly parameter: string; readonly value: number }
  readonly tables?: Readonly<Record<string, ReturnType<typeof table>>>
}

const build = ({ values = twoRegions, weights = 'even', change, tables = { people } }: Asked = {}) => {
  const given = { params: paramGrid(values), ...tables }
  const sources = Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }]))
  const data = openDataset({ tables: sources, settings: {}, today: 45382 })
  return buildTargets({ data, version: 'current', weights, change: change ?? null })
}

const made = (asked: Asked = {}): TargetBook => {
  const book = build(asked)
  if (!book.ok) throw new Error(book.reason)
  return book
}

const isFormula = (content: Content): content is Formula => typeof content === 'object' && content !== null

const cellsOn = ({ instructions }: TargetBook, tab: string): readonly (readonly Content[])[] =>
  instructions.flatMap((each) => (each.do === 'values' && each.tab === tab ? each.values : []))

const shown = (content: Content): Content => (isFormula(content) ? content.value : content)
const rowNamed = (book: TargetBook, tab: string, name: string): readonly Content[] =>
  (cellsOn(book, tab).find(([first]) => first === name) ?? []).map(shown)

const formulasOf = ({ instructions }: TargetBook): readonly string[] =>
  instructions.flatMap((each) =>
    each.do === 'values' ? each.values.flat().flatMap((content) => (isFormula(content) ? [content.formula] : [])) : [],
  )

describe('the tabs of the target model', () => {
  test('are Params, Breakdown, Phasing, Roll-down and Scenarios', () => {
    const tabs = made().instructions.flatMap((each) => (each.do === 'tab' ? [each.tab] : []))
    expect(tabs).toEqual(['SPM Params', 'SPM Breakdown', 'SPM Phasing', 'SPM Roll-down', 'SPM Scenarios'])
  })

  test('another value in Params changes no formula, only what it gives', () => {
    const [before, after] = [made(), made({ values: { ...twoRegions, 'North.win_rate': 0.3, target: 50_000_000 } })]
    expect(formulasOf(after)).toEqual(formulasOf(before))
    expect(after.tree.total.opportunities).not.toBe(before.tree.total.opportunities)
  })

  test('what must be in the funnel on day one and what is created in the period make up all opportunities (M5)', () => {
    const book = made()
    const created = cellsOn(book, 'SPM Phasing')
      .filter(([first]) => first === 'Before the period' || /^2024-\d\d$/.test(String(first)))
      .reduce((sum, row) => sum + Number(shown(row[6] ?? null)), 0)
    expect(created).toBeCloseTo(book.tree.total.opportunities, 6)
  })

  test('roll the target down the hierarchy, a manager’s to the team and not on top of it (M1)', () => {
    expect(rowNamed(made(), 'SPM Roll-down', 'Mia')).toEqual([
      'Mia',
      1,
      'Everybody',
      2,
      0,
      null,
      expect.closeTo(200e6 / 3, 3),
      expect.closeTo(2 / 3, 12),
      expect.closeTo(200e6 / 3, 3),
      expect.closeTo(0, 12),
    ])
    expect(rowNamed(made(), 'SPM Roll-down', 'Rui')[6]).toBeCloseTo(100e6 / 3, 3)
  })

  test('share the target out by what people have won', () => {
    const book = made({ weights: 'history', tables: { people, deals } })
    expect(rowNamed(book, 'SPM Roll-down', 'Rui')[6]).toBeCloseTo(60e6, 3)
    expect(rowNamed(book, 'SPM Roll-down', 'Ole')[6]).toBeCloseTo(30e6, 3)
    expect(build({ weights: 'history' })).toMatchObject({ ok: false, code: 'no-answer' })
  })

  test('say where a value comes from, and what asks for more than history by its standard error', () => {
    const params = table(
      'Parameter, Value, Source, n, Standard error, Version',
      ['target', 100, 'judgement', null, null, null],
      ['avg_deal', 10, null, null, null, null],
      ['win_rate', 0.2, 'history', 80, 0.04, 'plan'],
      ['win_rate', 0.25, 'judgement', null, null, 'current'],
    )
    const sources = { params: { name: 'params', grid: params } }
    const data = openDataset({ tables: sources, settings: {}, today: 45382 })
    const book = buildTargets({ data, version: 'current', weights: 'even', change: null })
    if (!book.ok) throw new Error(book.reason)
    const rows = cellsOn(book, 'SPM Params').filter(([, parameter]) => parameter === 'win_rate')
    expect(rows.map((row) => [row[2], row[4], row[5], row[8], row[10]])).toEqual([
      [0.25, 'judgement', null, 'current', 'stretch'],
      [0.2, 'history', 80, 'plan', ''],
    ])
    expect(rowNamed(book, 'SPM Scenarios', 'Opportunities to create').at(-1)).toBe(50)
    expect(rowNamed(book, 'SPM Scenarios', 'Scenario').at(-1)).toBe('Version plan')
  })

  test('keep a value that was solved as a version, and leave the other one', () => {
    const book = made({ change: { segment: 'North', parameter: 'win_rate', value: 0.4 } })
    const values = cellsOn(book, 'SPM Params').filter(([segment, key]) => segment === 'North' && key === 'win_rate')
    expect(values.map((row) => [row[2], row[4], row[8]])).toEqual([[0.4, 'judgement', 'current']])
    expect(book.tree.segments[0]?.winRate).toBeCloseTo(0.4 * (1 - 0.1 * 0.4), 12)
  })

  test('months have the weights of PhasingPlans and the ramped sellers of People', () => {
    const plans = table(
      'Plan, Period no, Pct',
      ...Array.from({ length: 12 }, (_, i) => ['Season', i + 1, i === 11 ? 0.45 : 0.05]),
    )
    const joiners = table(
      'Person, Team, Start, End',
      ['Ann', 'A', '2020-01-01', null],
      ['Bob', 'A', '2024-04-01', null],
    )
    const book = made({ tables: { people: joiners, phasing_plans: plans } })
    expect(rowNamed(book, 'SPM Phasing', '2024-12').slice(2, 5)).toEqual([
      0.45,
      expect.closeTo(0.45, 12),
      expect.closeTo(95e6 * 0.45, 3),
    ])
    expect(rowNamed(book, 'SPM Phasing', '2024-03')[9]).toBe(1)
    expect(rowNamed(book, 'SPM Phasing', '2024-04')[9]).toBe(2)
  })

  test('need Params', () => {
    const data = openDataset({ tables: {}, settings: {}, today: 45382 })
    expect(buildTargets({ data, version: 'plan', weights: 'even', change: null })).toMatchObject({
      ok: false,
      code: 'missing-table',
    })
  })
})
