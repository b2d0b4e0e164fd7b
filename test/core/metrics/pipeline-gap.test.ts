import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { pipelineGap } from '#core/metrics/pipeline-gap'
import { ask, cells, reasons, table } from './ask.ts'

const ten = { deals: tenDeals, targets: tenDealTargets }
const next = { period: '2024-Q2' }

describe('PIPELINE_GAP', () => {
  test('where deals take longer than the days left nothing can be created in time, and the reason says so (M4)', () => {
    const answer = ask(pipelineGap, ten, { period: '2024-Q2', as_of: '2024-06-01' })
    expect(cells(answer, 'gap', 'rate', 'create')).toEqual([[80_000, null, null]])
    expect(reasons(answer)).toContain(
      'Cannot be created in time: deals take longer than the days that are left. Win more of what is open, or larger.',
    )
  })

  test('a target that is covered asks for nothing', () => {
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-Q2', 70_000])
    expect(cells(ask(pipelineGap, { deals: tenDeals, targets }, next), 'gap', 'create')).toEqual([[0, 0]])
  })

  test('without creation dates nothing tells how long deals take', () => {
    const created = tenDeals[0]?.indexOf('Created')
    const deals = tenDeals.map((row) => row.filter((_, i) => i !== created))
    expect(reasons(ask(pipelineGap, { ...ten, deals }, next))).toContain(
      'No deal closed in that time has a creation date, so nothing tells how long deals take. Give win_rate.',
    )
  })

  test('refuses a percentage', () => {
    expect(cells(ask(pipelineGap, ten, { ...next, win_rate: 25 }))).toBe(
      'argument: win_rate is 25; write it as a share of 1, such as 0.5 for 50%.',
    )
  })
})
