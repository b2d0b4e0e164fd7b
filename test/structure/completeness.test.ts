import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { headerKey } from '#core/dataset/header'
import { sourceNames, type SourceName, type TableSchema } from '#core/dataset/schema'
import { tableNames, tables } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import { examples } from '#core/metrics/examples/index'
import { metricNamed, metrics } from '#core/metrics/index'
import type { Param } from '#core/metrics/params'
import { snakeCase } from '#core/metrics/read-args'
import { files, readText, root } from './repository.ts'

const fileName = ({ name }: Metric): string => name.toLowerCase().replaceAll('_', '-')
const testOf = (metric: Metric): string => `test/core/metrics/${fileName(metric)}.test.ts`

/** Table, period, as-of, by, then what is the metric's own. */
const rankOf = (name: string, { type }: Param): number => {
  if (type === 'table') return 0
  if (type === 'period' && name === 'period') return 1
  if (type === 'asOf') return 2
  return type === 'by' ? 3 : 4
}

const namesOf = (metric: Metric): readonly string[] =>
  Object.entries(metric.params).flatMap(([name, { type }]) => (type === 'table' ? [] : [snakeCase(name)]))

const textOf = (file: string): string => (files.includes(file) ? readText(file) : '')

/** Whether an example, or a test of the metric's own, gives the argument. */
const isUsed = (metric: Metric, name: string): boolean =>
  (examples[metric.name] ?? []).some(({ args }) => name in args) ||
  new RegExp(`\\b${name}\\b['"]?\\s*:`).test(textOf(testOf(metric)))

/** `header → fields` of one source and table where a header means more than one. */
const ambiguous = (schema: TableSchema, source: SourceName): readonly string[] => {
  const meanings = new Map<string, Set<string>>()
  const add = (header: string, field: string): void => {
    meanings.set(headerKey(header), (meanings.get(headerKey(header)) ?? new Set()).add(field))
  }
  for (const [field, { kind, level }] of Object.entries(schema.fields))
    if (source === 'generic' && level !== 'derived' && kind !== 'status') add(field, field)
  for (const [field, headers] of Object.entries(schema.synonyms[source] ?? {}))
    for (const header of headers ?? []) add(header, field)
  return [...meanings].flatMap(([header, fields]) => (fields.size > 1 ? [`${header} → ${[...fields].join(', ')}`] : []))
}

const schemas = tableNames.map((name): TableSchema => tables[name])
const every = metrics.map((metric) => [metric.name, metric] as const)

describe('every metric', () => {
  test('is in the list, once and by name', () => {
    const defined = files.flatMap((file) =>
      /^core\/metrics\/[\w-]+\.ts$/.test(file)
        ? [...readText(file).matchAll(/= defineMetric\(\{\s*name: '(\w+)'/g)].flatMap((match) => match[1] ?? [])
        : [],
    )
    expect(metrics.map(({ name }) => name)).toEqual(defined.sort())
    expect(metrics.map(({ name }) => metricNamed(name))).toEqual(metrics)
  })

  test.each(every)('%s has at least one example', (name) => {
    expect(examples[name]?.length ?? 0).toBeGreaterThan(0)
  })

  test.each(every)('%s stands in a file of its own name, with a test and a page of the reference', (name, metric) => {
    const wanted = [`core/metrics/${fileName(metric)}.ts`, testOf(metric), `docs/reference/${name}.md`]
    expect(wanted.filter((file) => !files.includes(file))).toEqual([])
  })

  test.each(every)('%s shows each of its arguments in an example or a test', (_name, metric) => {
    expect(namesOf(metric).filter((name) => !isUsed(metric, name))).toEqual([])
  })

  test.each(every)('%s has its arguments in order: tables, period, as_of, by, its own', (_name, metric) => {
    const ranks = Object.entries(metric.params).map(([name, param]) => rankOf(name, param))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })

  test.each(every)('%s says in each example where the figures come from', (name) => {
    expect((examples[name] ?? []).filter(({ figures, about }) => figures.trim() === '' || about.trim() === '')).toEqual(
      [],
    )
  })
})

describe('every table', () => {
  test.each(schemas.flatMap((schema) => sourceNames.map((source) => [schema.name, source, schema] as const)))(
    '%s: no header of %s means two fields',
    (_name, source, schema) => {
      expect(ambiguous(schema, source)).toEqual([])
    },
  )

  test('the test for two meanings finds them', () => {
    const schema: TableSchema = {
      ...tables.stages,
      synonyms: { generic: { type: ['Order'], alias: ['Old name', 'old-name'] }, odoo: { type: ['A'], alias: ['a'] } },
    }
    expect(ambiguous(schema, 'generic')).toEqual(['order → order, type'])
    expect(ambiguous(schema, 'odoo')).toEqual(['a → type, alias'])
  })
})

describe('generated files', () => {
  test('are up to date', () => {
    const check = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: root, encoding: 'utf8' })
    expect({ said: check.stderr, status: check.status }).toEqual({ said: '', status: 0 })
  })
})
