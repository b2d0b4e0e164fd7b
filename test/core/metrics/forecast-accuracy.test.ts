import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { monthStartDeals, monthStarts } from '#core/metrics/examples/month-starts'
import { forecastAccuracy } from '#core/metrics/forecast-accuracy'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Snapshot at, Deal ID, Status, Amount, Probability, Close date, Owner'
const seen = (id: string, amount: Cell, owner = 'Anna', probability: Cell = 1): Cell[] => [
  '2024-03-01',
  id,
  'open',
  amount,
  probability,
  '2024-03-20',
  owner,
]
const won = (id: string, amount: Cell, owner = 'Anna'): Cell[] => [id, 'won', amount, '2024-03-21', owner]
const march = (forecast: readonly Cell[][], actual: readonly Cell[][], args: Record<string, unknown> = {}) =>
  ask(
    forecastAccuracy,
    {
      snapshots: table(header, ...forecast),
      deals: table('Deal ID, Status, Amount, Close date, Owner', ...actual),
    },
    { months: 1, ...args },
  )
const all = ['mape', 'wape', 'bias', 'accuracy', 'n', 'unsold'] as const

describe('FORECAST_ACCURACY', () => {
  test('errors of two persons cancel out in total, and not between them', () => {
    const [forecast, actual] = [
      [seen('A', 100), seen('B', 100, 'Ben')],
      [won('A', 150), won('B', 50, 'Ben')],
    ]
    expect(cells(march(forecast, actual), 'wape', 'accuracy', 'bias', 'n')).toEqual([[0.5, 0.5, 0, 2]])
    expect(cells(march(forecast, actual, { level: 'total' }), 'wape', 'accuracy', 'n')).toEqual([[0, 1, 1]])
  })

  test('accuracy is never below 0', () => {
    expect(cells(march([seen('A', 300)], [won('A', 100)]), ...all)).toEqual([[2, 2, 2, 0, 1, 0]])
  })

  test('a forecast of which nothing was won is in the WAPE, not in the MAPE, and counted', () => {
    const answer = march([seen('A', 100), seen('B', 40, 'Ben')], [won('A', 100)])
    expect(cells(answer, ...all)).toEqual([[0, 0.4, 0.4, 0.6, 1, 1]])
  })

  test('nothing won at all has no answer, never 0 or infinity', () => {
    const answer = march([seen('A', 100)], [['A', 'lost', 100, '2024-03-21', 'Anna']])
    expect(cells(answer, ...all)).toEqual([[null, null, null, null, 0, 1]])
    expect(reasons(answer)[0]).toBe('Nothing was won in the months that have a forecast, so the errors have no share.')
  })

  test('a month that still runs is not measured', () => {
    const answer = march([seen('A', 100)], [won('A', 50)], { as_of: '2024-03-30' })
    expect(cells(answer, 'n')).toEqual([[0]])
    expect(reasons(answer)[0]).toBe('No month that is over has a snapshot of its start.')
  })

  test('months without a snapshot are named, and left out on both sides', () => {
    const answer = march([seen('A', 100)], [won('A', 100), ['B', 'won', 70, '2024-02-21', 'Anna']], { months: 2 })
    expect(cells(answer, ...all)).toEqual([[0, 0, 0, 1, 1, 0]])
    expect(notes(answer)).toContain('Months without a snapshot of their start, which are left out: 2024-02.')
  })

  test('where the owner is not known errors are measured in total, and this is said', () => {
    const snapshots = monthStarts.map((row) => row.filter((_, i) => i !== 2))
    const answer = ask(forecastAccuracy, { snapshots, deals: monthStartDeals }, { months: 2 })
    expect(cells(answer, 'n')).toEqual([[1]])
    expect(notes(answer).join()).toContain('do not both say the owner, so errors are measured in total')
  })

  test('lines of one deal are added up, for persons too', () => {
    expect(cells(march([seen('A', 100)], [won('A', 60), won('A', 40)]), 'wape', 'n')).toEqual([[0, 1]])
  })

  test('teams of People are a level too', () => {
    const people = table('Person, Team', ['Anna', 'North'], ['Ben', 'North'])
    const given = {
      people,
      snapshots: table(header, seen('A', 100), seen('B', 100, 'Ben')),
      deals: table('Deal ID, Status, Amount, Close date, Owner', won('A', 150), won('B', 50, 'Ben')),
    }
    expect(cells(ask(forecastAccuracy, given, { months: 1, level: 'team' }), 'wape', 'n')).toEqual([[0, 1]])
  })

  test('a deal whose probability is not known adds nothing and is counted', () => {
    const answer = march([seen('A', 100), seen('B', 90, 'Anna', null)], [won('A', 100)])
    expect(cells(answer, 'wape')).toEqual([[0]])
    expect(notes(answer).join()).toContain('whose probability is not known, and which add nothing: 1')
  })

  test('within a scope a deal that was handed over is its new owner’s, in total too (S1)', () => {
    const given = {
      snapshots: table(header, seen('A', 100, 'Anna'), seen('B', 50, 'Ben')),
      deals: table('Deal ID, Status, Amount, Close date, Owner', won('A', 100, 'Ben'), won('B', 50, 'Ben')),
    }
    for (const level of ['person', 'total'])
      expect(cells(ask(forecastAccuracy, given, { months: 1, level, scope: 'Ben' }), 'wape')).toEqual([[0]])
  })

  test.each([
    [{ level: 'region' }, /^argument: level is "region"; it can be person or team or total/],
    [{ months: 0 }, /^argument: months is 0/],
    [{ measure: 'submitted' }, /^argument: measure is "submitted"/],
  ])('refuses %j', (args, reason) => {
    expect(cells(march([seen('A', 100)], [won('A', 100)], args), 'wape')).toMatch(reason)
  })
})
