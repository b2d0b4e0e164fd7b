import { describe, expect, test } from '@jest/globals'
import { timedActivities } from '#core/metrics/examples/timed-activities'
import { timeAllocation } from '#core/metrics/time-allocation'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Activity ID, Date, Owner, Type, Status, Hours, Purpose'
const planHeader = 'Person, Period, Purpose, Hours'

describe('TIME_ALLOCATION', () => {
  test('purposes are read in any words for them', () => {
    const activities = table(
      header,
      ['A', '2024-03-04', 'Ann', 'Call', 'Completed', 1, 'PROSPECTING '],
      ['B', '2024-03-04', 'Ann', 'Call', 'Completed', 1, 'Akquise'],
      ['C', '2024-03-04', 'Ann', 'Call', 'Completed', 1, 'Account management'],
    )
    expect(cells(ask(timeAllocation, { activities }), 'purpose', 'actual')).toEqual([
      ['Lead generation', 2],
      ['Opportunity progress', 0],
      ['Existing customers', 1],
      ['Internal', 0],
      ['Travel', 0],
    ])
  })

  test('without a purpose the type may tell it; a word that is no purpose is not overruled by the type', () => {
    const activities = table(
      header,
      ['A', '2024-03-04', 'Ann', 'Travel', 'Completed', 1, null],
      ['B', '2024-03-04', 'Ann', 'Team meeting', 'Completed', 2, null],
      ['C', '2024-03-04', 'Ann', 'Travel', 'Completed', 4, 'Golf'],
      ['D', '2024-03-04', 'Ann', 'Meeting', 'Completed', 8, null],
      ['E', '2024-03-04', 'Ann', 'Auto mail', 'Completed', 16, 'Progress'],
    )
    const answer = ask(timeAllocation, { activities })
    expect(cells(answer, 'actual')).toEqual([[0], [0], [0], [2], [1], [12]])
    expect(notes(answer)).toContain(
      'Activities whose purpose is not known, which are in a row of their own: 2, namely (blank), "Golf". Write lead gen, progress, existing, internal, travel.',
    )
  })

  test('two things at the same time are the time of one; the usual hours of a kind are said', () => {
    const activities = table(
      header,
      ['A', '2024-03-04 09:00', 'Ann', 'Meeting', 'Completed', 2, 'Progress'],
      ['B', '2024-03-04 10:00', 'Ann', 'Call', 'Completed', 0.5, 'Leads'],
      ['C', '2024-03-05', 'Ann', 'Visit', 'Completed', null, 'Existing'],
    )
    const answer = ask(timeAllocation, { activities })
    expect(cells(answer, 'actual')).toEqual([[0], [2], [2], [0], [0]])
    expect(notes(answer)).toContain('Activities without a duration, which count with the usual hours of their kind: 1.')
  })

  test('a plan counts up to as-of, and not beyond the period that is asked for', () => {
    const time_plan = table(planHeader, ['Ann', '2024-03', 'progress', 210], ['Ann', '2024-02', 'progress', 1000])
    const plan = (args: Record<string, unknown>) =>
      cells(ask(timeAllocation, { activities: timedActivities, time_plan }, args), 'plan')
    expect(plan({ period: '2024-03', as_of: '2024-03-08' })).toContainEqual([60])
    expect(plan({ as_of: '2024-03-08' })).toContainEqual([1060])
  })

  test('a plan for days without a workday counts by days', () => {
    const time_plan = table(planHeader, ['Ann', '2024-03-02/2024-03-03', 'travel', 10])
    const answer = ask(timeAllocation, { activities: timedActivities, time_plan }, { period: '2024-03-02/2024-03-02' })
    expect(cells(answer, 'plan')).toContainEqual([5])
  })

  test('within a scope the plan of the people with activities in it counts, which is said', () => {
    const time_plan = table(planHeader, ['Anna', '2024-03', 'progress', 10], ['Ben', '2024-03', 'progress', 20])
    const given = { activities: timedActivities, time_plan }
    const answer = ask(timeAllocation, given, { period: '2024-03', scope: 'Ben' })
    expect(cells(answer, 'plan', 'actual')).toContainEqual([20, 0])
    expect(notes(answer)).toContain('Of the plan the hours of those people count who have activities in the scope.')
  })

  test('when nothing was done there is no share, never 0', () => {
    const answer = ask(timeAllocation, { activities: timedActivities }, { period: '2020' })
    expect(cells(answer, 'actual', 'share')).toEqual(Array(5).fill([0, null]))
    expect(reasons(answer)).toEqual(Array(5).fill('Nothing was done in the period.'))
  })

  test.each([
    [['Ann', 'soon', 'travel', 1], /^unreadable: "time_plan", row 2: "soon" is no period/],
    [['Ann', '2024-03', 'golf', 1], /row 2.*golf/],
  ])('refuses a plan that cannot be read (%#)', (row, reason) => {
    const time_plan = table(planHeader, row)
    expect(cells(ask(timeAllocation, { activities: timedActivities, time_plan }))).toMatch(reason)
  })

  test('without a column for the purpose it names the column', () => {
    const activities = table('Date, Owner, Type', ['2024-03-04', 'Ann', 'Meeting'])
    expect(cells(ask(timeAllocation, { activities }))).toMatch(/^missing-column: .*Purpose/)
  })
})
