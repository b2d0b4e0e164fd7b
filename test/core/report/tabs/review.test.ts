import { describe, expect, test } from '@jest/globals'
import { sentOffers } from '#core/metrics/examples/sent-offers'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { lastReview } from '#core/report/last-review'
import { reviewTab } from '#core/report/tabs/review'
import { table, type Given } from '../../metrics/ask.ts'
import { added, cellsOf, contextOf, fiveColumns, labelsOf, tableNamed, tablesOf } from '../packs.ts'

/** The review of what happened since 2024-02-29. */
const tabOf = (given: Given) => {
  const snapshots = table('Snapshot at, Deal ID, Stage', ['2024-02-29', 'D5', 'Proposal'])
  const pack = contextOf({ snapshots, ...given })
  const tab = reviewTab(pack, lastReview(pack))
  if (tab === null) throw new Error('There is no tab.')
  return tab
}

const namesOf = (given: Given) => tablesOf(tabOf(given)).map(({ name }) => name)

describe('the opportunity review', () => {
  test('says first since when', () => {
    expect(tabOf({ deals: tenDeals }).blocks[0]).toEqual({
      kind: 'note',
      text: 'The last review is taken to be 2024-02-29, the day of the last snapshot.',
    })
  })

  test('shows the top five with cells for what is agreed (A-41)', () => {
    const block = tableNamed(tabOf({ deals: tenDeals }), 'topDeals')
    expect(block.title).toBe('Top 5 open opportunities')
    expect(cellsOf(block, 'name')).toEqual([
      ['Booster station'],
      ['Cooling loop'],
      ['Dosing line'],
      ['Wash water reuse'],
      ['Spare parts frame'],
    ])
    expect(block.columns.slice(-2).map(({ input }) => input)).toEqual(['text', 'date'])
  })

  test('one open deal is no top list', () => {
    const deals = tenDeals.filter((row) => row[4] !== 'open' || row[0] === 'D5')
    expect(tableNamed(tabOf({ deals }), 'topDeals').title).toBe('The open opportunity')
  })

  test('lists won, lost and new deals since then; where there are none, in words (A-42, A-44)', () => {
    const tab = tabOf({ deals: tenDeals })
    expect(cellsOf(tableNamed(tab, 'wonDeals'), 'name', 'value')).toEqual([['Tank farm upgrade', 70_000]])
    expect(cellsOf(tableNamed(tab, 'newDeals'), 'name')).toEqual([['Tank farm upgrade']])
    expect(tableNamed(tab, 'lostDeals')).toMatchObject({ rows: [], empty: 'No deal was lost.' })
  })

  test('a total only where there is something to add up', () => {
    const deals = tenDeals.map((row) => (row[0] === 'D2' ? row.with(9, '2024-03-12') : row))
    expect(tableNamed(tabOf({ deals: tenDeals }), 'wonDeals').total).toBe(false)
    expect(tableNamed(tabOf({ deals }), 'wonDeals')).toMatchObject({ total: true, rows: { length: 2 } })
  })

  test('asks of new deals whether they are qualified (A-46)', () => {
    const { columns } = tableNamed(tabOf({ deals: tenDeals }), 'newDeals')
    expect(columns.find(({ key }) => key === 'qualified')?.input).toEqual(['Yes', 'Not yet', 'No'])
  })

  test('says why deals are lost, where reasons are given (A-47)', () => {
    expect(namesOf({ deals: tenDeals })).not.toContain('reasons')
    const block = tableNamed(tabOf({ deals: added(tenDeals, 'Lost reason', { D3: 'Price', D4: 'Price' }) }), 'reasons')
    expect(cellsOf(block, 'lost_reason', 'outcome', 'count')).toContainEqual(['Price', 'Lost', 2])
  })

  test('shows new and overdue offers only where there is a table of offers (A-43)', () => {
    expect(namesOf({ deals: tenDeals })).toEqual(['topDeals', 'wonDeals', 'lostDeals', 'wonByPerson', 'newDeals'])
    const tab = tabOf({ deals: tenDeals, offers: sentOffers })
    expect(cellsOf(tableNamed(tab, 'newOffers'), 'offer', 'deal')).toEqual([
      ['Q1', 'Booster station'],
      ['Q2', 'Cooling loop'],
      ['Q5', 'Tank farm upgrade'],
      ['Q4', 'Wash water reuse'],
    ])
    expect(cellsOf(tableNamed(tab, 'overdueOffers'), 'offer', 'overdue')).toEqual([
      ['Q1', 11],
      ['Q3', 1],
      ['Q6', 30],
    ])
  })

  test('lists deals without a next step only where next steps are kept at all', () => {
    expect(namesOf({ deals: tenDeals })).not.toContain('noNextStep')
    const deals = added(tenDeals, 'Next step', { D5: 'Send the offer', D7: 'Call', D8: 'Call', D9: 'Visit' })
    expect(cellsOf(tableNamed(tabOf({ deals }), 'noNextStep'), 'name')).toEqual([['Dosing line']])
  })

  test('names deals by their ID, and drops what nothing fills, in a narrow export', () => {
    const block = tableNamed(tabOf(fiveColumns), 'topDeals')
    expect(labelsOf(block)).toEqual([
      'Deal',
      'Owner',
      'Stage',
      'Value',
      'Close date',
      'Flags',
      'Next step agreed',
      'Until',
    ])
    expect(block.rows[0]).toMatchObject({ name: 'D5' })
  })
})
