import { describe, expect, test } from '@jest/globals'
import { coverage } from '#core/metrics/coverage'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from '#core/metrics/examples/two-teams'
import { ask, cells, notes, reasons, table } from './ask.ts'

const ten = { deals: tenDeals, targets: tenDealTargets }
const header = 'Deal ID, Owner, Status, Amount, Close date'
const target = (value: number | null) => table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-Q1', value])

describe('COVERAGE', () => {
  test('deals that are overdue since before the period count in the current one only', () => {
    const deals = table(header, ['A', 'Ann', 'open', 50, '2023-12-20'], ['B', 'Ann', 'open', 10, '2024-04-02'])
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024', 366])
    expect(cells(ask(coverage, { deals, targets }, { period: '2024-Q1' }), 'open')).toEqual([[50]])
    expect(cells(ask(coverage, { deals, targets }, { period: '2024-Q2' }), 'open')).toEqual([[10]])
    expect(cells(ask(coverage, { deals, targets }, { period: '2024-Q1', include_overdue: false }), 'open')).toEqual([
      [0],
    ])
  })

  test('a period that is over keeps the open deals that were due in it', () => {
    expect(cells(ask(coverage, ten, { period: '2024-Q1', as_of: '2024-05-01' }), 'open')).toEqual([[100_000]])
  })

  test('a deal that is due on as-of is not overdue', () => {
    const answer = ask(coverage, ten, { period: '2024-Q1', as_of: '2024-03-15', include_overdue: false })
    expect(cells(answer, 'open')).toEqual([[100_000]])
  })

  test('lost deals and deals on hold cover nothing, and lost ones are not won', () => {
    const deals = table(header, ['A', 'Ann', 'lost', 50, '2024-02-01'], ['B', 'Ann', 'on hold', 10, '2024-03-30'])
    expect(cells(ask(coverage, { deals, targets: target(100) }), 'open', 'won', 'coverage')).toEqual([[0, 0, 0]])
  })

  test('what is won beyond the target leaves nothing to win, not less than nothing', () => {
    const deals = table(header, ['A', 'Ann', 'won', 120, '2024-02-01'], ['B', 'Ann', 'open', 10, '2024-03-30'])
    const answer = ask(coverage, { deals, targets: target(100) })
    expect(cells(answer, 'remaining', 'coverage')).toEqual([[0, 'target reached']])
  })

  test('a remainder of less than half a cent counts as reached', () => {
    const deals = table(header, ['A', 'Ann', 'won', 99.996, '2024-02-01'])
    expect(cells(ask(coverage, { deals, targets: target(100) }), 'coverage')).toEqual([['target reached']])
    expect(cells(ask(coverage, { deals, targets: target(100.01) }), 'coverage')).toEqual([[0]])
  })

  test('a blank target gives no coverage and says why, never 0', () => {
    const answer = ask(coverage, { deals: tenDeals, targets: target(null) })
    expect(answer).toMatchObject({ ok: false, code: 'missing-column' })
    const one = table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-Q1', null], ['sales', 'ALL', '2024-Q2', 1])
    expect(reasons(ask(coverage, { deals: tenDeals, targets: one }))[0]).toContain('for 2024-Q1 is blank')
  })

  test('without a Targets table there is no answer', () => {
    expect(ask(coverage, { deals: tenDeals })).toMatchObject({ ok: false, code: 'missing-table' })
  })

  test('a person with a target and no deal has a row', () => {
    const targets = table('Metric, Owner, Period, Value', ['sales', 'Cid', '2024-Q1', 70])
    const answer = ask(coverage, { deals: tenDeals, targets }, { by: 'owner' })
    expect(cells(answer, 'owner', 'open', 'remaining', 'coverage')).toContainEqual(['Cid', 0, 70, 0])
  })

  test('within a scope only its deals and its target count', () => {
    const given = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople }
    const answer = ask(coverage, given, { period: '2024-Q2', as_of: '2024-05-15', scope: 'Pia' })
    expect(cells(answer, 'open', 'won', 'target')).toEqual([[75_000, 15_000, 40_950]])
  })

  test('open deals without a date or a probability are counted in notes', () => {
    const deals = table(
      `${header}, Probability`,
      ['A', 'Ann', 'open', 50, '2024-03-30', 0.5],
      ['B', 'Ann', 'open', 90, '2024-03-30', null],
      ['C', 'Ann', 'open', 10, null, 0.5],
    )
    const answer = ask(coverage, { deals, targets: target(100) }, { weighted: true, period: '2024-Q1' })
    expect(cells(answer, 'open')).toEqual([[25]])
    expect(notes(answer)).toEqual([
      'Open deals without a close date, which are due in no period: 1.',
      'Open deals without a probability, which add nothing to the weighted pipeline: 1.',
    ])
  })

  test('days of the period without a target are said', () => {
    expect(notes(ask(coverage, ten, { period: '2024' }))).toContain('Only 182 of the 366 days of 2024 have a target.')
  })
})
