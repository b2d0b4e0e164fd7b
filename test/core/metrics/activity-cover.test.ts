import { describe, expect, test } from '@jest/globals'
import { activityCover } from '#core/metrics/activity-cover'
import { paramGrid } from '#core/metrics/examples/whitepaper'
import { ask, cells, table } from './ask.ts'

const needs = { target: 2_400, avg_deal: 100, win_rate: 0.25, meeting_rate: 0.4, sellers: 2 }
const activities = table(
  'Activity ID, Date, Owner, Type, Status, Account',
  ['A1', '2024-03-04', 'Ann', 'Meeting', 'Completed', 'Elm Water'],
  ['A2', '2024-03-05', 'Ann', 'Call', 'Completed', 'Elm Water'],
  ['A3', '2024-03-06', 'Ann', 'Internal meeting', 'Completed', null],
  ['A4', '2024-03-07', 'Bob', 'Call', 'Completed', 'Elm Water'],
)

describe('ACTIVITY_COVER', () => {
  test('calls and internal meetings are no meetings with customers; who only called has held none', () => {
    const answer = ask(activityCover, { activities, params: paramGrid(needs) })
    expect(cells(answer, 'owner', 'required', 'done', 'cover', 'short')).toEqual([
      ['Bob', 10, 0, 0, 10],
      ['Ann', 10, 1, 0.1, 9],
    ])
  })

  test('a target of 0 requires nothing', () => {
    const answer = ask(activityCover, { activities, params: paramGrid({ ...needs, target: 0 }) })
    expect(cells(answer, 'cover', 'short')).toEqual([
      [null, 0],
      [null, 0],
    ])
  })

  test('names what Params lack', () => {
    const params = paramGrid({ target: 2_400, avg_deal: 100, win_rate: 0.25 })
    expect(cells(ask(activityCover, { activities, params }))).toContain(
      'no-answer: Params do not tell how many meetings a seller has to hold: give target',
    )
  })
})
