import { describe, expect, test } from '@jest/globals'
import { steadyPipeline } from '#core/metrics/examples/steady-pipeline'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { velocity } from '#core/metrics/velocity'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Status, Amount, Created, Close date'
const keys = ['count', 'size', 'rate', 'cycle', 'perDay'] as const

const perDay = (basis: string): number => {
  const [[found] = []] = cells(ask(velocity, { deals: steadyPipeline }, { basis }), 'perDay') as number[][]
  return found ?? NaN
}

describe('VELOCITY', () => {
  test('the worked example: 205,479 a day by won deals, 273,973 by all, which is the target ÷ 365 (A.1)', () => {
    const scale = (2_000 / 365) * 30
    expect(perDay('won') * scale).toBeCloseTo(205_479.45, 2)
    expect(perDay('all') * scale).toBeCloseTo(273_972.6, 2)
    expect(perDay('all') * scale).toBeCloseTo(100_000_000 / 365, 6)
  })

  test('the mean, not the median, makes the cycle', () => {
    const deals = table(
      header,
      ['A', 'Won', 10, '2024-01-01', '2024-01-11'],
      ['B', 'Won', 10, '2024-01-01', '2024-01-11'],
      ['C', 'Won', 10, '2024-01-01', '2024-02-10'],
      ['D', 'Open', 10, '2024-01-01', null],
    )
    expect(cells(ask(velocity, { deals }), ...keys)).toEqual([[1, 10, 1, 20, 0.5]])
  })

  test('closed deals of the last 365 days count, the day before not; open ones whenever they were created', () => {
    const deals = table(
      header,
      ['A', 'Won', 10, '2023-03-01', '2023-04-02'],
      ['B', 'Lost', 10, '2023-03-01', '2023-04-01'],
      ['C', 'Open', 10, '2019-01-01', null],
    )
    expect(cells(ask(velocity, { deals }), 'count', 'closed', 'rate')).toEqual([[1, 1, 1]])
  })

  test('deals without a positive amount have no size, but count as won or lost', () => {
    const deals = table(
      header,
      ['A', 'Won', 0, '2024-01-01', '2024-01-11'],
      ['B', 'Won', null, '2024-01-01', '2024-01-11'],
      ['C', 'Won', -5, '2024-01-01', '2024-01-11'],
      ['D', 'Won', 30, '2024-01-01', '2024-01-11'],
      ['E', 'Lost', 0, '2024-01-01', '2024-01-11'],
      ['F', 'Open', null, '2024-01-01', null],
    )
    expect(cells(ask(velocity, { deals }), ...keys)).toEqual([[1, 30, 0.8, 10, 2.4]])
  })

  test('a cycle of no or negative days is left out and said, never turned round', () => {
    expect(notes(ask(velocity, { deals: tenDeals }))).toEqual([
      'Deals closed before or on the day they were created, or without one of the dates, which are left out of the cycle: 1.',
    ])
  })

  test('without closed deals there is no velocity, never 0; with no open deal it is 0', () => {
    const open = table(header, ['A', 'Open', 10, '2024-01-01', '2024-05-01'])
    const answer = ask(velocity, { deals: open })
    expect(cells(answer, ...keys)).toEqual([[1, null, null, null, null]])
    expect(new Set(reasons(answer))).toEqual(new Set(['No deal was closed in this period.']))
    const closed = table(header, ['A', 'Won', 10, '2024-01-01', '2024-01-11'])
    expect(cells(ask(velocity, { deals: closed }), 'perDay')).toEqual([[0]])
    const lost = table(header, ['A', 'Lost', 10, '2024-01-01', '2024-01-11'])
    expect(reasons(ask(velocity, { deals: lost }))).toContain('No deal with a positive amount was won in this period.')
  })

  test('the settings of win rate and average deal hold here too, and are said', () => {
    const deals = table(
      `${header}, Lost reason`,
      ['A', 'Won', 10, '2024-01-01', '2024-01-11', null],
      ['B', 'Won', 900, '2024-01-01', '2024-01-11', null],
      ['C', 'Lost', 10, '2024-01-01', '2024-01-11', 'Duplicate'],
      ['D', 'Lost', 1, '2024-01-01', '2024-01-11', 'Price'],
      ['E', 'Lost', 10, '2024-01-01', '2024-01-11', 'Price'],
    )
    const settings = { not_lost_reasons: 'duplicate', min_amount: 5, mega_deal: 100 }
    const answer = ask(velocity, { deals }, {}, settings)
    expect(cells(answer, 'size', 'rate', 'closed')).toEqual([[10, 2 / 3, 3]])
    expect(notes(answer)).toEqual([
      'Lost deals that count as neither won nor lost, by the setting not_lost_reasons: 1.',
      'Deals below the setting min_amount, which are left out of the win rate: 1.',
      'Won deals above the setting mega_deal, which are left out of the average size: 1.',
    ])
  })
})
