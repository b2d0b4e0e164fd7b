import { describe, expect, test } from '@jest/globals'
import { metricNamed } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { parametersOf } from '#core/metrics/parameters'
import { placesOf } from '#excel-addin/functions/places.ts'
import { doubtfulAddress, readArguments } from '#excel-addin/functions/read-arguments.ts'

const staleDeals = metricNamed('STALE_DEALS') as Metric
const names = parametersOf(staleDeals).map(({ name }) => name)

/** The arguments of STALE_DEALS with these values, the others left out. */
const given = (values: Readonly<Record<string, unknown>>, address: string | null = 'Notes!B1') =>
  [names.map((name) => values[name] ?? null), names.map((name) => (name in values ? address : null))] as const

const read = (values: Readonly<Record<string, unknown>>) => readArguments(staleDeals, ...given(values))

const doubts = (values: Readonly<Record<string, unknown>>, address: string | null = 'Notes!B1') => {
  const [list, addresses] = given(values, address)
  return placesOf(staleDeals).flatMap((place, i) => doubtfulAddress(place, list[i], addresses[i] ?? null) ?? [])
}

describe('arguments of a function', () => {
  test('left out, and blank on the web, they come as nothing', () => {
    const { tables, args, headers } = read({})
    expect(tables).toEqual({})
    expect(headers).toBeNull()
    expect(Object.values(args).filter((value) => value !== null)).toEqual([])
  })

  test('a 0 that no person means is a blank cell of the desktop', () => {
    const { args } = read({ as_of: 0, basis: 0, scope: 0, mode: '' })
    expect([args['as_of'], args['basis'], args['scope'], args['mode']]).toEqual([null, null, null, null])
  })

  test('a 0 that could be meant is looked up in its cell, and taken as it is where it was typed', () => {
    expect(doubts({ days: 0 })).toEqual(['Notes!B1'])
    expect(doubts({ headers: 0 })).toEqual(['Notes!B1'])
    expect(doubts({ days: 0 }, null)).toEqual([])
    expect(doubts({ days: 30, as_of: 0 })).toEqual([])
    expect(read({ days: 0 }).args['days']).toBe(0)
  })

  test('a range with a 0 in it is read again, since on the desktop that may be a blank cell', () => {
    expect(doubts({ deals: [['Deal ID'], [0]] })).toEqual(['Notes!B1'])
    expect(doubts({ deals: [['Deal ID'], [1]] })).toEqual([])
  })

  test('errors in cells and richer values are read as what they are', () => {
    const { tables } = read({
      deals: [
        ['Deal ID', 'Amount'],
        [
          { type: 'Error', basicValue: '#N/A' },
          { type: 'FormattedNumber', basicValue: 12.5, numberFormat: '0.0' },
        ],
        [{ code: '#VALUE!' }, ''],
      ],
    })
    expect(tables.deals?.grid.slice(1)).toEqual([
      [{ fault: '#N/A' }, 12.5],
      [{ fault: '#VALUE!' }, null],
    ])
  })

  test('one blank cell is no table', () => {
    expect(read({ deals: [[null]] }).tables).toEqual({})
    expect(read({ deals: [[0]] }).tables).toEqual({})
    expect(read({ deals: [['']] }).tables).toEqual({})
  })
})
