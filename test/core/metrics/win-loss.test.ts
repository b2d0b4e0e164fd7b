import { describe, expect, test } from '@jest/globals'
import { winLoss } from '#core/metrics/win-loss'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Status, Amount, Close date, Created, Lost reason'
const deals = table(
  header,
  ['A', 'Lost', 10, '2024-01-10', '2024-01-01', 'Price'],
  ['B', 'Lost', 20, '2024-02-10', '2024-01-01', 'Price '],
  ['C', 'Lost', 30, '2024-01-10', '2024-01-01', 'Timing'],
  ['D', 'Won', 40, '2024-01-10', '2024-01-01', null],
  ['E', 'Open', 50, '2024-01-10', '2024-01-01', 'Price'],
  ['F', 'Lost', 60, null, '2024-01-01', null],
)

describe('WIN_LOSS', () => {
  test('counts closed deals only, the most frequent reason of an outcome first', () => {
    expect(cells(ask(winLoss, { deals }), 'outcome', 'lost_reason', 'count', 'share')).toEqual([
      ['Won', '(none given)', 1, 1],
      ['Lost', 'Price', 2, 0.5],
      ['Lost', 'Timing', 1, 0.25],
      ['Lost', '(none given)', 1, 0.25],
    ])
  })

  test('a trailing space makes no second reason', () => {
    const answer = ask(winLoss, { deals })
    expect(answer.ok && answer.rows.filter((row) => String(row['lost_reason']).startsWith('Price'))).toHaveLength(1)
  })

  test('shares are those of the period', () => {
    const answer = ask(winLoss, { deals }, { period: '2024-01' })
    expect(cells(answer, 'outcome', 'lost_reason', 'share')).toEqual([
      ['Won', '(none given)', 1],
      ['Lost', 'Price', 0.5],
      ['Lost', 'Timing', 0.5],
    ])
    expect(notes(answer)).toEqual(['Closed deals without a close date, which count in no period: 1.'])
  })

  test('a group whose cycles are all impossible or unknown has no median', () => {
    const answer = ask(winLoss, { deals })
    expect(cells(answer, 'lost_reason', 'cycle')).toEqual([
      ['(none given)', 9],
      ['Price', 24.5],
      ['Timing', 9],
      ['(none given)', null],
    ])
    expect(reasons(answer)).toHaveLength(1)
  })

  test('without amounts and creation dates these cells stay blank', () => {
    const bare = table('Deal ID, Status, Lost reason', ['A', 'Lost', 'Price'])
    expect(cells(ask(winLoss, { deals: bare }), 'lost_reason', 'count', 'value', 'cycle')).toEqual([
      ['Price', 1, null, null],
    ])
  })

  test('months stay in their order, each outcome for itself', () => {
    expect(cells(ask(winLoss, { deals }, { by: 'month', period: '2024' }), 'outcome', 'month', 'count')).toEqual([
      ['Won', '2024-01', 1],
      ['Lost', '2024-01', 2],
      ['Lost', '2024-02', 1],
    ])
  })

  test('several columns split together', () => {
    const answer = ask(winLoss, { deals }, { by: 'reason,month', period: '2024' })
    expect(cells(answer, 'outcome', 'lost_reason', 'month', 'count')).toContainEqual(['Lost', 'Price', '2024-02', 1])
  })

  test('a period in which nothing was closed gives no rows', () => {
    expect(cells(ask(winLoss, { deals }, { period: '2022' }), 'count')).toEqual([])
  })
})
