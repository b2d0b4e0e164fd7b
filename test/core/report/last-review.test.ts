import { describe, expect, test } from '@jest/globals'
import { isoDay } from '#core/cells/day'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { lastReview } from '#core/report/last-review'
import type { Given } from '../metrics/ask.ts'
import { table } from '../metrics/ask.ts'
import { contextOf } from './packs.ts'

const reviewOf = (given: Given, scope: string | null = null) => {
  const review = lastReview(contextOf(given, {}, scope))
  return { ...review, day: isoDay(review.day) }
}

const snapshots = (...rows: readonly (readonly [day: string, kind: string | null, owner: string])[]): Given => ({
  deals: tenDeals,
  snapshots: table(
    'Snapshot at, Kind, Deal ID, Owner, Stage',
    ...rows.map(([day, kind, owner]) => [day, kind, 'D5', owner, 'Proposal']),
  ),
})

describe('lastReview', () => {
  test('without snapshots it is a week before the as-of day, and says so', () => {
    expect(reviewOf({ deals: tenDeals })).toEqual({
      day: '2024-03-24',
      period: '2024-03-25/2024-03-31',
      words: '2024-03-24, a week before the as-of day',
    })
  })

  test('the last weekly or pack snapshot counts, whatever the order of the rows', () => {
    const given = snapshots(['2024-03-18', 'pack', 'Anna'], ['2024-03-11', 'weekly', 'Anna'])
    expect(reviewOf(given)).toEqual({
      day: '2024-03-18',
      period: '2024-03-19/2024-03-31',
      words: '2024-03-18, the day of the last pack snapshot',
    })
  })

  test('one of the start of a month, or taken by hand, is no review', () => {
    const given = snapshots(
      ['2024-03-04', 'weekly', 'Anna'],
      ['2024-03-28', 'manual', 'Anna'],
      ['2024-03-29', 'start_of_month', 'Anna'],
    )
    expect(reviewOf(given).day).toBe('2024-03-04')
  })

  test('a snapshot that does not say why it was taken counts', () => {
    expect(reviewOf(snapshots(['2024-03-12', null, 'Anna'], ['2024-03-11', 'weekly', 'Anna'])).day).toBe('2024-03-12')
  })

  test('one of the as-of day, or after it, is this review and not the last', () => {
    const given = snapshots(
      ['2024-03-20', 'pack', 'Anna'],
      ['2024-03-31', 'pack', 'Anna'],
      ['2024-04-02', 'pack', 'Anna'],
    )
    expect(reviewOf(given).day).toBe('2024-03-20')
  })

  test('within a scope it is the same day, although nothing of that scope had changed by then', () => {
    const given = snapshots(['2024-03-11', 'weekly', 'Anna'], ['2024-03-18', 'weekly', 'Ben'])
    expect(reviewOf(given, 'Anna').day).toBe('2024-03-18')
  })
})
