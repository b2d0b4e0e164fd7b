import { describe, expect, test } from '@jest/globals'
import { doneActivities } from '#core/metrics/examples/done-activities'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { activityTab } from '#core/report/tabs/activity'
import { cellsOf, contextOf, tableNamed, tablesOf } from '../packs.ts'

const given = { deals: tenDeals, activities: doneActivities }

describe('sales activity', () => {
  const tab = activityTab(contextOf(given))
  if (tab === null) throw new Error('There is no tab.')

  test('shows what each person did in the last 30 days (A-50)', () => {
    const block = tableNamed(tab, 'activity')
    expect(cellsOf(block, 'owner', 'contacts', 'meetings', 'newMeetings')).toEqual([
      ['Ben', 1, 2, 1],
      ['Anna', 1, 1, 1],
    ])
    expect(block.columns.filter(({ total }) => total === 'sum').map(({ key }) => key)).toEqual([
      'contacts',
      'calls',
      'meetings',
      'newMeetings',
      'offers',
      'hours',
    ])
  })

  test('has a row for each of 13 weeks, those without a meeting too, so that a line may join them', () => {
    const weeks = cellsOf(tableNamed(tab, 'meetingsByWeek'), 'week', 'meetings')
    expect(weeks).toHaveLength(13)
    expect(weeks).toEqual(
      expect.arrayContaining([
        ['2024-W01', 0],
        ['2024-W05', 1],
        ['2024-W06', 0],
        ['2024-W12', 1],
        ['2024-W13', 0],
      ]),
    )
  })

  test('leaves out the running week, which would look like a fall', () => {
    const weeksOn = (asOf: string) => {
      const other = activityTab(contextOf(given, { as_of: asOf }))
      return other === null ? [] : tableNamed(other, 'meetingsByWeek').rows.map((row) => row['week'])
    }
    expect(weeksOn('2024-03-31').at(-1)).toBe('2024-W13')
    expect(weeksOn('2024-03-30').at(-1)).toBe('2024-W12')
    expect(weeksOn('2024-03-30')).toHaveLength(13)
  })

  test('without meetings there is no list of weeks', () => {
    const calls = doneActivities.filter((row, i) => i === 0 || row[3] === 'Call')
    const quiet = activityTab(contextOf({ ...given, activities: calls }))
    expect(quiet === null ? null : tablesOf(quiet).map(({ name }) => name)).toEqual(['activity'])
  })

  test('is left out, and wished for, without activities', () => {
    const pack = contextOf({ deals: tenDeals })
    expect(activityTab(pack)).toBeNull()
    expect(pack.unlocks().map(({ parts }) => parts)).toEqual([['sales activity']])
  })
})
