import { describe, expect, test } from '@jest/globals'
import type { Result } from '#core/metrics/run'
import { noAnswer } from '#core/metrics/value'
import { tableFrom, withoutBlankColumns } from '#core/report/table-from'

const result: Result = {
  ok: true,
  metric: 'EXAMPLE',
  variant: '',
  columns: [
    { key: 'owner', label: 'Owner', kind: 'text' },
    { key: 'deals', label: 'Deals', kind: 'count' },
    { key: 'value', label: 'Value', kind: 'money' },
  ],
  rows: [
    { owner: 'Anna', deals: 2, value: 80 },
    { owner: 'Ben', deals: 0, value: noAnswer('nothing was sold') },
    { owner: 'Cleo', deals: 1, value: null },
  ],
  scalar: null,
  notes: ['One was left out.'],
  findings: [],
}

const options = { name: 'example', title: 'Example', empty: 'None.' }
const keys = (block: { readonly columns: readonly { readonly key: string }[] }): readonly string[] =>
  block.columns.map(({ key }) => key)

describe('tableFrom', () => {
  test('takes rows, columns and notes from the answer', () => {
    expect(tableFrom(result, options)).toEqual({
      kind: 'table',
      ...options,
      columns: result.columns,
      rows: result.rows,
      total: false,
      notes: ['One was left out.'],
      hidden: 0,
    })
  })

  test('shows the columns that are asked for, in that order; unknown ones are none', () => {
    expect(keys(tableFrom(result, { ...options, show: ['value', 'stage', 'owner'] }))).toEqual(['value', 'owner'])
  })

  test('changes single columns, and adds others behind', () => {
    const { columns } = tableFrom(result, {
      ...options,
      columns: { value: { label: 'Amount', total: 'sum' } },
      extra: [{ key: 'note', label: 'Note', kind: 'text', input: 'text' }],
    })
    expect(columns[2]).toEqual({ key: 'value', label: 'Amount', kind: 'money', total: 'sum' })
    expect(columns[3]?.key).toBe('note')
  })

  test('cuts a long list, and says how much', () => {
    const block = tableFrom(result, { ...options, limit: 2 })
    expect([block.rows.length, block.hidden]).toEqual([2, 1])
  })

  test('takes other rows than those of the answer', () => {
    const block = tableFrom(result, { ...options, rows: [{ owner: 'Dan' }], limit: 5 })
    expect([block.rows, block.hidden]).toEqual([[{ owner: 'Dan' }], 0])
  })
})

describe('withoutBlankColumns', () => {
  const block = tableFrom(result, {
    ...options,
    extra: [
      { key: 'share', label: 'Share', kind: 'percent', formula: { share: 'value' } },
      { key: 'note', label: 'Note', kind: 'text', input: 'text' },
    ],
  })

  test('leaves out what no row fills; zeros fill, reasons do not', () => {
    const rows = [{ owner: 'Ben', deals: 0, value: noAnswer('nothing was sold') }]
    expect(keys(withoutBlankColumns({ ...block, rows }))).toEqual(['owner', 'deals', 'share', 'note'])
  })

  test('keeps formulas, cells to fill in, and every column of an empty table', () => {
    expect(keys(withoutBlankColumns(block))).toEqual(['owner', 'deals', 'value', 'share', 'note'])
    expect(keys(withoutBlankColumns({ ...block, rows: [] }))).toEqual(['owner', 'deals', 'value', 'share', 'note'])
  })
})
