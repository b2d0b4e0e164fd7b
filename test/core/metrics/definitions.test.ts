import { describe, expect, test } from '@jest/globals'
import type { Metric, MetricChart } from '#core/metrics/define'
import { metrics } from '#core/metrics/index'

const keysOf = ({ columns }: Metric): readonly string[] => columns.map(({ key }) => key)
const every = metrics.map((metric) => [metric.name, metric] as const)
const charted = metrics.flatMap(({ name, chart, ...metric }) =>
  chart === null ? [] : [[name, chart, keysOf({ ...metric, name, chart })] as const],
)
const ranked = metrics.flatMap((metric) => (metric.rank === null ? [] : [[metric.name, metric.rank, metric] as const]))

const kinds: readonly MetricChart['kind'][] = ['column', 'bar', 'line', 'stackedColumn']

describe('what a metric declares holds together', () => {
  test.each(every)('%s has columns, each once, and names its sources', (_name, metric) => {
    const keys = keysOf(metric)
    expect(keys.length).toBeGreaterThan(0)
    expect(new Set(keys).size).toBe(keys.length)
    expect(metric.sources.filter((source) => !/^[A-Z]{1,3}-?\d+$/.test(source))).toEqual([])
    expect(metric.sources.length).toBeGreaterThan(0)
  })

  test.each(charted)('%s draws a chart of columns that it has', (_name, { kind, category, series }, keys) => {
    expect(kinds).toContain(kind)
    expect(['by', ...keys]).toContain(category)
    expect(series.length).toBeGreaterThan(0)
    expect(series.filter((each) => !keys.includes(each))).toEqual([])
  })

  test.each(ranked)('%s ranks its groups by %s, which is a number', (_name, rank, { columns }) => {
    const column = columns.find(({ key }) => key === rank)
    expect(['count', 'money', 'percent', 'points', 'days', 'decimal', 'ratio']).toContain(column?.kind)
  })

  test('most metrics have a chart, and those that can be split say by what their groups are ranked', () => {
    expect(charted.length).toBeGreaterThan(metrics.length / 2)
    expect(ranked.length).toBeGreaterThan(0)
  })
})
