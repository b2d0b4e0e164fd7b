import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { labelsOf } from './in-columns.ts'

const dealHeader = 'Deal ID, Status, Account, Owner, Team, Region, Segment, Business unit, Type, Source, Close date'
const deals: Grid = [
  dealHeader.split(', '),
  ['A', 'won', 'Acme', 'Ann', 'North', 'EMEA', 'Large', 'Pumps', 'New', 'Web', '2024-03-01'],
  ['B', 'lost', 'Bolt', 'Ben', 'South', 'APAC', 'Small', 'Valves', 'Renewal', 'Fair', '2024-04-01'],
  ['B', 'open', 'Other', 'Cem', 'East', 'LATAM', 'Tiny', 'Taps', 'Upsell', 'Call', '2024-05-01'],
]

const open = (lines: readonly (readonly Cell[])[], ofDeals = deals): Dataset =>
  openDataset({
    tables: {
      deals: { name: 'Deals', grid: ofDeals },
      lines: { name: 'Lines', grid: [['Deal ID', 'Product', 'Net price'], ...lines] },
    },
    today: 45382,
  })

const lines = [
  ['B', 'Valve', 5],
  ['A', 'Pump', 7],
]

describe('a line has what its opportunity has', () => {
  test.each([
    ['account', ['Bolt', 'Acme']],
    ['owner', ['Ben', 'Ann']],
    ['team', ['South', 'North']],
    ['region', ['APAC', 'EMEA']],
    ['segment', ['Small', 'Large']],
    ['business_unit', ['Valves', 'Pumps']],
    ['type', ['Renewal', 'New']],
    ['source', ['Fair', 'Web']],
  ] as const)('%s, of the first row of the opportunity', (field, expected) => {
    const column = open(lines).column('lines', field)
    expect(column === null ? null : labelsOf(column)).toEqual(expected)
  })

  test('its status and closing day', () => {
    const data = open(lines)
    const status = data.column('lines', 'status')
    expect([status?.isLost(0), status?.isWon(0), status?.isWon(1)]).toEqual([true, false, true])
    expect([0, 1].map((row) => data.column('lines', 'closing')?.at(row))).toEqual([45383, 45352])
    expect(data.findings().filter(({ code }) => code === 'line-without-deal')).toEqual([])
  })

  test('a field that the opportunities lack has no column', () => {
    const bare: Grid = [['Deal ID', 'Status'], ...deals.slice(1).map((row) => row.slice(0, 2))]
    expect(open(lines, bare).column('lines', 'segment')).toBeNull()
  })
})

describe('a line without an opportunity', () => {
  const strays = [...lines, ['Z', 'Tap', 9], [null, 'Tap', 1], ['Y', 'Tap', 2]]

  test('is blank, and neither open, won nor lost', () => {
    const data = open(strays)
    const status = data.column('lines', 'status')
    const owner = data.column('lines', 'owner')
    expect([2, 3, 4].map((row) => owner?.at(row))).toEqual(['', '', ''])
    const closedOrOpen = [2, 3, 4].map((row) => status?.isClosed(row) === true || status?.isOpen(row) === true)
    expect(closedOrOpen).toEqual([false, false, false])
  })

  test('is reported with the row of the first and how many more', () => {
    const data = open(strays)
    data.column('lines', 'owner')
    expect(data.findings()).toContainEqual({
      level: 'warn',
      code: 'line-without-deal',
      table: 'Lines',
      column: 'Deal ID',
      row: 4,
      count: 3,
      text: '"Lines", row 4, column "Deal ID": no opportunity has this ID (and 2 more); the line counts nowhere. Correct it, or give the opportunity.',
    })
  })

  test('alone, and in the first row, is reported as one', () => {
    const data = open([['Z', 'Tap', 9], ...lines])
    data.column('lines', 'owner')
    expect(data.findings()).toMatchObject([
      { row: 2, count: 1, text: expect.stringContaining('no opportunity has this ID; the line counts nowhere') },
    ])
  })
})
