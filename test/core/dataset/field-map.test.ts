import { describe, expect, test } from '@jest/globals'
import { overrule, readFieldMaps, tableNamed } from '#core/dataset/field-map'
import { SpmError } from '#core/errors'

const map = (key: string) => readFieldMaps([[key, 'X']])

const refusal = (key: string): readonly [string, string] => {
  try {
    map(key)
  } catch (error) {
    if (error instanceof SpmError) return [error.code, error.message]
    throw error
  }
  throw new Error(`"${key}" was taken`)
}

describe('readFieldMaps', () => {
  test('reads a table by its key or title and a field by its name, with any spaces', () => {
    expect(map('deals.owner')).toEqual({ deals: { owner: 'X' } })
    expect(map(' Opportunities . Close Date ')).toEqual({ deals: { close_date: 'X' } })
  })

  test('a status is mapped where the words of the source are kept', () => {
    expect(map('deals.status')).toEqual({ deals: { status_text: 'X' } })
  })

  test('gathers the fields of one table', () => {
    const entries = [
      ['deals.owner', 'A'],
      ['people.person', 'B'],
      ['deals.amount', 'C'],
    ] as const
    expect(readFieldMaps(entries)).toEqual({ deals: { owner: 'A', amount: 'C' }, people: { person: 'B' } })
  })

  test('without a point, or with nothing before it, it says how a mapping is written', () => {
    expect(refusal('owner')).toEqual(['argument', 'The mapping "owner" names no table.field, such as deals.owner.'])
    expect(refusal('deals')[1]).toBe('The mapping "deals" names no table.field, such as deals.owner.')
    expect(refusal('.owner')[1]).toMatch(
      /^The mapping "\.owner" names no table\.field, such as deals\.owner\. Tables are: /,
    )
  })

  test('an unknown table is told from the tables that there are', () => {
    expect(refusal('customer.name')[1]).toMatch(/names no table\.field.*customers/)
    expect(refusal('zzzzzzzz.name')[1]).toMatch(/ Tables are: .*deals/)
  })

  test('an unknown or a derived field is told from the fields that can be set', () => {
    const [code, text] = refusal('stages.zzzzzzzz')
    expect(code).toBe('argument')
    expect(text).toMatch(/^The mapping "stages\.zzzzzzzz" is not possible: Stages has no field "zzzzzzzz" of its own\./)
    expect(text).toMatch(/ Its fields are: .*stage/)
    const derived = refusal('lines.zzzzzzzz')[1]
    expect(derived).toContain('net_price')
    expect(derived).not.toContain('business_unit')
    expect(refusal('lines.segment')[1]).toContain('Lines has no field "segment" of its own.')
  })
})

test('tableNamed knows keys and titles, and no other word', () => {
  expect(['DEALS', 'opportunities', 'nothing'].map(tableNamed)).toEqual(['deals', 'deals', null])
})

test('overrule goes field by field', () => {
  const first = { deals: { owner: 'A', amount: 'B' }, people: { person: 'C' } }
  expect(overrule(first, { deals: { owner: 'D' } })).toMatchObject({
    deals: { owner: 'D', amount: 'B' },
    people: { person: 'C' },
  })
})
