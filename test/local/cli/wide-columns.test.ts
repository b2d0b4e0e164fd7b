import { rmSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const hubspot = put(
  folder,
  'hubspot.csv',
  csvOf([
    [
      'Record ID',
      'Deal Name',
      'Deal Stage',
      'Deal owner',
      'Amount',
      'Create Date',
      'Close Date',
      'Date entered Contract Sent',
      'Date exited Contract Sent',
      'Latest time in Contract Sent',
    ],
    ['1', 'Pumps', 'Closed Won', 'Anna', 100, '2024-01-01', '2024-01-11', '2024-01-03', '2024-01-11', 8],
    ['2', 'Valves', 'Contract Sent', 'Anna', 50, '2024-01-02', '2024-04-11', '2024-01-05', null, null],
  ]),
)

test('spm check tells which columns tell the changes of stage', async () => {
  const { code, out } = await spm('check', hubspot)
  expect(code).toBe(0)
  expect(out).toContain('Opportunities, from HubSpot')
  expect(out).toContain(
    'Changes of stage, where no StageHistory is given: "Date entered Contract Sent", "Date exited Contract Sent", "Latest time in Contract Sent".',
  )
  expect(out).not.toContain('Not known and not read')
})

test('metrics of the stages are answered from them', async () => {
  const { code, out } = await spm('metric', 'TIME_IN_STAGE', hubspot, '--csv', '--quiet')
  expect(code).toBe(0)
  expect(out).toContain('Contract Sent')
})

test('targets by month answer what targets by row answer', async () => {
  const months = ['Jan', 'Feb', 'Mar']
  const wide = put(
    folder,
    'targets.csv',
    csvOf([
      ['Quotas 2024', null, null, null],
      ['Owner', ...months],
      ['Anna', 40, 40, 40],
    ]),
  )
  const rows = months.map((_, month) => ['Anna', `2024-0${month + 1}`, 40])
  const long = put(folder, 'rows.csv', csvOf([['Owner', 'Period', 'Target'], ...rows]))
  const ask = async (path: string) =>
    (await spm('metric', 'ATTAINMENT', hubspot, path, '--period', '2024-01', '--csv', '--quiet')).out
  expect(await ask(wide)).toContain('40')
  expect(await ask(wide)).toBe(await ask(long))
  const { out } = await spm('check', hubspot, wide)
  expect(out).toContain('Targets, from a table kept by hand; header in row 2; 3 rows read.')
})
