import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { winRate } from '#core/metrics/win-rate'
import { ask, cells, notes, reasons, table } from './ask.ts'

const columns = ['won', 'lost', 'rate', 'n'] as const

describe('WIN_RATE', () => {
  test('without a closed deal there is no rate, never 0, alone and by owner alike (A1)', () => {
    const deals = table('Deal ID, Status, Owner', ['A', 'Open', 'Anna'])
    expect(cells(ask(winRate, { deals }), ...columns)).toEqual([[0, 0, null, 0]])
    expect(reasons(ask(winRate, { deals }))).toEqual(['No deal was closed in this period.'])
    expect(cells(ask(winRate, { deals }, { by: 'owner' }), ...columns)).toEqual([])
  })

  test('zero losses give 100%, not a rate against one (W1)', () => {
    const deals = table('Deal ID, Status', ['A', 'Won'], ['B', 'Won'])
    expect(cells(ask(winRate, { deals }), 'rate')).toEqual([[1]])
  })

  test('a probability of 0% does not lose an open deal, one of 100% does not win it (W2)', () => {
    const deals = table('Deal ID, Stage, Probability', ['A', 'Talk', 0], ['B', 'Talk', 100], ['C', 'Closed Won', 100])
    expect(cells(ask(winRate, { deals }), 'won', 'lost', 'n')).toEqual([[1, 0, 1]])
  })

  test('by value, lost deals without amounts leave no rate when they are more than half (W3)', () => {
    const lost = (...amounts: readonly (number | null)[]) =>
      table('Deal ID, Status, Amount', ['W', 'Won', 100], ...amounts.map((amount, i) => [`L${i}`, 'Lost', amount]))
    expect(cells(ask(winRate, { deals: lost(100, 0) }, { unit: 'value' }), 'rate')).toEqual([[0.5]])
    const thin = ask(winRate, { deals: lost(100, 0, null) }, { unit: 'value' })
    expect(cells(thin, 'rate')).toEqual([[null]])
    expect(reasons(thin)).toEqual([expect.stringContaining('Fewer than half of the lost deals have an amount')])
    expect(cells(ask(winRate, { deals: lost(100, 0, null) }), 'rate')).toEqual([[0.25]])
  })

  test('by value needs amounts, a period and incl_overdue need close dates', () => {
    const deals = table('Deal ID, Status', ['A', 'Won'])
    expect(cells(ask(winRate, { deals }, { unit: 'value' }), 'rate')).toMatch(/^missing-column: .*Amount/)
    expect(cells(ask(winRate, { deals }, { min_amount: 1 }), 'rate')).toMatch(/^missing-column: .*Amount/)
    expect(cells(ask(winRate, { deals }, { period: '2024' }), 'rate')).toMatch(/^missing-column: .*Close date/)
    expect(cells(ask(winRate, { deals }, { denominator: 'incl_overdue' }), 'rate')).toMatch(/^missing-column: /)
  })

  test('a deal due on the as-of day is not overdue', () => {
    const deals = table(
      'Deal ID, Status, Close date',
      ['A', 'Won', '2024-03-01'],
      ['B', 'Open', '2024-03-31'],
      ['C', 'Open', '2024-03-30'],
    )
    expect(cells(ask(winRate, { deals }, { denominator: 'incl_overdue' }), ...columns)).toEqual([[1, 1, 0.5, 2]])
  })

  test('what is left out is counted in a note', () => {
    const answer = ask(winRate, { deals: tenDeals }, { min_amount: 1 })
    expect(notes(answer)).toEqual(['Deals below min_amount or without an amount, which are left out: 1.'])
  })

  test('a reason listed in the settings is found whatever its case, and only for lost deals', () => {
    const deals = table(
      'Deal ID, Status, Lost reason',
      ['A', 'Won', 'Test'],
      ['B', 'Lost', 'TEST'],
      ['C', 'Lost', 'Price'],
    )
    const answer = ask(winRate, { deals }, {}, { not_lost_reasons: 'duplicate; test' })
    expect(cells(answer, 'won', 'lost')).toEqual([[1, 1]])
    expect(notes(answer)).toEqual([
      'Lost deals that count as neither won nor lost, by the setting not_lost_reasons: 1.',
    ])
  })
})

describe('WIN_RATE with denominator=qualified', () => {
  const stages = table(
    'Pipeline, Stage, Order, Type, Alias',
    ['Service', 'Call', 1, 'open', null],
    ['Service', 'Offer', 2, 'open', 'Quote'],
    ['Machines', 'Trial', 1, 'open', null],
    ['Machines', 'Talk', 2, 'open', null],
    ['Machines', 'Offer', 3, 'open', null],
  )
  const deals = table(
    'Deal ID, Status, Pipeline, Last open stage',
    ['A', 'Won', 'Service', null],
    ['B', 'Lost', 'Service', 'Quote'],
    ['C', 'Lost', 'Service', 'Call'],
    ['D', 'Lost', 'Machines', 'Talk'],
    ['E', 'Lost', 'Machines', 'Offer'],
    ['F', 'Lost', 'Machines', null],
    ['G', 'Lost', 'Service', 'Somewhere'],
  )
  const qualified = (stage: string | null) => ({ denominator: 'qualified', min_stage: stage })

  test('a lost deal counts from the stage on, in its own pipeline, also under a former name', () => {
    const answer = ask(winRate, { deals, stages }, qualified('Offer'))
    expect(cells(answer, ...columns)).toEqual([[1, 2, 1 / 3, 3]])
    expect(notes(answer)).toEqual([
      'Lost deals that had not reached min_stage, which are left out: 2.',
      'Lost deals whose last open stage is blank or has no place in the order of the stages, which are left out: 2.',
    ])
  })

  test('min_stage may name the pipeline too, as figures show a stage that several have', () => {
    const answer = ask(winRate, { deals, stages }, qualified('Offer (Machines)'))
    expect(cells(answer, 'won', 'lost')).toEqual([[1, 1]])
  })

  test('deals of a pipeline without that stage cannot be judged', () => {
    const answer = ask(winRate, { deals, stages }, qualified('Talk'))
    expect(cells(answer, 'won', 'lost')).toEqual([[1, 2]])
    expect(notes(answer)).toEqual([expect.stringMatching(/^Lost deals whose last open stage .*: 4\.$/)])
  })

  test.each([
    [qualified(null), /^argument: denominator=qualified needs min_stage/],
    [qualified('Signed'), /^argument: min_stage is "Signed", which is no open stage. The open stages are: Call, Offer/],
    [{ min_stage: 'Offer' }, /^argument: min_stage counts only with denominator=qualified/],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(winRate, { deals, stages }, args), 'rate')).toMatch(reason)
  })

  test('needs the last open stages, and an order of the stages', () => {
    const bare = table('Deal ID, Status', ['A', 'Lost'])
    expect(cells(ask(winRate, { deals: bare, stages }, qualified('Offer')), 'rate')).toMatch(
      /^missing-column: .*Last open stage/,
    )
    expect(cells(ask(winRate, { deals }, qualified('Offer')), 'rate')).toMatch(
      /^missing-table: The order of the stages/,
    )
  })
})
