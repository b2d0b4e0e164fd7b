import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { funnelShapeTab } from '#core/report/tabs/funnel-shape'
import type { Given } from '../../metrics/ask.ts'
import { cellsOf, contextOf, everything, fiveColumns, labelsOf, tableNamed } from '../packs.ts'

const funnelOf = (given: Given) => {
  const tab = funnelShapeTab(contextOf(given))
  if (tab === null) throw new Error('There is no tab.')
  return tableNamed(tab, 'funnel')
}

describe('funnel shape', () => {
  test('has the stages in the order of the process, with deals, value and share', () => {
    const block = funnelOf(everything)
    expect(cellsOf(block, 'stage', 'count', 'value')).toEqual([
      ['Qualify', 2, 60_000],
      ['Proposal', 2, 120_000],
      ['Negotiate', 1, 80_000],
    ])
    expect(block.columns.find(({ key }) => key === 'share')?.formula).toEqual({ share: 'value' })
  })

  test('shows the weighted value where deals have a probability, and not otherwise', () => {
    expect(funnelOf({ deals: tenDeals, stages: tenDealStages }).charts?.[0]?.series.map(({ key }) => key)).toEqual([
      'value',
      'weighted',
    ])
    const narrow = funnelOf(fiveColumns)
    expect(narrow.charts?.[0]?.series.map(({ key }) => key)).toEqual(['value'])
    expect(labelsOf(narrow)).toEqual(['Stage', 'Deals', 'Value', 'Share of value'])
  })

  test('without an open deal it says so instead of a table', () => {
    const closed = tenDeals.filter((row, i) => i === 0 || row[4] !== 'open')
    const block = funnelOf({ deals: closed })
    expect([block.rows, block.empty]).toEqual([[], 'There is no open opportunity.'])
  })
})
