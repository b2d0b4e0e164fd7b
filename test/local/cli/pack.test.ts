import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { boxes } from '#core/report/boxes'
import { readTables } from '#local/files/read'
import { writeWorkbook } from '#local/files/write'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()
const deals = put(folder, 'deals.csv', csvOf(tenDeals))
const before = process.cwd()

afterEach(() => {
  process.chdir(before)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const tabsOf = async (path: string): Promise<readonly (string | null)[]> =>
  (await readTables(path, { inThread: true })).map(({ sheet }) => sheet)

describe('spm pack', () => {
  test('writes a new workbook, and says where it is, what matters and what would unlock more', async () => {
    const path = join(folder, 'made/pack.xlsx')
    const { code, out } = await spm('pack', 'team', deals, '--out', path)
    expect(code).toBe(0)
    const [first = '', ...rest] = out.trimEnd().split('\n')
    expect(first).toContain(path)
    const more = rest.indexOf('What would unlock more:')
    expect(more).toBeGreaterThan(0)
    expect(more).toBeLessThanOrEqual(3)
    expect(rest.length - more - 1).toBeGreaterThan(0)
    expect(rest.length - more - 1).toBeLessThanOrEqual(3)
    expect((await tabsOf(path)).every((tab) => tab?.startsWith('TEAM'))).toBe(true)
  })

  test('tells whoever opens it what to do in words of no program, and no folder of this machine', async () => {
    const stage = tenDeals[0]?.indexOf('Stage')
    const bare = put(folder, 'bare.csv', csvOf(tenDeals.map((row) => row.filter((_, column) => column !== stage))))
    const path = join(folder, 'bare.xlsx')
    await spm('pack', 'TEAM', bare, '--out', path)
    const cells = (await readTables(path, { inThread: true })).flatMap(({ grid }) => grid.flat()).map(String)
    expect(cells).toContainEqual(
      expect.stringMatching(/"bare\.csv" has no column for Stage.* map deals\.stage to it\./),
    )
    expect(cells.filter((cell) => cell.includes(folder) || cell.includes('--map'))).toEqual([])
  })

  test('goes to out/ under the names of the pack, its scope and its day', async () => {
    process.chdir(folder)
    const { out } = await spm('pack', 'TEAM', 'deals.csv', '--scope', 'Anna', '--as-of', '2024-03-30')
    expect(out).toContain('out/TEAM-Anna-2024-03-30.xlsx')
    expect(readdirSync('out')).toEqual(['TEAM-Anna-2024-03-30.xlsx'])
  })

  test('replaces nothing without --force', async () => {
    const path = put(folder, 'mine.xlsx', 'mine')
    expect(await spm('pack', 'TEAM', deals, '--out', path)).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringMatching(/(^|\n)spm: \S+mine\.xlsx exists: choose another --out, or pass --force\.\n$/),
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await spm('pack', 'TEAM', deals, '--out', path, '--force')).code).toBe(0)
    expect(await tabsOf(path)).not.toEqual([])
  })

  test('carries over what people typed into an earlier pack, and says what found no place', async () => {
    const { title, prompt } = boxes.campaigns
    const tab = 'TEAM · 8 Other business'
    const values = [[`${title} ✎`], [prompt], ['Fair in May'], [null], ['Greetings ✎'], ['Ben has a birthday']]
    const print = { landscape: true, area: { row: 0, column: 0, rows: 6, columns: 1 }, repeatRows: 0, onePage: false }
    const earlier = put(
      folder,
      'earlier.xlsx',
      await writeWorkbook(
        [
          {
            do: 'tab',
            tab,
            colour: 'actions',
            widths: [40],
            freeze: { rows: 0, columns: 0 },
            print: { ...print, footer: 'Pack' },
          },
          { do: 'values', tab, at: { row: 0, column: 0 }, values },
        ],
        { title: 'Earlier' },
      ),
    )
    const path = join(folder, 'carried.xlsx')
    const { code, out } = await spm('pack', 'TEAM', deals, '--out', path, '--carry-from', earlier)
    expect(code).toBe(0)
    expect(out).toContain('Typed into the earlier pack, without a place in this one: 1.')
    const cells = (await readTables(path, { inThread: true })).flatMap(({ grid }) => grid.flat())
    expect(cells).toEqual(expect.arrayContaining(['Fair in May', 'Ben has a birthday']))
  })

  test('refuses to carry over from a workbook that is no such pack', async () => {
    const path = join(folder, 'not-carried.xlsx')
    const { code, err } = await spm('pack', 'TEAM', deals, '--out', path, '--carry-from', deals)
    expect(code).toBe(2)
    expect(err).toContain('deals.csv is no TEAM pack')
    expect(existsSync(path)).toBe(false)
  })

  test('stops at a question about any table', async () => {
    const other = put(folder, 'other.csv', csvOf(tenDeals))
    const path = join(folder, 'none.xlsx')
    expect(await spm('pack', 'TEAM', deals, other, '--out', path)).toMatchObject({
      code: 1,
      err: expect.stringContaining('could each be the table Opportunities'),
    })
    expect(existsSync(path)).toBe(false)
  })

  test('a person who is not in the data is refused', async () => {
    expect(await spm('pack', 'TEAM', deals, '--scope', 'Anja', '--out', join(folder, 'anja.xlsx'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "Anna"?'),
    })
  })
})

describe('spm start', () => {
  test('writes the pack of the sample from any folder, as often as one likes', async () => {
    const elsewhere = newFolder()
    process.chdir(elsewhere)
    const first = await spm('start')
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/out\/TEAM-\d{4}-\d\d-\d\d\.xlsx\n/) })
    expect((await spm('start')).code).toBe(0)
    expect(readdirSync('out')).toHaveLength(1)
    process.chdir(before)
    rmSync(elsewhere, { recursive: true })
  }, 60_000)
})
