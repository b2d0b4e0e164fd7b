import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { identify } from '#core/dataset/identify'

const kindOf = (header: string, row: readonly Cell[]): readonly string[] => {
  const grid: Grid = [header.split(', '), row]
  return Object.keys(identify([{ name: 'range', grid }]).tables)
}

describe('tables of the economics', () => {
  test.each<[table: string, header: string, row: readonly Cell[]]>([
    ['lines', 'Opportunity ID, Product, Quantity, Sales Price', ['1', 'P', 1, 2]],
    ['lines', 'Deal ID, Product, Qty, List price, Net price, Unit cost, Period months', ['1', 'P', 1, 2, 2, 1, 12]],
    ['costs', 'Period, Category, Amount, Currency, Owner, Team, Channel, Allocation', ['2024', 'travel', 1]],
    ['unit_costs', 'Channel, Cost per meeting, Hours per meeting, Win rate factor', ['video', 1, 1, 1]],
    ['sales', 'Invoice No, Invoice Date, Customer, Net Amount', ['1', '2024-01-01', 'A', 1]],
    ['sales', 'Date, Amount, Account, Product, Segment', ['2024-01-01', 1, 'A', 'P', 'S']],
    ['time_plan', 'Person, Period, Purpose, Hours', ['Anna', '2024-01', 'travel', 8]],
    ['market', 'Segment, Region, Period, Market size', ['Food', 'North', '2024', 1]],
    ['customers', 'Account, Recurring start, Recurring end', ['A', 1, 1]],
  ])('%s is told by %s', (table, header, row) => {
    expect(kindOf(header, row)).toEqual([table])
  })

  test.each<[table: string, header: string, row: readonly Cell[]]>([
    ['targets', 'Period, Owner, Amount', ['2024', 'ALL', 1]],
    ['targets', 'Metric, Owner, Period, Value, Product, Segment', ['sales', 'ALL', '2024', 1, null, null]],
    ['activities', 'Date, Owner, Type, Purpose, Duration h, Channel', ['2024-01-01', 'A', 'Call', null, 1, null]],
    ['deals', 'Deal ID, Status, Amount, Account, Product, Date', ['1', 'won', 1, 'A', 'P', '2024-01-01']],
    ['deals', 'Deal ID, Stage, Amount, Product, Cost, Close date', ['1', 'Won', 1, 'P', 1, '2024-01-01']],
    ['history', 'Deal ID, Stage, Date, Amount', ['1', 'Won', '2024-01-01', 1]],
    ['offers', 'Offer ID, Deal ID, Account, Sent, Amount, Status', ['1', '1', 'A', '2024-01-01', 1, 'open']],
    ['people', 'Person, Team, Start, End', ['Anna', 'North', null, null]],
  ])('a range of %s stays one: %s', (table, header, row) => {
    expect(kindOf(header, row)).toEqual([table])
  })

  test.each(['Product, Size, Price', 'Date, Amount', 'Channel, Hours', 'Period, Category'])(
    'too little to tell a table by: %s',
    (header) => {
      expect(kindOf(header, ['a', 1, 2])).toEqual([])
    },
  )
})
