import { describe, expect, test } from '@jest/globals'
import { timedActivities, timedPeople } from '#core/metrics/examples/timed-activities'
import { faceTime } from '#core/metrics/face-time'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Activity ID, Date, Owner, Type, Status, Account, Hours'
const met = (...rows: readonly (readonly [date: string, owner: string, hours: number | null])[]) =>
  table(header, ...rows.map(([date, owner, hours], i) => [`A${i}`, date, owner, 'Meeting', 'Completed', 'Elm', hours]))

const hoursOf = (activities: ReturnType<typeof table>, args: Record<string, unknown> = {}) =>
  cells(ask(faceTime, { activities }, args), 'hours')

describe('FACE_TIME', () => {
  test('meetings that touch do not overlap; one within another adds nothing', () => {
    const activities = met(['2024-03-04 09:00', 'Ann', 1], ['2024-03-04 10:00', 'Ann', 1])
    expect(hoursOf(activities)).toEqual([[2]])
    const within = met(['2024-03-04 10:00', 'Ann', 0.5], ['2024-03-04 09:00', 'Ann', 3], ['2024-03-04 11:30', 'Ann', 1])
    const answer = ask(faceTime, { activities: within })
    expect(cells(answer, 'hours')).toEqual([[3.5]])
    expect(notes(answer)).toContain(
      'Meetings that overlap an earlier one of the same person, whose hours count once: 2.',
    )
  })

  test('two people in one meeting both spend the time', () => {
    const activities = met(['2024-03-04 09:00', 'Ann', 1], ['2024-03-04 09:00', 'Ben', 1])
    expect(hoursOf(activities)).toEqual([[2]])
  })

  test('a meeting without a time of day overlaps nothing', () => {
    expect(hoursOf(met(['2024-03-04', 'Ann', 1], ['2024-03-04', 'Ann', 1]))).toEqual([[2]])
  })

  test('of a meeting over two groups the later one has what the earlier leaves', () => {
    const activities = table(
      `${header}, Channel`,
      ['A', '2024-03-04 09:00', 'Ann', 'Meeting', 'Completed', 'Elm', 2, 'Video'],
      ['B', '2024-03-04 10:00', 'Ann', 'Meeting', 'Completed', 'Elm', 2, 'Visit'],
    )
    expect(cells(ask(faceTime, { activities }, { by: 'channel' }), 'channel', 'hours')).toEqual([
      ['Video', 2],
      ['Visit', 1],
    ])
  })

  test('a duration of 0 is none: the usual hours count, and their share is shown', () => {
    const activities = met(['2024-03-04', 'Ann', 0], ['2024-03-05', 'Ann', null], ['2024-03-06', 'Ann', 3])
    expect(cells(ask(faceTime, { activities }), 'hours', 'usual')).toEqual([[5, 2 / 3]])
    const without = table('Date, Owner, Type, Account', ['2024-03-04', 'Ann', 'Visit', 'Elm'])
    expect(cells(ask(faceTime, { activities: without }), 'hours', 'usual')).toEqual([[2, 1]])
  })

  test('calls, internal, planned and cancelled activities are no customer-facing time', () => {
    const activities = table(
      header,
      ['A', '2024-03-04', 'Ann', 'Call', 'Completed', 'Elm', 1],
      ['B', '2024-03-04', 'Ann', 'Internal meeting', 'Completed', null, 1],
      ['C', '2024-03-04', 'Ann', 'Meeting', 'Completed', null, 1],
      ['D', '2024-03-04', 'Ann', 'Meeting', 'Cancelled', 'Elm', 1],
      ['E', '2024-04-04', 'Ann', 'Meeting', 'Planned', 'Elm', 1],
    )
    const answer = ask(faceTime, { activities }, { period: '2024-03' })
    expect(cells(answer, 'hours', 'share', 'meetings', 'usual')).toEqual([[0, 0, 0, null]])
    expect(reasons(answer)).toEqual(['There was no meeting with a customer.'])
    expect(notes(answer)).toEqual(['Meetings without a customer, contact or deal, which are internal and left out: 1.'])
  })

  test('a running period counts its working time up to as-of', () => {
    const activities = met(['2024-03-04', 'Ann', 8])
    const share = cells(ask(faceTime, { activities }, { period: '2024-03', as_of: '2024-03-08' }), 'share')
    expect(share).toEqual([[8 / 48]])
  })

  test('whoever left before the period had no working hours in it', () => {
    const people = table('Person, Manager, End', ['Ann', null, '2024-02-15'])
    const answer = ask(faceTime, { activities: met(['2024-03-04', 'Ann', 1]), people }, { period: '2024-03' })
    expect(reasons(answer)).toEqual(['These people had no working hours in the period.'])
  })

  test('the share is that of a whole period; by month there is none, and the cell says why', () => {
    const given = { activities: timedActivities, people: timedPeople }
    const answer = ask(faceTime, given, { period: '2024-Q1', by: 'month' })
    expect(cells(answer, 'month', 'hours', 'share')).toEqual([
      ['2024-02', 0, null],
      ['2024-03', 8.5, null],
    ])
    expect(reasons(answer)).toContain(
      'Working time is that of the whole period; ask for one week, month or quarter at a time.',
    )
  })

  test.each(['golf=1', 'meeting', 'meeting=long', 'visit=-1', 'visit=25'])('refuses activity_hours=%s', (hours) => {
    const answer = ask(faceTime, { activities: timedActivities }, {}, { activity_hours: hours })
    expect(cells(answer)).toMatch(/^setting: Setting activity_hours has "/)
  })
})
