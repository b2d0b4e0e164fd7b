import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { tenDealHistory } from '#core/metrics/examples/ten-deals-past'
import { stageConversion } from '#core/metrics/stage-conversion'
import { ask, cells, notes, reasons, table, type Given } from './ask.ts'

const stages = table(
  'Stage, Order, Type, Alias',
  ['Talk', 1, 'open', 'Lead'],
  ['Offer', 2, 'open', null],
  ['Signed', 3, 'won', null],
  ['Gone', 4, 'lost', null],
  ['Parked', 5, 'onhold', null],
)
const header = 'Deal ID, From stage, To stage, Changed at'
const keys = ['stage', 'entered', 'advanced', 'lost', 'stillIn'] as const

const convert = (given: Given, args: Record<string, unknown> = {}) =>
  cells(ask(stageConversion, { stages, ...given }, args), ...keys)

describe('STAGE_CONVERSION by the stage history', () => {
  test('a deal that comes back to a stage is not counted again', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Offer', '2024-01-10'],
      ['A', 'Offer', 'Talk', '2024-01-20'],
      ['A', 'Talk', 'Offer', '2024-02-01'],
    )
    expect(convert({ history })).toEqual([
      ['Talk', 1, 1, 0, 0],
      ['Offer', 1, 0, 0, 1],
    ])
    expect(convert({ history }, { period: '2024-02', skip: 'any' })).toEqual([
      ['Talk', 0, 0, 0, 0],
      ['Offer', 0, 0, 0, 0],
    ])
  })

  test('lost deals stay in the stage they were lost from', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Gone', '2024-01-10'],
      ['B', null, 'Talk', '2024-01-01'],
      ['B', 'Talk', 'Offer', '2024-01-10'],
      ['B', 'Offer', 'Gone', '2024-01-20'],
    )
    expect(convert({ history })).toEqual([
      ['Talk', 2, 1, 1, 0],
      ['Offer', 1, 0, 1, 0],
    ])
  })

  test('the last word counts: opened again is no longer lost, turned to lost no longer won', () => {
    const history = table(
      header,
      ['A', null, 'Offer', '2024-01-01'],
      ['A', 'Offer', 'Gone', '2024-01-10'],
      ['A', 'Gone', 'Offer', '2024-01-20'],
      ['B', null, 'Offer', '2024-01-01'],
      ['B', 'Offer', 'Signed', '2024-01-10'],
      ['B', 'Signed', 'Gone', '2024-01-20'],
    )
    expect(convert({ history }, { skip: 'any' })).toEqual([
      ['Talk', 0, 0, 0, 0],
      ['Offer', 2, 0, 1, 1],
    ])
  })

  test('what happened after the as-of day has not happened yet', () => {
    const history = table(header, ['A', null, 'Talk', '2024-03-31 18:00'], ['A', 'Talk', 'Offer', '2024-04-01'])
    expect(convert({ history })).toEqual([
      ['Talk', 1, 0, 0, 1],
      ['Offer', 0, 0, 0, 0],
    ])
  })

  test('a deal closed without a change of stage is closed from its closing date on', () => {
    const history = table(header, ['A', null, 'Talk', '2024-01-01'], ['B', null, 'Offer', '2024-01-01'])
    const deals = table(
      'Deal ID, Stage, Status, Closed at',
      ['A', 'Talk', 'Lost', '2024-02-01'],
      ['B', 'Offer', 'Won', '2024-02-01'],
    )
    const expected = [
      ['Talk', 2, 1, 1, 0],
      ['Offer', 1, 1, 0, 0],
    ]
    expect(convert({ history, deals })).toEqual(expected)
    expect(convert({ history, deals }, { as_of: '2024-01-31' })).toEqual([
      ['Talk', 2, 1, 0, 1],
      ['Offer', 1, 0, 0, 1],
    ])
  })

  test('deals that the history does not have count by what the opportunities tell', () => {
    const history = table(header, ['X', null, 'Talk', '2024-01-01'])
    const deals = table(
      'Deal ID, Stage, Status, Created, Closed at, Last open stage',
      ['A', 'Offer', 'Open', '2024-01-15', null, null],
      ['B', 'Gone', 'Lost', '2024-01-15', '2024-02-01', 'Offer'],
      ['C', 'Gone', 'Lost', '2024-01-15', '2024-02-01', null],
      ['D', 'Signed', 'Won', null, '2024-02-01', null],
    )
    const answer = ask(stageConversion, { stages, history, deals })
    expect(cells(answer, ...keys)).toEqual([
      ['Talk', 5, 3, 1, 1],
      ['Offer', 3, 1, 1, 1],
    ])
    expect(notes(answer)).toContain(
      'Lost deals whose last open stage is not known, which count as lost in the first stage: 1.',
    )
  })

  test('the stage before the first change counts from the creation; without one it is in no period', () => {
    const history = table(header, ['A', 'Talk', 'Offer', '2024-02-10'], ['B', 'Talk', 'Offer', '2024-02-10'])
    const deals = table('Deal ID, Stage, Created', ['A', 'Offer', '2024-01-05'], ['B', 'Offer', null])
    const answer = ask(stageConversion, { stages, history, deals }, { period: '2024-01' })
    expect(cells(answer, ...keys)).toEqual([
      ['Talk', 1, 1, 0, 0],
      ['Offer', 0, 0, 0, 0],
    ])
    expect(notes(answer)).toContain(
      'Deals of which it is not known when they entered a stage, which are left out there: 1.',
    )
  })

  test('within_days: the last day counts, younger deals are neither advanced nor lost', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Offer', '2024-01-31'],
      ['B', null, 'Talk', '2024-01-01'],
      ['B', 'Talk', 'Offer', '2024-02-01'],
      ['C', null, 'Talk', '2024-03-02'],
      ['C', 'Talk', 'Offer', '2024-03-03'],
      ['D', null, 'Talk', '2024-01-01'],
      ['D', 'Talk', 'Gone', '2024-03-01'],
    )
    expect(cells(ask(stageConversion, { stages, history }, { within_days: 30 }), ...keys, 'n')).toEqual([
      ['Talk', 4, 1, 0, 3, 3],
      ['Offer', 3, 0, 0, 3, 2],
    ])
  })

  test('stages on hold and unknown stages are no stages of the way; unknown ones are named', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Parked', '2024-01-10'],
      ['B', null, 'Pilot', '2024-01-01'],
      ['B', 'Pilot', 'LEAD ', '2024-01-10'],
    )
    const answer = ask(stageConversion, { stages, history })
    expect(cells(answer, ...keys)).toEqual([
      ['Talk', 2, 0, 0, 2],
      ['Offer', 0, 0, 0, 0],
    ])
    expect(notes(answer)).toEqual([
      'By the stage history.',
      'These stages have no place in the order, so nothing is counted in them: "Pilot". Add them to the Stages table.',
    ])
  })

  test('a stage that nobody entered has no conversion, never 0', () => {
    const history = table(header, ['A', null, 'Talk', '2024-01-01'])
    const answer = ask(stageConversion, { stages, history })
    expect(cells(answer, 'conversion', 'cumulative')).toEqual([
      [0, 0],
      [null, null],
    ])
    expect(reasons(answer)).toEqual(Array(2).fill('No deal counts as having entered this stage in the period.'))
  })

  test('each pipeline is a way of its own; a won deal fills only the one it went', () => {
    const own = table(
      'Pipeline, Stage, Order, Type',
      ['New', 'Talk', 1, 'open'],
      ['New', 'Offer', 2, 'open'],
      ['New', 'Signed', 3, 'won'],
      ['Service', 'Renew', 1, 'open'],
      ['Service', 'Signed', 2, 'won'],
    )
    const history = table(
      header,
      ['A', null, 'Offer', '2024-01-01'],
      ['A', 'Offer', 'Signed', '2024-01-10'],
      ['B', null, 'Signed', '2024-01-10'],
      ['C', null, 'Signed', '2024-01-10'],
    )
    const deals = table(
      'Deal ID, Pipeline, Stage, Status',
      ['A', 'New', 'Signed', 'Won'],
      ['B', 'service', 'Signed', 'Won'],
    )
    const answer = ask(stageConversion, { stages: own, history, deals })
    expect(cells(answer, 'stage', 'entered', 'advanced', 'cumulative')).toEqual([
      ['Talk', 1, 1, 1],
      ['Offer', 1, 1, 1],
      ['Renew', 1, 1, 1],
    ])
    expect(notes(answer)).toContain('Closed deals without a stage or pipeline that is known, which are left out: 1.')
  })
})

describe('STAGE_CONVERSION without a history', () => {
  const deals = table(
    'Deal ID, Stage, Status, Created, Closed at, Last open stage',
    ['A', 'Talk', 'Open', '2024-01-01', null, null],
    ['B', 'Offer', 'Open', '2024-01-01', null, null],
    ['C', 'Signed', 'Won', '2024-01-01', '2024-02-01', null],
    ['D', 'Gone', 'Lost', '2024-01-01', '2024-02-01', 'Talk'],
  )

  test('the furthest stage known counts, and this is said', () => {
    const answer = ask(stageConversion, { stages, deals })
    expect(cells(answer, ...keys)).toEqual([
      ['Talk', 4, 2, 1, 1],
      ['Offer', 2, 1, 0, 1],
    ])
    expect(notes(answer)).toEqual([expect.stringContaining('By the furthest stage that is known')])
  })

  test('a deleted deal of the snapshots is left out, and this is said', () => {
    const snapshots = table(
      'Snapshot at, Deal ID, Stage, Status',
      ['2024-01-31', 'A', 'Talk', 'open'],
      ['2024-01-31', 'B', 'Talk', 'open'],
      ['2024-02-29', 'B', 'Talk', 'removed'],
    )
    const answer = ask(stageConversion, { stages, snapshots })
    expect(cells(answer, 'entered')).toEqual([[1], [0]])
    expect(notes(answer)).toContain('Deals that were deleted or merged, which are left out: 1.')
  })

  test.each([
    [{ stages, deals }, { skip: 'direct' }, /^missing-table: skip=direct needs the table StageHistory or Snapshots/],
    [{ stages, deals }, { within_days: 30 }, /^missing-table: within_days needs/],
    [{ stages }, {}, /^missing-table: STAGE_CONVERSION needs the table StageHistory, Snapshots or Opportunities/],
    [{ stages, deals: table('Deal ID, Amount', ['A', 1]) }, {}, /^missing-column: .*Stage/],
    [
      { deals: tenDeals, stages: tenDealStages, history: tenDealHistory },
      { skip: 'some' },
      /^argument: skip is "some"/,
    ],
    [{ history: table(header, ['A', null, 'Talk', '2024-01-01']) }, {}, /^missing-table: The order of the stages/],
  ])('says what is missing (%#)', (given: Given, args, reason) => {
    expect(cells(ask(stageConversion, given, args))).toMatch(reason)
  })
})
