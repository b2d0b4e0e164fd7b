import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { twoTeamsDeals, twoTeamsPeople, twoTeamsStages, twoTeamsTargets } from '#core/metrics/examples/two-teams'
import { forecastTab } from '#core/report/tabs/forecast'
import type { Tab } from '#core/report/report'
import { table, type Given } from '../../metrics/ask.ts'
import { cellsOf, contextOf, labelsOf, tableNamed, tablesOf } from '../packs.ts'

const tabOf = (given: Given, settings = {}): Tab => {
  const tab = forecastTab(contextOf(given, settings))
  if (tab === null) throw new Error('There is no tab.')
  return tab
}

const twoTeams: Given = {
  deals: twoTeamsDeals,
  people: twoTeamsPeople,
  stages: twoTeamsStages,
  targets: twoTeamsTargets,
}

describe('this quarter and the next by month', () => {
  test('each deal stands in one column, and what is overdue from before in a row of its own', () => {
    const block = tableNamed(tabOf(twoTeams, { as_of: '2024-05-15' }), 'forecastByMonth')
    expect(cellsOf(block, 'month', 'won', 'commit', 'best').slice(0, 4)).toEqual([
      ['Due before 2024-04', 0, 5_000, 0],
      ['2024-04', 13_000, 0, 0],
      ['2024-05', 21_000, 15_000, 0],
      ['2024-06', 0, 0, 12_000],
    ])
  })

  test('has all six months, those in which nothing is due too', () => {
    const block = tableNamed(tabOf({ deals: tenDeals }), 'forecastByMonth')
    expect(cellsOf(block, 'month', 'won', 'pipeline')).toEqual([
      ['2024-01', 50_000, 0],
      ['2024-02', 30_000, 0],
      ['2024-03', 70_000, 100_000],
      ['2024-04', 0, 140_000],
      ['2024-05', 0, 0],
      ['2024-06', 0, 0],
    ])
  })

  test('the quarters are those of the fiscal year', () => {
    const block = tableNamed(tabOf({ deals: tenDeals }, { fiscal_start_month: 3 }), 'forecastByMonth')
    expect(block.rows.map((row) => row['month'])).toEqual([
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
      '2024-07',
      '2024-08',
    ])
  })

  test('target and what is still missing only where there are targets', () => {
    expect(labelsOf(tableNamed(tabOf({ deals: tenDeals, targets: tenDealTargets }), 'forecastByMonth'))).toEqual([
      'Month',
      'Won',
      'Commit',
      'Best case',
      'Pipeline',
      'Target',
      'Won and committed',
      'Still missing',
    ])
    const without = tableNamed(tabOf({ deals: tenDeals }), 'forecastByMonth')
    expect(labelsOf(without)).not.toContain('Target')
    expect(without.charts?.map(({ kind }) => kind)).toEqual(['stackedColumn'])
  })

  test('won and committed stand against a line for the target', () => {
    const [, line] = tableNamed(tabOf({ deals: tenDeals, targets: tenDealTargets }), 'forecastByMonth').charts ?? []
    expect(line?.series).toEqual([
      { key: 'expected', colour: 'actual' },
      { key: 'target', colour: 'target', line: true },
    ])
  })
})

describe('by person', () => {
  test('this quarter and the next, with a target each where persons have one', () => {
    const tab = tabOf(twoTeams, { as_of: '2024-05-15' })
    expect(tablesOf(tab).map(({ name }) => name)).toEqual([
      'forecastByMonth',
      'forecastThisQuarter',
      'forecastNextQuarter',
      'pace',
    ])
    expect(labelsOf(tableNamed(tab, 'forecastThisQuarter'))).toEqual(
      expect.arrayContaining(['Target', 'Commit ÷ target']),
    )
  })

  test('is left out, and wished for, without owners', () => {
    const pack = contextOf({
      deals: table('Deal ID, Stage, Status, Amount, Close date', ['X', 'Offer', 'open', 5, '2024-03-31']),
    })
    expect(forecastTab(pack)?.blocks).toHaveLength(1)
    expect(pack.unlocks()).toContainEqual({
      what: 'a column Owner in Opportunities',
      parts: ['the forecast by person'],
    })
  })
})

describe('the tab', () => {
  test('is left out without close dates', () => {
    const pack = contextOf({ deals: table('Deal ID, Owner, Stage, Status, Amount', ['X', 'Anna', 'Offer', 'open', 5]) })
    expect(forecastTab(pack)).toBeNull()
    expect(pack.unlocks()[0]?.what).toBe('a column Close date in Opportunities')
  })

  test('has the pace of the year only with targets', () => {
    const names = (given: Given) => tablesOf(tabOf(given)).map(({ name }) => name)
    expect(names({ deals: tenDeals, targets: tenDealTargets })).toContain('pace')
    expect(names({ deals: tenDeals })).not.toContain('pace')
  })
})
