import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { noNextStep } from '#core/metrics/no-next-step'
import { runMetric, type Answer } from '#core/metrics/run'
import { ask, notes, table } from './ask.ts'

const asOf = 45382

const run = (deals: Grid, activities: Grid | null = null, args: Record<string, unknown> = {}): Answer =>
  runMetric(
    noNextStep,
    {
      tables: {
        deals: { name: 'Deals', grid: deals },
        ...(activities === null ? {} : { activities: { name: 'Activities', grid: activities } }),
      },
      today: asOf,
    },
    args,
  )

const ids = (answer: Answer): unknown[] => (answer.ok ? answer.rows.map((row) => row['id']) : [answer.reason])

const header = ['Deal ID', 'Status', 'Next step', 'Next activity']
const deal = (id: string, step: Cell, day: Cell, status = 'open'): Cell[] => [id, status, step, day]
const activityHeader = ['Deal ID', 'Date', 'Owner', 'Type', 'Done']

describe('NO_NEXT_STEP', () => {
  test('what an export writes for nothing is no next step', () => {
    expect(ids(run([header, deal('A', ' - ', null), deal('B', 'n/a', null), deal('C', 'Call', null)]))).toEqual([
      'A',
      'B',
    ])
  })

  test('an activity tomorrow or today is planned, one of yesterday is not', () => {
    const rows = [-1, 0, 1].map((days) => deal(`d${days}`, null, asOf + days))
    expect(ids(run([header, ...rows]))).toEqual(['d-1'])
  })

  test('closed deals need no next step', () => {
    expect(
      ids(run([header, deal('A', null, null, 'won'), deal('B', null, asOf - 9), deal('C', null, null, 'lost')])),
    ).toEqual(['B'])
  })

  test('an activity that is marked as done is not planned, even with a date to come', () => {
    const activities = [
      activityHeader,
      ['A', asOf + 3, 'Ann', 'Call', true],
      ['B', asOf + 3, 'Ann', 'Call', false],
      ['C', asOf - 3, 'Ann', 'Call', false],
    ]
    const rows = ['A', 'B', 'C'].map((id) => deal(id, null, null))
    expect(ids(run([header, ...rows], activities))).toEqual(['A', 'C'])
  })

  test('an activity of no deal, or of one that is not there, helps nobody', () => {
    const activities = [activityHeader, [null, asOf + 3, 'Ann', 'Call', false], ['X', asOf + 3, 'Ann', 'Call', false]]
    expect(ids(run([header, deal('A', null, null)], activities))).toEqual(['A'])
  })

  test('names the places that were not looked at', () => {
    expect(
      run([
        ['Deal ID', 'Status', 'Next step'],
        ['A', 'open', 'Call'],
      ]),
    ).toMatchObject({
      rows: [],
      notes: ['Not looked at, since it is not there or blank throughout: next activity, activities, actions.'],
    })
  })

  test('where no deal has any next step there is no answer, within a scope there is', () => {
    const grid = [
      ['Deal ID', 'Status', 'Owner', 'Next step'],
      ['A', 'open', 'Ann', null],
      ['B', 'open', 'Ben', 'Call'],
    ]
    expect(ids(run(grid.slice(0, 2)))).toEqual([expect.stringContaining('is blank from top to bottom')])
    expect(ids(run(grid, null, { scope: 'Ann' }))).toEqual(['A'])
  })

  test('refuses a mode that it does not know', () => {
    expect(ids(run([header, deal('A', null, null)], null, { mode: 'all' }))).toEqual([
      expect.stringContaining('mode is "all"'),
    ])
  })

  test('an open action is a next step, late or not; without a status one is open until it has a day on which it was closed', () => {
    const deals = [header, ...['A', 'B', 'C', 'D', 'E', 'F'].map((id) => deal(id, null, null))]
    const actions = table(
      'Action ID, Action, Owner, Due, Status, Closed, Deal ID',
      ['1', 'Call', 'Zoe', '2024-01-01', 'Open', null, 'A'],
      ['2', 'Call', 'Zoe', '2024-05-01', 'done', null, 'B'],
      ['3', 'Call', 'Zoe', '2024-05-01', 'dropped', null, 'C'],
      ['4', 'Call', 'Zoe', '2024-05-01', null, null, 'D'],
      ['5', 'Call', 'Zoe', '2024-05-01', null, '2024-03-01', 'E'],
      ['6', 'Call', 'Zoe', '2024-05-01', 'open', null, null],
    )
    const answer = ask(noNextStep, { deals, actions })
    expect(ids(answer)).toEqual(['B', 'C', 'E', 'F'])
    expect(notes(answer)).toEqual([
      'Not looked at, since it is not there or blank throughout: next step, next activity, activities.',
    ])
  })
})
