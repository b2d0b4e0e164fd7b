import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { isoDay } from '#core/cells/day'
import { tableNames } from '#core/dataset/tables/index'
import type { Example } from '#core/metrics/example'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { firstDifference, runExample, type Given } from '#scripts/verify/check-example'
import { csvOf, newFolder, put, spm } from '../local/cli/in-process.ts'

const folder = newFolder()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A way to ask a metric. */
type Door = (metric: Metric, example: Example) => Promise<Given>

const core: Door = (metric, example) => Promise.resolve(runExample(metric, example))

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

describe.each([
  ['core', core],
  ['the command line', commandLine],
])('through %s', (_name, door) => {
  describe.each(metrics.map((metric) => [metric.name, metric] as const))('%s', (name, metric) => {
    test.each(examples[name] ?? [])('$about', async (example) => {
      expect(firstDifference(await door(metric, example), example.result)).toBeNull()
    })
  })
})
