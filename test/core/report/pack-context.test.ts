import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { attainment } from '#core/metrics/attainment'
import { coverage } from '#core/metrics/coverage'
import { pipelineCreated } from '#core/metrics/pipeline-created'
import { salesCycle } from '#core/metrics/sales-cycle'
import { winRate } from '#core/metrics/win-rate'
import { SpmError } from '#core/errors'
import { added, changed, contextOf, fiveColumns } from './packs.ts'

describe('ask', () => {
  test('gives the answer, and its one cell', () => {
    const pack = contextOf({ deals: tenDeals })
    expect(pack.ask(winRate, 'the win rate')?.rows[0]).toMatchObject({ rate: 0.6 })
    expect(pack.figure(winRate, 'the win rate')).toBe(0.6)
    expect([pack.unlocks(), pack.failures]).toEqual([[], []])
  })

  test('what is missing goes into the book, with every part that waits for it, the most wanted first', () => {
    const pack = contextOf(fiveColumns)
    expect(pack.ask(attainment, 'won against target')).toBeNull()
    expect(pack.ask(salesCycle, 'the sales cycle')).toBeNull()
    expect(pack.ask(coverage, 'coverage')).toBeNull()
    expect(pack.ask(coverage, 'coverage')).toBeNull()
    expect(pack.unlocks()).toEqual([
      {
        what: 'a table Targets (one row per measure, owner and period)',
        parts: ['won against target', 'coverage'],
      },
      { what: 'a column Created in Opportunities', parts: ['the sales cycle'] },
    ])
  })

  test('a failure that no table or column would mend is kept with its sentence', () => {
    const pack = contextOf({ deals: tenDeals })
    expect(pack.ask(winRate, 'the win rate', { by: 'planet' })).toBeNull()
    expect(pack.failures.map(({ code }) => code)).toEqual(['argument'])
    expect(pack.failures[0]?.reason).toContain('planet')
    expect(pack.unlocks()).toEqual([])
  })

  test('a figure without an answer is null, never 0', () => {
    expect(contextOf(fiveColumns).figure(salesCycle, 'the sales cycle')).toBeNull()
  })

  test('an unreadable cell is an error, not a gap (A3)', () => {
    const pack = contextOf({ deals: changed(tenDeals, 'D1', 'Created', 'spring') })
    expect(() => pack.ask(pipelineCreated, 'new opportunities')).toThrow(SpmError)
    expect(() => pack.ask(pipelineCreated, 'new opportunities')).toThrow('"deals", row 2, column "Created": "spring"')
  })
})

describe('lacks', () => {
  test('a column that is there is not lacking', () => {
    const pack = contextOf({ deals: tenDeals })
    expect(pack.lacks('deals', 'owner', 'by person')).toBe(false)
    expect(pack.unlocks()).toEqual([])
  })

  test('one that is absent, or blank from top to bottom, is, and the book says who waits for it', () => {
    const pack = contextOf({ deals: added(tenDeals, 'Source', {}), stages: tenDealStages })
    expect(pack.lacks('deals', 'source', 'by source')).toBe(true)
    expect(pack.lacks('deals', 'lost_reason', 'why deals are lost')).toBe(true)
    expect(pack.lacks('people', 'manager', 'leaders')).toBe(true)
    expect(pack.unlocks().map(({ what }) => what)).toEqual([
      'a column Lost reason in Opportunities',
      'a column Source in Opportunities',
      'a table People (one row per person who owns numbers, with who leads whom)',
    ])
  })

  test('within a scope, rows that happen to be blank are taken as they are', () => {
    const deals = added(tenDeals, 'Source', { D3: 'Fair' })
    expect(contextOf({ deals }, {}, 'Anna').lacks('deals', 'source', 'by source')).toBe(false)
  })
})

describe('periods', () => {
  test('count from the one that is running', () => {
    const pack = contextOf({ deals: tenDeals })
    expect([-1, 0, 1].map((steps) => pack.quarter(steps).label)).toEqual(['2023-Q4', '2024-Q1', '2024-Q2'])
    expect([-3, 0, 1].map((steps) => pack.month(steps).label)).toEqual(['2023-12', '2024-03', '2024-04'])
    expect([-1, 0].map((steps) => pack.week(steps).label)).toEqual(['2024-W12', '2024-W13'])
  })

  test('quarters are those of the fiscal year (P1)', () => {
    const pack = contextOf({ deals: tenDeals }, { fiscal_start_month: 2 })
    expect(pack.quarter(0).label).toBe('FY2025-Q1')
  })
})
