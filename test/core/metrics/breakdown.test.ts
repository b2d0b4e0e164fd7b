import { describe, expect, test } from '@jest/globals'
import { breakdown } from '#core/metrics/breakdown'
import { hundredMillion, paramGrid, sellingCost } from '#core/metrics/examples/whitepaper'
import { ask, cells, notes } from './ask.ts'

const row = (kpi: string, answer: ReturnType<typeof ask>, ...keys: readonly string[]): unknown => {
  const found = cells(answer, 'kpi', ...keys)
  return Array.isArray(found) ? found.find(([name]: readonly unknown[]) => name === kpi) : found
}

describe('BREAKDOWN', () => {
  test('if won amounts are 90% of opened ones, 100m take 444m of pipeline, 4.4 times', () => {
    const answer = ask(breakdown, { params: paramGrid({ ...hundredMillion, shrink: '90%' }) })
    expect(row('Pipeline to create', answer, 'period')).toEqual([
      'Pipeline to create',
      expect.closeTo(444_444_444.44, 1),
    ])
    expect(row('Coverage needed', answer, 'period')).toEqual(['Coverage needed', expect.closeTo(4.4444, 4)])
  })

  test('of a quarter a month is a third', () => {
    const answer = ask(breakdown, { params: paramGrid({ ...hundredMillion, period_days: 91, selling_months: 3 }) })
    expect(row('Deals to win', answer, 'month', 'sellerMonth')).toEqual([
      'Deals to win',
      expect.closeTo(2_000 / 3, 9),
      expect.closeTo(2_000 / 94 / 3, 9),
    ])
  })

  test('names what Params do not tell, instead of showing nothing for it', () => {
    expect(notes(ask(breakdown, { params: paramGrid({ target: 100, avg_deal: 10, win_rate: 0.5 }) }))).toEqual([
      'Not worked out, since Params do not give all that it takes: Contacts, First meetings, Meetings, Selling hours, Open opportunities needed, Open value needed, Selling cost, Selling cost ratio, Margin.',
    ])
  })

  test('a limit without what it limits is named, and counts for nothing (M3)', () => {
    const params = paramGrid({ ...hundredMillion, hours_available: 1_500, hours_f2f: 3 })
    expect(notes(ask(breakdown, { params }))).toContain(
      'Params state hours_available, but not all that it limits, so it counts for nothing: give sellers, hours_f2f and hours_virtual.',
    )
  })

  test('a margin below its target is broken, a selling cost at its cap holds', () => {
    const given = { ...hundredMillion, ...sellingCost, virtual_share: 57.5 / 95, list_margin: 0.4, margin_target: 0.5 }
    const answer = ask(breakdown, { params: paramGrid(given) })
    expect(row('Margin', answer, 'limit', 'verdict')).toEqual(['Margin', 0.5, 'broken'])
    expect(row('Selling cost ratio', answer, 'limit', 'verdict')).toEqual(['Selling cost ratio', 0.1, 'holds'])
  })

  test.each([
    [{ target: 1, luck: 2 }, 'argument: Params has a parameter "luck", which is not known.'],
    [{ avg_deal: 10 }, 'no-answer: Params have no target. Add a row with the parameter target and its value.'],
    [
      { target: 1, win_rate: 25 },
      'argument: Params: win_rate is 25; it must lie between 0.000001 and 1. A share is a fraction: 25% is 0.25.',
    ],
  ])('refuses %j', (values, reason) => {
    expect(cells(ask(breakdown, { params: paramGrid(values) }))).toContain(reason)
  })

  test('without Params there is no answer', () => {
    expect(cells(ask(breakdown, {}))).toContain('missing-table: BREAKDOWN needs the table Params')
  })
})
