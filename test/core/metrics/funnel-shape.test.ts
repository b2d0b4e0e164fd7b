import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { funnelShape } from '#core/metrics/funnel-shape'
import { ask, cells, reasons, table } from './ask.ts'

const stages = table('Stage, Order, Type', ['Qualify', 1, 'open'], ['Proposal', 2, 'open'])
const given = { deals: tenDeals, stages }

describe('FUNNEL_SHAPE', () => {
  test('a stage that Stages do not list has its deals and nothing to hold them against', () => {
    const answer = ask(funnelShape, given, { wins: 1, conversions: '0.5,0.5', days: '30.4,30.4' })
    expect(cells(answer, 'stage', 'actual', 'required')).toEqual([
      ['Qualify', 2, 2],
      ['Proposal', 2, 2],
      ['Unmapped stage', 1, null],
    ])
  })

  test('says what it would have to know of a stage', () => {
    expect(reasons(ask(funnelShape, given, { wins: 1, conversions: '0.5,' }))).toEqual(
      expect.arrayContaining([
        'Nothing tells how long deals stay in this stage: give days, or target days in Stages.',
        'Nothing tells how many deals of this stage are won: give conversions, or a probability in Stages.',
      ]),
    )
  })

  test('no wins require no deals', () => {
    const answer = ask(funnelShape, given, { wins: 0, conversions: '0.5,0.5', days: '30,30' })
    expect(cells(answer, 'required', 'index')).toContainEqual([0, null])
  })

  test.each([
    [{}, 'argument: wins is missing: give a number, such as 20.'],
    [{ wins: 1, days: '1' }, 'argument: days has 1 values for 2 rows; give one for each, blank where there is none.'],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(funnelShape, given, args))).toBe(reason)
  })
})
