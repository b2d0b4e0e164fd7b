import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { topDeals } from '#core/metrics/top-deals'
import { ask, cells, notes, table } from './ask.ts'

const header = 'Deal ID, Stage, Amount, Probability, Close date'
const deals = table(
  header,
  ['D', 'Talk', 100, 0.1, '2024-05-01'],
  ['C', 'Talk', 100, null, '2024-04-01'],
  ['B', 'Talk', 100, 0.9, '2024-05-01'],
  ['A', 'Talk', null, 0.9, '2024-04-01'],
  ['E', 'Talk', 100, 0.5, null],
  ['F', 'Closed Won', 900, 1, '2024-02-01'],
)

describe('TOP_DEALS', () => {
  test('of equal deals the one due first leads, then the lower ID; blanks come last', () => {
    expect(cells(ask(topDeals, { deals }), 'id')).toEqual([['C'], ['B'], ['D'], ['E'], ['A']])
  })

  test('the order of the file does not matter', () => {
    const [head = [], ...rows] = deals
    expect(cells(ask(topDeals, { deals: [head, ...[...rows].reverse()] }, { n: 3 }), 'id')).toEqual([
      ['C'],
      ['B'],
      ['D'],
    ])
  })

  test('by weighted value, deals without a probability come last and are mentioned', () => {
    const answer = ask(topDeals, { deals }, { rank: 'weighted' })
    expect(cells(answer, 'id', 'weighted')).toEqual([
      ['B', 90],
      ['E', 50],
      ['D', 10],
      ['A', null],
      ['C', null],
    ])
    expect(notes(answer)).toEqual(['Open deals without a probability, which come last: 1.'])
  })

  test('by weighted value without any probability there is no answer', () => {
    const bare = table('Deal ID, Stage, Amount', ['A', 'Talk', 10])
    expect(cells(ask(topDeals, { deals: bare }, { rank: 'weighted' }), 'id')).toMatch(/^no-answer: No open deal has/)
    expect(cells(ask(topDeals, { deals: bare }), 'id', 'weighted')).toEqual([['A', null]])
  })

  test('the setting top_n says how many, an argument overrules it, fewer deals are fine', () => {
    const count = (args: Record<string, unknown>, settings = {}) => {
      const answer = ask(topDeals, { deals: tenDeals }, args, settings)
      return answer.ok ? answer.rows.length : answer.reason
    }
    expect(count({}, { top_n: 2 })).toBe(2)
    expect(count({ n: 3 }, { top_n: 2 })).toBe(3)
    expect(count({ n: 50 })).toBe(5)
    expect(count({ n: 0 })).toBe('n is 0; it must be a whole number of 1 or more.')
    expect(count({ n: 2.5 })).toBe('n is 2.5; it must be a whole number of 1 or more.')
  })

  test('due on the as-of day is not overdue, and stale begins on the day of the limit', () => {
    const dated = table(
      'Deal ID, Stage, Amount, Close date, Last modified, Created',
      ['A', 'Talk', 5, '2024-03-31', '2024-01-31', '2024-01-01'],
      ['B', 'Talk', 4, '2024-03-30', '2024-02-01', '2024-01-01'],
      ['C', 'Talk', 3, '2024-04-30', null, '2024-01-01'],
    )
    expect(cells(ask(topDeals, { deals: dated }), 'id', 'flags')).toEqual([
      ['A', 'stale'],
      ['B', 'overdue'],
      ['C', 'stale'],
    ])
    expect(cells(ask(topDeals, { deals: dated }, {}, { stale_days: 61 }), 'flags')).toEqual([
      [''],
      ['overdue'],
      ['stale'],
    ])
  })

  test('nothing is flagged for want of a column', () => {
    const bare = table('Deal ID, Stage, Amount', ['A', 'Talk', 10])
    expect(cells(ask(topDeals, { deals: bare }), 'flags', 'inStage', 'closeDate')).toEqual([['', null, null]])
  })

  test('an activity that has passed or is done is no next step', () => {
    const steps = table(
      'Deal ID, Stage, Amount, Next activity',
      ['A', 'Talk', 10, '2024-03-30'],
      ['B', 'Talk', 5, null],
    )
    const activities = table(
      'Deal ID, Date, Owner, Type, Done',
      ['B', '2024-04-05', 'Anna', 'Call', 'yes'],
      ['B', '2024-04-09', 'Anna', 'Call', 'no'],
    )
    expect(cells(ask(topDeals, { deals: steps, activities }), 'id', 'nextActivity', 'flags')).toEqual([
      ['A', null, 'no next step'],
      ['B', 45391, ''],
    ])
  })

  test('without an open deal the list is empty', () => {
    const closed = table('Deal ID, Status, Amount', ['A', 'Won', 10])
    expect(cells(ask(topDeals, { deals: closed }, { rank: 'weighted' }), 'id')).toEqual([])
  })
})
