import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { monthStartDeals, monthStarts } from '#core/metrics/examples/month-starts'
import { trustTab } from '#core/report/tabs/trust'
import { viewTrust } from '#core/report/trust-view'
import { table, type Given } from '../../metrics/ask.ts'
import { calm, cellsOf, contextOf, everything, fiveColumns, labelsOf, tableNamed, tablesOf } from '../packs.ts'

const tabOf = (given: Given, settings = {}) => {
  const pack = contextOf(given, settings)
  return { pack, tab: trustTab(pack, viewTrust(pack), []) }
}

describe('the four checks', () => {
  const { tab } = tabOf(everything)
  const checks = tableNamed(tab, 'trust')

  test('stand with value and limits, one without an answer in words', () => {
    expect(cellsOf(checks, 'check', 'status', 'figure', 'fix')).toEqual([
      ['Forecast deviation', 'No answer', null, 0.2],
      ['Overdue deals', 'Fix', 5 / 13, 0.05],
      ['Stale deals', 'Fix', 0.4, 0.15],
      ['Early closers', 'Fix', 3 / 13, 0.15],
    ])
  })

  test('a note says which check has no answer, and why', () => {
    expect(checks.notes).toContainEqual(
      expect.stringMatching(/^Forecast deviation: no answer\. "snapshots" has no column/),
    )
    expect(checks.notes).toContain('Overdue deals: Open deals that say too little to be judged: 1.')
  })

  test('are shown by person, most deals to fix first (D-56)', () => {
    const block = tableNamed(tab, 'trustByPerson')
    expect(cellsOf(block, 'owner', 'overdue', 'stale', 'early', 'status', 'toFix')).toEqual([
      ['Ben', 'OK', 'Fix', 'Fix', 'Fix', 2],
      ['Anna', 'Fix', 'Fix', 'OK', 'Fix', 1],
    ])
    expect(labelsOf(block)).not.toContain('Forecast deviation')
  })

  test('without owners there is no list by person, and the book says so', () => {
    const { pack, tab } = tabOf({ deals: table('Deal ID, Stage, Status, Amount', ['X', 'Offer', 'open', 1]) })
    expect(tablesOf(tab).map(({ name }) => name)).not.toContain('trustByPerson')
    expect(pack.unlocks()).toContainEqual({ what: 'a column Owner in Opportunities', parts: ['trust by person'] })
  })
})

describe('the fix list', () => {
  test('has every deal once, the largest first, with all that is wrong with it', () => {
    const { tab } = tabOf(everything)
    expect(cellsOf(tableNamed(tab, 'fixList'), 'name', 'problem', 'fix')).toEqual([
      ['Booster station', 'Overdue; not updated', 'Agree on a new date, or close it'],
      ['Dosing line', 'Due soon, barely begun', 'Move the date, or the stage'],
      ['Spare parts frame', 'Not updated', 'Note what happened, or close it'],
    ])
  })

  test('comes right after the checks while trust is red, after the people otherwise', () => {
    const order = (given: Given, settings = {}) => tablesOf(tabOf(given, settings).tab).map(({ name }) => name)
    expect(order(everything).slice(0, 3)).toEqual(['trust', 'fixList', 'trustByPerson'])
    const lenient = { overdue_fix: 0.9, stale_fix: 0.9, early_fix: 0.9 }
    expect(order(everything, lenient).slice(0, 3)).toEqual(['trust', 'trustByPerson', 'fixList'])
  })

  test('is empty in words: nothing to mend, or nothing found by those checks that could be made', () => {
    expect(tableNamed(tabOf(calm).tab, 'fixList')).toMatchObject({ rows: [], empty: 'No deal has to be mended.' })
    const deals = table('Deal ID, Owner, Stage, Status, Close date', ['X', 'Anna', 'Offer', 'open', '2024-06-30'])
    expect(tableNamed(tabOf({ deals }).tab, 'fixList')).toMatchObject({
      rows: [],
      empty: 'The checks that could be made found no deal to mend.',
    })
  })

  test('is left out where none of the checks could be made', () => {
    const deals = table('Deal ID, Owner, Stage, Status', ['X', 'Anna', 'Offer', 'open'])
    expect(tablesOf(tabOf({ deals }).tab).map(({ name }) => name)).not.toContain('fixList')
  })

  test('names a deal by its ID where there is no name', () => {
    expect(cellsOf(tableNamed(tabOf(fiveColumns).tab, 'fixList'), 'name', 'problem')).toEqual([['D5', 'Overdue']])
  })

  test('has equal deals without an ID in the order of their names, whatever that of the rows', () => {
    const rows = ['C', 'A', 'B'].map((name) => [name, 'open', 100, '2024-03-01'])
    const namesOf = (...given: typeof rows) => {
      const { tab } = tabOf({ deals: table('Name, Status, Amount, Close date', ...given) })
      return tableNamed(tab, 'fixList').rows.map((row) => row['name'])
    }
    expect(namesOf(...rows)).toEqual(['A', 'B', 'C'])
    expect(namesOf(...rows.toReversed())).toEqual(['A', 'B', 'C'])
  })

  test('is cut at twenty, and says how many more there are', () => {
    const rows = Array.from({ length: 23 }, (_, i) => [`X${i}`, 'Anna', 'Offer', 'open', 100 + i, '2024-03-01'])
    const deals = table('Deal ID, Owner, Stage, Status, Amount, Close date', ...rows)
    const block = tableNamed(tabOf({ deals }).tab, 'fixList')
    expect([block.rows.length, block.hidden, block.rows[0]?.['name']]).toEqual([20, 3, 'X22'])
  })
})

describe('forecast deviation', () => {
  test('is shown month by month with its chart where snapshots tell it', () => {
    const given = { deals: monthStartDeals, snapshots: monthStarts, stages: tenDealStages }
    const block = tableNamed(tabOf(given, { as_of: '2024-04-20' }).tab, 'deviation')
    expect(block.columns.slice(-2).map(({ formula }) => formula)).toEqual([
      { difference: ['actual', 'forecast'] },
      { ratio: ['difference', 'forecast'] },
    ])
    expect(block.charts).toHaveLength(1)
  })

  test('is left out, and wished for, without snapshots', () => {
    const { pack, tab } = tabOf({ deals: tenDeals })
    expect(tablesOf(tab).map(({ name }) => name)).not.toContain('deviation')
    expect(pack.unlocks().map(({ parts }) => parts)).toContainEqual(['forecast deviation'])
  })
})

describe('what else is odd', () => {
  test('lists only what was found', () => {
    expect(cellsOf(tableNamed(tabOf(everything).tab, 'dataQuality'), 'check', 'rows')).toEqual([
      ['Amount is blank', 1],
      ['Close date is blank', 1],
      ['Close date before creation', 1],
      ['Amount is 0 in a late stage', 1],
      ['Any of these', 3],
    ])
  })
})

describe('the banner', () => {
  test.each([
    ['good', calm, {}],
    ['bad', everything, {}],
    ['warn', everything, { overdue_fix: 0.9, stale_fix: 0.9, early_fix: 0.9 }],
  ] as const)('is %s by the worst check', (tone, given, settings) => {
    const { pack, tab } = tabOf(given, settings)
    expect(tab.blocks[0]).toEqual({ kind: 'banner', tone, text: viewTrust(pack).sentence })
  })
})
