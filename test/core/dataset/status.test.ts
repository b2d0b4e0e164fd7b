import { describe, expect, test } from '@jest/globals'
import type { Status } from '#core/dataset/columns'
import { readStatuses, statusCode, type StatusColumns } from '#core/dataset/status'
import { flagsOf, textsOf } from './in-columns.ts'

const statuses = (rows: number, given: Partial<StatusColumns>): readonly string[] => {
  const flags = { isClosed: null, isWon: null, isLost: null, active: null }
  const nothing = { ...flags, status: null, stage: null, pipeline: null, stageType: () => null }
  const column = readStatuses({ rows, ...nothing, ...given })
  return Array.from({ length: rows }, (_, row) => column.at(row))
}

test.each([
  ['Open', 0],
  ['IN PROGRESS', 0],
  ['Closed-Won', 1],
  ['gagné', 1],
  ['Cancelled', 2],
  ['Hävitty', 2],
  ['On hold', 3],
  ['', 255],
  ['Verbal', 255],
])('the status word %j has the code %d', (word, code) => {
  expect(statusCode(word)).toBe(code)
})

describe('readStatuses (D2)', () => {
  test('each column speaks where the ones before it say nothing (D2)', () => {
    expect(
      statuses(6, {
        status: textsOf('won', 'unsure', '', '', '', ''),
        isLost: flagsOf(true, true, null, null, null, null),
        isClosed: flagsOf(null, null, false, null, null, null),
        active: flagsOf(false, false, false, false, true, true),
        stage: textsOf('Lost', 'Won', 'Won', 'Won', 'Closed Lost', 'Talk'),
      }),
    ).toEqual(['won', 'lost', 'open', 'lost', 'lost', 'open'])
  })

  test('closed without a flag for won leaves it to the stage', () => {
    const stage = textsOf('Closed Won', 'Lost', 'Talk')
    expect(statuses(3, { isClosed: flagsOf(true, true, true), stage })).toEqual(['won', 'lost', 'open'])
    expect(statuses(3, { isClosed: flagsOf(true, true, true), isWon: flagsOf(null, true, false), stage })).toEqual([
      'lost',
      'won',
      'lost',
    ])
  })

  test('the Stages table comes before what a name says, and a stage named New is open', () => {
    const types = new Map<string, Status>([
      ['Lost', 'open'],
      ['Signed', 'won'],
    ])
    const stage = textsOf('Lost', 'Signed', 'Oddity', 'New', '')
    const stageType = (label: string): Status | null => types.get(label) ?? null
    expect(statuses(5, { stage, stageType })).toEqual(['open', 'won', 'open', 'open', 'open'])
  })

  test('a stage of one name is what it is in the pipeline of the deal', () => {
    const stage = textsOf('Signed', 'Signed', 'Signed')
    const stageType = (_: string, pipeline: string): Status | null => (pipeline === 'Service' ? 'won' : null)
    expect(statuses(3, { stage, pipeline: textsOf('Service', 'Machines', 'Service'), stageType })).toEqual([
      'won',
      'open',
      'won',
    ])
  })

  test('numbers are statuses in the status column, and never names of stages', () => {
    const numbered = textsOf('0', '1', '2', '3')
    expect(statuses(4, { status: numbered })).toEqual(['open', 'won', 'lost', 'open'])
    expect(statuses(4, { stage: numbered })).toEqual(['open', 'open', 'open', 'open'])
  })

  test('without any column every deal is open', () => {
    expect(statuses(2, {})).toEqual(['open', 'open'])
  })
})
