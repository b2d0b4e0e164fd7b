import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { reconcile } from '#core/targets/reconcile'
import { root } from '../../structure/repository.ts'
import { newFolder, put, spm } from './in-process.ts'

const data = join(process.env['SPM_SHARED'] ?? join(root, '../shared'), 'data/aw_reseller')
const folder = newFolder()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

type Row = Readonly<Record<string, string>>
type Line = Readonly<Record<string, unknown>>

/** A file of the set, read by nothing of ours. */
const read = (name: string): readonly Row[] => {
  const [header = '', ...lines] = readFileSync(join(data, name), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const names = header.split('|')
  return lines.map((line) => Object.fromEntries(line.split('|').map((cell, i) => [names[i] ?? '', cell])))
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Each person leads those whose territories lie within theirs, the nearest such person being the manager. */
const withManagers = (people: readonly Row[], regions: readonly Row[]): readonly Row[] => {
  const of = (key = ''): readonly string[] =>
    regions.flatMap((row) => (row['EmployeeKey'] === key ? [row['SalesTerritoryKey'] ?? ''] : []))
  const leads = people.filter(({ Title = '' }) => /Manager|Director/.test(Title))
  return people.map((person) => {
    const own = of(person['EmployeeKey'])
    const above = leads
      .filter((each) => each !== person && own.every((region) => of(each['EmployeeKey']).includes(region)))
      .sort((a, b) => of(a['EmployeeKey']).length - of(b['EmployeeKey']).length)
    return { ...person, Manager: above[0]?.['Salesperson'] ?? '' }
  })
}

const describeWhere = existsSync(data) ? describe : describe.skip
if (!existsSync(data))
  console.warn('aw_reseller is not on this machine: set SPM_SHARED to the folder of the shared data')

describeWhere('targets of aw_reseller, read from its files', () => {
  const people = existsSync(data) ? withManagers(read('Salesperson.csv'), read('SalespersonRegion.csv')) : []
  const targets = existsSync(data) ? read('Targets.csv') : []
  const columns = ['EmployeeKey', 'EmployeeID', 'Salesperson', 'UPN', 'Manager']
  const peopleFile = put(
    folder,
    'people.csv',
    [columns, ...people.map((row) => columns.map((name) => row[name] ?? ''))].map((row) => row.join('|')).join('\n'),
  )
  const files = [`deals=${join(data, 'Sales.csv')}`, `people=${peopleFile}`, `targets=${join(data, 'Targets.csv')}`]
  const config = ['--config', join(root, 'samples/adventure-works/spm.json'), '--as-of', '2020-05-31']

  const ask = async (metric: string, ...options: readonly string[]): Promise<readonly Line[]> => {
    const { code, out, err } = await spm('metric', metric, ...files, ...config, ...options, '--json', '--quiet')
    if (code !== 0) throw new Error(err)
    return (JSON.parse(out) as { readonly rows: readonly Line[] }).rows
  }
  const work = async (metric: string, ...options: readonly string[]): Promise<readonly Line[]> => {
    const { code, out, err } = await spm('metric', metric, ...options, '--json', '--quiet')
    if (code !== 0) throw new Error(err)
    return (JSON.parse(out) as { readonly rows: readonly Line[] }).rows
  }
  const idOf = (name: string): string => people.find((row) => row['Salesperson'] === name)?.['EmployeeID'] ?? ''
  /** The targets of a person in fiscal year 2020, by month, straight from the file. */
  const monthly = (name: string): readonly number[] =>
    targets
      .filter((row) => row['EmployeeID'] === idOf(name))
      .filter(({ TargetMonth = '' }) => TargetMonth >= '2019/07/01' && TargetMonth <= '2020/06/01')
      .sort((a, b) => ((a['TargetMonth'] ?? '') < (b['TargetMonth'] ?? '') ? -1 : 1))
      .map((row) => Number(row['TargetAmount']))
  const reports = (manager: string): readonly string[] =>
    people.flatMap((row) => (row['Manager'] === manager ? [row['Salesperson'] ?? ''] : []))
  const numbers = (rows: readonly Line[], key: string): readonly number[] => rows.map((row) => Number(row[key]))

  test('attainment of fiscal year 2020 to May is what others have computed', async () => {
    const rows = await ask('ATTAINMENT', '--by', 'owner', '--period', '2019-07-01/2020-05-31')
    const known = {
      'Jillian Carson': 1.0917,
      'Michael Blythe': 0.619,
      'Linda Mitchell': 0.4555,
      'Jae Pak': 0.8423,
      'Tsvi Reiter': 0.9318,
      'Pamela Ansman-Wolfe': 0.1033,
    }
    for (const [owner, rate] of Object.entries(known))
      expect(rows.find((row) => row['owner'] === owner)?.['rate']).toBeCloseTo(rate, 4)
  })

  test('a year shared out by its own months is those months, to the unit', async () => {
    const months = await ask('TARGET_VARIANCE', '--by', 'month', '--period', 'FY2020', '--scope', 'Jillian Carson')
    const plan = numbers(months, 'target')
    expect(plan).toEqual(monthly('Jillian Carson'))
    const total = String(sum(plan))
    const phased = await work('PHASE', '--total', total, '--weights', plan.join(','), '--step', '1', '--year', '2020')
    expect(numbers(phased, 'target')).toEqual(plan)
  })

  test('what is left of the year for June is the target less what was won, beside the run rate', async () => {
    const name = 'Tsvi Reiter'
    const plan = monthly(name)
    const months = await ask('TARGET_VARIANCE', '--by', 'month', '--period', 'FY2020', '--scope', name)
    const actuals = numbers(months, 'actual').slice(0, 11)
    const args = ['--total', String(sum(plan)), '--actuals', actuals.join(','), '--weights', plan.join(',')]
    const june = (await work('REPHASE', ...args)).filter(({ kind }) => kind === 'Target')
    const left = sum(plan) - sum(actuals)
    expect(numbers(june, 'target')).toEqual([expect.closeTo(left, 2)])
    const [rate] = await ask('RUN_RATE', '--period', 'FY2020', '--scope', name)
    expect(rate).toMatchObject({ months: 1, remaining: expect.closeTo(left, 2), needed: expect.closeTo(left, 2) })
  })

  test('by level: the whole is the sum of those who lead nobody, and no manager’s target is added to it', async () => {
    expect(sum(targets.map((row) => Number(row['TargetAmount'])))).toBe(676_210_000)
    const sellers = people.flatMap(({ Salesperson = '' }) => (reports(Salesperson).length === 0 ? [Salesperson] : []))
    const [whole] = await ask('ATTAINMENT', '--period', '2019-07-01/2020-05-31')
    expect(whole?.['target']).toBeCloseTo(sum(sellers.map((name) => sum(monthly(name).slice(0, 11)))), 6)
  })

  test('by level: each manager beside the people, over-assigned or under', async () => {
    const byOwner = await ask('TARGET_VARIANCE', '--period', 'FY2020')
    for (const manager of ['Stephen Jiang', 'Amy Alberts']) {
      const [own] = await ask('RUN_RATE', '--period', 'FY2020', '--scope', manager)
      expect(own?.['target']).toBe(sum(monthly(manager)))
      const team = reports(manager).map((name) => ({
        value: Number(byOwner.find((row) => row['owner'] === name)?.['target'] ?? NaN),
      }))
      const { difference, missing } = reconcile('sum', sum(monthly(manager)), team)
      expect(missing).toBe(0)
      expect(difference).toBe(sum(reports(manager).map((name) => sum(monthly(name)))) - sum(monthly(manager)))
    }
  })

  test('a manager’s year rolled down by the team’s own targets adds up to the unit', async () => {
    const team = reports('Stephen Jiang')
    const weights = team.map((name) => sum(monthly(name)))
    const parent = sum(monthly('Stephen Jiang'))
    const args = ['--parent', String(parent), '--children', team.join(','), '--weights', weights.join(',')]
    const rows = await work('ROLLDOWN', ...args, '--step', '1')
    expect(sum(numbers(rows, 'target'))).toBe(parent)
    rows.forEach((row, i) => {
      expect(Math.abs(Number(row['target']) - (parent * (weights[i] ?? NaN)) / sum(weights))).toBeLessThanOrEqual(1)
    })
  })
})
