import { describe, expect, test } from '@jest/globals'
import { doubtsOf } from '#core/report/doubts'
import { build, calm, changed, contextOf, everything } from './packs.ts'

describe('what makes the figures of a pack doubtful', () => {
  test('is nothing where the data ends at the day of the pack', () => {
    expect(doubtsOf(contextOf(calm))).toEqual([])
    expect(doubtsOf(contextOf(everything))).toEqual([])
  })

  test('opportunities that closed after its day are counted, and said', () => {
    // C1 was won on 26 March 2024, C2 lost on 20 February.
    const early = contextOf(calm, { as_of: '2024-03-01' })
    expect(doubtsOf(early)).toEqual([expect.stringMatching(/^1 opportunity closed after 2024-03-01, the day of this/)])
    expect(doubtsOf(contextOf(calm, { as_of: '2024-02-01' }))[0]).toMatch(/^2 opportunities closed after 2024-02-01/)
    expect(doubtsOf(contextOf(calm, { as_of: '2024-03-26' }))).toEqual([])
  })

  test('data that ends long before it is named with its last day', () => {
    // The last change is of 30 March 2024.
    expect(doubtsOf(contextOf(calm, { as_of: '2024-05-14' }))).toEqual([])
    expect(doubtsOf(contextOf(calm, { as_of: '2024-05-15' }))).toEqual([
      expect.stringMatching(/^Nothing was created or changed after 2024-03-30, 46 days before the day of this pack/),
    ])
  })

  test('cells that were made blank are counted', () => {
    const deals = changed(calm.deals ?? [], 'C3', 'Amount', 'tbd')
    const pack = contextOf({ ...calm, deals }, { unreadable: 'blank' })
    pack.data.column('deals', 'value')
    expect(doubtsOf(pack)).toEqual(['1 cell could not be read and counts as blank: part 0 says which.'])
  })

  test('stands on the cover, on the tab about trust and beside the figures to say aloud', () => {
    const { report } = build(calm, { settings: { as_of: '2024-03-01' } })
    const doubt = expect.objectContaining({ kind: 'banner', tone: 'warn', text: expect.stringMatching(/^1 opportun/) })
    for (const tab of report.tabs.slice(0, 2)) expect(tab.blocks).toContainEqual(doubt)
    expect(report.headlines[0]?.text).toMatch(/1 opportunity closed after 2024-03-01/)
  })
})
