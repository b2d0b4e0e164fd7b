import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { hundredMillion, paramGrid, sellingCost } from '#core/metrics/examples/whitepaper'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()
const file = (name: string, values: Readonly<Record<string, number>>): string =>
  put(folder, name, csvOf(paramGrid(values)))

const whole = file('params.csv', { ...hundredMillion, ...sellingCost })
const margin = file('margin.csv', { ...hundredMillion, list_margin: 0.6, margin_target: 0.5 })
const tight = file('tight.csv', { ...hundredMillion, capacity: 30 })

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly breakdown: { readonly rows: readonly Readonly<Record<string, unknown>>[] }
  readonly solution: { readonly rows: readonly Readonly<Record<string, unknown>>[] } | null
}

const json = async (...argv: readonly string[]): Promise<Answer> => {
  const { code, out, err } = await spm('target', ...argv, '--json', '--quiet')
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as Answer
}

describe('spm target answers the three questions of the whitepaper', () => {
  test('how many deals a month 100m take: 166.7', async () => {
    const { breakdown, solution } = await json(whole)
    expect(breakdown.rows.find(({ kpi }) => kpi === 'Deals to win')).toMatchObject({
      period: 2_000,
      month: expect.closeTo(166.667, 3),
    })
    expect(solution).toBeNull()
  })

  test('which discount is the highest for a margin of 50%: 20%', async () => {
    const { solution } = await json(margin, '--solve', 'discount')
    expect(solution?.rows[0]).toMatchObject({ value: expect.closeTo(0.2, 9), binding: 'margin' })
  })

  test('which share has to be virtual for a selling cost of 10%: 60.5%', async () => {
    const { code, out } = await spm('target', whole, '--solve', 'virtual_share', '--quiet')
    expect(code).toBe(0)
    expect(out).toContain('virtual_share = 0.605263. What binds is selling cost.')
  })
})

describe('spm target', () => {
  test('says what is in the way and what would help, the strongest first', async () => {
    const { out } = await spm('target', tight, '--solve', 'win_rate', '--upper', '0.3', '--quiet')
    expect(out).toContain(
      'There is no win_rate that does; the nearest is 0.3. No win_rate within its bounds meets the capacity constraint',
    )
    expect(out).toContain('What would help, the strongest first: higher meetings a seller can hold, higher average won')
  })

  test('solves for a goal', async () => {
    const { solution } = await json(whole, '--solve', 'avg_deal', '--output', 'deals', '--goal', '1000', '--lower', '1')
    expect(solution?.rows[0]).toMatchObject({ unknown: 'avg_deal', value: expect.closeTo(100_000, 6) })
  })

  test('writes what was solved as a version, and reads it again', async () => {
    const path = join(folder, 'saved.xlsx')
    const { code } = await spm('target', whole, '--solve', 'virtual_share', '--save-solution', '--out', path, '--quiet')
    expect(code).toBe(0)
    const { breakdown } = await json(path)
    expect(breakdown.rows.find(({ kpi }) => kpi === 'Selling cost ratio')).toMatchObject({
      period: expect.closeTo(0.1, 9),
      verdict: 'holds',
    })
  })

  test('takes the plan instead of what counts now', async () => {
    const both = put(
      folder,
      'both.csv',
      'Parameter,Value,Version\ntarget,100,plan\ntarget,200,current\navg_deal,10,\nwin_rate,0.5,\n',
    )
    const deals = ({ breakdown }: Answer): unknown =>
      breakdown.rows.find(({ kpi }) => kpi === 'Deals to win')?.['period']
    expect(deals(await json(both))).toBe(20)
    expect(deals(await json(both, '--params-version', 'plan'))).toBe(10)
  })

  test.each([
    [['--goal', '5'], '--goal belongs to --solve: say which parameter is to be solved for.'],
    [['--solve', 'luck'], 'which is no parameter'],
    [['--weights', 'luck'], '--weights is "luck"; it can be even or history or pipeline.'],
    [
      ['--solve', 'virtual_share', '--save-solution'],
      '--save-solution writes the value into the workbook that --out names',
    ],
    [['--out', 'targets.csv'], 'Target tabs are a workbook: let --out targets.csv end in .xlsx.'],
  ])('refuses %j', async (options, reason) => {
    const { code, err } = await spm('target', whole, ...options)
    expect(code).not.toBe(0)
    expect(err).toContain(reason)
    expect(existsSync('targets.csv')).toBe(false)
  })

  test('does not save what was not found', async () => {
    const path = join(folder, 'none.xlsx')
    const { err } = await spm(
      'target',
      tight,
      '--solve',
      'win_rate',
      '--upper',
      '0.3',
      '--save-solution',
      '--out',
      path,
    )
    expect(err).toContain('Nothing was solved, so there is no value to save.')
    expect(existsSync(path)).toBe(false)
  })
})
