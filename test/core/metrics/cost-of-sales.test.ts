import { describe, expect, test } from '@jest/globals'
import { costOfSales } from '#core/metrics/cost-of-sales'
import { spentCosts } from '#core/metrics/examples/spent-costs'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { ask, cells, notes, reasons, table } from './ask.ts'

const given = { costs: spentCosts, deals: tenDeals }
const spent = (...rows: readonly (readonly (string | number | null)[])[]) =>
  table('Period, Category, Amount, Owner, Team', ...rows)

describe('COST_OF_SALES', () => {
  test('nothing won is no ratio, and no cost is not a cost of 0; both say why', () => {
    const costs = spent(['2024-01', 'salary', 100, 'Cleo', null])
    const answer = ask(costOfSales, { deals: tenDeals, costs }, { period: '2024-Q1', by: 'owner' })
    expect(cells(answer, 'owner', 'cost', 'won', 'rate')).toEqual([
      ['Anna', null, 80_000, null],
      ['Ben', null, 70_000, null],
      ['Cleo', 100, 0, null],
    ])
    expect(new Set(reasons(answer))).toEqual(
      new Set(['Costs has no row for it in this period.', 'Nothing was won in this period.']),
    )
  })

  test('says which costs are shared out by days, and which have no amount', () => {
    const costs = [...spentCosts, ['2024-01', 'travel', null, 'Ben', 'new']]
    expect(notes(ask(costOfSales, { ...given, costs }, { period: '2024-Q1' }))).toEqual([
      'Costs of a longer time, of which the days in 2024-Q1 count: 1.',
      'Costs without an amount, which add nothing: 1.',
    ])
  })

  test('a day stands for its month', () => {
    const costs = spent(['2024-02-15', 'travel', 290, null, null])
    expect(cells(ask(costOfSales, { deals: tenDeals, costs }, { period: '2024-02-01/2024-02-10' }), 'cost')).toEqual([
      [100],
    ])
  })

  test('a period that cannot be read is a finding, and its cost counts nowhere', () => {
    const costs = spent(['soon', 'travel', 290, null, null], ['2024-02', 'travel', 30, null, null])
    const answer = ask(costOfSales, { deals: tenDeals, costs }, { period: '2024-Q1' })
    expect(cells(answer, 'cost')).toEqual([[30]])
    expect(answer.ok && answer.findings.map(({ text }) => text)).toContain(
      '"costs", row 2, column "Period": "soon" is no period; the cost counts nowhere. Write 2026, 2026-Q2, 2026-03 or a date.',
    )
  })

  const people = table('Person, Team', ['Anna', 'North'], ['Ben', 'South'])
  const teams = spent(['2024-Q1', 'salary', 800, 'Anna', null], ['2024-Q1', 'travel', 200, null, 'North'])

  test('by team adds what was spent for its people to what was spent for the team', () => {
    const answer = ask(costOfSales, { deals: tenDeals, costs: teams, people }, { period: '2024-Q1', by: 'team' })
    expect(cells(answer, 'team', 'cost', 'rate')).toEqual([
      ['North', 1_000, 0.0125],
      ['South', null, null],
    ])
  })

  test('who has neither cost nor sales is left out of a split; undivided, the answer says what is missing', () => {
    const costs = spent(['2024-02', 'travel', 30, 'Anna', null])
    const split = ask(costOfSales, { deals: tenDeals, costs }, { period: '2024-02', by: 'owner' })
    expect(cells(split, 'owner', 'cost', 'won')).toEqual([['Anna', 30, 30_000]])
    const nothing = ask(costOfSales, { deals: tenDeals, costs }, { period: '2022' })
    expect(cells(nothing, 'cost', 'won', 'rate')).toEqual([[null, 0, null]])
  })

  test('deals and costs in one currency, or of which one names none, are set off against each other', () => {
    const costs = table('Period, Category, Amount, Currency', ['2024-02', 'travel', 30, 'EUR'])
    const inEuro = tenDeals.map((row, i) => [...row, i === 0 ? 'Currency' : 'EUR'])
    for (const deals of [inEuro, tenDeals])
      expect(cells(ask(costOfSales, { deals, costs }, { period: '2024-02' }), 'rate')).toEqual([[0.001]])
  })

  test('a scope limits the costs as well, and where it cannot a note says so', () => {
    const asked = { period: '2024-Q1', scope: 'North' }
    expect(cells(ask(costOfSales, { deals: tenDeals, costs: teams, people }, asked), 'cost', 'won')).toEqual([
      [1_000, 80_000],
    ])
    const costs = teams.map((row) => row.slice(0, 3))
    const answer = ask(costOfSales, { deals: tenDeals, costs }, { period: '2024-Q1', scope: 'Anna' })
    expect(notes(answer)).toEqual([
      'The scope does not limit "costs", which has no column for it: all of its costs count.',
    ])
  })

  test('costs in another currency than the deals are refused, whichever it is', () => {
    const costs = table('Period, Category, Amount, Currency', ['2024-01', 'travel', 10, 'USD'])
    const deals = tenDeals.map((row, i) => [...row, i === 0 ? 'Currency' : 'EUR'])
    expect(cells(ask(costOfSales, { deals, costs }), 'rate')).toBe(
      'conflict: "deals" is in EUR and "costs" in USD. Write both in one currency, or set base_currency and give the rates in a table FX.',
    )
    expect(cells(ask(costOfSales, { deals, costs }, {}, { base_currency: 'EUR' }), 'rate')).toMatch(/^conflict: /)
  })

  test.each([
    [{ by: 'product' }, /^missing-column: by=product/],
    [{ by: 'month' }, /^argument: by=month/],
    [{ categories: 'salary; rent' }, /^argument: categories: "rent" is no category\. They are: salary, /],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(costOfSales, given, args), 'rate')).toMatch(reason)
  })
})
