import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { carryOver, type EarlierTab } from '#core/report/carry-over'
import { markedHeading } from '#core/report/typed-mark'
import { earlierTabs } from '../core/report/earlier-tabs.ts'
import { build, calm, changed, everything } from '../core/report/packs.ts'

type Line = readonly Cell[]

const old = earlierTabs(build(everything).instructions)
const without = (...ids: readonly string[]) => ({
  ...everything,
  deals: tenDeals.filter((row) => !ids.includes(String(row[0]))),
})
const nextPacks = [
  build(everything).report,
  build(without('D5', 'D8')).report,
  build({ ...everything, deals: changed(tenDeals, 'D7', 'Status', 'won') }).report,
  build(calm).report,
]

interface Section {
  readonly tab: number
  readonly header: number
  readonly rows: number
  readonly inputs: readonly number[]
  /** Column that names the row; -1 in a box. */
  readonly identity: number
}

const filled = (line: Line | undefined): number => (line ?? []).filter((cell) => cell !== null).length

const isMarked = (cell: Cell | undefined): boolean => typeof cell === 'string' && markedHeading(cell) !== null

/** Tables and boxes in which people type, as they stand in the pack before anybody touched it. */
const sections: readonly Section[] = old.flatMap(({ cells }, tab) =>
  cells.flatMap((line, header): Section[] => {
    const inputs = line.flatMap((cell, column) => (isMarked(cell) ? [column] : []))
    if (inputs.length === 0) return []
    if (inputs[0] === 0 && filled(line) === 1)
      return [{ tab, header: header + 1, rows: 2, inputs: [0, 2], identity: -1 }]
    let rows = 0
    while (cells[header + 1 + rows]?.length === line.length && filled(cells[header + 1 + rows]) > 0) rows++
    const id = line.indexOf('ID')
    return [{ tab, header, rows, inputs, identity: id < 0 ? 0 : id }]
  }),
)

const places = sections.flatMap((section) =>
  Array.from({ length: section.rows }, (_, i) => i).flatMap((row) =>
    section.inputs.map((column) => ({ section, row: section.header + 1 + row, column })),
  ),
)

const withCell = (line: Line | undefined, column: number, value: Cell): Line => {
  const wide = Array.from({ length: Math.max(line?.length ?? 0, column + 1) }, (_, i) => line?.[i] ?? null)
  return wide.map((cell, i) => (i === column ? value : cell))
}

interface Messed {
  readonly tabs: readonly EarlierTab[]
  /** Every text that was typed, with what named its row. */
  readonly typed: ReadonlyMap<string, string>
}

/** Types into some of the places, then sorts the records of every table and inserts blank rows, both by the given numbers. */
const mess = (chosen: readonly number[], order: readonly number[]): Messed => {
  const tabs = old.map(({ tab, cells }) => ({ tab, cells: cells.map((line): Line => line) }))
  const typed = new Map<string, string>()
  for (const index of new Set(chosen)) {
    const place = places[index % places.length]
    const cells = tabs[place?.section.tab ?? -1]?.cells
    if (place === undefined || cells === undefined) continue
    const text = `typed ${String.fromCharCode(97 + (typed.size % 26))}${typed.size}`
    while (cells.length <= place.row) cells.push([])
    if (isMarked(cells[place.row]?.[place.column]) || (cells[place.row]?.[place.column] ?? null) !== null) continue
    cells[place.row] = withCell(cells[place.row], place.column, text)
    typed.set(text, place.section.identity < 0 ? '' : String(cells[place.row]?.[place.section.identity] ?? ''))
  }
  for (const { tab, header, rows, identity } of [...sections].reverse()) {
    const cells = tabs[tab]?.cells
    if (cells === undefined || identity < 0) continue
    const rank = (i: number): number => order[(i + header) % order.length] ?? 0
    const records = cells.slice(header + 1, header + 1 + rows)
    const sorted = records.map((line, i) => ({ line, i })).sort((a, b) => rank(a.i) - rank(b.i) || a.i - b.i)
    const loose = sorted.flatMap(({ line, i }): Line[] => (rank(i) % 3 === 0 ? [[], line] : [line]))
    cells.splice(header + 1, rows, ...loose)
  }
  return { tabs, typed }
}

const seed = 404

describe('what people typed', () => {
  test('there are places to type in tables and in boxes', () => {
    expect(sections.filter(({ identity }) => identity < 0)).toHaveLength(5)
    expect(sections.filter(({ identity }) => identity >= 0).length).toBeGreaterThanOrEqual(6)
  })

  test(`is in the next pack exactly once, beside the same row or in the list of what has no place (seed ${seed})`, () => {
    const numbers = fc.array(fc.nat(places.length - 1), { maxLength: 25 })
    const orders = fc.array(fc.nat(99), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(numbers, orders, fc.nat(nextPacks.length - 1), (chosen, order, next) => {
        const { tabs, typed } = mess(chosen, order)
        const report = nextPacks[next]
        if (report === undefined) throw new Error('No pack.')
        const carried = carryOver(report, tabs)
        const seen = carried.instructions
          .flatMap((each) => (each.do === 'values' ? each.values : []))
          .flatMap((line) => line.flatMap((cell) => (typeof cell === 'string' ? [{ cell, line }] : [])))
        for (const [text, identity] of typed) {
          const found = seen.filter(({ cell }) => cell.split(/\n| {3}/).includes(text))
          expect({ text, times: found.length }).toEqual({ text, times: 1 })
          if (identity !== '' && Number.isNaN(Number(identity))) expect(found[0]?.line).toContain(identity)
        }
        const twice = carryOver(report, earlierTabs(carried.instructions))
        expect(twice.instructions).toEqual(carried.instructions)
      }),
      { seed, numRuns: 120 },
    )
  })
})
