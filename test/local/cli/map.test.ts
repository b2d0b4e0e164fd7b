import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import type { Grid } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const orders: Grid = [
  ['Deal ID', 'Opportunity Name', 'Rep code', 'Stage', 'Status', 'Amount', 'Close date', 'Shoe size'],
  ['O1', 'Pumps', 'Anna', 'Proposal', 'open', 100, '2024-05-01', 39],
  ['O2', 'Valves', 'Ben', 'Won', 'won', 50, '2024-02-01', 44],
]
const path = put(folder, 'orders.csv', csvOf(orders))

const configShape = z.object({
  settings: z.record(z.string(), z.unknown()).optional(),
  saved: z.array(
    z.object({
      source: z.string(),
      table: z.string(),
      hash: z.string(),
      headers: z.array(z.string()),
      map: z.record(z.string(), z.string()),
    }),
  ),
})
const configIn = (file: string) => configShape.parse(JSON.parse(readFileSync(file, 'utf8')))

const saveOrders = async (name: string): Promise<string> => {
  const config = join(folder, name)
  const { code, err } = await spm('map', path, '--map', 'deals.owner=Rep code', '--save', config)
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(`Saved in ${config}: orders.csv`) })
  return config
}

const byOwner = (file: string, config: string) =>
  spm('metric', 'PIPELINE', file, '--by', 'owner', '--config', config, '--csv')

describe('spm map', () => {
  test('shows each field with its column, how that is known, and what is not mapped', async () => {
    const { code, out } = await spm('map', path, '--map', 'deals.owner=Rep code', '--map', "deals.source='web'")
    expect(code).toBe(0)
    expect(out).toContain(`${path}\n  Opportunities, from a table kept by hand; header in row 1; header hash `)
    expect(out).toMatch(/\n {2}Deal ID +"Deal ID" +its own name\n/)
    expect(out).toMatch(/\n {2}Name +"Opportunity Name" +a known word\n/)
    expect(out).toMatch(/\n {2}Owner +"Rep code" +--map\n/)
    expect(out).toMatch(/\n {2}Source +always 'web' +--map\n/)
    expect(out).toContain('\n  Not known and not read: "Shoe size".')
    expect(out).toMatch(/\n {2}Fields without a column: [^\n]*Created/)
  })

  test('as JSON says the same, with the headers and their hash', async () => {
    const { out } = await spm('map', path, '--json', '--quiet')
    const shape = z.object({
      ranges: z.array(
        z.object({
          table: z.string(),
          hash: z.string().regex(/^[0-9a-f]{16}$/),
          headers: z.array(z.string()),
          unknown: z.array(z.string()),
          fields: z.array(
            z.object({
              field: z.string(),
              columns: z.array(z.string()),
              constant: z.string().nullable(),
              how: z.string(),
            }),
          ),
        }),
      ),
    })
    const [range] = shape.parse(JSON.parse(out)).ranges
    expect(range?.headers).toEqual(orders[0])
    expect(range?.unknown).toEqual(['Rep code', 'Shoe size'])
    expect(range?.fields).toContainEqual({
      field: 'name',
      columns: ['Opportunity Name'],
      how: expect.any(String),
      constant: null,
    })
  })

  test('a saved mapping counts for every file with the same headers, in any order and under any name (A6)', async () => {
    const config = await saveOrders('spm.json')
    expect(configIn(config).saved).toMatchObject([
      {
        source: 'orders.csv',
        table: 'deals',
        headers: orders[0],
        map: { 'deals.owner': 'Rep code', 'deals.name': 'Opportunity Name' },
      },
    ])
    const later = put(folder, 'later.csv', csvOf(orders.map((row) => [...row].reverse())))
    const { out, err } = await byOwner(later, config)
    expect(out.split(/\r?\n/)).toContain('Anna,1,100')
    expect(err).not.toContain('changed')
  })

  test('headers that have changed since are named, and the mapping is not used (A6)', async () => {
    const config = await saveOrders('changed.json')
    const [header = [], ...rows] = orders
    const changed = put(
      folder,
      'new/orders.csv',
      csvOf([header.map((each) => (each === 'Shoe size' ? 'Hat size' : each)), ...rows]),
    )
    const { code, err } = await byOwner(changed, config)
    expect(code).not.toBe(0)
    const { err: said } = await spm('metric', 'PIPELINE', changed, '--config', config)
    expect(said).toContain(
      'The headers have changed since the mapping of orders.csv was saved, so it is not used (gone: "Shoe size"; new: "Hat size").',
    )
    expect(err).toContain('Owner')
  })

  test('--map counts before what the configuration says, and that before what was saved', async () => {
    const config = await saveOrders('order.json')
    const ownerBy = async (...more: readonly string[]) => (await spm('map', path, '--config', config, ...more)).out
    expect(await ownerBy()).toMatch(/\n {2}Owner +"Rep code" +a saved mapping\n/)
    expect(await ownerBy('--map', 'deals.owner=Opportunity Name')).toMatch(/\n {2}Owner +"Opportunity Name" +--map\n/)
    const both = put(
      folder,
      'both.json',
      JSON.stringify({ ...configIn(config), map: { 'deals.owner': 'Opportunity Name' } }),
    )
    expect((await spm('map', path, '--config', both)).out).toMatch(
      /\n {2}Owner +"Opportunity Name" +the configuration\n/,
    )
  })

  test('saving keeps what else the configuration says, and replaces what was saved for the source', async () => {
    const config = put(folder, 'kept.json', JSON.stringify({ settings: { stale_days: 30 } }))
    await spm('map', path, '--map', 'deals.owner=Rep code', '--save', config)
    await spm('map', put(folder, 'ten.csv', csvOf(tenDeals)), '--save', config)
    await spm('map', path, '--map', "deals.owner='Anna'", '--save', config)
    const { settings, saved } = configIn(config)
    expect(settings).toEqual({ stale_days: 30 })
    expect(saved.map(({ source, map }) => [source, map['deals.owner']])).toEqual([
      ['ten.csv', 'Owner'],
      ['orders.csv', "'Anna'"],
    ])
  })

  test('what is open is said and not saved', async () => {
    const twice = put(folder, 'twice.csv', csvOf(orders.map((row, r) => [...row, r === 0 ? 'Deal Value' : 1])))
    const { code, err } = await spm('map', twice, '--save', join(folder, 'none.json'))
    expect(code).toBe(1)
    expect(err).toContain('Nothing is saved.')
    expect(err).toContain('Say which: --map "deals.amount=Amount"')
    const two = await spm('map', path, put(folder, 'copy.csv', csvOf(orders)))
    expect(two.code).toBe(1)
    expect(two.out).toContain('could each be the table Opportunities')
  })

  test('a saved mapping of the wrong form is refused with a sentence', async () => {
    const config = put(folder, 'wrong.json', JSON.stringify({ saved: [{ hash: 1 }] }))
    const { code, err } = await spm('map', path, '--config', config)
    expect(code).toBe(2)
    expect(err).toContain('"saved.0.')
  })
})
