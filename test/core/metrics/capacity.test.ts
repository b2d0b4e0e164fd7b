import { describe, expect, test } from '@jest/globals'
import { capacity } from '#core/metrics/capacity'
import { ask, cells, notes, table } from './ask.ts'

const people = (...rows: Parameters<typeof table>[1][]) => table('Person, Team, Level, Start, Ramp plan', ...rows)
const plan = table('Plan, Month no, Pct', ['New', 1, 0.2], ['New', 3, 0.6])

describe('CAPACITY', () => {
  test('without a period, every month of the fiscal year', () => {
    const given = { people: people(['Ann', 'A', null, null, null]) }
    const found = cells(ask(capacity, given, {}, { fiscal_start_month: 7 }), 'label', 'ramped')
    expect(found).toHaveLength(12)
    expect(found).toContainEqual(['2023-07', 1])
  })

  test('the worked example: 90 up to speed, 6 at half and 4 at a quarter are 94', () => {
    const many = (count: number, name: string, ramp: string | null) =>
      Array.from({ length: count }, (_, i) => [`${name}${i}`, 'A', 'seller', '2024-03-01', ramp])
    const given = {
      people: people(...many(90, 'a', null), ...many(6, 'b', 'Half'), ...many(4, 'c', 'Quarter')),
      ramp_plans: table('Plan, Month no, Pct', ['Half', 1, 0.5], ['Quarter', 1, 0.25]),
    }
    expect(cells(ask(capacity, given, { period: '2024-03' }), 'heads', 'ramped')).toEqual([[100, 94]])
  })

  test('a month that the plan leaves out is as the one before it; beyond the plan a person is up to speed', () => {
    const given = { people: people(['Ann', 'A', null, '2024-01-01', 'new']), ramp_plans: plan }
    expect(cells(ask(capacity, given, { period: '2024-Q1' }), 'ramped')).toEqual([[0.2], [0.2], [0.6]])
    expect(cells(ask(capacity, given, { period: '2024-Q2' }), 'ramped')).toEqual([[1], [1], [1]])
  })

  test('managers do not sell, by level or by who reports to them', () => {
    const answer = ask(capacity, {
      people: people(['Ann', 'A', 'seller', null, null], ['Bob', 'A', 'manager', null, null]),
    })
    expect(notes(answer)).toEqual(['People who lead others, or have another level than seller, are left out: 1.'])
    expect(cells(ask(capacity, { people: people(['Bob', 'A', 'director', null, null]) }))).toBe(
      'no-answer: People have nobody who sells: all of them lead others, or have another level.',
    )
  })

  test('a plan that nobody knows is named', () => {
    const answer = ask(capacity, { people: people(['Ann', 'A', null, '2024-03-01', 'Fast']), ramp_plans: plan })
    expect(notes(answer)).toEqual(['RampPlans have no plan Fast; these people count as fully up to speed.'])
  })

  test('somebody who starts after the period is not there yet', () => {
    const given = { people: people(['Ann', 'A', null, '2024-05-01', null]) }
    expect(cells(ask(capacity, given, { period: '2024-03' }), 'heads', 'ramped', 'hours')).toEqual([[0, 0, 0]])
  })

  test('refuses a share above 1', () => {
    expect(cells(ask(capacity, { people: people(['Ann', 'A', null, null, null]) }, { absence: 10 }))).toBe(
      'argument: absence is 10; write it as a share of 1, such as 0.5 for 50%.',
    )
  })
})
