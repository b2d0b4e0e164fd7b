import { describe, expect, test } from '@jest/globals'
import type { Result } from '#core/metrics/run'
import { overTime, type OverTime } from '#core/report/over-time'
import { place } from '#core/report/place'
import type { Instruction } from '#core/report/instructions'

const periods = ['W1', 'W2', 'W3', 'W4'].map((label, i) => ({ label, start: i * 7, end: i * 7 + 6 }))

const answered = (...rows: readonly (readonly [owner: string, week: string, meetings: number])[]): Result => ({
  ok: true,
  metric: 'MEETINGS',
  variant: '',
  columns: [
    { key: 'owner', label: 'Owner', kind: 'text' },
    { key: 'week', label: 'Week', kind: 'text' },
    { key: 'meetings', label: 'Meetings', kind: 'count' },
  ],
  rows: rows.map(([owner, week, meetings]) => ({ owner, week, meetings })),
  scalar: null,
  notes: ['One was left out.'],
  findings: [],
})

const shown: OverTime = {
  name: 'meetings',
  title: 'Meetings by week',
  empty: 'None.',
  group: 'owner',
  period: 'week',
  figure: 'meetings',
  kind: 'count',
  periods,
  half: '2 weeks',
  draw: 'column',
}

const result = answered(['Anna', 'W1', 3], ['Anna', 'W4', 1], ['Ben', 'W3', 2])

const placed = (): readonly Instruction[] =>
  place({
    pack: 'TEAM',
    title: 'Team',
    scope: null,
    asOf: 45_382,
    meta: '',
    currency: '',
    headlines: [],
    tabs: [
      {
        key: 'activity',
        label: '7 Activity',
        title: 'Activity',
        purpose: 'Enough?',
        colour: 'past',
        provisional: false,
        blocks: [overTime(result, shown)],
      },
    ],
  })

const only = <K extends Instruction['do']>(kind: K): Extract<Instruction, { do: K }>[] =>
  placed().filter((each): each is Extract<Instruction, { do: K }> => each.do === kind)

describe('a figure over time', () => {
  test('has a row for each group and 0 for a period of which nothing is known', () => {
    expect(overTime(result, shown).rows).toEqual([
      { owner: 'Anna', p1: 3, p2: 0, p3: 0, p4: 1 },
      { owner: 'Ben', p1: 0, p2: 0, p3: 2, p4: 0 },
    ])
  })

  test('is added up under several groups, and not under one', () => {
    expect(overTime(result, shown).total).toBe(true)
    expect(overTime(answered(['Anna', 'W1', 3]), shown).total).toBe(false)
  })

  test('is drawn beside its figures, with the same course in characters', () => {
    expect(only('sparkline')).toMatchObject([
      { kind: 'column', at: { column: 5 }, values: { rows: 1, column: 1, columns: 4 }, text: '█▁▁▃' },
      { kind: 'column', at: { column: 5 }, values: { rows: 1, column: 1, columns: 4 }, text: '▁▁█▁' },
    ])
    for (const { at, values } of only('sparkline')) expect(values.row).toBe(at.row)
  })

  test('compares its newer half with the older by formulas, and shows the change as an arrow and in colour', () => {
    const rows = only('values').flatMap(({ values }) => values)
    expect(rows.find(([name]) => name === 'Anna')?.slice(6)).toMatchObject([{ value: 3 }, { value: 1 }, { value: -2 }])
    expect(rows.find(([name]) => name === 'Ben')?.slice(6)).toMatchObject([{ value: 0 }, { value: 2 }, { value: 2 }])
    expect(only('rule')).toMatchObject([{ rule: { kind: 'trend', upIsGood: true }, area: { column: 8, rows: 2 } }])
    expect(only('format').filter(({ format }) => format === 'trend')).toMatchObject([{ area: { column: 8, rows: 3 } }])
  })
})
