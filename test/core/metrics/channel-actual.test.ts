import { describe, expect, test } from '@jest/globals'
import { channelActual } from '#core/metrics/channel-actual'
import { timedActivities } from '#core/metrics/examples/timed-activities'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Activity ID, Date, Owner, Type, Status, Channel, Account, Hours'
const keys = ['channel', 'meetings', 'hours'] as const

describe('CHANNEL_ACTUAL', () => {
  test('channels are read in any words for them; calls are no meetings', () => {
    const activities = table(
      header,
      ['A', '2024-03-04', 'Ann', 'Meeting', 'Completed', 'Vor Ort', 'Elm', 1],
      ['B', '2024-03-05', 'Ann', 'Meeting', 'Completed', 'IN PERSON', 'Elm', 1],
      ['C', '2024-03-06', 'Ann', 'Meeting', 'Completed', 'Zoom', 'Elm', 1],
      ['D', '2024-03-07', 'Ann', 'Call', 'Completed', 'Phone', 'Elm', 1],
      ['E', '2024-03-08', 'Ann', 'Meeting', 'Cancelled', 'Zoom', 'Elm', 1],
    )
    expect(cells(ask(channelActual, { activities }), ...keys)).toEqual([
      ['Face to face', 2, 2],
      ['Video', 1, 1],
      ['Phone', 0, 0],
      ['Digital', 0, 0],
    ])
  })

  test('a meeting of two deals counts once', () => {
    const rows = ['D1', 'D2'].map((deal) => ['A', '2024-03-04', 'Ann', 'Meeting', 'Completed', 'Video', 'Elm', 1, deal])
    const answer = ask(channelActual, { activities: table(`${header}, Deal ID`, ...rows) })
    expect(cells(answer, 'channel', 'meetings')).toContainEqual(['Video', 1])
  })

  test('without a meeting there is no share, never 0', () => {
    const answer = ask(channelActual, { activities: timedActivities }, { period: '2020' })
    expect(cells(answer, 'meetings', 'share')).toEqual(Array(4).fill([0, null]))
    expect(reasons(answer)).toEqual(Array(4).fill('There was no meeting with a customer.'))
  })

  test('says that there are no costs, and how many meetings state no duration', () => {
    expect(notes(ask(channelActual, { activities: timedActivities }, { period: '2024-03' }))).toEqual([
      'Meetings without a duration, which count with the usual hours of their kind: 1.',
      'Without the table UnitCosts there are no costs.',
    ])
  })

  test('a channel without a cost has none, and the cell says why', () => {
    const unit_costs = table('Channel, Cost per meeting', ['f2f', 100], ['video', null])
    const answer = ask(channelActual, { activities: timedActivities, unit_costs }, { period: '2024-03' })
    expect(cells(answer, 'cost', 'perMeeting')).toEqual([
      [200, 100],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ])
    expect(new Set(reasons(answer))).toEqual(
      new Set(['UnitCosts have no cost for this channel.', 'The channel is not known.']),
    )
  })

  test.each([
    [['f2f', 100], ['In person', 90], /^conflict: "unit_costs", row 3: Face to face has a cost already/],
    [['f2f', 100], ['Pigeon', 90], /^unreadable: "unit_costs", row 3: "Pigeon" is no channel/],
  ])('refuses a channel that is there twice, or is none (%#)', (first, second, reason) => {
    const unit_costs = table('Channel, Cost per meeting', first, second)
    expect(cells(ask(channelActual, { activities: timedActivities, unit_costs }))).toMatch(reason)
  })

  test('without a column for the channel it names the column', () => {
    const activities = table('Date, Owner, Type, Account', ['2024-03-04', 'Ann', 'Meeting', 'Elm'])
    expect(cells(ask(channelActual, { activities }))).toMatch(/^missing-column: .*Channel/)
  })
})
