import type { Example } from './example.ts'
import { paramGrid } from './examples/whitepaper.ts'

const labels = ['Required', 'Done', 'Cover', 'Short by']

/** 2,400 ÷ 100 ÷ 25% ÷ 40% = 240 first meetings a year: 20 a month, of 2 sellers 10 each. */
const params = paramGrid({ target: 2_400, avg_deal: 100, win_rate: 0.25, meeting_rate: 0.4, sellers: 2 })
const meeting = (id: string, date: string, owner: string) => [id, date, owner, 'Meeting', 'Completed', 'Elm Water']
const activities = [
  ['Activity ID', 'Date', 'Owner', 'Type', 'Status', 'Account'],
  ...Array.from({ length: 8 }, (_, i) => meeting(`A${i}`, `2024-02-0${i + 1}`, 'Anna')),
  ...Array.from({ length: 6 }, (_, i) => meeting(`B${i}`, `2024-02-1${i}`, 'Ben')),
  meeting('C1', '2024-03-04', 'Ben'),
]
const people = [
  ['Person', 'Team', 'FTE'],
  ['Anna', 'North', 1],
  ['Ben', 'North', 0.5],
]

export const examples: readonly Example[] = [
  {
    about: 'February: a full-time seller has to hold ten meetings, a half-time one five.',
    given: { activities, params, people },
    args: { period: '2024-02', as_of: '2024-03-31' },
    result: [
      ['Owner', ...labels],
      ['Anna', 10, 8, 0.8, 2],
      ['Ben', 5, 6, 1.2, 0],
    ],
    figures: 'by hand: 24 deals take 96 opportunities and 240 meetings, 20 a month for two sellers',
  },
  {
    about: 'The running month up to as_of, by its workdays.',
    given: { activities, params },
    args: { as_of: '2024-03-15' },
    result: [
      ['Owner', ...labels],
      ['Ben', (10 * 11) / 21, 1, 21 / 110, (10 * 11) / 21 - 1],
    ],
    figures: 'by hand: 11 of the 21 workdays of March 2024',
  },
  {
    about: 'A team, by the planned parameters.',
    given: { activities, params, people },
    args: { period: '2024-02', as_of: '2024-03-31', by: 'team', params_version: 'plan' },
    result: [
      ['Team', ...labels],
      ['North', 15, 14, 14 / 15, 1],
    ],
    figures: 'by hand: 10 and 5',
  },
]
