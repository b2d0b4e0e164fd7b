import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { reopener } from '#core/dataset/recent'
import { changedRows, Ranges } from '#core/dataset/ranges'
import { pipeline } from '#core/metrics/pipeline'
import { answer } from '#core/metrics/run'
import { winRate } from '#core/metrics/win-rate'
import { tenDeals } from '#core/metrics/examples/ten-deals'

const today = 45382
const copyOf = (grid: Grid): Grid => grid.map((row) => [...row])
const withCell = (grid: Grid, row: number, column: number, cell: Cell): Grid =>
  grid.map((cells, r) => (r === row ? cells.with(column, cell) : [...cells]))

const inputOf = (grid: Grid) => ({ tables: { deals: { name: 'Deals', grid } }, today })

const fields = [
  ...['deal_id', 'name', 'account', 'owner', 'status_text', 'status', 'amount', 'value', 'probability'],
  ...['stage', 'created', 'close_date', 'closing', 'last_modified', 'forecast_category', 'exclude'],
]

/** Every cell of every column as it was read, or why it was not; and what is odd. */
const contentOf = (data: Dataset): string => {
  const columns = fields.map((field) => {
    try {
      const column = data.anyColumn('deals', field)
      if (column === null) return [field, null]
      const cells = Array.from({ length: column.length }, (_, row) =>
        'at' in column ? column.at(row) : column.isBlank(row) ? null : column.isTrue(row),
      )
      return [field, cells]
    } catch (error) {
      return [field, String(error)]
    }
  })
  const findings = data.findings().map((finding) => JSON.stringify(finding))
  return JSON.stringify([columns, findings.sort(), data.rows('deals')])
}

const figures = (data: Dataset): unknown =>
  [pipeline, winRate].map((metric) => {
    const found = answer(metric, data, { by: 'owner' })
    return found.ok ? found.rows : found.reason
  })

describe('cells that are handed over again', () => {
  test('in the same arrays 200 times are read once', () => {
    const reopen = reopener()
    const opened = Array.from({ length: 200 }, () => reopen(inputOf(tenDeals)))
    expect(new Set(opened.map(({ data }) => data)).size).toBe(1)
    expect(new Set(opened.map(({ data }) => data.column('deals', 'value'))).size).toBe(1)
    expect(opened.at(-1)).toMatchObject({ isSame: true, ranges: { deals: 'the same' } })
  })

  test('in 200 new arrays are read once', () => {
    const reopen = reopener()
    const opened = Array.from({ length: 200 }, () => reopen(inputOf(copyOf(tenDeals))))
    expect(new Set(opened.map(({ data }) => data.table('deals'))).size).toBe(1)
    expect(new Set(opened.map(({ data }) => data.column('deals', 'value'))).size).toBe(1)
    expect(opened.map(({ ranges }) => ranges.deals)).toEqual(['new', ...Array<string>(199).fill('equal')])
  })

  test('under another setting, name or mapping are opened anew', () => {
    const reopen = reopener()
    const first = reopen(inputOf(tenDeals))
    expect(reopen({ ...inputOf(tenDeals), settings: { stale_days: 30 } }).data).not.toBe(first.data)
    expect(reopen({ ...inputOf(tenDeals), today: today + 1 }).data).not.toBe(first.data)
    expect(reopen({ tables: { deals: { name: 'Others', grid: tenDeals } }, today }).data).not.toBe(first.data)
    expect(reopen(inputOf(tenDeals)).data).toBe(first.data)
  })
})

describe('an edit', () => {
  const header = tenDeals[0] ?? []
  const at = (name: string): number => header.indexOf(name)

  test('of an amount changes that column and leaves the others as they are', () => {
    const reopen = reopener()
    const before = reopen(inputOf(tenDeals)).data
    const kept = ['deal_id', 'owner', 'close_date'] as const
    const columns = kept.map((field) => before.table('deals')?.read(field))
    expect(before.column('deals', 'amount')?.at(4)).toBe(100_000)
    const { data, ranges } = reopen(inputOf(withCell(tenDeals, 5, at('Amount'), 123_456)))
    expect(ranges.deals).toBe('edited')
    expect(data.column('deals', 'amount')?.at(4)).toBe(123_456)
    kept.forEach((field, i) => {
      expect(data.table('deals')?.read(field)).toBe(columns[i])
    })
    expect(before.column('deals', 'amount')?.at(4)).toBe(100_000)
  })

  test('of an amount renews what depends on it alone', () => {
    const reopen = reopener()
    const before = reopen(inputOf(tenDeals)).data
    const kept = ['status', 'closing', 'stage', 'probability'] as const
    const columns = kept.map((field) => before.column('deals', field))
    expect(before.column('deals', 'value')?.at(4)).toBe(100_000)
    const { data } = reopen(inputOf(tenDeals.with(5, (tenDeals[5] ?? []).with(at('Amount'), 123_456))), { deals: [5] })
    expect(data.column('deals', 'value')?.at(4)).toBe(123_456)
    kept.forEach((field, i) => {
      expect(data.column('deals', field)).toBe(columns[i])
    })
    expect(data.table('deals')?.located).toBe(before.table('deals')?.located)
  })

  test('of a status renews the closing days as well', () => {
    const reopen = reopener()
    const before = reopen(inputOf(tenDeals)).data
    const [closing, amount] = [before.column('deals', 'closing'), before.column('deals', 'amount')]
    const { data } = reopen(inputOf(tenDeals.with(5, (tenDeals[5] ?? []).with(at('Status'), 'Won'))), { deals: [5] })
    expect(data.column('deals', 'closing')).not.toBe(closing)
    expect(data.column('deals', 'amount')).toBe(amount)
  })

  test('of the settings works everything out anew', () => {
    const settings = (order: string): Grid => [
      ['Section', 'Key', 'Value'],
      ['settings', 'stale_days', order],
    ]
    const reopen = reopener()
    const open = (days: string) =>
      reopen({
        tables: { deals: { name: 'Deals', grid: tenDeals }, settings: { name: 'S', grid: settings(days) } },
        today,
      })
    const before = open('30').data.column('deals', 'status')
    const after = open('40')
    expect(after.ranges.settings).toBe('edited')
    expect(after.data.column('deals', 'status')).not.toBe(before)
  })

  test('that the host names is believed as far as the other rows are the same arrays', () => {
    const ranges = new Ranges()
    ranges.keep(tenDeals)
    const edited = tenDeals.with(5, (tenDeals[5] ?? []).with(at('Amount'), 1))
    expect(ranges.keep(edited, [5])).toMatchObject({ as: 'edited', rows: [5], before: tenDeals })
    const twice = edited
      .with(6, (edited[6] ?? []).with(at('Amount'), 2))
      .with(7, (edited[7] ?? []).with(at('Amount'), 3))
    expect(ranges.keep(twice, [6])).toMatchObject({ as: 'edited', rows: [6, 7] })
    const others = copyOf(twice).with(2, (twice[2] ?? []).with(at('Amount'), 4))
    expect(ranges.keep(others, [3])).toMatchObject({ as: 'edited', rows: [2] })
    expect(ranges.keep(copyOf(others), [3])).toMatchObject({ as: 'equal', rows: [] })
  })

  test('of a word changes its row alone, also where the word is new', () => {
    const reopen = reopener()
    const before = reopen(inputOf(tenDeals)).data.column('deals', 'owner')
    const { data } = reopen(inputOf(withCell(tenDeals, 5, at('Owner'), 'Cleo')))
    const owner = data.column('deals', 'owner')
    expect(owner?.at(4)).toBe('Cleo')
    expect([owner?.find('Cleo'), before?.find('Cleo')]).toEqual([owner?.code(4), -1])
    expect(Array.from(owner?.codes ?? []).filter((code, row) => code !== before?.code(row))).toHaveLength(1)
  })

  test('of a header, and a row more, are read anew', () => {
    const ranges = new Ranges()
    ranges.keep(tenDeals)
    expect(ranges.keep(withCell(tenDeals, 0, at('Amount'), 'Value')).as).toBe('new')
    expect(ranges.keep([...tenDeals, ['D11', 'New']]).as).toBe('new')
  })

  test('of a row into a total takes it out', () => {
    const reopen = reopener()
    expect(reopen(inputOf(tenDeals)).data.rows('deals')).toBe(10)
    const total = header.map((_, column) => (column === 0 ? 'Grand total' : null))
    const { data } = reopen(inputOf(tenDeals.with(10, total)))
    expect(data.rows('deals')).toBe(9)
  })

  test('of a date that tells day from month turns the other dates over', () => {
    const grid = (told: string): Grid => [
      ['Deal ID', 'Stage', 'Status', 'Amount', 'Created', 'Close date'],
      ['D1', 'Talk', 'Open', 1, '03/04/2024', '05/06/2024'],
      ['D2', 'Talk', 'Open', 1, '04/05/2024', told],
      ...Array.from({ length: 20 }, (_, i) => [`E${i}`, 'Talk', 'Open', 1, '04/05/2024', '05/06/2024']),
    ]
    const reopen = reopener()
    const months = (told: string): unknown => {
      const created = reopen(inputOf(grid(told))).data.column('deals', 'created')
      return created?.at(0)
    }
    expect(months('25/06/2024')).toBe(45385) // 2024-04-03
    expect(months('06/25/2024')).toBe(45355) // 2024-03-04
  })

  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.integer({ min: -1000, max: 100_000 }),
    fc.integer({ min: 45_000, max: 45_500 }),
    fc.constantFrom('Anna', 'Ben', 'Cleo', 'won', 'Lost', 'Talk', ' Offer ', 'D3', 'n/a', 'Total', '', '2024-05-01'),
    fc.constantFrom('12.5', '1.234,5', '(50)', 'USD 7', '45%', '31/12/2024', '12/31/2024', 'tbd', 'TRUE'),
    fc.constantFrom(null, true, false, { fault: '#N/A' }, 0.5, 1, 0),
  )
  const wide: Grid = [
    [...header, 'Exclude', 'Forecast category'],
    ...tenDeals.slice(1).map((row, i) => [...row, i % 3 === 0 ? 'no' : false, i % 2 === 0 ? 'commit' : 'best case']),
  ]

  const row = fc.integer({ min: 0, max: wide.length - 1 })
  const column = fc.integer({ min: 0, max: (wide[0]?.length ?? 1) - 1 })
  const edit = fc.tuple(row, column, cell)
  let edits = 0

  /** Hands over the ten deals, then each edit of them, and compares with reading everything anew. */
  const follow = (steps: readonly (readonly [number, number, Cell])[], asks: boolean): void => {
    const reopen = reopener()
    let grid = wide
    contentOf(reopen(inputOf(grid)).data)
    for (const [r, c, value] of steps) {
      const before = grid
      grid = withCell(grid, r, c, value)
      const { data, ranges } = reopen(inputOf(grid))
      const isEdit = changedRows(before, grid)?.length !== 0
      if (isEdit) edits++
      expect(ranges.deals === 'equal').toBe(!isEdit)
      const fresh = openDataset(inputOf(copyOf(grid)))
      expect(contentOf(data)).toBe(contentOf(fresh))
      if (asks) expect(figures(data)).toEqual(figures(fresh))
    }
  }

  test('of one cell at random is never missed, and reads as if all were read anew, in 1,000 trials (seed 84)', () => {
    edits = 0
    fc.assert(
      fc.property(edit, (only) => {
        follow([only], false)
      }),
      { seed: 84, numRuns: 1000 },
    )
    expect(edits).toBeGreaterThan(900)
  })

  test('upon an edit reads as if all were read anew (seed 85)', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 6 }), (steps) => {
        follow(steps, true)
      }),
      { seed: 85, numRuns: 60 },
    )
  })
})
