import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { costAt, leastVirtualShare, meetingsAt, type ChannelCase } from '#core/targets/virtual-share'

const example: ChannelCase = {
  target: 100e6,
  cap: 0.1,
  fixed: 6e6,
  commission: 0.015,
  meetings: 40_000,
  costF2f: 120,
  costVirtual: 25,
}

describe('the least virtual share', () => {
  test('of the example: €2.5m left, €62.50 a meeting, 60.5%, and exactly 10.0% at that share', () => {
    const found = leastVirtualShare(example)
    expect(found.left).toBe(2.5e6)
    expect(found.left / example.meetings).toBe(62.5)
    expect(Math.round(found.share * 1e3) / 1e3).toBe(0.605)
    expect(found.share).toBeCloseTo((120 - 62.5) / 95, 12)
    expect(found.ratio).toBeCloseTo(0.1, 12)
    expect(found).toMatchObject({ feasible: true, binding: 'selling cost', excess: 0 })
  })

  test('is 0 where any mix works', () => {
    expect(leastVirtualShare({ ...example, cap: 0.2 })).toMatchObject({ share: 0, feasible: true, binding: 'none' })
  })

  test('says by how much the cap is missed where all meetings are virtual', () => {
    const found = leastVirtualShare({ ...example, cap: 0.08 })
    expect(found).toMatchObject({ share: 1, feasible: false, binding: 'selling cost' })
    expect(found.excess).toBeCloseTo(6e6 + 1.5e6 + 1e6 - 8e6, 6)
  })

  test('the hours take the larger share where they are scarcer', () => {
    // 40,000 × (3 − 2v) ≤ 60,000 → v ≥ 0.75
    const found = leastVirtualShare({ ...example, hoursF2f: 3, hoursVirtual: 1, hoursAvailable: 60_000 })
    expect(found.share).toBeCloseTo(0.75, 12)
    expect(found).toMatchObject({ feasible: true, binding: 'hours' })
    expect(leastVirtualShare({ ...example, hoursF2f: 3, hoursVirtual: 1, hoursAvailable: 30_000 })).toMatchObject({
      feasible: false,
      binding: 'hours',
      excess: 10_000,
    })
  })

  test('hours without those of a meeting are no limit to work with', () => {
    const half = { ...example, hoursF2f: 3, hoursAvailable: 30_000 }
    expect(() => leastVirtualShare(half)).toThrow('give those of both kinds, or neither')
  })

  test('virtual meetings that convert worse need more of them: by hand (c_f·M − L) ÷ (M·d − L·δ)', () => {
    const found = leastVirtualShare({ ...example, penalty: 0.2 })
    expect(found.share).toBeCloseTo((120 * 40_000 - 2.5e6) / (40_000 * 95 - 2.5e6 * 0.2), 9)
    expect(found.meetings).toBeCloseTo(40_000 / (1 - 0.2 * found.share), 6)
    expect(found.ratio).toBeCloseTo(0.1, 9)
  })

  test('where they convert so badly that they cost more, none is best', () => {
    expect(leastVirtualShare({ ...example, penalty: 0.9 })).toMatchObject({ share: 0, feasible: false })
  })

  test('never lies outside 0 to 1, and just meets the cap wherever it is between (seed 641)', () => {
    const money = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(
        money,
        money,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0.02, max: 0.3, noNaN: true }),
        (costF2f, costVirtual, penalty, cap) => {
          const given = { ...example, costF2f, costVirtual, penalty, cap }
          const found = leastVirtualShare(given)
          expect(found.share).toBeGreaterThanOrEqual(0)
          expect(found.share).toBeLessThanOrEqual(1)
          expect(found.meetings).toBe(meetingsAt(given, found.share))
          const limit = cap * given.target
          if (found.feasible) expect(costAt(given, found.share)).toBeLessThanOrEqual(limit * (1 + 1e-9))
          else expect(Math.min(costAt(given, 0), costAt(given, 1))).toBeGreaterThan(limit)
          if (found.feasible && found.share > 0) expect(costAt(given, found.share)).toBeCloseTo(limit, 1)
        },
      ),
      { seed: 641, numRuns: 500 },
    )
  })
})
