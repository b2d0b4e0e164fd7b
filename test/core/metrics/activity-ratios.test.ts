import { describe, expect, test } from '@jest/globals'
import { activityRatios } from '#core/metrics/activity-ratios'
import { doneActivities } from '#core/metrics/examples/done-activities'
import { sentOffers } from '#core/metrics/examples/sent-offers'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { ask, cells, notes, reasons, table } from './ask.ts'

const given = { activities: doneActivities, deals: tenDeals, offers: sentOffers }
const ratios = [
  'contactsToMeeting',
  'meetingsToOpportunity',
  'opportunitiesToOffer',
  'offersToWin',
  'meetingsPerWin',
] as const

describe('ACTIVITY_RATIOS', () => {
  test('a period in which nothing was done has no ratio, never 0, and each cell says what is missing', () => {
    const answer = ask(activityRatios, given, { period: '2020' })
    expect(cells(answer, ...ratios, 'meetings')).toEqual([[null, null, null, null, null, 0]])
    expect(reasons(answer)).toEqual(
      ['contacts', 'meetings', 'opportunities', 'offers', 'wins'].map(
        (what) => `There are no ${what} in this period to compare with.`,
      ),
    )
  })

  test('something that led to nothing is 0%', () => {
    const activities = table('Date, Owner, Type, Account', ['2024-03-04', 'Ann', 'Call', 'Elm'])
    const answer = ask(activityRatios, { ...given, activities }, { period: '2024-03-04/2024-03-04' })
    expect(cells(answer, 'contactsToMeeting')).toEqual([[0]])
  })

  test('the later counts are said, and that their period is not over', () => {
    const answer = ask(activityRatios, given, { period: '2024-Q1', lag_days: 30 })
    expect(notes(answer)).toContain(
      'What follows is counted from 2024-01-31 to 2024-04-30: 4 meetings, 3 opportunities, 6 offers, 2 wins.',
    )
    expect(notes(answer)).toContain('That period is not over, so more may follow.')
    const over = ask(activityRatios, given, { period: '2024-01', lag_days: 30 })
    expect(notes(over)).not.toContain('That period is not over, so more may follow.')
  })

  test('what is left out is said once, not again for the later period', () => {
    const found = notes(ask(activityRatios, given, { period: '2024-Q1', lag_days: 1 }))
    expect(new Set(found).size).toBe(found.length)
  })

  test('a revised offer is one offer, sent when its latest version was', () => {
    const offers = table(
      'Offer ID, Version, Owner, Sent, Status',
      ['Q', 1, 'Ann', '2024-01-05', 'Open'],
      ['Q', 2, 'Ann', '2024-03-05', 'Open'],
    )
    const offersIn = (period: string) => cells(ask(activityRatios, { ...given, offers }, { period }), 'offers')
    expect(offersIn('2024-Q1')).toEqual([[1]])
    expect(offersIn('2024-01')).toEqual([[0]])
  })

  test('lost deals are no wins, system-made and planned activities no activity', () => {
    const deals = table(
      'Deal ID, Status, Created, Close date',
      ['A', 'Lost', '2024-03-01', '2024-03-02'],
      ['B', 'Open', '2024-03-01', '2024-03-02'],
    )
    const activities = table(
      'Date, Owner, Type, Status, Account',
      ['2024-03-04', 'Ann', 'Call', 'Planned', 'Elm'],
      ['2024-03-04', 'Ann', 'Auto mail', 'Completed', 'Elm'],
      ['2024-03-04', 'Ann', 'Meeting', 'Completed', 'Elm'],
    )
    const answer = ask(activityRatios, { activities, deals }, { period: '2024-03' })
    expect(cells(answer, 'contacts', 'meetings', 'opportunities', 'wins')).toEqual([[0, 1, 2, 0]])
  })

  test('a lag without a period is refused', () => {
    expect(cells(ask(activityRatios, given, { lag_days: 30 }))).toMatch(
      /^argument: lag_days is 30, and there is no period/,
    )
  })
})
