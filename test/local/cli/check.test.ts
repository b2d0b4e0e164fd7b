import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()

const check = async (name: string, grid: Grid, ...more: readonly string[]) => {
  const path = put(folder, name, csvOf(grid))
  return { path, ...(await spm('check', path, ...more)) }
}

const withCell = (row: readonly Cell[], column: number, cell: Cell): readonly Cell[] =>
  row.map((each, i) => (i === column ? cell : each))

const salesforce: Grid = [
  ['Open deals of March', null, null, null, null, null, null, null, null],
  [
    'Opportunity ID',
    'Opportunity ID',
    'Opportunity Name',
    'Opportunity Owner',
    'Stage',
    'Amount',
    'Close Date',
    'Creatd Date',
    'Shoe size',
  ],
  ['D1', 'D1X', 'Pumps', 'Anna', 'Proposal', '1,000', '2024-04-01', '2024-01-01', 39],
  ['D2', 'D2X', 'Valves', 'Ben', 'Closed Won', '2,000', '2024-03-01', '2024-01-02', 44],
  ['Grand Total', null, null, null, null, '3,000', null, null, null],
]

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('spm check', () => {
  test('tells what a file is, where it comes from, which column feeds which field, and what is not read', async () => {
    const { path, code, out } = await check('salesforce.csv', salesforce)
    expect(code).toBe(0)
    expect(out).toContain(
      [
        path,
        '  Opportunities, from Salesforce; header in row 2; 2 rows read.',
        '    Deal ID ← "Opportunity ID", the first filled of 2 such columns',
        '    Name    ← "Opportunity Name"',
        '    Owner   ← "Opportunity Owner"',
        '  By their own names: Stage, Amount, Close date.',
        '  Left out as totals, footers or repeated headers: row 5 "Grand Total".',
        '  "Creatd Date" is nearly Created and is not read. If it is that: --map "deals.created=Creatd Date".',
        '  Not known and not read: "Shoe size".',
      ].join('\n'),
    )
  })

  test('tells which metrics can be answered, and what the others lack', async () => {
    const { out } = await check('salesforce.csv', salesforce)
    expect(out).toMatch(/\d+ of \d+ metrics can be answered\n {2}Answered: .*\bPIPELINE\b/)
    expect(out).toMatch(
      /\n {2}Not [^\n:]*\bNEW_DEALS\b[^\n:]*: "[^"]*salesforce\.csv" has no column for Created\. Is it "Creatd Date"/,
    )
    expect(out).toMatch(/\n {2}Not [^\n:]*\bATTAINMENT\b[^\n:]*: The table Targets is not there\./)
    const whole = await spm(
      'check',
      put(folder, 'ten.csv', csvOf(tenDeals)),
      put(folder, 'targets.csv', csvOf(tenDealTargets)),
    )
    expect(whole.out).not.toContain('The table Targets is not there')
  })

  test('lists what is odd in the data', async () => {
    const { code, out } = await check(
      'odd.csv',
      tenDeals.map((row, r) => (r === 5 ? withCell(row, 6, 50) : row)),
    )
    expect(code).toBe(0)
    expect(out).toMatch(/\nFindings\n {2}Warning: "[^"]*odd\.csv", row 6, column "Probability": a probability outside/)
    expect(out).toMatch(/\nData quality\n {2}Check /)
  })

  test.each([
    [
      'two columns for one field',
      tenDeals.map((row, r) => [...row, r === 0 ? 'Deal Value' : 1]),
      'has 2 columns for deals.amount',
    ],
    [
      'a text for an amount',
      tenDeals.map((row, r) => (r === 3 ? withCell(row, 5, 'about 40k') : row)),
      'row 4, column "Amount": "about 40k" is no number',
    ],
    [
      'dates of which nothing tells the order',
      tenDeals.map((row, r) => (r === 0 ? row : withCell(row, 8, '03/04/2023'))),
      'can be read day first or month first',
    ],
  ])('ends with 1 and says what stops: %s', async (_name, grid, sentence) => {
    const { code, out } = await check('stop.csv', grid)
    expect(code).toBe(1)
    expect(out.split('\nStops\n')[1]?.split('\n\n')[0]).toContain(sentence)
  })

  test('ends with 1 where two files could be one table, and says how to settle it', async () => {
    const [a, b] = [put(folder, 'a.csv', csvOf(tenDeals)), put(folder, 'b.csv', csvOf(tenDeals))]
    const { code, out } = await spm('check', a, b)
    expect(code).toBe(1)
    expect(out).toContain(
      `To settle\n  "${a}" and "${b}" could each be the table Opportunities. Say which one counts: deals=${a}.`,
    )
  })

  test('ends with 1 where a file is no table', async () => {
    const { path, code, out } = await check('notes.csv', [
      ['Colour', 'Size'],
      ['red', 3],
    ])
    expect(code).toBe(1)
    expect(out).toContain(`Not read as a table\n  "${path}" is no table that is known`)
  })

  test('shows the settings that are not left at their default', async () => {
    const { out } = await check('ten.csv', tenDeals, '--set', 'stale_days=30', '--as-of', '2024-03-15')
    expect(out).toContain('Settings\n  as_of = 2024-03-15\n  stale_days = 30\n')
  })

  test('shows constants, and columns that a mapping passes over', async () => {
    const map = ['--map', "deals.status='won'", '--map', 'deals.amount=Probability']
    const { out } = await check('ten.csv', tenDeals, ...map)
    expect(out).toContain('Status text ← always "won"')
    expect(out).toMatch(/Amount +← "Probability"/)
    expect(out).toContain('Known, but another column is read instead: "Status", "Amount"')
  })
})
