import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { table } from '../metrics/ask.ts'
import { build, everything, refused } from './packs.ts'

/** The ten deals in euros, but D2 and D6 in dollars. */
const deals = tenDeals.map((row, i) => [
  ...row,
  i === 0 ? 'Currency' : ['D2', 'D6'].includes(String(row[0])) ? 'USD' : 'EUR',
])
const converted = deals.map((row, i) => [...row, i === 0 ? 'Amount base' : (row[5] ?? null)])
const fx = table('Currency, Rate, Type', ['USD', 0.5, 'spot'])

describe('a pack of deals in several currencies (D6, D11)', () => {
  test.each([
    ['not converted', deals],
    ['converted by the source', converted],
  ])('is refused without a base currency: %s', (_, grid) => {
    expect(refused({ ...everything, deals: grid })).toEqual({
      code: 'conflict',
      reason: expect.stringContaining('amounts are in EUR, USD. Say with the setting base_currency'),
    })
  })

  test('names the base currency in its headings, whichever currency comes first', () => {
    const dollarsFirst = [...deals].sort((a, b) => Number(b.includes('USD')) - Number(a.includes('USD')))
    const sorted = [deals[0] ?? [], ...dollarsFirst.filter((row) => row !== deals[0])]
    for (const grid of [deals, sorted]) {
      const pack = build({ ...everything, deals: grid, fx }, { settings: { base_currency: 'EUR' } })
      expect(pack.report.currency).toBe('EUR')
    }
  })

  // open: 260,000 less half of the 60,000 of D6
  test('adds up at the rates of FX', () => {
    const pack = build({ ...everything, deals, fx }, { settings: { base_currency: 'EUR' } })
    const values = JSON.stringify(pack.report)
    expect(values).toContain('230000')
    expect(values).not.toContain('260000')
  })

  test('lists an amount without a rate among its findings', () => {
    const pack = build(
      { ...everything, deals, fx: table('Currency, Rate', ['SEK', 0.1]) },
      { settings: { base_currency: 'EUR' } },
    )
    expect(pack.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ level: 'warn', code: 'no-rate', row: 3, count: 2 })]),
    )
  })
})

describe('the basis of amounts (D6a)', () => {
  const unit = (settings: Record<string, unknown>) => {
    const { report } = build(everything, { settings })
    return [report.currency, /Money in [^·]*|Currency not stated[^·]*/.exec(report.meta)?.[0].trim()]
  }

  test('stands beside the currency, alone where no currency is known, and nowhere where the settings leave it open', () => {
    expect(unit({ base_currency: 'EUR', amount_basis: 'annual' })).toEqual(['EUR, annual', 'Money in EUR, annual'])
    expect(unit({ base_currency: 'EUR' })).toEqual(['EUR', 'Money in EUR'])
    expect(unit({ amount_basis: 'total' })).toEqual(['total', 'Currency not stated, amounts total'])
    expect(unit({})).toEqual(['', 'Currency not stated'])
  })
})
