import { describe, expect, test } from '@jest/globals'
import { targetVariance } from '#core/metrics/target-variance'
import { twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from '#core/metrics/examples/two-teams'
import { ask, cells, table } from './ask.ts'

const given = { deals: twoTeamsDeals, people: twoTeamsPeople, targets: twoTeamsTargets }

describe('TARGET_VARIANCE', () => {
  test('a line with a target and no sales keeps all of it as its variance', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'Zoe', '2024-Q2', 500],
      ['sales', 'Ole', '2024-Q2', 100],
    )
    expect(
      cells(ask(targetVariance, { ...given, targets }, { period: '2024-Q2' }), 'owner', 'variance'),
    ).toContainEqual(['Zoe', -500])
  })

  test('a parent has the targets of its people, and that of their manager is not added', () => {
    const asked = { period: '2024-Q2', by: 'team' }
    expect(cells(ask(targetVariance, given, asked), 'team', 'target', 'actual')).toContainEqual([
      'North',
      70_950,
      30_000,
    ])
  })

  test('sales of somebody without a target have no variance', () => {
    const targets = table('Metric, Owner, Period, Value', ['sales', 'Ole', '2024-Q2', 100])
    expect(
      cells(ask(targetVariance, { ...given, targets }, { period: '2024-Q2' }), 'owner', 'variance'),
    ).toContainEqual(['Rui', null])
  })
})
