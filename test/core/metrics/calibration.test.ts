import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { calibration } from '#core/metrics/calibration'
import { ask, cells, notes, table } from './ask.ts'

type Deal = readonly [stated: Cell, status: string, close: Cell, then?: string]

const calibrate = (deals: readonly Deal[], args: Record<string, unknown> = {}) =>
  ask(
    calibration,
    {
      snapshots: table(
        'Snapshot at, Deal ID, Status, Probability',
        ['2023-12-31', 'x', 'open', 0.5],
        ...deals.map(([stated, , , then = 'open'], i) => ['2024-01-01', `d${i}`, then, stated]),
      ),
      deals: table('Deal ID, Status, Close date', ...deals.map(([, status, close], i) => [`d${i}`, status, close])),
    },
    { at: '2024-01-01', ...args },
  )
const bands = (deals: readonly Deal[], args: Record<string, unknown> = {}) =>
  cells(calibrate(deals, args), 'band', 'n', 'realised')
const [won, lost]: readonly [Deal, Deal] = [
  [0.9, 'won', '2024-02-01'],
  [0.1, 'lost', '2024-02-01'],
]
const all = ['All', 2, 0.5]

describe('CALIBRATION', () => {
  test.each([
    [0, '0% to 20%'],
    [0.199, '0% to 20%'],
    [0.2, '20% to 40%'],
    [0.6, '60% to 80%'],
    [1, '80% to 100%'],
  ])('a probability of %d lies in the band %s', (stated, band) => {
    expect(
      bands([
        [stated, 'won', '2024-02-01'],
        [stated, 'lost', '2024-02-01'],
      ]),
    ).toEqual([[band, 2, 0.5], all])
  })

  test('stated is the mean of what was stated, not the middle of the band', () => {
    const answer = calibrate([[0.875, 'won', '2024-02-01'], [1, 'won', '2024-02-01'], lost])
    expect(cells(answer, 'stated')).toEqual([[0.1], [0.9375], [1.975 / 3]])
  })

  test('0% may be won and 100% lost: the probability decides no outcome', () => {
    expect(
      bands([
        [0, 'won', '2024-02-01'],
        [1, 'lost', '2024-02-01'],
      ]),
    ).toEqual([['0% to 20%', 1, 1], ['80% to 100%', 1, 0], all])
  })

  test('the last day of the horizon counts, the next does not; neither does what is open or undated', () => {
    const others: readonly Deal[] = [
      [0.5, 'won', '2024-02-01'],
      [0.5, 'open', '2024-01-20'],
      [0.5, 'won', null],
    ]
    const answer = calibrate([[0.9, 'won', '2024-01-31'], [0.1, 'lost', '2024-01-31'], ...others], { horizon: 30 })
    expect(cells(answer, 'n')).toEqual([[1], [1], [2]])
    expect(notes(answer)).toContain('Deals neither won nor lost in time, which are left out: 3.')
  })

  test('what closes after as-of is not known yet', () => {
    expect(bands([won, lost, [0.5, 'won', '2024-03-20']], { as_of: '2024-03-01' })).toHaveLength(3)
  })

  test('deals that were closed or removed at the look are left out, and those without a probability counted', () => {
    const answer = calibrate([
      won,
      lost,
      [0.5, 'won', '2024-02-01', 'won'],
      [0.5, 'won', '2024-02-01', 'removed'],
      [null, 'won', '2024-02-01'],
    ])
    expect(cells(answer, 'n')).toEqual([[1], [1], [2]])
    expect(notes(answer)).toContain('Deals without a probability, which are left out: 1.')
  })

  test('nine deals are few, ten enough', () => {
    const nine: readonly Deal[] = Array.from({ length: 8 }, () => won)
    expect(cells(calibrate([...nine, lost]), 'state')).toEqual([['Few'], ['Few'], ['Few']])
    expect(cells(calibrate([...nine, won, won, lost]), 'state')).toEqual([['Few'], ['Enough'], ['Enough']])
  })

  test.each([
    [[won], {}, /^no-answer: .* 1 were won and 0 lost within 90 days; both are needed/],
    [[lost], {}, /^no-answer: .* 0 were won and 1 lost/],
    [[won, lost], { at: '2023-12-30' }, /^no-answer: There is no snapshot at or before 2023-12-30. Take a later day/],
    [[won, lost], { at: null, horizon: 120 }, /^no-answer: .*120 days before as-of. Take a shorter horizon/],
    [[won, lost], { bands: 0 }, /^argument: bands is 0/],
    [[won, lost], { by: 'month' }, /^argument: by=month: this answer has no day to split by/],
  ])('refuses %j with %j', (deals: readonly Deal[], args, reason) => {
    expect(bands(deals, args)).toMatch(reason)
  })
})
