import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { twoTeamsPeople } from '#core/metrics/examples/two-teams'
import { actionsTab } from '#core/report/tabs/actions'
import { businessTab } from '#core/report/tabs/business'
import { table, type Given } from '../../metrics/ask.ts'
import { contextOf, tableNamed } from '../packs.ts'

const columnsOf = (given: Given, dataFixesOnly = false) =>
  tableNamed(actionsTab(contextOf(given), dataFixesOnly), 'actions').columns

const ownersIn = (given: Given) => columnsOf(given).find(({ key }) => key === 'owner')?.input

describe('actions', () => {
  test('have a verb, an owner, a date, the figure they move and the support they need (D-05, D-35)', () => {
    expect(columnsOf({ deals: tenDeals }).map(({ label }) => label)).toEqual([
      'No',
      'Action',
      'Owner',
      'Due',
      'Deal or account',
      'Figure it moves',
      'Support needed',
      'State',
    ])
  })

  test('are numbered, and blank to be filled in', () => {
    const { rows } = tableNamed(actionsTab(contextOf({ deals: tenDeals }), false), 'actions')
    expect(rows).toHaveLength(12)
    expect(rows[11]).toEqual({ number: 12 })
  })

  test('belong to somebody in People, else to an owner of deals', () => {
    expect(ownersIn({ deals: tenDeals, people: twoTeamsPeople })).toEqual(['Mia', 'Ole', 'Pia', 'Rui', 'Tea'])
    expect(ownersIn({ deals: tenDeals })).toEqual(['Anna', 'Ben'])
  })

  test('belong to anybody where the names make no list that a cell can hold', () => {
    const deals = (owner: string) => table('Deal ID, Owner, Stage', ['X', owner, 'Offer'])
    expect(ownersIn({ deals: deals('Berg, Ann') })).toBe('text')
    expect(ownersIn({ deals: deals('x'.repeat(251)) })).toBe('text')
    expect(ownersIn({ deals: table('Deal ID, Stage', ['X', 'Offer']) })).toBe('text')
  })

  test('mend data while trust is red, or the leader says why not (D-56)', () => {
    const tab = actionsTab(contextOf({ deals: tenDeals }), true)
    expect(tab.blocks.map(({ kind }) => kind)).toEqual(['banner', 'box', 'table', 'list'])
    expect(columnsOf({ deals: tenDeals }, true).find(({ key }) => key === 'kind')?.input).toEqual([
      'Data fix',
      'Other (reason given above)',
    ])
    expect(actionsTab(contextOf({ deals: tenDeals }), false).blocks.map(({ kind }) => kind)).toEqual(['table', 'list'])
  })
})

describe('other business', () => {
  test('has room for announcements, campaigns, market news and a lesson (A-53 to A-56)', () => {
    expect(businessTab().blocks.map((block) => (block.kind === 'box' ? block.name : block.kind))).toEqual([
      'announcements',
      'campaigns',
      'market',
      'lesson',
    ])
  })
})
