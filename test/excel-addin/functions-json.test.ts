import { describe, expect, test } from '@jest/globals'
import { metrics } from '#core/metrics/index'
import { parametersOf } from '#core/metrics/parameters'
import { longestDescription, type FunctionsFile } from '#excel-addin/functions/describe.ts'
import { readText } from '../structure/repository.ts'

const described = JSON.parse(readText('excel-addin/functions/functions.json')) as FunctionsFile
const parameters = described.functions.flatMap(({ id, parameters }) =>
  parameters.map((parameter) => ({ ...parameter, place: `${id} ${parameter.name}` })),
)

describe('functions.json', () => {
  test('declares every metric once, under its own name', () => {
    expect(described.functions.map(({ id }) => id)).toEqual(metrics.map(({ name }) => name))
    expect(described.functions.filter(({ id, name }) => id !== name)).toEqual([])
  })

  test('every function streams, tells where its arguments stand, and is explained at an anchor of its own', () => {
    const { functions } = described
    const streaming = { stream: true, requiresStreamParameterAddresses: true }
    expect(functions.map(({ options }) => options)).toEqual(functions.map(() => streaming))
    expect(new Set(functions.map(({ helpUrl }) => helpUrl)).size).toBe(metrics.length)
    expect(functions.filter(({ id, helpUrl }) => !helpUrl.endsWith(`#${id}`))).toEqual([])
  })

  test('arguments stand in the order of every host, and each may be left out', () => {
    for (const [i, { parameters }] of described.functions.entries()) {
      const metric = metrics[i]
      expect(parameters.map(({ name }) => name)).toEqual(metric && parametersOf(metric).map(({ name }) => name))
    }
    expect(parameters.map(({ optional }) => optional)).toEqual(parameters.map(() => true))
  })

  test('tables, settings, periods and lists are taken as ranges, everything else as one cell', () => {
    const ranges = new Set(parameters.flatMap(({ name, dimensionality }) => (dimensionality === 'matrix' ? name : [])))
    expect(ranges.has('deals') && ranges.has('settings') && ranges.has('period')).toBe(true)
    expect(ranges.has('as_of') || ranges.has('by') || ranges.has('scope') || ranges.has('headers')).toBe(false)
  })

  test('every description is a whole sentence that Excel shows in full', () => {
    const texts = [...described.functions, ...parameters].map(({ description }) => description)
    expect(texts.filter((text) => text.length === 0 || text.length > longestDescription)).toEqual([])
    expect(texts.filter((text) => !/[.!?)]$/.test(text))).toEqual([])
  })

  test('the words that an argument can be are offered, and each list is used', () => {
    const used = new Set(parameters.flatMap(({ customEnumId }) => customEnumId ?? []))
    expect(new Set(described.enums.map(({ id }) => id))).toEqual(used)
    expect(described.enums.length).toBe(used.size)
    const modes = described.enums.find(({ id }) => id === 'MODE_LIST_COUNT_VALUE')
    expect(modes?.values.map(({ stringValue }) => stringValue)).toEqual(['list', 'count', 'value'])
  })
})
