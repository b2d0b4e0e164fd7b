import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { tenDealStageChances } from '#core/metrics/examples/ten-deals-past'
import { weighted } from '#core/metrics/weighted'
import { ask, cells, notes, reasons, table } from './ask.ts'

describe('WEIGHTED', () => {
  test('a probability of 0% neither loses the deal nor borrows from the stage; one of 100% does not win it', () => {
    const deals = table(
      'Deal ID, Stage, Amount, Probability',
      ['A', 'Proposal', 100, 0],
      ['B', 'Proposal', 100, 1],
      ['C', 'Proposal', 100, 0.5],
    )
    const answer = ask(weighted, { deals, stages: tenDealStageChances })
    expect(cells(answer, 'count', 'weighted')).toEqual([[3, 150]])
  })

  test('percentages and fractions are told apart for the column as a whole', () => {
    const deals = table(
      'Deal ID, Stage, Amount, Probability',
      ['A', 'Proposal', 100, 90],
      ['B', 'Proposal', 100, 50],
      ['C', 'Proposal', 100, 1],
    )
    expect(cells(ask(weighted, { deals }), 'weighted')).toEqual([[141]])
  })

  test('a probability above 100% counts as 100% and is reported', () => {
    const deals = table('Deal ID, Stage, Amount, Probability', ['A', 'Proposal', 100, '130%'])
    const answer = ask(weighted, { deals })
    expect(cells(answer, 'weighted')).toEqual([[100]])
    expect(answer.ok && answer.findings.map(({ code }) => code)).toEqual(['probability-range'])
  })

  test('deals without a probability add nothing and are counted in a note', () => {
    const deals = table(
      'Deal ID, Stage, Amount, Probability',
      ['A', 'Proposal', 100, 0.5],
      ['B', 'Proposal', 900, null],
    )
    const answer = ask(weighted, { deals })
    expect(cells(answer, 'count', 'value', 'weighted')).toEqual([[2, 1000, 50]])
    expect(notes(answer)).toEqual(['Open deals without a probability, which add nothing to the weighted value: 1.'])
  })

  test('a group in which no deal has a probability has no weighted value, and says why', () => {
    const deals = table(
      'Deal ID, Owner, Status, Amount, Probability',
      ['A', 'Anna', 'open', 100, 0.5],
      ['B', 'Ben', 'open', 900, null],
    )
    const answer = ask(weighted, { deals }, { by: 'owner' })
    expect(cells(answer, 'owner', 'weighted')).toEqual([
      ['Anna', 50],
      ['Ben', null],
    ])
    expect(reasons(answer)).toEqual([expect.stringContaining('None of these deals has a probability')])
  })

  test('basis=stage finds a stage by its former name, and by the pipeline of the deal', () => {
    const stages = table(
      'Pipeline, Stage, Order, Type, Probability, Alias',
      ['Service', 'Offer', 1, 'open', 0.2, 'Quote'],
      ['Machines', 'Offer', 1, 'open', 0.6, null],
    )
    const deals = table(
      'Deal ID, Pipeline, Stage, Amount, Probability',
      ['A', 'Service', 'Quote', 100, 0.9],
      ['B', 'Machines', 'Offer', 100, 0.9],
    )
    expect(cells(ask(weighted, { deals, stages }, { basis: 'stage' }), 'weighted')).toEqual([[80]])
  })

  test('basis=stage without probabilities of the stages has no answer', () => {
    const answer = ask(weighted, { deals: tenDeals }, { basis: 'stage' })
    expect(cells(answer, 'value', 'weighted')).toEqual([[260_000, null]])
  })

  test('no open deal is worth 0, not unknown', () => {
    const deals = table('Deal ID, Status, Amount', ['A', 'Won', 100])
    expect(cells(ask(weighted, { deals }), 'count', 'weighted')).toEqual([[0, 0]])
  })

  test('deals on hold are not open', () => {
    const deals = table('Deal ID, Status, Amount, Probability', ['A', 'On hold', 100, 0.5], ['B', 'Open', 10, 0.5])
    expect(cells(ask(weighted, { deals }), 'count', 'weighted')).toEqual([[1, 5]])
  })

  test.each([
    [{ overdue_discount: 50 }, 'argument: overdue_discount is 50; it is a share from 0 to 1, such as 0.5 or 50%.'],
    [{ basis: 'history' }, 'argument: basis is "history"; it can be deal or stage.'],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(weighted, { deals: tenDeals }, args), 'weighted')).toBe(reason)
  })

  test('a discount on overdue deals needs close dates', () => {
    const deals = table('Deal ID, Stage, Amount, Probability', ['A', 'Proposal', 100, 0.5])
    expect(cells(ask(weighted, { deals }, { overdue_discount: 1 }), 'weighted')).toMatch(/^missing-column: /)
  })
})
