import { describe, expect, test } from '@jest/globals'
import { dealRoi } from '#core/metrics/deal-roi'
import { ask, cells, notes, reasons, table } from './ask.ts'

const deals = table(
  'Deal ID, Status, Amount, Cost, Probability',
  ['W', 'won', 100, 50, 1],
  ['A', 'open', 1_000, 600, 0.5],
  ['B', 'open', 1_000, 1_200, 0.5],
  ['C', 'open', 400, 300, null],
  ['E', 'open', 900, null, 0.5],
)
const activities = table(
  'Activity ID, Date, Owner, Type, Channel, Deal ID, Cancelled',
  ['1', '2024-01-01', 'X', 'Meeting', 'video', 'W', null],
  ['2', '2024-01-02', 'X', 'Visit', 'f2f', 'W', null],
  ['3', '2024-01-03', 'X', 'Meeting', 'video', 'W', true],
  ['4', '2024-01-03', 'X', 'Call', 'phone', 'W', null],
  ['5', '2024-01-04', 'X', 'Meeting', null, 'Z', null],
)
const prices = table('Channel, Cost per meeting', ['face to face', 300], ['Online', 100], ['Fax', 9_000])
const args = { meetings: 2, meeting_cost: 100 }

describe('DEAL_ROI', () => {
  test('cancelled meetings, calls and meetings of unknown deals are no effort; channels of no known kind no price', () => {
    const answer = ask(dealRoi, { deals, activities, unit_costs: prices })
    expect(notes(answer)[0]).toBe('A won deal took 2.0 meetings, the mean of 1 with any.')
    expect(cells(answer, 'id', 'cost')).toContainEqual(['A', 400])
  })

  test('a deal sold below its cost has a negative return; what is not known comes last, the largest first', () => {
    const answer = ask(dealRoi, { deals }, args)
    expect(cells(answer, 'id', 'margin', 'roi')).toEqual([
      ['A', 400, 1],
      ['B', -200, -0.5],
      ['E', null, null],
      ['C', 100, null],
    ])
    expect(new Set(reasons(answer))).toEqual(
      new Set(['The deal has no amount, no probability, or no cost (nor is a margin given).']),
    )
  })

  test('a deal on which no meeting is left stands on top, whatever it brings', () => {
    expect(cells(ask(dealRoi, { deals }, { ...args, meetings: 0, margin: 0.1 }), 'id', 'left', 'roi')).toEqual([
      ['A', 0, 'no effort left'],
      ['E', 0, 'no effort left'],
      ['B', 0, 'no effort left'],
      ['C', 0, null],
    ])
  })

  test('the probability of the stage fills in for the deal', () => {
    const staged = table('Deal ID, Status, Amount, Cost, Stage', ['A', 'open', 1_000, 600, 'Offer'])
    const stages = table('Stage, Order, Type, Probability', ['Offer', 1, 'open', 0.25])
    expect(cells(ask(dealRoi, { deals: staged, stages }, args), 'roi')).toEqual([[0.5]])
  })

  test('without meetings of a known channel all prices count alike, which is told', () => {
    const answer = ask(dealRoi, { deals, unit_costs: prices.slice(0, 3) }, { meetings: 1 })
    expect(cells(answer, 'cost')).toEqual([[200], [200], [200], [200]])
    expect(notes(answer)).toContain('No meeting has a channel of UnitCosts: all its channels count alike.')
  })

  test.each([
    [{ deals }, { meeting_cost: 1 }, /^argument: meetings is missing: no won deal has a meeting/],
    [{ deals, activities }, {}, /^argument: meeting_cost is missing: give what a meeting costs/],
    [{ deals }, { ...args, margin: -1 }, /^argument: margin is -1; it must be a number of 0 or more/],
    [
      { deals, unit_costs: table('Channel, Cost per meeting', ['video', 0]) },
      { meetings: 1 },
      /^no-answer: UnitCosts has no cost of a meeting above 0/,
    ],
  ])('says what is missing or refused (%#)', (given, asked, reason) => {
    expect(cells(ask(dealRoi, given, asked), 'roi')).toMatch(reason)
  })
})
