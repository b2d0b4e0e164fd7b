import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { Texts } from '#core/dataset/columns'
import type { FieldMap } from '#core/dataset/recognise'
import { readSettings } from '#core/dataset/settings'
import { openTable } from '#core/dataset/table'
import { people } from '#core/dataset/tables/people'
import { labelsOf } from './in-columns.ts'

const column = (grid: Grid, field: string, map: FieldMap = {}) => {
  const table = openTable(people, { name: 'People', grid, map }, readSettings({}))
  const read = table.read(field)
  if (!(read instanceof Texts)) throw new Error(`${field} is no column of texts`)
  return { header: table.header(field), rows: labelsOf(read), filled: table.filled(field) }
}

describe('the cells that a field is read from', () => {
  test('of columns under one header, the first that has anything in it', () => {
    const grid: Grid = [
      ['Person', 'Team', 'Team', 'Team', 'Manager'],
      ['Anna', null, null, 'East', 'Cleo'],
      ['Ben', ' ', 'North', 'West', ''],
    ]
    expect(column(grid, 'team')).toEqual({ header: 'Team, Team, Team', rows: ['', 'North'], filled: 1 })
  })

  test('of columns that are all blank, nothing', () => {
    const grid: Grid = [
      ['Person', 'Team', 'Team', 'Manager'],
      ['Anna', null, null, 'Cleo'],
    ]
    expect(column(grid, 'team')).toMatchObject({ rows: [''], filled: 0 })
  })

  const keyed: Grid = [
    ['Person', 'Key', 'Number', 'Manager'],
    ['Anna', 'a1', 12, 'Cleo'],
    ['Ben', null, 13, ''],
    ['Cleo', '-', null, ''],
  ]

  test('of columns set by hand, the first filled cell of each row', () => {
    expect(column(keyed, 'email', { email: 'Key,Number' })).toEqual({
      header: 'Key, Number',
      rows: ['a1', '13', ''],
      filled: 2,
    })
  })

  test('of several columns of aliases, all of them', () => {
    expect(column(keyed, 'alias', { alias: 'Key,Number' }).rows).toEqual(['a1;12', '13', ''])
  })

  test('a constant stands in every row, and is its own header', () => {
    expect(column(keyed, 'team', { team: '"North"' })).toEqual({
      header: '"North"',
      rows: ['North', 'North', 'North'],
      filled: 3,
    })
  })

  test('a field that no column holds has its own label for a header', () => {
    expect(openTable(people, { name: 'People', grid: keyed }, readSettings({})).header('start')).toBe('Start')
  })
})
