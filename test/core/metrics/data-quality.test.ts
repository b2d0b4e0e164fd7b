import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import type { TableName } from '#core/dataset/tables/index'
import { dataQuality } from '#core/metrics/data-quality'
import { dirtyDeals, dirtyPeople } from '#core/metrics/examples/dirty-deals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { runMetric, type Answer } from '#core/metrics/run'

const asOf = 45382 // 2024-03-31

const run = (
  given: Partial<Record<TableName, Grid>>,
  args: Record<string, unknown> = {},
  settings: Readonly<Record<string, unknown>> = {},
): Answer =>
  runMetric(
    dataQuality,
    {
      tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
      today: asOf,
      settings,
    },
    args,
  )

const rowOf = (answer: Answer, check: string) =>
  answer.ok ? answer.rows.find((row) => row['check'] === check) : { failed: answer.reason }
const notes = (answer: Answer): readonly string[] => (answer.ok ? answer.notes : [answer.reason])

const table = (header: readonly string[], ...rows: readonly (readonly Cell[])[]): Grid => [header, ...rows]

describe('DATA_QUALITY', () => {
  test('a text that is no date is a finding, and the checks of that column alone have no answer', () => {
    const answer = run({ deals: dirtyDeals, stages: tenDealStages, people: dirtyPeople })
    expect(rowOf(answer, 'Cell cannot be read')).toMatchObject({ rows: 1, example: 'Row 8', column: 'Created' })
    expect(rowOf(answer, 'Created in the future')).toMatchObject({
      rows: { noAnswer: expect.stringContaining('"in spring" is no date of the calendar') },
    })
    expect(rowOf(answer, 'Amount is negative')).toMatchObject({ rows: 1 })
  })

  test('dates that read in two ways are a finding', () => {
    const deals = table(['Deal ID', 'Status', 'Close date'], ['A', 'open', '03/04/2024'], ['B', 'open', '05/04/2024'])
    expect(rowOf(run({ deals }), 'Date reads in two ways')).toMatchObject({ rows: 2, column: 'Close date' })
    expect(rowOf(run({ deals }, {}, { date_order: 'dmy' }), 'Date reads in two ways')).toBeUndefined()
  })

  test('a Salesforce ID of 18 characters repeats the one of 15, and case tells IDs apart', () => {
    const ids = ['006bm000004QlBn', '006bm000004QlBnAAK', '006bm000004qlBn', '006bm000004QlBoAAK']
    const deals = table(['Deal ID', 'Status'], ...ids.map((id) => [id, 'open']))
    expect(rowOf(run({ deals }), 'Deal ID is repeated')).toMatchObject({ rows: 1, example: `Row 3 (${ids[1]})` })
  })

  test('IDs that are numbers and have lost digits are a finding', () => {
    const deals = table(['Deal ID', 'Status'], ['A', 'open'], [2 ** 60, 'open'], [2 ** 61, 'open'])
    expect(rowOf(run({ deals }), 'ID has lost digits')).toMatchObject({ rows: 2, example: 'Row 3', column: 'Deal ID' })
  })

  test('every line of a deal is a row', () => {
    const deals = table(['Deal ID', 'Status', 'Amount'], ['A', 'won', 5], ['A', 'won', null], ['A', 'won', -1])
    const answer = run({ deals })
    expect(rowOf(answer, 'Deal ID is repeated')).toMatchObject({ rows: 2, share: 2 / 3 })
    expect(rowOf(answer, 'Amount is blank')).toMatchObject({ rows: 1, example: 'Row 3 (A)' })
  })

  test('a column that is blank throughout is blank in every row, not an error', () => {
    const deals = table(['Deal ID', 'Status', 'Amount'], ['A', 'open', null], ['B', 'open', null])
    expect(rowOf(run({ deals }), 'Amount is blank')).toMatchObject({ rows: 2, share: 1 })
  })

  test('a lost deal may keep its last open stage; a lost stage on an open deal is odd', () => {
    const deals = table(
      ['Deal ID', 'Status', 'Stage'],
      ['A', 'lost', 'Proposal'],
      ['B', 'open', 'Lost'],
      ['C', 'won', 'Closed Lost'],
      ['D', 'won', 'Closed Won'],
    )
    expect(rowOf(run({ deals }), 'Stage and status disagree')).toMatchObject({ rows: 2, example: 'Row 3 (B)' })
  })

  test('where the status comes from the stage the two cannot be compared', () => {
    const deals = table(['Deal ID', 'Stage', 'Amount'], ['A', 'Closed Won', 5])
    expect(rowOf(run({ deals }), 'Stage and status disagree')).toBeUndefined()
    expect(notes(run({ deals }))[0]).toContain('Stage and status disagree')
  })

  test('a close date on the day of creation is in order, whatever the time', () => {
    const deals = table(['Deal ID', 'Status', 'Created', 'Close date'], ['A', 'won', asOf - 3 + 0.8, asOf - 3])
    expect(rowOf(run({ deals }), 'Close date before creation')).toMatchObject({ rows: 0 })
  })

  test('created later today is not in the future, tomorrow is', () => {
    const deals = table(['Deal ID', 'Status', 'Created'], ['A', 'open', asOf + 0.9], ['B', 'open', asOf + 1])
    expect(rowOf(run({ deals }), 'Created in the future')).toMatchObject({ rows: 1, example: 'Row 3 (B)' })
  })

  test('an amount of 0 in an initial stage is early, not wrong', () => {
    const deals = table(
      ['Deal ID', 'Status', 'Stage', 'Amount'],
      ['A', 'open', 'Qualify', 0],
      ['B', 'open', 'Negotiate', 0],
    )
    expect(rowOf(run({ deals, stages: tenDealStages }), 'Amount is 0 in a late stage')).toMatchObject({
      rows: 1,
      share: 1,
      example: 'Row 3 (B)',
    })
  })

  test('amounts in several currencies without one that they are all in have no answer, and say so', () => {
    const deals = table(['Deal ID', 'Status', 'Amount', 'Currency'], ['A', 'open', 5, 'EUR'], ['B', 'open', 5, 'USD'])
    expect(rowOf(run({ deals }), 'Amount is not in the base currency')).toMatchObject({
      rows: { noAnswer: expect.stringContaining('amounts are in EUR, USD') },
    })
  })

  test('an amount without an exchange rate is counted, also where the others have one (D11)', () => {
    const deals = table(
      ['Deal ID', 'Status', 'Amount', 'Currency'],
      ['A', 'open', 5, 'EUR'],
      ['B', 'open', 5, 'USD'],
      ['C', 'open', 5, 'SEK'],
      ['D', 'open', 5, 'SEK'],
    )
    const fx = table(['Currency', 'Rate'], ['USD', 0.9])
    expect(rowOf(run({ deals, fx }, {}, { base_currency: 'EUR' }), 'Amount is not in the base currency')).toMatchObject(
      {
        rows: 2,
        share: 0.5,
        example: 'Row 4 (C)',
      },
    )
  })

  test('within a scope rows are still those of the sheet', () => {
    const answer = run({ deals: tenDeals }, { scope: 'Ben' })
    expect(rowOf(answer, 'Amount is blank')).toMatchObject({ rows: 1, share: 1 / 6, example: 'Row 9 (D8)' })
  })

  test('what was found does not depend on what was read before', () => {
    const given = { deals: dirtyDeals, stages: tenDealStages, people: dirtyPeople }
    const settings = { unreadable: 'blank' }
    expect(run(given, {}, settings)).toEqual(run(given, {}, settings))
    expect(notes(run(given, { by: 'owner' }, settings))).toContain(
      'Cells that cannot be read are listed in the answer that is not split.',
    )
  })

  test('required takes the header of the sheet, and asks for it in every row', () => {
    const deals = table(
      ['Deal ID', 'Status', 'Customer', 'Next step'],
      ['A', 'won', null, null],
      ['B', 'open', 'X', 'Go'],
    )
    const answer = run({ deals }, { required: 'Customer, next step' })
    expect(rowOf(answer, 'Account is blank')).toMatchObject({ rows: 1, column: 'Customer' })
    expect(rowOf(answer, 'Next step is blank')).toMatchObject({ rows: 1, share: 0.5 })
  })

  test('by person a required field without a column is said in a note', () => {
    expect(notes(run({ deals: tenDeals }, { by: 'owner', required: 'product' }))).toContain(
      'Product is blank: "deals" has no column for Product. Add it, or name the one that holds it: map deals.product to it.',
    )
  })

  test('a header alone has nothing to check', () => {
    expect(rowOf(run({ deals: table(['Deal ID', 'Status']) }), 'Any of these')).toMatchObject({
      rows: 0,
      share: { noAnswer: 'There was no row to look at.' },
    })
  })

  test('refuses a required field that nobody knows', () => {
    expect(notes(run({ deals: tenDeals }, { required: 'shoe size' }))).toEqual([
      expect.stringContaining('required: "shoe size" is no field'),
    ])
  })
})
