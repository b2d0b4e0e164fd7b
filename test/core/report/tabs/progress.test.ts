import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { tenDealHistory, tenDealSnapshots } from '#core/metrics/examples/ten-deals-past'
import { lastReview } from '#core/report/last-review'
import { progressTab } from '#core/report/tabs/progress'
import type { Given } from '../../metrics/ask.ts'
import { added, cellsOf, contextOf, tableNamed, tablesOf } from '../packs.ts'

const tabOf = (given: Given) => {
  const pack = contextOf(given)
  return { pack, tab: progressTab(pack, lastReview(pack)) }
}

const namesOf = (given: Given) => {
  const { tab } = tabOf(given)
  return tab === null ? null : tablesOf(tab).map(({ name }) => name)
}

const deals = { deals: tenDeals, stages: tenDealStages }

describe('progress since the last review', () => {
  const { tab } = tabOf({ ...deals, history: tenDealHistory, snapshots: tenDealSnapshots })
  if (tab === null) throw new Error('There is no tab.')

  test('sums up the moves by kind', () => {
    const block = tableNamed(tab, 'moves')
    expect(block.title).toBe('What has moved since 2024-02-29, the day of the last snapshot')
    expect(cellsOf(block, 'direction', 'count', 'value')).toEqual([
      ['Forward', 2, 100_000],
      ['Won', 1, 70_000],
    ])
  })

  test('tells the kinds always in the same order', () => {
    const snapshots = tenDealSnapshots.filter((row) => row[0] !== '2024-02-29')
    const { tab } = tabOf({ ...deals, history: tenDealHistory, snapshots })
    expect(tab === null ? null : cellsOf(tableNamed(tab, 'moves'), 'direction')).toEqual([
      ['Forward'],
      ['New'],
      ['Won'],
      ['Lost'],
    ])
  })

  test('shows them from stage to stage', () => {
    expect(cellsOf(tableNamed(tab, 'stageMoves'), 'from', 'to', 'direction')).toEqual([
      ['New', 'Won', 'Won'],
      ['Qualify', 'Proposal', 'Forward'],
      ['Proposal', 'Negotiate', 'Forward'],
    ])
  })

  test('lists what has not moved, with a cell for what will move it (A-48)', () => {
    const block = tableNamed(tab, 'notMoved')
    expect(block.title).toBe('Not moved since 2024-02-29, the largest first')
    expect(cellsOf(block, 'name', 'inStage')).toEqual([
      ['Booster station', 76],
      ['Dosing line', 45],
      ['Spare parts frame', 60],
    ])
    expect(block.columns.find(({ key }) => key === 'planned')?.input).toBe('text')
  })

  test('works with snapshots alone, and with the day of the last stage change alone', () => {
    expect(namesOf({ ...deals, snapshots: tenDealSnapshots })).toEqual(['moves', 'stageMoves', 'notMoved'])
    const dated = added(tenDeals, 'Last stage change', { D5: '2024-01-15', D7: '2024-03-30' })
    expect(namesOf({ deals: dated })).toEqual(['notMoved'])
  })

  test('is left out where nothing tells, and the book has both parts', () => {
    const { pack, tab } = tabOf({ deals: tenDeals })
    expect(tab).toBeNull()
    expect(pack.unlocks()).toEqual([
      { what: expect.stringMatching(/^a table Snapshots /), parts: ['deals that do not move'] },
      { what: 'a table StageHistory (one row per change of stage)', parts: ['progress since the last review'] },
    ])
  })
})
