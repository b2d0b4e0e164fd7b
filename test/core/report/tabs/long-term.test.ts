import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { longTermTab } from '#core/report/tabs/long-term'
import { table, type Given } from '../../metrics/ask.ts'
import { cellsOf, contextOf, fiveColumns, labelsOf, tableNamed } from '../packs.ts'

const coverageOf = (given: Given) => {
  const tab = longTermTab(contextOf(given))
  if (tab === null) throw new Error('There is no tab.')
  return tableNamed(tab, 'coverage')
}

const yearOfTargets = [
  ...tenDealTargets,
  ...['2024-Q3', '2024-Q4', '2025-Q1'].map((period) => ['sales', 'ALL', period, 'quarter', 100_000]),
]

describe('long term', () => {
  test('sets the open value of five quarters against what is still to be won', () => {
    const block = coverageOf({ deals: tenDeals, targets: yearOfTargets })
    expect(cellsOf(block, 'quarter', 'open', 'won', 'remaining')).toEqual([
      ['2024-Q1', 100_000, 150_000, 30_000],
      ['2024-Q2', 140_000, 0, 200_000],
      ['2024-Q3', 20_000, 0, 100_000],
      ['2024-Q4', 0, 0, 100_000],
      ['2025-Q1', 0, 0, 100_000],
    ])
    expect(block.columns.find(({ key }) => key === 'coverage')).toMatchObject({
      formula: { ratio: ['open', 'remaining'] },
      rule: { kind: 'below', limit: 2 },
    })
    expect(block.notes.join(' ')).toContain('Below 2× it is marked red.')
  })

  test('adds up only where every quarter has a target, since the open value of others would cover it', () => {
    expect(coverageOf({ deals: tenDeals, targets: yearOfTargets }).total).toBe(true)
    expect(coverageOf({ deals: tenDeals, targets: tenDealTargets }).total).toBe(false)
    expect(coverageOf({ deals: tenDeals }).total).toBe(true)
  })

  test('without targets it shows the open value alone, and claims no coverage', () => {
    const block = coverageOf(fiveColumns)
    expect(labelsOf(block)).toEqual(['Quarter', 'Open deals', 'Open value'])
    expect(block.notes).toEqual([])
    expect(block.charts?.[0]?.series.map(({ key }) => key)).toEqual(['open'])
  })

  test('a target that is reached has a word, and no coverage', () => {
    const block = coverageOf({
      deals: tenDeals,
      targets: table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-Q1', 100_000]),
    })
    expect(cellsOf(block, 'remaining', 'remark')).toContainEqual([0, 'target reached'])
  })

  test('is left out where nothing is open and nothing targeted', () => {
    const closed = tenDeals.filter((row, i) => i === 0 || row[4] !== 'open')
    expect(longTermTab(contextOf({ deals: closed }))).toBeNull()
  })
})
