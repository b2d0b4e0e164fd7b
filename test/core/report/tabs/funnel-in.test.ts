import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { funnelInTab } from '#core/report/tabs/funnel-in'
import { added, cellsOf, changed, contextOf, fiveColumns, tableNamed, tablesOf } from '../packs.ts'

describe('funnel in', () => {
  test('has a row for each of the last six months, those without a new deal too', () => {
    const deals = tenDeals.filter((row) => row[0] !== 'D6')
    const tab = funnelInTab(contextOf({ deals }))
    expect(tab === null ? null : cellsOf(tableNamed(tab, 'createdByMonth'), 'month', 'count', 'value')).toEqual([
      ['2023-10', 1, 40_000],
      ['2023-11', 1, 50_000],
      ['2023-12', 2, 110_000],
      ['2024-01', 3, 20_000],
      ['2024-02', 0, 0],
      ['2024-03', 1, 70_000],
    ])
  })

  test('leaves out what is said to be created after the as-of day', () => {
    const deals = changed(tenDeals, 'D10', 'Created', '2024-04-01')
    const tab = funnelInTab(contextOf({ deals }, { as_of: '2024-03-30' }))
    expect(tab === null ? null : tableNamed(tab, 'createdByMonth').rows[5]).toMatchObject({ count: 0, value: 0 })
  })

  test('splits the last 90 days by owner, and by source where deals have one', () => {
    const names = (deals: typeof tenDeals) => {
      const tab = funnelInTab(contextOf({ deals }))
      return tab === null ? null : tablesOf(tab).map(({ name }) => name)
    }
    expect(names(tenDeals)).toEqual(['createdByMonth', 'createdByOwner'])
    expect(names(added(tenDeals, 'Source', { D9: 'Fair' }))).toEqual([
      'createdByMonth',
      'createdByOwner',
      'createdBySource',
    ])
  })

  test('is left out without a day of creation, in one line of the book', () => {
    const pack = contextOf(fiveColumns)
    expect(funnelInTab(pack)).toBeNull()
    expect(pack.unlocks()).toEqual([{ what: 'a column Created in Opportunities', parts: ['new opportunities'] }])
    expect(pack.failures).toEqual([])
  })
})
