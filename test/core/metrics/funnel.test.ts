import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { tenDealHistory } from '#core/metrics/examples/ten-deals-past'
import { funnel } from '#core/metrics/funnel'
import { ask, cells, notes, reasons, table } from './ask.ts'

const stages = table(
  'Stage, Order, Type, Alias',
  ['Talk', 1, 'open', 'Lead'],
  ['Offer', 2, 'open', null],
  ['Won', 3, 'won', null],
)

describe('FUNNEL', () => {
  test('closed deals and deals on hold are not in the funnel', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount',
      ['A', 'Offer', 'Open', 10],
      ['B', 'Offer', 'Won', 20],
      ['C', 'Offer', 'Lost', 30],
      ['D', 'Offer', 'On hold', 40],
    )
    expect(cells(ask(funnel, { deals, stages }), 'stage', 'count', 'value')).toEqual([
      ['Talk', 0, 0],
      ['Offer', 1, 10],
    ])
  })

  test('a former name, another case or a trailing space makes no second stage', () => {
    const deals = table('Deal ID, Stage, Amount', ['A', 'LEAD ', 10], ['B', 'Talk', 20])
    expect(cells(ask(funnel, { deals, stages }), 'stage', 'count')).toEqual([
      ['Talk', 2],
      ['Offer', 0],
    ])
  })

  test('stages that are not listed, closed or blank are one last row, and are named', () => {
    const deals = table(
      'Deal ID, Stage, Status, Amount',
      ['A', 'Pilot', 'Open', 10],
      ['B', null, 'Open', 20],
      ['C', 'Won', 'Open', 30],
    )
    const answer = ask(funnel, { deals, stages })
    expect(cells(answer, 'stage', 'count', 'value')).toEqual([
      ['Talk', 0, 0],
      ['Offer', 0, 0],
      ['Unmapped stage', 3, 60],
    ])
    expect(notes(answer)).toEqual([
      'These stages of open deals are not among the open stages: (blank), "Pilot", "Won". Add them to the Stages table.',
    ])
  })

  test('stages of one name in two pipelines stay apart', () => {
    const own = table('Pipeline, Stage, Order, Type', ['Service', 'Offer', 1, 'open'], ['Machines', 'Offer', 1, 'open'])
    const deals = table(
      'Deal ID, Stage, Pipeline, Amount',
      ['A', 'Offer', 'Machines', 10],
      ['B', 'Offer', 'Service', 5],
    )
    expect(cells(ask(funnel, { deals, stages: own }), 'stage', 'value')).toEqual([
      ['Offer (Service)', 5],
      ['Offer (Machines)', 10],
    ])
  })

  test('split by pipeline, each has its own stages, empty ones too', () => {
    const own = table(
      'Pipeline, Stage, Order, Type',
      ['Service', 'Call', 1, 'open'],
      ['Service', 'Offer', 2, 'open'],
      ['Machines', 'Trial', 1, 'open'],
      ['Machines', 'Offer', 2, 'open'],
    )
    const deals = table(
      'Deal ID, Stage, Pipeline, Amount',
      ['A', 'Offer', 'Machines', 10],
      ['B', 'Offer', 'Service', 5],
    )
    expect(
      cells(ask(funnel, { deals, stages: own }, { by: 'pipeline' }), 'pipeline', 'stage', 'value', 'share'),
    ).toEqual([
      ['Machines', 'Trial', 0, 0],
      ['Machines', 'Offer (Machines)', 10, 1],
      ['Service', 'Call', 0, 0],
      ['Service', 'Offer (Service)', 5, 1],
    ])
  })

  test('without a Stages table the probabilities set the order, which is said', () => {
    const answer = ask(funnel, { deals: tenDeals })
    expect(cells(answer, 'stage', 'count')).toEqual([
      ['Qualify', 2],
      ['Proposal', 2],
      ['Negotiate', 1],
    ])
    expect(notes(answer)).toEqual([
      expect.stringContaining('ordered by the mean probability'),
      'Open deals without an amount, which add nothing to the value: 1.',
    ])
  })

  test('where nothing sets the order, stages come by name, which is said', () => {
    const deals = table('Deal ID, Stage, Amount', ['A', 'Offer', 10], ['B', 'Call', 20], ['C', null, 5])
    const answer = ask(funnel, { deals })
    expect(cells(answer, 'stage', 'value', 'share')).toEqual([
      ['Call', 20, 20 / 35],
      ['Offer', 10, 10 / 35],
      ['Unmapped stage', 5, 5 / 35],
    ])
    expect(notes(answer)).toEqual([expect.stringContaining('listed by name')])
  })

  test('days in stage: the last stage change, else the history, else the creation', () => {
    const [header = [], ...rows] = tenDeals
    const changed = [...header, 'Last stage change']
    const deals = [changed, ...rows.map((row) => [...row, row[0] === 'D7' ? '2024-03-21' : null])]
    const inStage = (given: Parameters<typeof ask>[1]) => cells(ask(funnel, given), 'inStage')
    expect(inStage({ deals, stages: tenDealStages })).toEqual([[52.5], [141.5], [10]])
    expect(inStage({ deals, stages: tenDealStages, history: tenDealHistory })).toEqual([[52.5], [53], [10]])
    expect(inStage({ deals: tenDeals, stages: tenDealStages })).toEqual([[null], [null], [null]])
  })

  test('a change of stage after the as-of day is not yet there', () => {
    const answer = ask(
      funnel,
      { deals: tenDeals, stages: tenDealStages, history: tenDealHistory },
      { as_of: '2024-02-29' },
    )
    expect(cells(answer, 'inStage')).toEqual([[21.5], [42.5], [50]])
  })

  test('a deal created after the as-of day has no age, which is said', () => {
    const deals = table(
      'Deal ID, Stage, Amount, Created',
      ['A', 'Talk', 1, '2024-03-01'],
      ['B', 'Talk', 1, '2024-05-01'],
    )
    const answer = ask(funnel, { deals, stages })
    expect(cells(answer, 'count', 'age')).toEqual([
      [2, 30],
      [0, null],
    ])
    expect(notes(answer)).toEqual(['Open deals created after the as-of day, which have no age: 1.'])
  })

  test('an average of a stage whose deals lack the date has no answer; a whole column without is blank', () => {
    const some = table('Deal ID, Stage, Amount, Created', ['A', 'Talk', 1, '2024-03-01'], ['B', 'Offer', 1, null])
    expect(reasons(ask(funnel, { deals: some, stages }))).toEqual([
      'No deal in this stage has a creation date up to the as-of day.',
    ])
    const none = table('Deal ID, Stage', ['A', 'Talk'])
    const answer = ask(funnel, { deals: none, stages })
    expect(cells(answer, 'count', 'value', 'weighted', 'age', 'inStage', 'share')).toEqual([
      [1, null, null, null, null, null],
      [0, null, null, null, null, null],
    ])
    expect(reasons(answer)).toEqual([])
  })

  test('without value there is no share, never 0', () => {
    const deals = table('Deal ID, Stage, Amount', ['A', 'Talk', 0], ['B', 'Talk', null])
    const answer = ask(funnel, { deals, stages })
    expect(cells(answer, 'value', 'share')).toEqual([
      [0, null],
      [0, null],
    ])
    expect(reasons(answer)).toHaveLength(2)
  })

  test('by=owner is by_person; both at once are refused', () => {
    const given = { deals: tenDeals, stages: tenDealStages }
    const keys = ['owner', 'stage', 'count', 'value', 'share']
    expect(cells(ask(funnel, given, { by: 'person' }), ...keys)).toEqual(
      cells(ask(funnel, given, { by_person: true }), ...keys),
    )
    expect(cells(ask(funnel, given, { by: 'owner', by_person: true }), 'stage')).toMatch(/^argument: by_person=TRUE/)
  })

  test('rows of a scope have the order of all deals', () => {
    expect(cells(ask(funnel, { deals: tenDeals }, { scope: 'Anna' }), 'stage', 'count')).toEqual([
      ['Qualify', 0],
      ['Proposal', 2],
      ['Negotiate', 0],
    ])
  })
})
