import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { stageColumns } from '#core/dataset/wide-stages'

const open = (deals: Grid, history?: Grid): Dataset =>
  openDataset({
    tables: {
      deals: { name: 'deals.csv', grid: deals },
      ...(history && { history: { name: 'history.csv', grid: history } }),
    },
    today: dayOf(2024, 3, 31),
  })

/** `deal stage moment`, in the order of the rows. */
const changes = (data: Dataset): readonly string[] => {
  const [id, stage, at] = [
    data.column('history', 'deal_id'),
    data.column('history', 'to_stage'),
    data.column('history', 'changed_at'),
  ]
  return Array.from({ length: data.rows('history') }, (_, row) =>
    [id?.at(row), stage?.at(row), (at?.at(row) ?? NaN) - dayOf(2024, 1, 1)].join(' '),
  )
}

const head: readonly Cell[] = ['Record ID', 'Deal Name', 'Deal Stage', 'Create Date']

const dated: Grid = [
  [
    ...head,
    'Date entered Closed Won',
    'Date entered "Proposal (Sales)"',
    'Date exited "Proposal (Sales)"',
    'Date entered current stage',
  ],
  ['1', 'Pumps', 'Closed Won', '2024-01-01', '2024-01-11', '2024-01-03 12:00', '2024-01-11', '2024-01-11'],
  ['2', 'Valves', 'Proposal', '2024-01-01', null, '2024-01-05', null, '2024-01-05'],
  ['3', 'Rods', 'Lead', '2024-01-01', null, null, null, null],
]

const timed: Grid = [
  [...head, "Time in 'Closed Won (Sales)'", "Time in 'Lead (Sales)'", "Time in 'Proposal (Sales)'"],
  ['1', 'Pumps', 'Closed Won', '2024-01-01', '864,000', '86400', '43200'],
  ['2', 'Valves', 'Lead', '2024-01-02', null, 3600, 172800],
  ['3', 'Rods', 'Lead', null, null, 60, null],
]

describe('changes of stage in columns by stage (A8)', () => {
  test('are made of the days on which stages were entered, without the pipeline in brackets', () => {
    expect(changes(open(dated))).toEqual(['1 Proposal 2.5', '1 Closed Won 10', '2 Proposal 4'])
  })

  test('of two at one moment, the stage that was not left again comes last, whatever the order of the columns', () => {
    const grid: Grid = [
      [...head, 'Date entered Proposal', 'Date entered Lead', 'Date exited Lead', 'Date exited Proposal'],
      ['1', 'Pumps', 'Proposal', '2024-01-01', '2024-01-02', '2024-01-02', '2024-01-02', null],
    ]
    expect(changes(open(grid))).toEqual(['1 Lead 1', '1 Proposal 1'])
  })

  test('a name in brackets that deals write too is part of the stage', () => {
    const grid: Grid = [
      [...head, 'Date entered Demo (online)'],
      ['1', 'Pumps', 'Demo (online)', '2024-01-01', '2024-01-02'],
    ]
    expect(changes(open(grid))).toEqual(['1 Demo (online) 1'])
  })

  test('are made of the seconds in each stage, from the creation on, with the stage of now last', () => {
    // deal 1: Lead 1 day (86,400 s), Proposal half a day, then Closed Won; deal 2: Proposal 2 days before Lead, where it is
    const data = open(timed)
    expect(changes(data)).toEqual(['1 Lead 0', '1 Proposal 1', '1 Closed Won 1.5', '2 Proposal 1', '2 Lead 3'])
    expect(data.findings().map(({ code }) => code)).toContain('history-seconds')
  })

  test('give way to a table of changes', () => {
    const data = open(dated, [
      ['Deal ID', 'From stage', 'To stage', 'Changed at'],
      ['1', 'Lead', 'Proposal', '2024-01-02'],
    ])
    expect(changes(data)).toEqual(['1 Proposal 1'])
  })

  test('are none without such columns, without keys, or with the day of the present stage alone', () => {
    expect(open(dated.map((row) => row.slice(0, 4))).table('history')).toBeNull()
    expect(
      open([
        [...head, 'Date entered current stage'],
        ['1', 'Pumps', 'Lead', '2024-01-01', '2024-01-01'],
      ]).table('history'),
    ).toBeNull()
    expect(open(dated.map((row) => row.slice(1))).table('history')).toBeNull()
  })

  test('a day that cannot be read is named with its row', () => {
    const wrong = dated.map((row, r) => (r === 2 ? row.map((cell, c) => (c === 5 ? 'soon' : cell)) : row))
    expect(() => changes(open(wrong))).toThrow('"deals.csv", row 3, column "changed_at": "soon" is no date')
  })

  test('are the same table when the same deals are opened again', () => {
    expect(open(dated).table('history')).toBe(open(dated).table('history'))
  })
})

test('stageColumns knows what each column tells', () => {
  const headers = [
    'Deal Stage',
    'date entered Won',
    'Date exited Won',
    "Time in 'Won (Sales)'",
    'Latest time in Won',
    'Cumulative time in Won',
    'Time in days',
  ]
  expect(stageColumns(headers)).toEqual([
    { column: 1, tells: 'entered', stage: 'Won' },
    { column: 2, tells: 'exited', stage: 'Won' },
    { column: 3, tells: 'seconds', stage: 'Won (Sales)' },
    { column: 4, tells: 'other', stage: 'Won' },
    { column: 5, tells: 'other', stage: 'Won' },
  ])
})
