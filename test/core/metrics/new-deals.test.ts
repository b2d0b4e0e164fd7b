import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { newDeals } from '#core/metrics/new-deals'
import { runMetric } from '#core/metrics/run'

const run = (grid: Grid, args: Record<string, unknown>) =>
  runMetric(newDeals, { tables: { deals: { name: 'Deals', grid } }, today: 45382 }, args)

describe('NEW_DEALS', () => {
  test('lists what was created in the period, whatever became of it', () => {
    const answer = run(tenDeals, { period: '2023-Q4' })
    expect(answer.ok && answer.rows.map(({ id }) => id)).toEqual(['D7', 'D1', 'D3', 'D2'])
  })

  test('a creation after the as-of day is listed and said', () => {
    const answer = run(tenDeals, { as_of: '2024-02-29' })
    expect(answer).toMatchObject({ notes: ['Deals that say they were created after the as-of day: 1.'] })
    expect(answer.ok && answer.rows).toHaveLength(10)
  })

  test('a deal without a creation date is left out and said, also where no period is given', () => {
    const [header = [], ...rows] = tenDeals
    const column = header.indexOf('Created')
    const undated = rows.map((row, i) => (i === 4 ? row.with(column, null) : row))
    const answer = run([header, ...undated], {})
    expect(answer).toMatchObject({
      notes: expect.arrayContaining(['Deals without a creation date, which are left out: 1.']),
    })
    expect(answer.ok && answer.rows.map(({ id }) => id)).not.toContain('D5')
    expect(answer.ok && answer.rows).toHaveLength(9)
  })

  test('a period without new deals is an empty list', () => {
    expect(run(tenDeals, { period: '2020' })).toMatchObject({ ok: true, rows: [] })
  })
})
