import { describe, expect, test } from '@jest/globals'
import { identify } from '#core/dataset/identify'
import { recognise } from '#core/dataset/recognise'
import type { TableSchema } from '#core/dataset/schema'
import { tables, type TableName } from '#core/dataset/tables/index'
import { dealExports } from './deal-export-headers.ts'
import type { Export } from './export-headers.ts'
import { otherExports } from './other-export-headers.ts'

const exports: readonly Export[] = [...dealExports, ...otherExports]

const headersOf = ({ fields, beside }: Export): readonly string[] => [
  ...Object.values(fields).map(([first = '']) => first),
  ...beside,
]

/** `field ← header`, as recognised. */
const readAs = (headers: readonly string[], table: TableName): Readonly<Record<string, string>> => {
  const named: Record<string, string> = {}
  for (const [field, place] of recognise(headers, tables[table]).fields)
    if ('columns' in place) named[field] = place.columns.map((column) => headers[column] ?? '').join(' + ')
  return named
}

describe('exports are recognised by their header row (A2)', () => {
  test.each(exports.map((each) => [each.title, each] as const))('%s: every field, and its system', (_title, each) => {
    const headers = headersOf(each)
    const schema: TableSchema = tables[each.table]
    const { source, conflicts, open, unknown } = recognise(headers, schema)
    expect(readAs(headers, each.table)).toEqual(
      Object.fromEntries(Object.entries(each.fields).map(([field, [first]]) => [field, first])),
    )
    expect({ source, conflicts: conflicts.size, open: open.size, unknown }).toEqual({
      source: each.source,
      conflicts: 0,
      open: 0,
      unknown: each.beside,
    })
  })

  test.each(exports.map((each) => [each.title, each] as const))('%s is that table and no other', (_title, each) => {
    const headers = headersOf(each)
    const { tables: found, questions } = identify([{ name: 'x.csv', grid: [headers, headers.map(() => 'x')] }])
    expect({ found: Object.keys(found), questions }).toEqual({ found: [each.table], questions: [] })
  })

  const others = exports.flatMap((each) =>
    Object.entries(each.fields).flatMap(([field, [first, ...more]]) =>
      more.map((header) => [each.title, field, header, first ?? '', each] as const),
    ),
  )

  test.each(others)('%s: %s is also called %s', (_title, field, header, first, each) => {
    const headers = headersOf(each).map((other) => (other === first ? header : other))
    expect(readAs(headers, each.table)[field]).toBe(header)
    expect(recognise(headers, tables[each.table]).source).toBe(each.source)
  })
})

describe('several columns for one field (A2a)', () => {
  const hubspot = ['Record ID', 'Deal Name', 'Deal Stage', 'Create Date']

  test('a substitute stands behind the words of its field, so that it counts only where these are blank', () => {
    expect(readAs([...hubspot, 'Last contacted', 'Last Activity Date'], 'deals')['last_activity']).toBe(
      'Last Activity Date + Last contacted',
    )
  })

  test('two words of equal rank stay a conflict', () => {
    expect(recognise([...hubspot, 'Original Source', 'Record source'], tables.deals).conflicts.get('source')).toEqual([
      'Original Source',
      'Record source',
    ])
  })

  test('a substitute does not settle a conflict', () => {
    const headers = ['Deal - ID', 'Deal - Organization', 'Deal - Deal created', 'Deal - Creation date']
    const { conflicts, fields } = recognise(headers, tables.deals)
    expect(conflicts.get('created')).toEqual(['Deal - Deal created', 'Deal - Creation date'])
    expect(fields.has('created')).toBe(false)
  })

  test('a header with (2) repeats the one without', () => {
    const headers = ['Opportunity ID', 'Opportunity Name', 'Stage', 'Close Date', 'Close Date (2)', 'Discount (5)']
    const { fields, conflicts, unknown } = recognise(headers, tables.deals)
    expect(fields.get('close_date')).toEqual({ columns: [3, 4] })
    expect({ conflicts: conflicts.size, unknown }).toEqual({ conflicts: 0, unknown: ['Discount (5)'] })
  })

  test('what Dynamics marks as not to be modified is no second header', () => {
    const headers = ['(Do Not Modify) Opportunity', 'Topic', 'Modified On', '(Do Not Modify) Modified On']
    const { fields, conflicts } = recognise(headers, tables.deals)
    expect(fields.get('last_modified')).toEqual({ columns: [2, 3], joined: true })
    expect(conflicts.size).toBe(0)
  })
})
