import { describe, expect, test } from '@jest/globals'
import { metrics } from '#core/metrics/index'
import { examplesFor } from '#panel/formula/examples.ts'
import { doubtsIn, referenceTo, writeFormula } from '#panel/formula/write-formula.ts'
import { catalogueView, type FunctionView } from '#panel/session/catalogue-view.ts'
import type { FoundRange } from '#panel/port.ts'

const excel = { prefix: 'SPM.', separator: ',' } as const

const named = (name: string): FunctionView => {
  const found = catalogueView().functions.find((each) => each.name === name)
  if (found === undefined) throw new Error(`There is no ${name}.`)
  return found
}

const range = (kind: FoundRange['kind'], name: string, tab: string): FoundRange => ({
  kind,
  name,
  tab,
  address: 'A1:C9',
  head: [],
  rows: 9,
  firstRow: 1,
})

describe('a formula', () => {
  test('without arguments asks the tables of the workbook', () => {
    expect(writeFormula(named('STALE_DEALS'), {}, excel)).toBe('=SPM.STALE_DEALS()')
  })

  test('leaves out what was left out, and nothing stands after the last argument', () => {
    const view = named('WIN_RATE')
    const before = view.params.findIndex(({ name }) => name === 'period')
    expect(writeFormula(view, { period: '2024-Q1', by: '' }, excel)).toBe(
      `=SPM.WIN_RATE(${','.repeat(before)}"2024-Q1")`,
    )
  })

  test('doubles quotation marks, and writes days as dates in any language of Excel', () => {
    const view = named('STALE_DEALS')
    expect(writeFormula(view, { scope: 'The "A" team' }, excel)).toContain('"The ""A"" team"')
    expect(writeFormula(view, { as_of: '2024-02-29' }, { prefix: 'SPM_', separator: ';' })).toMatch(
      /^=SPM_STALE_DEALS\(;*DATE\(2024;2;29\)\)$/,
    )
  })

  test('doubts a number that is none, and no other', () => {
    const view = named('STALE_DEALS')
    expect(doubtsIn(view, { days: '45', top: '0.5' })).toEqual({})
    expect(Object.keys(doubtsIn(view, { days: '4 5', top: '1,5' }))).toEqual(['days', 'top'])
  })

  test('names a table of Excel by its name, and anything else by tab and cells', () => {
    expect(referenceTo(range('table', 'Deals', 'Data'), 'excel')).toBe('Deals[#All]')
    expect(referenceTo(range('table', 'Deals', 'Data'), 'sheets')).toBe('Data!A1:C9')
    expect(referenceTo(range('tab', 'My deals', 'My deals'), 'excel')).toBe("'My deals'!A1:C9")
    expect(referenceTo(range('tab', 'Q1', 'Q1'), 'excel')).toBe("'Q1'!A1:C9")
    expect(referenceTo(range('tab', 'x', "Anna's"), 'excel')).toBe("'Anna''s'!A1:C9")
  })
})

describe('the catalogue', () => {
  test('lists every metric once, under a family that it names', () => {
    const { functions, families } = catalogueView()
    expect(functions.map(({ name }) => name)).toEqual(metrics.map(({ name }) => name))
    expect(functions.filter(({ family }) => !families.includes(family))).toEqual([])
  })

  test('has an example for every function, and each is a formula', () => {
    for (const view of catalogueView().functions) {
      const examples = examplesFor(view)
      expect([view.name, examples.length > 0]).toEqual([view.name, true])
      for (const { filled } of examples)
        expect(writeFormula(view, filled, excel)).toMatch(new RegExp(`^=SPM\\.${view.name}\\(.*\\)$`))
    }
  })
})
