import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { tenDealStageChances } from '#core/metrics/examples/ten-deals-past'
import { pipelineWindow } from '#core/metrics/pipeline-window'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Stage, Status, Amount, Close date'
const keys = ['window', 'count', 'value'] as const

describe('PIPELINE_WINDOW', () => {
  test('today is in every window, yesterday is overdue, the day after the last day is in none', () => {
    const deals = table(
      header,
      ['A', 'Talk', 'Open', 1, '2024-03-30'],
      ['B', 'Talk', 'Open', 2, '2024-03-31'],
      ['C', 'Talk', 'Open', 4, '2024-04-30'],
      ['D', 'Talk', 'Open', 8, '2024-05-01'],
    )
    const answer = ask(pipelineWindow, { deals }, { days: '30' })
    expect(cells(answer, ...keys)).toEqual([
      ['Overdue', 1, 1],
      ['Next 30 days', 2, 6],
    ])
    expect(notes(answer)).toEqual(['Open deals that close after the longest window, which are left out: 1.'])
  })

  test('closed deals and deals on hold are in no window', () => {
    const deals = table(
      header,
      ['A', 'Talk', 'Won', 1, '2024-04-02'],
      ['B', 'Talk', 'Lost', 2, '2024-03-02'],
      ['C', 'Talk', 'On hold', 4, '2024-04-02'],
      ['D', 'Talk', 'Open', null, '2024-04-02'],
    )
    expect(cells(ask(pipelineWindow, { deals }, { days: 30 }), ...keys)).toEqual([
      ['Overdue', 0, 0],
      ['Next 30 days', 1, 0],
    ])
  })

  test('says how many have no close date, or close later', () => {
    expect(notes(ask(pipelineWindow, { deals: tenDeals }))).toEqual([
      'Open deals without a close date, which are in no window: 1.',
      'Open deals that close after the longest window, which are left out: 1.',
    ])
  })

  test('a deal without a probability has that of its stage; where nothing gives one there is no weighted value', () => {
    const [labels = [], ...rows] = tenDeals
    const drop = labels.indexOf('Probability')
    const deals = [labels, ...rows].map((row) => row.filter((_, i) => i !== drop))
    const given = { deals, stages: tenDealStageChances }
    expect(cells(ask(pipelineWindow, given, { days: '30' }), 'weighted')).toEqual([[40_000], [60_000]])
    const answer = ask(pipelineWindow, { deals, stages: tenDealStages }, { days: '30' })
    expect(cells(answer, 'weighted')).toEqual([[null], [null]])
    expect(reasons(answer)).toEqual(Array(2).fill('None of these deals has a probability.'))
  })

  test('some deals without a probability are counted in a note', () => {
    const deals = table(
      `${header}, Probability`,
      ['A', 'Talk', 'Open', 10, '2024-04-02', 0.5],
      ['B', 'Talk', 'Open', 10, '2024-04-02', null],
    )
    const answer = ask(pipelineWindow, { deals }, { days: '30' })
    expect(cells(answer, 'weighted')).toEqual([[0], [5]])
    expect(notes(answer)).toEqual(['Open deals without a probability, which add nothing to the weighted value: 1.'])
  })

  test('groups without a deal in any row are not listed', () => {
    const deals = table(
      `${header}, Owner`,
      ['A', 'Talk', 'Open', 10, '2024-04-02', 'Ann'],
      ['B', 'Talk', 'Open', 10, '2026-04-02', 'Ben'],
    )
    expect(cells(ask(pipelineWindow, { deals }, { days: '30', by: 'owner' }), 'owner', 'count')).toEqual([
      ['Ann', 0],
      ['Ann', 1],
    ])
  })

  test.each(['30,soon', '0', '-5', '2.5', '1,2,3,4,5,6,7,8,9,10,11,12,13'])('refuses days=%s', (days) => {
    expect(cells(ask(pipelineWindow, { deals: tenDeals }, { days }))).toMatch(/^argument: days is "/)
  })

  test('without a close date column it names the column', () => {
    const deals = table('Deal ID, Stage, Amount', ['A', 'Talk', 1])
    expect(cells(ask(pipelineWindow, { deals }))).toMatch(/^missing-column: .*Close date/)
  })
})
