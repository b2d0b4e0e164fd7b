import { expect, test } from '@jest/globals'
import { refuseQuestions, tablesRead } from '#core/metrics/tables-read'
import { winRate } from '#core/metrics/win-rate'

const question = (table: 'stages' | 'leads') => ({ tables: [table], ranges: [], text: `Which one is ${table}?` })

test('an answer reads its own tables, and calendar, people, rates, splits and settings', () => {
  expect([...tablesRead(winRate)].sort()).toEqual(['calendar', 'deals', 'fx', 'people', 'settings', 'splits', 'stages'])
})

test('an open question stands in the way of an answer that reads the table, and of no other', () => {
  expect(() => {
    refuseQuestions(winRate, [question('leads'), question('stages')])
  }).toThrow('Which one is stages?')
  expect(() => {
    refuseQuestions(winRate, [question('leads')])
  }).not.toThrow()
})
