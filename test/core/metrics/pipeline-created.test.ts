import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { tenDealSnapshots } from '#core/metrics/examples/ten-deals-past'
import { pipelineCreated } from '#core/metrics/pipeline-created'
import { ask, cells, notes, table } from './ask.ts'

const createdOn = (...days: readonly (string | null)[]) =>
  table('Deal ID, Amount, Created', ...days.map((day, i) => [`D${i}`, 10, day] as const))

describe('PIPELINE_CREATED', () => {
  test('takes no notice of what became of a deal, or whose it is now', () => {
    expect(cells(ask(pipelineCreated, { deals: tenDeals }, { period: '2023-Q4' }), 'count', 'value')).toEqual([
      [4, 200_000],
    ])
  })

  test('a deal without a creation date counts nowhere, not even without a period', () => {
    const answer = ask(pipelineCreated, { deals: createdOn('2024-01-05', null) })
    expect(cells(answer, 'count')).toEqual([[1]])
    expect(notes(answer)).toEqual(['Deals without a creation date, which count nowhere: 1.'])
  })

  test('a day that holds more than a fifth of all deals is mentioned when it counts', () => {
    const days = [...Array<string>(6).fill('2024-02-01'), ...Array.from({ length: 20 }, (_, i) => `2024-01-${i + 10}`)]
    const deals = createdOn(...days)
    const said = 'More than a fifth of all deals were created on 2024-02-01, which looks like an import: 6.'
    expect(notes(ask(pipelineCreated, { deals }, { period: '2024' }))).toEqual([said])
    expect(notes(ask(pipelineCreated, { deals }, { period: '2024-01' }))).toEqual([])
  })

  test('exactly a fifth is no import, and neither are four deals', () => {
    const fifth = [...Array<string>(5).fill('2024-02-01'), ...Array.from({ length: 20 }, (_, i) => `2024-01-${i + 10}`)]
    expect(notes(ask(pipelineCreated, { deals: createdOn(...fifth) }))).toEqual([])
    expect(notes(ask(pipelineCreated, { deals: createdOn(...Array<string>(4).fill('2024-02-01')) }))).toEqual([])
  })

  test('a creation after the as-of day counts and is mentioned', () => {
    const answer = ask(pipelineCreated, { deals: createdOn('2024-03-31 18:00', '2024-04-01') })
    expect(cells(answer, 'count')).toEqual([[2]])
    expect(notes(answer)).toEqual(['Deals created after the as-of day, which count: 1.'])
  })

  test('initial takes the earliest snapshot, whatever the order of the rows', () => {
    const deals = table('Deal ID, Amount, Created', ['A', 900, '2024-01-05'])
    const snapshots = table(
      'Snapshot at, Deal ID, Stage, Amount',
      ['2024-02-29', 'A', 'Proposal', 500],
      ['2024-01-31', 'A', 'Proposal', 100],
      ['2024-03-31', 'A', 'Proposal', 700],
    )
    expect(cells(ask(pipelineCreated, { deals, snapshots }, { initial: true }), 'value')).toEqual([[100]])
    expect(cells(ask(pipelineCreated, { deals, snapshots }), 'value')).toEqual([[900]])
  })

  test('initial takes the earliest snapshot, whoever owned the deal then', () => {
    const deals = table('Deal ID, Owner, Amount, Created', ['A', 'Ben', 900, '2024-01-05'])
    const snapshots = table(
      'Snapshot at, Deal ID, Owner, Stage, Amount',
      ['2024-01-31', 'A', 'Anna', 'Proposal', 100],
      ['2024-02-29', 'A', 'Ben', 'Proposal', 500],
    )
    expect(cells(ask(pipelineCreated, { deals, snapshots }, { initial: true, scope: 'Ben' }), 'value')).toEqual([[100]])
  })

  test('initial says how many deals are in no snapshot', () => {
    const answer = ask(pipelineCreated, { deals: tenDeals, snapshots: tenDealSnapshots }, { initial: true })
    expect(notes(answer)).toEqual(['Deals in no snapshot, which count with their amount now: 1.'])
  })

  test('initial without snapshots has no answer', () => {
    expect(cells(ask(pipelineCreated, { deals: tenDeals }, { initial: true }), 'value')).toBe(
      'missing-table: initial=TRUE needs the table Snapshots, which tells what deals were worth.',
    )
  })

  test('splits by the month of creation, not of closing', () => {
    const deals = table('Deal ID, Amount, Created, Close date', ['A', 1, '2024-01-05', '2024-09-30'])
    expect(cells(ask(pipelineCreated, { deals }, { by: 'month' }), 'month', 'count')).toEqual([['2024-01', 1]])
  })
})
