import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { winRateByQuarter, wonByPerson } from '#core/report/tabs/won-lately'
import { contextOf } from '../packs.ts'

const closed = (...rows: readonly (readonly [owner: string, status: string, amount: number, day: string])[]): Grid => [
  ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Close date'],
  ...rows.map(([owner, status, amount, day], i) => [`D${i}`, owner, 'Talk', status, amount, day]),
]

/** As of 2024-03-31: the running quarter is 2024-Q1, the last whole month February. */
const deals = closed(
  ['Anna', 'Won', 100, '2023-09-15'],
  ['Anna', 'Won', 40, '2024-02-10'],
  ['Ben', 'Won', 70, '2024-01-05'],
  ['Ben', 'Lost', 30, '2023-11-20'],
  ['Ben', 'Won', 10, '2023-08-31'],
  ['Anna', 'Lost', 20, '2024-02-01'],
  ['Anna', 'Won', 5, '2024-03-20'],
)

const rowsOf = (block: ReturnType<typeof wonByPerson>) => (block?.kind === 'table' ? block.rows : [])

describe('won by person', () => {
  test('counts what was won in each of the last six whole months, and nothing else', () => {
    expect(rowsOf(wonByPerson(contextOf({ deals })))).toEqual([
      { owner: 'Anna', p1: 100, p2: 0, p3: 0, p4: 0, p5: 0, p6: 40 },
      { owner: 'Ben', p1: 0, p2: 0, p3: 0, p4: 0, p5: 70, p6: 0 },
    ])
  })

  test('is left out without owners or amounts, and wished for', () => {
    const pack = contextOf({ deals: deals.map((row) => row.toSpliced(1, 1)) })
    expect(wonByPerson(pack)).toBeNull()
    expect(pack.unlocks().map(({ parts }) => parts)).toEqual([['won by person']])
  })
})

describe('the win rate by quarter', () => {
  test('stands beside that of the quarter before', () => {
    const rows = rowsOf(winRateByQuarter(contextOf({ deals })))
    expect(rows.map(({ quarter, won, lost, rate, before }) => [quarter, won, lost, rate, before])).toEqual([
      ['2023-Q3', 2, 0, 1, null],
      ['2023-Q4', 0, 1, 0, 1],
      ['2024-Q1', 3, 1, 0.75, 0],
    ])
  })

  test('is left out where there is only one quarter to show', () => {
    expect(winRateByQuarter(contextOf({ deals: closed(['Anna', 'Won', 1, '2024-03-01']) }))).toBeNull()
  })
})
