import { describe, expect, test } from '@jest/globals'
import { sparkText } from '#core/report/spark-text'

describe('a course in characters', () => {
  test('goes from nothing to the most', () => {
    expect(sparkText([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█')
  })

  test('stands on 0, so that a small change of a large figure looks small', () => {
    expect(sparkText([98, 100])).toBe('██')
  })

  test('stands on the least where that is negative', () => {
    expect(sparkText([-7, 0, -3.5])).toBe('▁█▅')
  })

  test('has a gap where there is no figure', () => {
    expect(sparkText([7, null, 0])).toBe('█ ▁')
    expect(sparkText([null, null])).toBe('  ')
  })

  test('lies at the bottom where everything is 0, and is nothing of nothing', () => {
    expect(sparkText([0, 0, 0])).toBe('▁▁▁')
    expect(sparkText([])).toBe('')
  })
})
