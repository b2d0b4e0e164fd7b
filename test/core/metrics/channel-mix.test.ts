import { describe, expect, test } from '@jest/globals'
import { channelMix } from '#core/metrics/channel-mix'
import { ask, cells, notes } from './ask.ts'

const given = { target: 1_000, cap: 0.5, meetings: 10, cost_f2f: 100, cost_virtual: 20 }
const mix = (args: Record<string, unknown>): unknown =>
  cells(ask(channelMix, {}, { ...given, ...args }), 'share', 'verdict')

describe('CHANNEL_MIX', () => {
  test('fixed cost and commission leave less for meetings', () => {
    expect(mix({})).toEqual([[0.625, 'bound by selling cost']])
    expect(mix({ fixed: 100 })).toEqual([[expect.closeTo(0.75, 10), 'bound by selling cost']])
    expect(mix({ fixed: 100, commission: 0.1 })).toEqual([[expect.closeTo(0.875, 10), 'bound by selling cost']])
  })

  test('says by how much the cap is missed, and what would help', () => {
    expect(notes(ask(channelMix, {}, { ...given, cap: 0.1 }))).toEqual([
      'Even the best mix costs 100 more than the cap allows. Win larger deals, hold fewer meetings for each, raise the win rate, or lower the fixed cost.',
    ])
  })

  test('says by how much the hours are missed', () => {
    const answer = ask(channelMix, {}, { ...given, hours_f2f: 3, hours_virtual: 1, hours_available: 8 })
    expect(cells(answer, 'share', 'verdict', 'excess')).toEqual([[1, 'out of reach', 2]])
    expect(notes(answer)).toEqual([
      'Even the best mix takes 2 hours more than there are. Win larger deals, hold fewer meetings for each, or have more sellers.',
    ])
  })

  test('no meetings cost nothing', () => {
    const answer = ask(channelMix, {}, { ...given, meetings: 0 })
    expect(cells(answer, 'share', 'perMeeting')).toEqual([[0, null]])
  })

  test.each([
    [{ target: null }, 'argument: target is missing: give a number, such as 100000000.'],
    [{ cap: 10 }, 'argument: cap is 10; write it as a share of 1, such as 0.5 for 50%.'],
    [
      { hours_available: 9 },
      'argument: Hours available are given, but not the hours of a meeting: give those of both kinds, or neither.',
    ],
  ])('refuses %j', (args, reason) => {
    expect(mix(args)).toBe(reason)
  })
})
