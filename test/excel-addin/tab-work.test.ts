import { describe, expect, test } from '@jest/globals'
import { planTabs } from '#excel-addin/report/tab-work.ts'
import { everyInstruction, front, sparklineKinds, trendTop } from '../local/files/every-instruction.ts'

describe('the plan of a tab', () => {
  test('has courses as characters, since no function of the add-in draws sparklines (excel-sparkline-text)', () => {
    const [first, second] = planTabs(everyInstruction)
    expect(first?.tab.tab).toBe(front)
    expect(sparklineKinds.map((_, i) => first?.contents[trendTop + i]?.[6])).toEqual(['▄▅ █', '█▅▅▂'])
    expect([first?.hasSparklines, second?.hasSparklines]).toEqual([true, false])
  })
})
