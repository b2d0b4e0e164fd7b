import { describe, expect, test } from '@jest/globals'
import { doneActivities } from '#core/metrics/examples/done-activities'
import { meetings } from '#core/metrics/meetings'
import { ask, cells, notes, reasons, table } from './ask.ts'

const met = (day: string, account: string | null, id: string | null = null) => [day, 'Ann', 'Meeting', account, id]
const activitiesOf = (...rows: readonly ReturnType<typeof met>[]) =>
  table('Date, Owner, Type, Account, Account ID', ...rows)
const deals = table(
  'Deal ID, Owner, Account, Account ID, Status, Amount, Close date',
  ['D1', 'Ben', 'Elm Water', 'C1', 'won', 10, '2024-02-10'],
  ['D2', 'Ben', 'Fir Chemicals', 'C2', 'lost', 10, '2024-01-10'],
)
const onlyNew = { new_only: true }

describe('MEETINGS', () => {
  test('a customer is new up to and including the day of the first won deal', () => {
    const activities = activitiesOf(
      met('2024-02-09', 'Elm Water'),
      met('2024-02-10', 'Elm Water'),
      met('2024-02-11', 'Elm Water'),
    )
    expect(cells(ask(meetings, { activities, deals }, onlyNew), 'meetings')).toEqual([[2]])
  })

  test('a lost deal makes no customer, and an account that no table has is new', () => {
    const activities = activitiesOf(met('2024-03-01', 'Fir Chemicals'), met('2024-03-01', 'Kauri Timber'))
    expect(cells(ask(meetings, { activities, deals }, onlyNew), 'meetings')).toEqual([[2]])
  })

  test.each([
    ['an ID that is known, under any name', 'Elm Waterworks Ltd', 'C1', 0],
    ['an ID that is known, before the name', 'Elm Water', 'C2', 1],
    ['the name in any spelling', 'ELM  wäter', null, 0],
    ['the name, where the ID is not known', 'Elm Water', 'C9', 0],
  ])('the account is found by %s', (_, account, id, expected) => {
    const activities = activitiesOf(met('2024-03-01', account, id))
    expect(cells(ask(meetings, { activities, deals }, onlyNew), 'meetings')).toEqual([[expected]])
  })

  test('an activity without an account has that of its deal', () => {
    const activities = table(
      'Date, Owner, Type, Deal ID',
      ['2024-03-01', 'Ann', 'Meeting', 'D1'],
      ['2024-03-01', 'Ann', 'Meeting', 'D2'],
    )
    expect(cells(ask(meetings, { activities, deals }, onlyNew), 'meetings')).toEqual([[1]])
  })

  test('a customer of anybody is no new customer, whatever the scope', () => {
    const activities = activitiesOf(met('2024-03-01', 'Elm Water'))
    expect(cells(ask(meetings, { activities, deals }, { ...onlyNew, scope: 'Ann' }), 'meetings')).toEqual([[0]])
  })

  test('Customers alone tell it too; a customer without a day is new', () => {
    const customers = table(
      'Account ID, Account, Customer since',
      ['C1', 'Elm Water', '2020-01-01'],
      ['C2', 'Fir Chemicals', null],
    )
    const activities = activitiesOf(met('2024-03-01', 'Elm Water'), met('2024-03-01', 'Fir Chemicals'))
    expect(cells(ask(meetings, { activities, customers }, onlyNew), 'meetings')).toEqual([[1]])
  })

  test('deals without accounts tell nothing: no answer, never 0', () => {
    const blind = table('Deal ID, Status, Amount, Close date', ['D1', 'won', 10, '2024-02-10'])
    const answer = ask(meetings, { activities: activitiesOf(met('2024-03-01', 'Elm Water')), deals: blind }, onlyNew)
    expect(cells(answer, 'meetings')).toEqual([[null]])
    expect(reasons(answer)[0]).toContain('Which customers are new cannot be told')
  })

  test('a contact or a deal is a customer as well; where nothing names any, every meeting counts and a note says so', () => {
    const named = table(
      'Date, Owner, Type, Contact',
      ['2024-03-01', 'Ann', 'Meeting', 'Eva'],
      ['2024-03-01', 'Ann', 'Meeting', null],
    )
    const answer = ask(meetings, { activities: named })
    expect(cells(answer, 'meetings')).toEqual([[1]])
    expect(notes(answer)).toEqual(['Meetings without a customer, contact or deal, which are internal and left out: 1.'])
    const bare = ask(meetings, { activities: table('Date, Owner, Type', ['2024-03-01', 'Ann', 'Meeting']) })
    expect(cells(bare, 'meetings')).toEqual([[1]])
    expect(notes(bare)).toEqual(['No activity names a customer, so every meeting counts as one with a customer.'])
  })

  test('calls, mails and offers are no meetings', () => {
    const activities = table(
      'Date, Owner, Type, Account',
      ...['Call', 'E-mail', 'Quote'].map((type) => ['2024-03-01', 'Ann', type, 'Elm Water']),
    )
    expect(cells(ask(meetings, { activities }), 'meetings')).toEqual([[0]])
  })

  test('a channel that is asked for and has no column is an error that names it', () => {
    const answer = ask(meetings, { activities: activitiesOf(met('2024-03-01', 'Elm Water')) }, { channel: 'video' })
    expect(cells(answer)).toContain('missing-column: "activities" has no column for Channel.')
  })

  test('by week, weeks in order', () => {
    const answer = ask(meetings, { activities: doneActivities }, { period: '2024-03', by: 'week' })
    expect(cells(answer, 'week', 'meetings')).toEqual([
      ['2024-W10', 1],
      ['2024-W11', 1],
      ['2024-W12', 1],
    ])
  })
})
