import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { earlyClosers } from '#core/metrics/early-closers'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { runMetric, type Answer } from '#core/metrics/run'

const asOf = 45382

const run = (deals: Grid, stages: Grid | null, args: Record<string, unknown> = {}): Answer =>
  runMetric(
    earlyClosers,
    {
      tables: {
        deals: { name: 'Deals', grid: deals },
        ...(stages === null ? {} : { stages: { name: 'Stages', grid: stages } }),
      },
      today: asOf,
    },
    args,
  )

const ids = (answer: Answer): unknown[] => (answer.ok ? answer.rows.map((row) => row['id']) : [answer.reason])
const notes = (answer: Answer): readonly string[] => (answer.ok ? answer.notes : [])

const header = ['Deal ID', 'Status', 'Stage', 'Close date', 'Pipeline']

describe('EARLY_CLOSERS', () => {
  test('counts from the as-of day to the last of the days, both included (T3)', () => {
    const deals = [-1, 0, 30, 31].map((days) => [`d${days}`, 'open', 'Qualify', asOf + days, null])
    expect(ids(run([header, ...deals], tenDealStages))).toEqual(['d0', 'd30'])
  })

  test('with 0 days only what is due today is early', () => {
    const deals = [0, 1].map((days) => [`d${days}`, 'open', 'Qualify', asOf + days, null])
    expect(ids(run([header, ...deals], tenDealStages, { days: 0 }))).toEqual(['d0'])
  })

  test('a former name of a stage is that stage', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Type', 'Alias'],
      ['Qualify', 1, 'open', 'Lead; First talk'],
      ['Proposal', 2, 'open', null],
    ]
    expect(ids(run([header, ['A', 'open', 'first talk', asOf, null]], stages))).toEqual(['A'])
  })

  test('a stage belongs to its pipeline', () => {
    const stages: Grid = [
      ['Pipeline', 'Stage', 'Order', 'Type', 'Initial'],
      ['New', 'Offer', 1, 'open', true],
      ['New', 'Close', 2, 'open', false],
      ['Renewal', 'Call', 1, 'open', true],
      ['Renewal', 'Offer', 2, 'open', false],
    ]
    const deals = [
      ['A', 'open', 'Offer', asOf, 'New'],
      ['B', 'open', 'Offer', asOf, 'Renewal'],
    ]
    expect(ids(run([header, ...deals], stages))).toEqual(['A'])
  })

  test('a deal that is due soon in an unknown stage is not judged, and counted', () => {
    const answer = run(
      [header, ['A', 'open', 'Nowhere', asOf, null], ['B', 'open', 'Nowhere', null, null]],
      tenDealStages,
    )
    expect(ids(answer)).toEqual([])
    expect(notes(answer)).toContain('Open deals that are due soon in a stage whose place is not known: 1.')
  })

  test('says which stages count as initial, and by what', () => {
    expect(notes(run(tenDeals, tenDealStages))).toEqual(['As initial counts Qualify, by the Stages table.'])
    expect(notes(run(tenDeals, null))).toEqual([
      'As initial counts Qualify, by the mean probability of the open deals in each stage.',
    ])
  })

  test('closed deals are never early', () => {
    expect(ids(run([header, ['A', 'won', 'Qualify', asOf, null]], tenDealStages))).toEqual([])
  })

  test('without an order of the stages it says that a Stages table would help', () => {
    expect(run([header, ['A', 'open', 'Blue', asOf, null]], null)).toMatchObject({
      ok: false,
      code: 'missing-table',
      missing: { table: 'stages', field: null },
    })
  })

  test.each([
    [{ days: -1 }, 'days is -1; it must be a whole number of 0 or more.'],
    [{ days: 'soon' }, 'days is "soon"'],
  ])('refuses %j', (args, reason) => {
    expect(ids(run(tenDeals, tenDealStages, args))).toEqual([expect.stringContaining(reason)])
  })
})
