import { describe, expect, test } from '@jest/globals'
import { isoDay } from '#core/cells/day'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { freshness, metaLine } from '#core/report/meta-line'
import { viewTrust } from '#core/report/trust-view'
import { changed, contextOf, everything, fiveColumns, open } from './packs.ts'

const freshOn = (given: Parameters<typeof open>[0]): string | null => {
  const day = freshness(open(given))
  return day === null ? null : isoDay(day)
}

describe('freshness', () => {
  test('is the last day on which a deal was created or changed', () => {
    expect(freshOn(everything)).toBe('2024-03-30')
    expect(freshOn({ deals: changed(tenDeals, 'D9', 'Created', '2024-03-31') })).toBe('2024-03-31')
  })

  test('a change in the future tells nothing', () => {
    expect(freshOn({ deals: changed(tenDeals, 'D9', 'Last modified', '2024-04-02') })).toBe('2024-03-30')
  })

  test('a time of day is left out', () => {
    expect(freshOn({ deals: changed(tenDeals, 'D9', 'Last modified', '2024-03-31 17:30') })).toBe('2024-03-31')
  })

  test('is not known without such columns', () => {
    expect(freshOn(fiveColumns)).toBeNull()
  })
})

describe('metaLine', () => {
  const lineOf = (given: Parameters<typeof open>[0], settings = {}): string => {
    const pack = contextOf(given, settings)
    return metaLine(pack, viewTrust(pack))
  }

  test('says quarter, day, freshness, currency, deals and trust', () => {
    expect(lineOf(everything, { base_currency: 'eur' }).split('   ·   ')).toEqual([
      'Quarter 2024-Q1',
      'As of 2024-03-31',
      'Data up to 2024-03-30',
      'Money in EUR',
      '10 opportunities',
      'Trust: Fix',
    ])
  })

  test('rows that share an ID are one deal (D1), and one is singular', () => {
    const [header = [], first = []] = tenDeals
    expect(lineOf({ deals: [header, first, first] })).toContain('   ·   1 opportunity   ·   ')
  })
})
