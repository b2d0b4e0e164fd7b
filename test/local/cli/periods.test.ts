import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()
const deals = put(folder, 'orders.csv', csvOf(tenDeals))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const valueOf = async (metric: string, ...argv: readonly string[]): Promise<unknown> => {
  const { code, out, err } = await spm('metric', metric, deals, ...argv, '--json', '--quiet')
  if (code !== 0) throw new Error(err)
  return z.object({ rows: z.array(z.object({ value: z.number() })) }).parse(JSON.parse(out)).rows[0]?.value
}

// Won are 50,000 on 15 January (a Monday), 30,000 on 20 February and 70,000 on 5 March; today is 31 March 2024.
describe('spm metric --period (P1)', () => {
  test.each([
    ['2024', 150_000],
    ['2023', 0],
    ['FY2024', 150_000],
    ['2024-Q1', 150_000],
    ['FY24-Q1', 150_000],
    ['2024-02', 30_000],
    ['FY2024-P02', 30_000],
    ['2024-W03', 50_000],
    ['YTD', 150_000],
    ['QTD', 150_000],
    ['MTD', 70_000],
    ['L90D', 150_000],
    ['L30D', 70_000],
    ['L26D', 0],
    ['2024-02-20/2024-03-05', 100_000],
    ['2024-02-20', 30_000],
  ])('%s: %d were won', async (period, won) => {
    expect(await valueOf('WON', '--period', period)).toBe(won)
  })

  test('N30D are the as-of day and the 30 after it: 60,000 and 80,000 are due', async () => {
    expect(await valueOf('PIPELINE', '--period', 'N30D')).toBe(140_000)
    expect(await valueOf('PIPELINE', '--period', 'N29D')).toBe(60_000)
  })

  test.each([
    [['fiscal_start_month=2'], 'FY2024', 50_000],
    [['fiscal_start_month=2', 'fiscal_name=start'], 'FY2024', 100_000],
    [['fiscal_start_month=3'], 'YTD', 70_000],
    // The 4-4-5 year 2024 begins on 1 January; its second period lasts from 29 January to 25 February.
    [['calendar=445'], 'FY2024-P02', 30_000],
    [['calendar=445'], '2024-02', 30_000],
    [['calendar=445'], 'FY2024-W03', 50_000],
    // 5-4-4: the first period ends on 4 February, the second on 3 March, and the third holds 5 March.
    [['calendar=544'], 'MTD', 70_000],
    [['calendar=544', 'as_of=2024-03-03'], 'MTD', 30_000],
  ])('with %j, %s: %d', async (settings, period, won) => {
    expect(await valueOf('WON', ...settings.flatMap((each) => ['--set', each]), '--period', period)).toBe(won)
  })
})
