import { describe, expect, test } from '@jest/globals'
import { readModel } from '#core/targets/read-model'
import { rowsOfVersion, saveVersion } from '#core/targets/versions'
import { hundredMillion, modelOf, paramRows } from './param-rows.ts'

describe('the rows of Params', () => {
  test('one row per parameter is a model of one segment', () => {
    const model = modelOf(hundredMillion)
    expect(model.segments.map(({ name }) => name)).toEqual(['All'])
    expect(model.segments[0]?.values).toMatchObject({ mix: 1, win_rate: 0.25, contact_rate: NaN })
  })

  test('a segment has the values of the whole where it has none of its own', () => {
    const model = modelOf({ target: 1, win_rate: 0.25, 'North.win_rate': 0.5, 'South.avg_deal': 10 })
    expect(model.segments.map(({ name, values }) => [name, values.win_rate, values.mix])).toEqual([
      ['North', 0.5, 0.5],
      ['South', 0.25, 0.5],
    ])
  })

  test.each([
    [{ target: 1, winrate: 0.25 }, 'a parameter "winrate", which is not known'],
    [{ win_rate: 0.2 }, 'Params have no target'],
    [
      { target: 1, win_rate: 25 },
      'win_rate is 25; it must lie between 0.000001 and 1. A share is a fraction: 25% is 0.25.',
    ],
    [{ target: 1, 'North.mix': 0.5, 'South.mix': 0.4 }, '(mix) add up to 0.9; they must add up to 1'],
    [{ target: 1, 'North.mix': 0.8, 'South.mix': 0.4, 'West.win_rate': 1 }, 'more than 1'],
    [{ target: 1, 'North.sellers': 5 }, 'sellers belongs to the whole model, not to the segment North'],
    [{ target: -1 }, 'target is -1'],
  ])('%j is refused: %s', (values, sentence) => {
    expect(() => modelOf(values)).toThrow(sentence)
  })
})

describe('versions', () => {
  const plan = paramRows({ target: 100, win_rate: 0.25 }, 'plan')

  test('saving the current one leaves the plan as it is', () => {
    const rows = saveVersion(plan, [{ segment: '', parameter: 'win_rate', value: 0.3 }], 'current')
    expect(readModel(rows, 'plan').segments[0]?.values.win_rate).toBe(0.25)
    expect(readModel(rows, 'current').segments[0]?.values.win_rate).toBe(0.3)
    expect(readModel(rows, 'current').values.target).toBe(100)
    const again = saveVersion(rows, [{ segment: '', parameter: 'win_rate', value: 0.35 }], 'current')
    expect(again.length).toBe(rows.length)
    expect(readModel(again).segments[0]?.values.win_rate).toBe(0.35)
  })

  test('what is locked is not written over', () => {
    const locked = plan.map((row) => ({ ...row, locked: true }))
    expect(saveVersion(locked, [{ segment: '', parameter: 'win_rate', value: 0.3 }], 'current')).toEqual(locked)
  })

  test('a value that is in no version is new, and marked as a judgement', () => {
    const rows = saveVersion(plan, [{ segment: 'North', parameter: 'shrink', value: 0.9 }], 'current')
    expect(rows.at(-1)).toMatchObject({ segment: 'North', source: 'judgement', version: 'current', n: null })
  })

  test('of several rows of one parameter the version that is asked for counts, then that of none', () => {
    const rows = [...paramRows({ target: 1 }), ...paramRows({ target: 2 }, 'plan')]
    expect(rowsOfVersion(rows, 'current').map(({ value }) => value)).toEqual([1])
    expect(rowsOfVersion(rows, 'plan').map(({ value }) => value)).toEqual([2])
  })
})
