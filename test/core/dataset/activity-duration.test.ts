import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { openDataset } from '#core/dataset/dataset'

const hoursOf = (grid: Grid): readonly number[] | null => {
  const data = openDataset({ tables: { activities: { name: 'Activities', grid } }, today: 45000 })
  data.readAhead('activities', ['duration_h'])
  const column = data.column('activities', 'duration_h')
  return column === null ? null : [...column.values]
}

const head = ['Activity ID', 'Date', 'Owner', 'Type']
const rows = (...cells: Grid[number]): Grid => cells.map((cell, i) => [`A${i}`, '2024-01-02', 'Anna', 'Call', cell])

describe('hours of an activity', () => {
  test('are read as a number or as a time', () => {
    expect(hoursOf([[...head, 'Duration (h)'], ...rows(0.5, '1,5', '1:30', '')])).toEqual([0.5, 1.5, 1.5, NaN])
  })

  test('are made of seconds (1800 s = 0.5 h) or of minutes (15 min = 0.25 h)', () => {
    expect(hoursOf([[...head, 'CallDurationInSeconds'], ...rows('1800', null)])).toEqual([0.5, NaN])
    expect(hoursOf([[...head, 'duration_in_minutes'], ...rows(15)])).toEqual([0.25])
  })

  test('come from the column of hours where there is one', () => {
    expect(hoursOf([[...head, 'Hours', 'Minutes'], ...rows(2).map((row) => [...row, 15])])).toEqual([2])
  })

  test('are no column where no one says how long', () => {
    expect(hoursOf([head, ['A1', '2024-01-02', 'Anna', 'Call']])).toBeNull()
  })
})
