import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { dayOf, isoDay } from '#core/cells/day'
import type { Cell } from '#core/cells/grid'
import { tables, tableNames } from '#core/dataset/tables/index'
import type { Example } from '#core/metrics/example'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { runMetric, type Answer } from '#core/metrics/run'
import { isNoAnswer, type ResultKind, type Value } from '#core/metrics/value'
import { csvOf, newFolder, put, spm } from '../local/cli/in-process.ts'

const today = dayOf(2024, 3, 31)
const folder = newFolder()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What a door gives: a table, or the sentence that says why there is none. */
type Given = readonly (readonly Cell[])[] | { readonly error: string }

/** A way to ask a metric. */
type Door = (metric: Metric, example: Example) => Promise<Given>

const plain = (value: Value, kind: ResultKind): Cell => {
  if (isNoAnswer(value)) return null
  return kind === 'date' && typeof value === 'number' ? isoDay(value) : value
}

const tableOf = (answer: Answer): Given =>
  answer.ok
    ? [
        answer.columns.map(({ label }) => label),
        ...answer.rows.map((row) => answer.columns.map(({ key, kind }) => plain(row[key] ?? null, kind))),
      ]
    : { error: answer.reason }

const core: Door = (metric, { given, args, settings = {} }) => {
  const sources = tableNames.flatMap((name) => {
    const grid = given[name]
    return grid === undefined ? [] : [[name, { name: tables[name].title, grid }] as const]
  })
  return Promise.resolve(tableOf(runMetric(metric, { tables: Object.fromEntries(sources), settings, today }, args)))
}

const argumentText = (value: unknown): string => {
  if (Array.isArray(value)) return value.flat().map(argumentText).join('/')
  return typeof value === 'number' && value > 40_000 && Number.isInteger(value) ? isoDay(value) : String(value)
}

/** Days are given to the command line as text; other numbers as they are. */
const optionText = (metric: Metric, name: string, value: unknown): string => {
  const param = Object.entries(metric.params).find(([key]) => key.toLowerCase() === name.replaceAll('_', ''))?.[1]
  const isDay = param?.type === 'day' || param?.type === 'asOf' || param?.type === 'period'
  return isDay ? argumentText(value) : String(value)
}

const answerShape = z.object({
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
})

let folders = 0

const commandLine: Door = async (metric, { given, args, settings = {} }) => {
  const place = String(folders++)
  const files = tableNames.flatMap((name) => {
    const grid = given[name]
    return grid === undefined ? [] : [`${name}=${put(folder, `${place}/${name}.csv`, csvOf(grid))}`]
  })
  const options = Object.entries(args).map(([name, value]) => `--${name}=${optionText(metric, name, value)}`)
  const set = Object.entries(settings).map(([key, value]) => `--set=${key}=${String(value)}`)
  const { code, out, err } = await spm('metric', metric.name, ...files, ...options, ...set, '--json', '--quiet')
  if (code !== 0) return { error: err }
  const { columns, rows } = answerShape.parse(JSON.parse(out))
  return [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ key }) => row[key] ?? null))]
}

/** Texts and flags alike, blanks and empty texts alike, numbers to nine digits. */
const same = (given: Cell | undefined, expected: Cell): boolean => {
  if (typeof given === 'number' && typeof expected === 'number')
    return Math.abs(given - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
  return (given ?? '') === (expected ?? '')
}

const expectSame = (given: Given, expected: Example['result']): void => {
  if ('error' in expected) {
    expect(given).toEqual({ error: expect.stringContaining(expected.error) })
    return
  }
  if ('error' in given) throw new Error(given.error)
  const shown = given.map((row, r) =>
    row.map((cell, c) => {
      const wanted = expected[r]?.[c] ?? null
      return same(cell, wanted) ? wanted : cell
    }),
  )
  expect(shown).toEqual(expected)
}

describe.each([
  ['core', core],
  ['the command line', commandLine],
])('through %s', (_name, door) => {
  describe.each(metrics.map((metric) => [metric.name, metric] as const))('%s', (name, metric) => {
    test.each(examples[name] ?? [])('$about', async (example) => {
      expectSame(await door(metric, example), example.result)
    })
  })
})
