import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { teamFigures } from '#core/report/tabs/team-figures'
import { table, type Given } from '../../metrics/ask.ts'
import { contextOf, everything, fiveColumns } from '../packs.ts'

const figuresOf = (given: Given) =>
  teamFigures(contextOf(given)).map(({ label, value, caption }) => [label, value, caption])

const targetOf = (value: number): Given => ({
  deals: tenDeals,
  targets: table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-Q1', value]),
})

const firstOf = (given: Given) => teamFigures(contextOf(given))[0]

describe('the figures above the line', () => {
  test('of a whole workbook, the most telling first', () => {
    expect(figuresOf(everything)).toEqual([
      ['Won in 2024-Q1', 150_000, 'behind: 83.3% of 180,000 due by now'],
      ['Forecast for 2024-Q1', 150_000, 'won only, no forecast category; still missing 30,000'],
      ['Coverage of 2024-Q2', 0.7, '140,000 open for 200,000'],
      ['Open pipeline', 260_000, '5 deals'],
      ['Weighted pipeline', 130_000, 'amount × probability'],
      ['Win rate', 0.6, 'last four quarters, 5 closed'],
      ['Created, last 30 days', 70_000, '1 deal'],
      ['Customer meetings', 3, 'held in the last 30 days'],
      ['Average won deal', 50_000, 'last four quarters, 3 deals'],
      ['Sales cycle, days', 73.5, 'median, opening to winning'],
    ])
  })

  test('of five columns: what has no answer gives way to the next', () => {
    expect(figuresOf(fiveColumns)).toEqual([
      ['Won in 2024-Q1', 150_000, '3 deals'],
      ['Forecast for 2024-Q1', 150_000, 'won only, no forecast category; no target given'],
      ['Open pipeline', 260_000, '5 deals'],
      ['Win rate', 0.6, 'last four quarters, 5 closed'],
      ['Average won deal', 50_000, 'last four quarters, 3 deals'],
    ])
  })

  test.each([
    [150_000, 'good', 'on track: 100.0% of 150,000 due by now'],
    [160_000, 'warn', 'just behind: 93.8% of 160,000 due by now'],
    [300_000, 'bad', 'behind: 50.0% of 300,000 due by now'],
  ])('a target of %p: its colour has its word', (target, tone, caption) => {
    expect(firstOf(targetOf(target))).toMatchObject({ tone, caption })
  })

  test('a forecast above the target says by how much', () => {
    expect(teamFigures(contextOf(targetOf(100_000)))[1]).toMatchObject({
      tone: 'good',
      caption: 'won only, no forecast category; above target by 50,000',
    })
  })

  test('each links to the tab that explains it', () => {
    expect(teamFigures(contextOf(everything)).filter(({ tab }) => tab === undefined)).toEqual([])
  })

  test('one deal is not "1 deals"', () => {
    const deals = tenDeals.filter((row, i) => i === 0 || row[0] === 'D5')
    expect(figuresOf({ deals, targets: tenDealTargets })).toContainEqual(['Open pipeline', 100_000, '1 deal'])
  })
})
