import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { creationFor, closesWithin, lagOfCycle, lagOfCycles } from '#core/targets/creation'
import { capacityWeight, rampAt, rampedEquivalents } from '#core/targets/ramp'
import { meanAge, stageStock } from '#core/targets/stock'
import { breakDown } from '#core/targets/tree'
import { hundredMillion, modelOf } from './param-rows.ts'

describe('the €100m example', () => {
  const { total, perSeller, perSellerMonth } = breakDown(modelOf(hundredMillion))

  test.each([
    ['deals to win', total.deals, 2_000],
    ['opportunities to create', total.opportunities, 8_000],
    ['pipeline to create', total.pipeline, 400e6],
    ['coverage', total.coverage, 4],
    ['first meetings', total.firstMeetings, 20_000],
    ['progress meetings', total.progressMeetings, 20_000],
    ['all meetings', total.meetings, 40_000],
  ])('%s', (_name, value, expected) => {
    expect(value).toBeCloseTo(expected, 6)
  })

  test.each([
    ['deals', total.deals / 12, 166.7],
    ['opportunities', total.opportunities / 12, 666.7],
    ['pipeline, in millions', total.pipeline / 12e6, 33.3],
    ['first meetings', total.firstMeetings / 12, 1_666.7],
    ['all meetings', total.meetings / 12, 3_333.3],
    ['meetings per ramped seller in the year', perSeller, 425.5],
    ['meetings per ramped seller and selling month', perSellerMonth, 38.7],
    ['meetings per ramped seller and week, of 46', perSeller / 46, 9.3],
  ])('%s a month, to one decimal', (_name, value, expected) => {
    expect(Math.round(value * 10) / 10).toBe(expected)
  })

  test('open opportunities needed by Little’s law: 1,479, worth €74.0m', () => {
    expect(Math.round(total.open)).toBe(1_479)
    expect(Math.round(total.openValue / 1e5) / 10).toBe(74)
  })

  test('with won amounts at 90% of opened ones €444m and coverage 4.4 are needed', () => {
    const shrunk = breakDown(modelOf({ ...hundredMillion, shrink: 0.9 })).total
    expect(Math.round(shrunk.pipeline / 1e6)).toBe(444)
    expect(Math.round(shrunk.coverage * 10) / 10).toBe(4.4)
  })

  test('94.0 ramped equivalents are 90 at full speed, 6 at half and 4 at a quarter', () => {
    const seller = (fte: number, plan: readonly number[]) => ({ fte, startMonth: 0, plan, present: [1] })
    expect(rampedEquivalents([seller(90, []), seller(6, [0.5]), seller(4, [0.25])], 1)).toEqual([94])
  })

  test('the velocity identity: open × value × win rate ÷ cycle', () => {
    expect(total.open).toBeCloseTo(1_479.45, 2)
    const perDay = (days: number): number => (total.open * total.avgDeal * total.winRate) / days
    expect(Math.round(perDay(90))).toBe(205_479)
    expect(meanAge({ winRate: 0.25, cycleWon: 90, cycleLost: 60 })).toBe(67.5)
    expect(Math.round(perDay(67.5))).toBe(273_973)
    expect(perDay(67.5)).toBeCloseTo(100e6 / 365, 6)
  })

  test('the chain form: sellers × first meetings each a month × months × q × w × A is the target', () => {
    const each = total.firstMeetings / 94 / 11
    expect(94 * each * 11 * 0.4 * 0.25 * 50_000).toBeCloseTo(100e6, 3)
  })
})

describe('segments', () => {
  const two = modelOf({
    target: 10e6,
    secured: 2e6,
    sellers: 10,
    meeting_rate: 0.5,
    'North.mix': 0.75,
    'North.avg_deal': 20_000,
    'North.win_rate': 0.2,
    'South.mix': 0.25,
    'South.avg_deal': 40_000,
    'South.win_rate': 0.4,
  })

  test('share the target less what is secured, add up, and rates are those of the volumes', () => {
    const { segments, total } = breakDown(two)
    expect(segments.map(({ target, deals, opportunities }) => [target, deals, opportunities])).toEqual([
      [6e6, 300, 1_500],
      [2e6, 50, 125],
    ])
    expect([total.target, total.deals, total.opportunities]).toEqual([8e6, 350, 1_625])
    expect(total.winRate).toBeCloseTo(350 / 1_625, 12)
    expect(total.avgDeal).toBeCloseTo(8e6 / 350, 9)
  })

  test('what is secured beyond the target leaves nothing to win', () => {
    expect(breakDown(modelOf({ ...hundredMillion, secured: 120e6 })).total.deals).toBe(0)
  })

  test('a rate of 0 is named', () => {
    expect(() => breakDown(modelOf({ ...hundredMillion, win_rate: 0 }))).toThrow(/win rate of All is 0.*win_rate/)
    expect(() => breakDown(modelOf({ ...hundredMillion, meeting_rate: 0 }))).toThrow(/meeting_rate/)
  })

  test('what is not given leaves no answer, and the rest stays', () => {
    const { total } = breakDown(modelOf({ target: 1e6, avg_deal: 10_000, win_rate: 0.5 }))
    expect(total.opportunities).toBe(200)
    expect([total.firstMeetings, total.open]).toEqual([NaN, NaN])
  })

  test('the tree adds up whatever the mix (seed 601)', () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 8 }), (list) => {
        const sum = list.reduce((total, [mix]) => total + mix, 0)
        const values = list.flatMap(([mix, win, meeting], i) => [
          [`S${i}.mix`, mix / sum],
          [`S${i}.win_rate`, win],
          [`S${i}.meeting_rate`, meeting],
          [`S${i}.avg_deal`, 1_000 * (i + 1)],
        ])
        const { segments, total } = breakDown(modelOf({ target: 1e6, ...Object.fromEntries(values) }))
        const meetings = segments.reduce((all, each) => all + each.meetings, 0)
        expect(Math.abs(total.meetings - meetings)).toBeLessThanOrEqual(1e-9 * meetings)
        expect(total.target).toBeCloseTo(1e6, 3)
      }),
      { seed: 601 },
    )
  })
})

describe('creation', () => {
  test('is as many months before the wins as the cycle is long', () => {
    const { before, months, forNext } = creationFor([10, 20, 30, 40], 0.5, [0, 0, 1])
    expect(before).toEqual([20, 40])
    expect(months).toEqual([60, 80, 0, 0])
    expect(forNext).toEqual([0, 0, 1, 1])
  })

  test('is spread as cycles are: by hand, half after one month and half after three', () => {
    const { before, months } = creationFor([6, 6, 6], 0.25, [0, 0.5, 0, 0.5])
    expect(before).toEqual([12, 12, 24])
    expect(months).toEqual([12, 12, 0])
  })

  test('makes the wins it is for, in and before the period (seed 602)', () => {
    const amount = fc.integer({ min: 0, max: 1_000 })
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 12, maxLength: 12 }),
        fc.array(amount, { minLength: 1, maxLength: 9 }),
        (wins, lag) => {
          fc.pre(lag.some((share) => share > 0))
          const { before, months } = creationFor(wins, 0.2, lag)
          const created = [...before, ...months].reduce((sum, value) => sum + value, 0)
          expect(created * 0.2).toBeCloseTo(
            wins.reduce((sum, value) => sum + value, 0),
            6,
          )
        },
      ),
      { seed: 602 },
    )
  })

  test('lags come from one median or from all cycles', () => {
    expect(lagOfCycle(90)).toEqual([0, 0, 0, 1])
    expect(lagOfCycles([10, 20, 40, 100])).toEqual([0.5, 0.25, 0, 0.25])
    expect(closesWithin([0.5, 0.25, 0, 0.25], 1)).toBe(0.75)
    expect(() => creationFor([1], 0, [1])).toThrow('The win rate is 0')
  })
})

describe('ramp and stock', () => {
  test('a plan that is over is full speed, and before the start there is none', () => {
    expect([-1, 0, 1, 2].map((month) => rampAt([0.25, 0.5], month))).toEqual([0, 0.25, 0.5, 1])
  })

  test('the weight of a joiner is what the phasing leaves: half the year at half speed', () => {
    const even = new Array<number>(12).fill(1 / 12)
    expect(capacityWeight(new Array<number>(12).fill(0.5), even)).toBeCloseTo(0.5, 12)
  })

  test('a stage needs wins a month × months in it ÷ its conversion', () => {
    expect(stageStock(10, 30.4, 0.25)).toBe(40)
  })
})
