import type { Family } from '#core/metrics/define'
import { exportName, fileName, metricsFolder } from './metric-files.ts'
import type { Output } from './output.ts'

/** What a new metric is called: `STALE_DEALS`, its family and its title. */
export interface NewMetric {
  readonly name: string
  readonly family: Family
  readonly title: string
}

const definition = ({ name, family, title }: NewMetric): string => `import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from } from './params.ts'

export const ${exportName(name)} = defineMetric({
  name: '${name}',
  title: '${title}',
  family: '${family}',
  about: 'How many deals are open.',
  variant: 'number of open deals, whatever their amount and close date',
  params: {
    deals: from(deals, ['status']),
    asOf: common.asOf,
    by: common.by,
  },
  columns: {
    count: { label: 'Deals', kind: 'count' },
  },
  scalar: 'count',
  rank: 'count',
  sources: ['A-20'],
  compute({ deals, by }) {
    const groups = by ?? oneGroup(deals.rows)
    const counts = new GroupCounts(groups.size)
    for (let row = 0; row < deals.rows; row++) if (deals.status.isOpen(row)) counts.add(groups.of[row] ?? 0)
    return groups.keys.map((key, group) => ({ group: key, count: counts.at(group) }))
  },
})
`

const examples = `import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

export const examples: readonly Example[] = [
  {
    about: 'All open deals.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [['Deals'], [5]],
    figures: 'golden fixture of ten deals: open 5',
  },
]
`

const test = ({ name }: NewMetric): string => `import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { ${exportName(name)} } from '#core/metrics/${fileName(name)}'
import { runMetric } from '#core/metrics/run'

const data = { tables: { deals: { name: 'Deals', grid: tenDeals } }, today: 45382 }

describe('${name}', () => {
  test('counts the deals of its scope only', () => {
    const answer = runMetric(${exportName(name)}, data, { scope: 'Anna' })
    expect(answer).toMatchObject({ ok: true, rows: [{ count: 2 }] })
  })
})
`

/** The files of a new metric. They work as they stand, and count the open deals until someone changes them. */
export const newMetric = (metric: NewMetric): readonly Output[] => [
  { file: `${metricsFolder}/${fileName(metric.name)}.ts`, text: definition(metric) },
  { file: `${metricsFolder}/${fileName(metric.name)}.examples.ts`, text: examples },
  { file: `test/core/metrics/${fileName(metric.name)}.test.ts`, text: test(metric) },
]
