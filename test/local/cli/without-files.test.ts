import { describe, expect, test } from '@jest/globals'
import { spm } from './in-process.ts'

describe('a metric that reads no table', () => {
  test('answers without any file', async () => {
    const { code, out } = await spm(
      'metric',
      'FISCAL',
      '--date',
      '2024-05-15',
      '--set',
      'fiscal_start_month=7',
      '--json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ rows: [{ label: 'FY2024-Q4', start: '2024-04-01', end: '2024-06-30' }] })
  })

  test('takes the as-of day', async () => {
    const { code, out } = await spm('metric', 'PERIODS', '--as-of', '2023-05-05', '--grain', 'year', '--csv')
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('2023,2023-01-01,2023-12-31') })
  })

  test('every other metric still needs a file', async () => {
    expect(await spm('metric', 'PIPELINE')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Name at least one file, such as deals.csv or model.xlsx.'),
    })
  })
})
