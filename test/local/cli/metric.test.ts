import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import type { Instruction } from '#core/report/instructions'
import type { Grid } from '#core/cells/grid'
import { writeWorkbook } from '#local/files/write'
import { csvOf, newFolder, put, spm, spmOn } from './in-process.ts'

const folder = newFolder()
const deals = put(folder, 'orders.csv', csvOf(tenDeals))

const tab = (name: string, grid: Grid): readonly Instruction[] => [
  {
    do: 'tab',
    tab: name,
    colour: 'cover',
    widths: [],
    freeze: { rows: 0, columns: 0 },
    print: {
      landscape: false,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
      repeatRows: 0,
      footer: '',
      onePage: false,
    },
  },
  {
    do: 'values',
    tab: name,
    at: { row: 0, column: 0 },
    values: grid.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))),
  },
]

const putWorkbook = async (name: string, tabs: Readonly<Record<string, Grid>>): Promise<string> =>
  put(
    folder,
    name,
    await writeWorkbook(
      Object.entries(tabs).flatMap(([title, grid]) => tab(title, grid)),
      { title: name },
    ),
  )

const settings = (...rows: readonly (readonly [string, string, string | number])[]): Grid => [
  ['section', 'key', 'value'],
  ...rows,
]

const openValue = async (...argv: readonly string[]): Promise<unknown> => {
  const { code, out, err } = await spm('metric', 'PIPELINE', ...argv, '--json', '--quiet')
  if (code !== 0) throw new Error(err)
  return z.object({ rows: z.array(z.object({ value: z.number() })) }).parse(JSON.parse(out)).rows[0]?.value
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('spm metric', () => {
  test('prints an aligned table under what it shows and as of when', async () => {
    expect(await spm('metric', 'PIPELINE', deals, '--by', 'owner')).toEqual({
      code: 0,
      out: [
        'Open pipeline · as of 2024-03-31',
        '',
        'Owner  Deals    Value',
        'Ben        3  140,000',
        'Anna       2  120,000',
        '',
      ].join('\n'),
      err: '',
    })
  })

  test.each(['PIPELINE', 'pipeline', 'Spm.Pipeline', 'SPM_PIPELINE'])('%s names the same metric', async (name) => {
    expect((await spm('metric', name, deals)).out).toContain('260,000')
  })

  test('names the currency in the heading of money where it is known', async () => {
    expect((await spm('metric', 'PIPELINE', deals, '--set', 'base_currency=eur')).out).toContain('Value (EUR)')
    const annual = await spm('metric', 'PIPELINE', deals, '--set', 'base_currency=eur', '--set', 'amount_basis=annual')
    expect(annual.out).toContain('Value (EUR, annual)')
  })

  test('says why a cell has no answer', async () => {
    const { out } = await spm('metric', 'WIN_RATE', deals, '--period', '2022')
    expect(out).toMatch(/ 0 +0 +– +0\n\n– Win rate: No deal was closed/)
  })

  test('paints the header on a terminal only', async () => {
    expect((await spmOn({ colour: true }, 'metric', 'PIPELINE', deals)).out).toContain('\u001b[1mDeals')
    expect((await spm('metric', 'PIPELINE', deals)).out).not.toContain('\u001b')
  })

  test('limits the rows to a scope and shows it', async () => {
    expect((await spm('metric', 'PIPELINE', deals, '--scope', 'anna')).out).toContain(
      'Open pipeline · anna · as of 2024-03-31\n\nDeals    Value\n    2  120,000\n',
    )
  })

  test('gives JSON with days as text, and no-answers as null with their reasons', async () => {
    const { out } = await spm('metric', 'WIN_RATE', deals, '--period', '2022', '--json')
    expect(JSON.parse(out)).toMatchObject({
      metric: 'WIN_RATE',
      columns: [{ key: 'won', label: 'Won', kind: 'decimal' }, {}, {}, {}],
      rows: [{ won: 0, lost: 0, rate: null, n: 0 }],
      reasons: [{ row: 1, column: 'rate', reason: expect.stringContaining('No deal was closed') }],
      findings: [],
      notes: [],
    })
    const list = await spm('metric', 'NEW_DEALS', deals, '--period', '2024-03', '--json')
    expect(JSON.parse(list.out)).toMatchObject({ rows: [{ id: 'D10', created: '2024-03-10' }] })
  })

  test('gives comma-separated text', async () => {
    expect((await spm('metric', 'PIPELINE', deals, '--by', 'owner', '--csv')).out).toBe(
      'Owner,Deals,Value\r\nBen,3,140000\r\nAnna,2,120000\r\n',
    )
  })

  test('a cell that would run as a formula is escaped in comma-separated text', async () => {
    const file = put(folder, 'formula.csv', csvOf(tenDeals).replaceAll('Ben', '"=1+1"'))
    expect((await spm('metric', 'PIPELINE', file, '--by', 'owner', '--csv')).out).toContain("'=1+1,3,140000")
  })

  test('takes today from the calendar, and another day from --as-of', async () => {
    const incl = (...more: readonly string[]) =>
      spm('metric', 'WIN_RATE', deals, '--denominator', 'incl_overdue', '--csv', ...more)
    expect((await incl()).out).toContain('\n3,3,0.5,6')
    expect((await incl('--as-of', '2024-03-15')).out).toContain('\n3,2,0.6,5')
  })
})

describe('spm metric --out', () => {
  test('writes what would be printed, in the format of the ending', async () => {
    const path = join(folder, 'new/pipeline.csv')
    expect(await spm('metric', 'PIPELINE', deals, '--out', path)).toEqual({ code: 0, out: '', err: `Wrote ${path}\n` })
    expect(readFileSync(path, 'utf8')).toBe('Deals,Value\r\n5,260000\r\n')
    const json = join(folder, 'pipeline.json')
    await spm('metric', 'PIPELINE', deals, '--out', json)
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ metric: 'PIPELINE' })
    const plain = join(folder, 'pipeline.txt')
    await spmOn({ colour: true, width: 20 }, 'metric', 'PIPELINE', deals, '--out', plain)
    expect(readFileSync(plain, 'utf8')).toContain('\n    5  260,000\n')
  })

  test('replaces nothing without --force', async () => {
    const path = put(folder, 'mine.csv', 'mine')
    expect(await spm('metric', 'PIPELINE', deals, '--out', path)).toEqual({
      code: 3,
      out: '',
      err: `spm: ${path} exists: choose another --out, or pass --force.\n`,
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await spm('metric', 'PIPELINE', deals, '--out', path, '--force')).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('260000')
  })
})

describe('files', () => {
  test('may be named as a table, and as a tab of a workbook', async () => {
    const book = await putWorkbook('model.xlsx', { Now: tenDeals, Then: tenDeals.slice(0, 6) })
    expect(await openValue(`deals=${deals}`)).toBe(260_000)
    expect(await openValue(`Opportunities=${book}#now`)).toBe(260_000)
    expect(await openValue(`${book}#Then`)).toBe(100_000)
  })

  test('two tabs that could be one table are a question, which naming one settles', async () => {
    const book = await putWorkbook('two.xlsx', { Now: tenDeals, Then: tenDeals.slice(0, 6) })
    expect(await spm('metric', 'PIPELINE', book)).toEqual({
      code: 1,
      out: '',
      err: `spm: "${book}#Now" and "${book}#Then" could each be the table Opportunities. Say which one counts: deals=${book}#Now.\n`,
    })
    expect(await openValue(`deals=${book}#Then`)).toBe(100_000)
    expect((await spm('metric', 'PIPELINE', `deals=${book}`)).err).toContain('Name it: deals=')
  })

  test('a question about a table that the answer does not read does not stop it', async () => {
    const book = await putWorkbook('offers.xlsx', {
      Deals: tenDeals,
      A: [
        ['Offer ID', 'Sent'],
        ['O1', 45000],
      ],
      B: [
        ['Offer ID', 'Sent'],
        ['O2', 45000],
      ],
    })
    expect(await openValue(book)).toBe(260_000)
  })

  test('a tab of a pack is never read as a table', async () => {
    const book = await putWorkbook('pack.xlsx', { Deals: tenDeals, 'TEAM North · 6 Review': tenDeals })
    expect(await openValue(book)).toBe(260_000)
  })

  test.each([
    ['deal=orders.csv', '"deal=orders.csv": there is no table "deal". Did you mean deals=orders.csv?'],
    ['xyzzy=orders.csv', 'there is no table "xyzzy". Tables are: deals, activities,'],
  ])('%s is refused', async (argument, sentence) => {
    const { code, err } = await spm('metric', 'PIPELINE', argument)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) })
  })

  test('a tab that is not there is named with those that are', async () => {
    const book = await putWorkbook('tabs.xlsx', { Deals: tenDeals, Notes: [['a']] })
    expect(await spm('metric', 'PIPELINE', `deals=${book}#Plan`)).toMatchObject({
      code: 3,
      err: `spm: ${book} has no tab "Plan". Its tabs are: Deals, Notes.\n`,
    })
  })

  test('one table named twice is refused', async () => {
    expect(await spm('metric', 'PIPELINE', `deals=${deals}`, 'deals=b.csv')).toMatchObject({
      code: 2,
      err: `spm: The table deals is named twice, as ${deals} and b.csv: name it once.\n`,
    })
  })

  test('no file at all is refused', async () => {
    expect(await spm('metric', 'PIPELINE')).toMatchObject({
      code: 2,
      err: expect.stringContaining('at least one file'),
    })
  })

  test('a file of which nothing would be used is refused, not passed over', async () => {
    const notes = put(folder, 'notes.csv', 'Colour,Size\nred,3\n')
    const { code, err } = await spm('metric', 'PIPELINE', deals, notes)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`"${notes}" is no table that is known`) })
  })

  test('--encoding and --delimiter tell how to read a text', async () => {
    const latin = put(
      folder,
      'latin.csv',
      Buffer.from(csvOf(tenDeals).replaceAll(',', '~').replaceAll('Anna', 'Änna'), 'latin1'),
    )
    expect((await spm('metric', 'PIPELINE', latin, '--delimiter', '~')).code).toBe(3)
    expect(
      (await spm('metric', 'PIPELINE', latin, '--delimiter', '~', '--encoding', 'windows-1252', '--by', 'owner')).out,
    ).toContain('Änna       2  120,000')
  })
})

describe('mappings and settings', () => {
  const renamed: Grid = [
    ['Deal ID', 'Status', 'Now', 'Then'],
    ['D1', 'open', 10, 20],
    ['D2', 'Running', 1, 2],
  ]
  const file = put(folder, 'renamed.csv', csvOf(renamed))

  test('--map reads a field from a column, and a status from a constant', async () => {
    expect(await openValue(file, '--map', 'deals.amount=Now')).toBe(11)
    expect(await openValue(file, '--map', 'deals.amount=Now', '--map', "deals.status='won'")).toBe(0)
  })

  test('options come before the configuration, and that before the workbook', async () => {
    const book = await putWorkbook('own.xlsx', {
      Data: renamed,
      'SPM Settings': settings(['map', 'deals.amount', 'Now'], ['settings', 'base_currency', 'SEK']),
    })
    const config = put(
      folder,
      'spm.json',
      JSON.stringify({ tables: { deals: 'own.xlsx#Data' }, map: { 'deals.amount': 'Then' } }),
    )
    expect(await openValue(book)).toBe(11)
    expect(await openValue('--config', config)).toBe(22)
    expect(await openValue('--config', config, '--map', 'deals.amount=Now')).toBe(11)
    const heading = async (...more: readonly string[]): Promise<string> =>
      (await spm('metric', 'PIPELINE', book, ...more)).out
    expect(await heading()).toContain('Value (SEK)')
    expect(await heading('--set', 'base_currency=NOK')).toContain('Value (NOK)')
  })

  test('paths in a configuration start from where it stands', async () => {
    put(folder, 'deep/deals.csv', csvOf(tenDeals))
    const config = put(
      folder,
      'deep/spm.json',
      JSON.stringify({ tables: { deals: 'deals.csv' }, settings: { as_of: '2024-03-31' } }),
    )
    expect(await openValue('--config', config)).toBe(260_000)
  })

  test.each([
    [{ table: {} }, 2, 'has the key "table", which is not known. Did you mean "tables"?'],
    [{ tables: { deal: 'a.csv' } }, 2, 'there is no table "deal"'],
    [{ map: { 'deals.amount': 3 } }, 2, '"map.deals.amount" cannot be used'],
    [{ settings: { stale_dais: 3 } }, 2, 'Setting "stale_dais" is not known'],
  ])('the configuration %j is refused', async (config, code, sentence) => {
    const path = put(folder, 'wrong.json', JSON.stringify(config))
    expect(await spm('metric', 'PIPELINE', deals, '--config', path)).toMatchObject({
      code,
      out: '',
      err: expect.stringContaining(sentence),
    })
  })

  test('a configuration that is no JSON, or not there, is refused', async () => {
    const path = put(folder, 'broken.json', '{')
    expect(await spm('metric', 'PIPELINE', '--config', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no JSON'),
    })
    expect(await spm('metric', 'PIPELINE', '--config', join(folder, 'none.json'))).toMatchObject({ code: 3 })
  })

  test.each([
    [['--map', 'deals.ownr=Rep'], 'Opportunities has no field "ownr" of its own. Did you mean "owner"?'],
    [['--map', 'deal.owner=Rep'], 'Did you mean "deals"?'],
    [['--map', 'deals.value=Rep'], 'has no field "value" of its own'],
    [['--map', 'owner'], '--map owner has no "="'],
    [['--set', 'stale_days=often'], 'Setting stale_days is "often"'],
    [['--as-of', '31/03/2024'], '--as-of 31/03/2024 is no day of the calendar'],
    [['--as-of', '2024-02-30'], '--as-of 2024-02-30 is no day of the calendar'],
    [['--period', '2024-Q5'], 'Period "2024-Q5" is not understood'],
    [['--scope', 'Anja'], 'Scope "Anja" is no person, team or region in the data. Did you mean "Anna"?'],
    [['--json', '--csv'], 'Give --json or --csv, not both.'],
  ])('%j is refused', async (more, sentence) => {
    expect(await spm('metric', 'PIPELINE', deals, ...more)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(sentence),
    })
  })

  test('a mapped column that is not there is named with those that are', async () => {
    expect(await spm('metric', 'PIPELINE', deals, '--map', 'deals.amount=Worth')).toMatchObject({
      code: 1,
      err: expect.stringContaining('has no column "Worth", which the mapping gives for deals.amount'),
    })
  })
})

describe('findings', () => {
  let err = ''

  beforeAll(async () => {
    const odd = put(folder, 'odd.csv', csvOf(tenDeals).replaceAll(',0.5,', ',50,'))
    err = (await spm('metric', 'WEIGHTED', odd)).err
  })

  test('stand on stderr, the answer alone on stdout', () => {
    expect(err).toContain('Warning: "')
    expect(err).toContain('a probability outside 0 to 100%')
  })

  test('are left out with --quiet', async () => {
    const odd = join(folder, 'odd.csv')
    expect((await spm('metric', 'WEIGHTED', odd, '--quiet')).err).toBe('')
    expect(existsSync(odd)).toBe(true)
  })
})
