import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { metricNamed, metrics } from '#core/metrics/index'
import { answer } from '#core/metrics/run'
import { besides, differences, sideBySide, type Sides } from './duckdb/compare.ts'
import { openBoth, query, release, type Both } from './duckdb/database.ts'
import { beyondSql, columnsElsewhere } from './duckdb/elsewhere.ts'
import { mavenViews } from './duckdb/maven-views.ts'
import type { DataSet, Question } from './duckdb/question.ts'
import { sampleViews } from './duckdb/sample-views.ts'
import { maven, questions, sample } from './duckdb/sets.ts'
import { root } from '../structure/repository.ts'

/** With SPM_SHOW=1 both answers to every question are printed side by side. */
const isShown = process.env['SPM_SHOW'] === '1'

const asked = { questions: 0, rows: 0 }
const columnsSeen = new Map<string, Set<string>>()

const bothAnswers = async ({ data, connection }: Both, name: string, question: Question): Promise<Sides> => {
  const metric = metricNamed(name)
  if (metric === null) throw new Error(`There is no metric ${name}.`)
  const found = answer(metric, data, question.args)
  if (!found.ok) throw new Error(`${name} ${JSON.stringify(question.args)}: ${found.reason}`)
  const sides = besides(found, await query(connection, question.sql), question.inOrder === true)
  if (isShown) console.log(`${name} ${JSON.stringify(question.args)}\n${sideBySide(sides)}`)
  return sides
}

const compareSet = (title: string, set: DataSet, open: () => Promise<Both>): void => {
  describe(title, () => {
    let both: Both

    beforeAll(async () => {
      both = await open()
    }, 60_000)

    afterAll(() => {
      release(both)
    })

    const named = Object.entries(questions).map(([name, ask]) => [name, ask(set)] as const)
    const inSql = named.filter(([, list]) => list.length > 0)
    test.each(inSql.map(([name, list]) => [name, list.length, list] as const))(
      '%s gives the figures of DuckDB (%i asked)',
      async (name, _count, list) => {
        const seen = columnsSeen.get(name) ?? new Set()
        columnsSeen.set(name, seen)
        let rows = 0
        for (const question of list) {
          const sides = await bothAnswers(both, name, question)
          expect({ ...question.args, differ: differences(sides) }).toEqual({ ...question.args, differ: [] })
          for (const column of Object.keys(sides.sql[0] ?? {})) seen.add(column)
          rows += sides.sql.length
        }
        expect(rows).toBeGreaterThan(0)
        asked.questions += list.length
        asked.rows += rows
      },
      60_000,
    )
  })
}

compareSet('the sample workbook', sample, () =>
  openBoth(['samples/sample.xlsx'], sampleViews(sample.asOf), dayOf(2026, 11, 2)),
)

const folder = join(process.env['SPM_SHARED'] ?? join(root, '../shared'), 'data/maven_crm')
if (existsSync(folder))
  compareSet('8,800 deals of maven_crm', maven, () =>
    openBoth(
      ['sales_pipeline.csv', 'sales_teams.csv'].map((name) => join(folder, name)),
      mavenViews(maven.asOf),
      dayOf(2017, 12, 31),
    ),
  )
else test.skip('maven_crm is not on this machine: set SPM_SHARED to the folder of the shared data', () => undefined)

describe('nothing is left out', () => {
  test('every metric is asked in SQL, or stands with the reason why it is not', () => {
    const listed = [...Object.keys(questions), ...Object.keys(beyondSql)]
    expect(listed.sort()).toEqual(metrics.map(({ name }) => name).sort())
  })

  test('every column is asked in SQL, or stands with the reason why it is not', () => {
    const left = metrics.flatMap(({ name, columns }) => {
      if (Object.hasOwn(beyondSql, name)) return []
      const keys = columns.map(({ key }) => key).filter((key) => columnsSeen.get(name)?.has(key) !== true)
      return keys.length === 0 ? [] : [[name, keys.sort()] as const]
    })
    const known = Object.entries(columnsElsewhere).map(([name, keys]) => [name, Object.keys(keys).sort()] as const)
    expect(Object.fromEntries(left)).toEqual(Object.fromEntries(known))
  })

  test('more than 600 questions are asked of the sample and of maven_crm', () => {
    console.log(`DuckDB: ${asked.questions} questions, ${asked.rows} rows, every figure equal to 1e-9`)
    expect(asked.questions).toBeGreaterThan(existsSync(folder) ? 600 : 380)
  })

  test('a figure that is off by a millionth is a difference', () => {
    const [ours, sql] = [[{ owner: 'Anna', value: 1_000_001 }], [{ owner: 'Anna', value: 1_000_000 }]]
    expect(differences({ ours, sql })).toEqual(['ours Anna | 1000001 — SQL Anna | 1000000'])
  })
})
