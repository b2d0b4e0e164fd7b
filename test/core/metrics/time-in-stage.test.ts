import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { timeInStage } from '#core/metrics/time-in-stage'
import { ask, cells, notes, reasons, table } from './ask.ts'

const stages = table(
  'Stage, Order, Type, Alias',
  ['Talk', 1, 'open', 'Lead'],
  ['Offer', 2, 'open', null],
  ['Signed', 3, 'won', null],
  ['Parked', 4, 'onhold', null],
)
const header = 'Deal ID, From stage, To stage, Changed at'
const keys = ['stage', 'median', 'n', 'openNow', 'openDays'] as const

describe('TIME_IN_STAGE', () => {
  test('days are differences of dates, whatever the time of day', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-03-30 23:30'],
      ['A', 'Talk', 'Offer', '2024-03-31 00:30'],
      ['B', null, 'Talk', '2024-03-30 00:10'],
      ['B', 'Talk', 'Offer', '2024-03-30 23:50'],
    )
    expect(cells(ask(timeInStage, { stages, history }), 'median', 'mean', 'n')).toEqual([
      [0.5, 0.5, 2],
      [null, null, 0],
    ])
  })

  test('a row that repeats the stage, or calls it by its former name, does not end the stay', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'lead ', '2024-01-05'],
      ['A', 'Lead', 'Offer', '2024-01-11'],
    )
    expect(cells(ask(timeInStage, { stages, history }), 'median', 'n')).toEqual([
      [10, 1],
      [null, 0],
    ])
  })

  test('the order of the rows does not matter', () => {
    const history = table(
      header,
      ['A', 'Offer', 'Signed', '2024-02-20'],
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Offer', '2024-02-10'],
    )
    expect(cells(ask(timeInStage, { stages, history }), ...keys)).toEqual([
      ['Talk', 40, 1, 0, null],
      ['Offer', 10, 1, 0, null],
    ])
  })

  test('the stage before the first change lasts from the creation; without one it does not count', () => {
    const history = table(header, ['A', 'Talk', 'Offer', '2024-02-10'], ['B', 'Talk', 'Offer', '2024-02-10'])
    const deals = table('Deal ID, Stage, Created', ['A', 'Offer', '2024-01-31'], ['B', 'Offer', null])
    expect(cells(ask(timeInStage, { stages, history, deals }), ...keys)).toEqual([
      ['Talk', 10, 1, 0, null],
      ['Offer', null, 0, 2, 50],
    ])
  })

  test('a deal closed without a change of stage leaves on its closing date; on hold ends the stay too', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['B', null, 'Talk', '2024-01-01'],
      ['B', 'Talk', 'Parked', '2024-01-03'],
    )
    const deals = table('Deal ID, Stage, Status, Closed at', ['A', 'Talk', 'Lost', '2024-01-11'])
    expect(cells(ask(timeInStage, { stages, history, deals }), ...keys)).toEqual([
      ['Talk', 6, 2, 0, null],
      ['Offer', null, 0, 0, null],
    ])
  })

  test('deals without a row: open ones are in their stage since creation, closed ones are left out, which is said', () => {
    const history = table(header, ['X', null, 'Offer', '2024-01-01'])
    const deals = table(
      'Deal ID, Stage, Status, Created, Closed at, Last open stage',
      ['A', 'Talk', 'Open', '2024-03-01', null, null],
      ['B', 'Talk', 'Open', null, null, null],
      ['C', 'Signed', 'Won', '2024-01-01', '2024-02-01', 'Talk'],
    )
    const answer = ask(timeInStage, { stages, history, deals })
    expect(cells(answer, ...keys)).toEqual([
      ['Talk', null, 0, 2, 30],
      ['Offer', null, 0, 1, 90],
    ])
    expect(notes(answer)).toContain('Deals without a row that tells when they changed stage, which are left out: 1.')
    expect(reasons(answer)).toContain('No deal has left this stage in the period.')
  })

  test('by snapshots, a stay begins with the first snapshot that shows it; a deleted deal is left out', () => {
    const snapshots = table(
      'Snapshot at, Deal ID, Stage, Status',
      ['2024-01-31', 'A', 'Talk', 'open'],
      ['2024-01-31', 'B', 'Talk', 'open'],
      ['2024-02-29', 'A', 'Offer', 'open'],
      ['2024-02-29', 'B', 'Talk', 'removed'],
    )
    const answer = ask(timeInStage, { stages, snapshots })
    expect(cells(answer, ...keys)).toEqual([
      ['Talk', 29, 1, 0, null],
      ['Offer', null, 0, 1, 31],
    ])
    expect(notes(answer)).toEqual([
      expect.stringContaining('By snapshots: a deal counts as in a stage from the day of the first snapshot'),
      'Deals that were deleted or merged, which are left out: 1.',
    ])
  })

  test('without a Stages table the order comes from the deals; without any order there is no answer', () => {
    const history = table(header, ['D6', null, 'Qualify', '2024-02-15'])
    expect(cells(ask(timeInStage, { deals: tenDeals, history }), 'stage')).toEqual([
      ['Qualify'],
      ['Proposal'],
      ['Negotiate'],
    ])
    expect(cells(ask(timeInStage, { history }))).toMatch(/^missing-table: The order of the stages is not known/)
  })
})

describe('TIME_IN_STAGE by snapshots within a scope', () => {
  const snapshots = table(
    'Snapshot at, Deal ID, Owner, Stage',
    ['2024-01-01', 'A', 'Ben', 'Talk'],
    ['2024-02-10', 'A', 'Anna', 'Offer'],
    ['2024-01-01', 'B', 'Anna', 'Talk'],
    ['2024-01-21', 'B', 'Ben', 'Offer'],
  )
  const deals = table('Deal ID, Owner, Stage', ['A', 'Anna', 'Offer'], ['B', 'Ben', 'Offer'])

  test.each([
    ['the opportunities', { stages, snapshots, deals }],
    ['the last snapshot', { stages, snapshots }],
  ])('the way of a deal is whole, and of the owner that %s name', (_, given) => {
    // A was in Talk for 40 days, B for 20.
    const of = (scope: string) => cells(ask(timeInStage, given, { scope }), 'median', 'n', 'openNow')
    expect(of('Ben')).toEqual([
      [20, 1, 0],
      [null, 0, 1],
    ])
    expect(of('Anna')).toEqual([
      [40, 1, 0],
      [null, 0, 1],
    ])
  })
})
