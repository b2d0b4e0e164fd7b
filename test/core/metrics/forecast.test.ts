import { describe, expect, test } from '@jest/globals'
import { twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from '#core/metrics/examples/two-teams'
import { forecast } from '#core/metrics/forecast'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Owner, Stage, Status, Amount, Forecast category, Close date, Probability'
const figures = ['owner', 'won', 'commit', 'best', 'pipeline'] as const
const single = { rollup: 'single' }

describe('FORECAST', () => {
  test('lost deals and omitted deals never count, whatever else they say', () => {
    const deals = table(
      header,
      ['A', 'Ann', 'Lost', 'lost', 900, 'Commit', '2024-03-01', 1],
      ['B', 'Ann', 'Proposal', 'open', 700, 'Omitted', '2024-03-30', 1],
      ['C', 'Ann', 'Proposal', 'open', 50, 'Pipeline', '2024-03-30', 1],
    )
    expect(cells(ask(forecast, { deals }), ...figures)).toEqual([['Ann', 0, 0, 0, 50]])
  })

  test('a probability never makes a category', () => {
    const deals = table(header, ['A', 'Ann', 'Negotiate', 'open', 50, null, '2024-03-30', 1])
    const answer = ask(forecast, { deals }, single)
    expect(cells(answer, ...figures)).toEqual([['Ann', 0, 0, 0, 50]])
    expect(notes(answer).join()).toContain('every open deal counts as pipeline')
  })

  test('the words of several systems mean the same; an open deal that says closed is committed', () => {
    const deals = table(
      header,
      ['A', 'Ann', 'X', 'open', 1, 'COMMIT', '2024-03-30', null],
      ['B', 'Ann', 'X', 'open', 10, 'Most Likely', '2024-03-30', null],
      ['C', 'Ann', 'X', 'open', 100, 'Closed', '2024-03-30', null],
      ['D', 'Ann', 'X', 'open', 1000, 'Not forecasted', '2024-03-30', null],
    )
    expect(cells(ask(forecast, { deals }, single), ...figures)).toEqual([['Ann', 0, 101, 10, 0]])
  })

  test('a category that is not known falls back to the stage, and is said', () => {
    const deals = table(header, ['A', 'Ann', 'Negotiate', 'open', 5, 'Dream', '2024-03-30', null])
    const stages = table('Stage, Order, Type, Forecast category', ['Negotiate', 1, 'open', 'Best Case'])
    const answer = ask(forecast, { deals, stages }, single)
    expect(cells(answer, ...figures)).toEqual([['Ann', 0, 0, 5, 0]])
    expect(notes(answer).join()).toContain('Deals in the forecast category "dream", which is not known: 1.')
  })

  test('overdue deals count in the current period and in no later one', () => {
    const deals = table(header, ['A', 'Ann', 'X', 'open', 5, 'Commit', '2023-11-30', null])
    expect(cells(ask(forecast, { deals }, { period: '2024-Q1' }), 'commit')).toEqual([[5]])
    expect(cells(ask(forecast, { deals }, { period: '2024-Q2' }), 'commit')).toEqual([])
  })

  test('without Targets the rest stands, and the cells of the target say why they are empty', () => {
    const answer = ask(forecast, { deals: twoTeamsDeals }, { as_of: '2024-05-15' })
    expect(cells(answer, 'owner', 'won', 'target', 'gap')).toContainEqual(['Ole', 15_000, null, null])
    expect(reasons(answer)[0]).toBe('There is no Targets table with owner, period and value.')
  })

  test('the current quarter is the fiscal one', () => {
    const given = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople }
    const answer = ask(forecast, given, { as_of: '2024-05-15' }, { fiscal_start_month: 2 })
    expect(notes(answer)[0]).toBe('No period was given: the answer is for the current quarter, FY2025-Q2.')
    expect(cells(answer, 'owner', 'won', 'commit')).toContainEqual(['Ole', 6_000, 13_000])
  })

  test('people with a target and no deal have a row', () => {
    const targets = table('Metric, Owner, Period, Value', ['sales', 'Cid', '2024-Q2', 70])
    const answer = ask(forecast, { deals: twoTeamsDeals, targets }, { as_of: '2024-05-15' })
    expect(cells(answer, 'owner', 'commit', 'gap')).toContainEqual(['Cid', 0, 70])
  })

  test('within a scope nobody else is shown', () => {
    const given = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople }
    expect(cells(ask(forecast, given, { as_of: '2024-05-15', scope: 'Mia' }), 'owner')).toEqual([['Ole'], ['Pia']])
  })

  test('deals without a close date are counted in a note', () => {
    const deals = table(
      header,
      ['A', 'Ann', 'X', 'open', 5, 'Commit', null, null],
      ['B', 'Ann', 'X', 'open', 5, 'Commit', '2024-03-30', null],
    )
    expect(notes(ask(forecast, { deals }))).toContain('Open deals without a close date, which are due in no period: 1.')
  })

  test('a rollup that does not exist is refused', () => {
    expect(cells(ask(forecast, { deals: twoTeamsDeals }, { rollup: 'sum' }))).toBe(
      'argument: rollup is "sum"; it can be cumulative or single.',
    )
  })
})
