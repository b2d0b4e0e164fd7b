import { describe, expect, test } from '@jest/globals'
import { activity } from '#core/metrics/activity'
import { doneActivities } from '#core/metrics/examples/done-activities'
import { twoTeamsPeople } from '#core/metrics/examples/two-teams'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Activity ID, Date, Owner, Type, Status, Account'
const done = (...types: readonly string[]) =>
  table(header, ...types.map((type, i) => [`A${i}`, '2024-03-04', 'Ann', type, 'Completed', 'Elm Water']))

describe('ACTIVITY', () => {
  test('types are read in any of the languages that headers are known in, one or many', () => {
    const activities = done(
      'Calls',
      'Anruf',
      'appel téléphonique',
      'Llamada',
      'Samtal',
      'Opkald',
      'Puhelu',
      'PHONE CALL',
    )
    expect(cells(ask(activity, { activities }), 'contacts', 'calls')).toEqual([[8, 8]])
  })

  test('a trailing space makes no second type', () => {
    expect(cells(ask(activity, { activities: done('Meeting', 'Meeting ', ' meeting') }), 'meetings')).toEqual([[3]])
  })

  test('contacts are calls, e-mails and other contacts; demos and visits are meetings; tasks are nothing', () => {
    const activities = done('Call', 'Email', 'LinkedIn message', 'Demo', 'Site visit', 'Quote sent', 'Task', 'Note')
    const answer = ask(activity, { activities })
    expect(cells(answer, 'contacts', 'calls', 'meetings', 'offers')).toEqual([[3, 1, 2, 1]])
    expect(notes(answer)).toEqual([])
  })

  test('what the system made is left out and counted', () => {
    const answer = ask(activity, { activities: done('Quote Close', 'Case Resolution', 'Integration Error', 'Call') })
    expect(cells(answer, 'contacts')).toEqual([[1]])
    expect(notes(answer)).toEqual(['Activities made by the system, not by a person, which are left out: 3.'])
  })

  test('the class of the activity itself comes before the setting, the setting before the dictionary', () => {
    const activities = table(
      `${header}, Class`,
      ['A1', '2024-03-04', 'Ann', 'Call', 'Completed', 'Elm Water', 'meeting'],
      ['A2', '2024-03-04', 'Ann', 'Call', 'Completed', 'Elm Water', null],
    )
    const answer = ask(activity, { activities }, {}, { activity_types: 'call = offer; Other=system' })
    expect(cells(answer, 'calls', 'meetings', 'offers')).toEqual([[0, 1, 1]])
  })

  test('a setting that names no class is refused', () => {
    const answer = ask(activity, { activities: done('Call') }, {}, { activity_types: 'Call=talk' })
    expect(cells(answer)).toContain(
      'setting: Setting activity_types has "Call=talk"; write a type and what it counts as',
    )
  })

  test('types that nothing tells are named, the most frequent first', () => {
    const answer = ask(activity, { activities: done('Plant tour', 'Golf', 'Plant tour', 'Call') })
    expect(notes(answer)).toEqual([
      'Activities of a type that is not known, which are left out: 3, namely "Plant tour" (2), "Golf" (1). Say what they count as in the setting activity_types, such as Plant tour=meeting.',
    ])
  })

  test('an activity of two people counts for both, one of two deals once for each', () => {
    const activities = table(
      `${header}, Deal ID`,
      ['A1', '2024-03-04', 'Ann', 'Call', 'Completed', 'Elm Water', 'D1'],
      ['A1', '2024-03-04', 'Ann', 'Call', 'Completed', 'Elm Water', 'D2'],
      ['A1', '2024-03-04', 'Ben', 'Call', 'Completed', 'Elm Water', 'D1'],
    )
    expect(cells(ask(activity, { activities }), 'owner', 'calls')).toEqual([
      ['Ann', 1],
      ['Ben', 1],
    ])
    expect(cells(ask(activity, { activities }, { by: 'type' }), 'calls')).toEqual([[2]])
  })

  test('rows without an ID are activities of their own', () => {
    const activities = table(header, ...['x', 'y'].map(() => [null, '2024-03-04', 'Ann', 'Call', 'Completed', null]))
    expect(cells(ask(activity, { activities }), 'calls')).toEqual([[2]])
  })

  test('what is not done does not count: by its flag, else its status, else its date', () => {
    const activities = table(
      `${header}, Done, Cancelled`,
      ['A1', '2024-03-04', 'Ann', 'Call', 'Not Started', null, 'yes', null],
      ['A2', '2024-03-04', 'Ann', 'Call', 'Completed', null, 'no', null],
      ['A3', '2024-03-04', 'Ann', 'Call', 'Completed', null, null, 'yes'],
      ['A4', '2024-03-04', 'Ann', 'Call', 'Abgesagt', null, null, null],
      ['A5', '2024-03-31', 'Ann', 'Call', null, null, null, null],
      ['A6', '2024-04-01', 'Ann', 'Call', null, null, null, null],
      ['A7', '2024-04-01', 'Ann', 'Call', 'Terminé', null, null, null],
      ['A8', '2024-03-04', 'Ann', 'Call', 'Planned', null, null, null],
      ['A9', '2024-03-04', 'Ann', 'Call', 'Canceled', null, 'yes', null],
    )
    expect(cells(ask(activity, { activities }), 'calls')).toEqual([[3]])
  })

  test('by team, through People', () => {
    const activities = table(
      header,
      ['A1', '2024-03-04', 'Ole', 'Call', 'Completed', null],
      ['A2', '2024-03-04', 'Rui', 'Call', 'Completed', null],
      ['A3', '2024-03-04', 'Pia', 'Meeting', 'Completed', 'Elm Water'],
    )
    expect(
      cells(ask(activity, { activities, people: twoTeamsPeople }, { by: 'team' }), 'team', 'calls', 'meetings'),
    ).toEqual([
      ['North', 1, 1],
      ['South', 1, 0],
    ])
  })

  test('without a column for the duration there are no hours, and the cell says why', () => {
    expect(reasons(ask(activity, { activities: done('Call') }))).toContain(
      'The activities have no column for their duration.',
    )
  })

  test('nobody who did nothing in the period is listed', () => {
    expect(cells(ask(activity, { activities: doneActivities }, { period: '2024-01' }), 'owner')).toEqual([['Anna']])
  })
})
