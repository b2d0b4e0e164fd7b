import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { breakdown } from '#core/metrics/breakdown'
import { hundredMillion, paramGrid, sellingCost } from '#core/metrics/examples/whitepaper'
import { solve } from '#core/metrics/solve'
import { ask, cells } from './ask.ts'

const solved = (values: Record<string, number>, args: Record<string, unknown>): unknown =>
  cells(ask(solve, { params: paramGrid(values) }, args), 'value', 'found', 'binding')
const first = (found: unknown): readonly unknown[] => (Array.isArray(found) ? (found[0] as readonly unknown[]) : [])

const seed = 20_260_108

describe('SOLVE', () => {
  test('the target that 94 sellers with 30 meetings a month can reach', () => {
    expect(solved({ ...hundredMillion, capacity: 30 }, { unknown: 'target' })).toEqual([
      [expect.closeTo((100e6 * 30 * 94 * 11) / 40_000, 3), 'yes', 'capacity'],
    ])
  })

  test('takes names as people write them', () => {
    expect(first(solved({ ...hundredMillion, ...sellingCost }, { unknown: 'Virtual Share' }))[0]).toBeCloseTo(
      57.5 / 95,
      9,
    )
  })

  test('the least value that meets every floor is named, and a ceiling below it is in the way (M2)', () => {
    const given = { ...hundredMillion, ...sellingCost, virtual_penalty: 0.3 }
    expect(solved({ ...given, capacity: 60 }, { unknown: 'virtual_share' })).toEqual([
      [expect.closeTo(57.5 / (95 - 62.5 * 0.3), 9), 'yes', 'selling cost'],
    ])
    expect(first(solved({ ...given, capacity: 40 }, { unknown: 'virtual_share' })).slice(1)).toEqual([
      'nearest',
      'capacity',
    ])
  })

  test(`what is solved for an output gives that output (seed ${seed})`, () => {
    const unknowns = fc.constantFrom('avg_deal', 'win_rate', 'meeting_rate', 'progress_meetings', 'target')
    fc.assert(
      fc.property(unknowns, fc.integer({ min: 25_000, max: 60_000 }), (unknown, goal) => {
        const args = { unknown, output: 'meetings', goal }
        const [value, found] = first(solved(hundredMillion, args))
        if (found !== 'yes') return
        const answer = ask(breakdown, { params: paramGrid({ ...hundredMillion, [unknown]: Number(value) }) })
        const meetings = cells(answer, 'kpi', 'period') as readonly (readonly [string, number])[]
        expect(meetings.find(([kpi]) => kpi === 'Meetings')?.[1]).toBeCloseTo(goal, 4)
      }),
      { seed, numRuns: 60 },
    )
  })

  test.each([
    [{}, 'argument: unknown is missing: give a parameter, such as win_rate or North.win_rate.'],
    [{ unknown: 'luck' }, 'argument: unknown is "luck", which is no parameter. It can be'],
    [{ unknown: 'East.win_rate' }, 'argument: unknown is "East.win_rate"; the segments are All.'],
    [
      { unknown: 'All.sellers' },
      'argument: unknown is "All.sellers"; sellers belongs to the whole model, so write it alone.',
    ],
    [{ unknown: 'win_rate', output: 'meetings' }, 'argument: goal is missing: give a number, such as 1000.'],
    [{ unknown: 'win_rate' }, 'no-answer: Params state no limit that win_rate has to do with.'],
    [
      { unknown: 'win_rate', lower: 0.5, upper: 0.4 },
      'argument: The bounds of win_rate are 0.5 to 0.4; write the lower one first.',
    ],
  ])('refuses %j', (args, reason) => {
    expect(solved(hundredMillion, args)).toContain(reason)
  })
})
