import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { Numbers, Texts } from '#core/dataset/columns'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { currenciesIn, currencyOf, deriveColumn, isConverted, madeOf } from '#core/dataset/derive'
import type { TableName } from '#core/dataset/tables/index'

const open = (grids: Partial<Record<TableName, Grid>>, settings: Record<string, unknown> = {}): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }])),
    settings,
    today: 45382,
  })

const valuesOf = (data: Dataset, name: TableName, field: string): readonly (string | number)[] | null => {
  const column = data.anyColumn(name, field)
  if (!(column instanceof Texts || column instanceof Numbers)) return null
  return Array.from({ length: column.length }, (_, row) => column.at(row))
}

const sentences = (data: Dataset): readonly string[] => data.findings().map(({ text }) => text)

describe('what a column is made of', () => {
  /** The columns of the range that working out the field asks for, other columns of deals aside. */
  const asked = (name: TableName, field: string, grid: Grid): readonly string[] => {
    const data = open({ [name]: grid })
    const found = data.table(name)
    if (found === null) throw new Error(`no ${name}`)
    const reads = new Set<string>()
    const table = { ...found, read: (each: string) => (reads.add(each), found.read(each)) }
    deriveColumn({ ...data, table: (each) => (each === name ? table : null), column: () => null }, name, table, field)
    return [...reads].sort()
  }

  const deals: Grid = [
    ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Close date', 'Probability'],
    ['1', 'Ann', 'Talk', 'Open', 5, 45000, 20],
  ]
  const activities: Grid = [
    ['Owner', 'Date', 'Type', 'Minutes'],
    ['Ann', 45000, 'Call', 30],
  ]
  const targets: Grid = [
    ['Metric', 'Owner', 'Period', 'Value'],
    ['sales', 'Ann', '2024', 5],
  ]

  test.each([
    ['deals', 'status', deals, []],
    ['deals', 'value', deals, []],
    ['deals', 'rate', deals, ['actual_amount']],
    ['deals', 'closing', deals, []],
    ['deals', 'owner', deals, []],
    ['deals', 'probability', deals, []],
    ['deals', 'forecast_category', deals, []],
    ['deals', 'name', deals, []],
    ['targets', 'start', targets, []],
    ['targets', 'end', targets, []],
    ['targets', 'value', targets, []],
  ] as const)('of %s, %s is read ahead in all its parts', (name, field, grid, beside) => {
    expect(asked(name, field, grid)).toEqual([...madeOf(name, field), ...beside].sort())
  })

  test('of activities, hours are read ahead with what stands for them', () => {
    expect(asked('activities', 'duration_h', activities)).toEqual(['duration_h', 'minutes'])
    expect(madeOf('activities', 'duration_h')).toEqual(['duration_h', 'minutes', 'seconds'])
  })

  test('depends on exchange rates for amounts in the base currency alone', () => {
    expect(['value', 'rate', 'amount', 'amount_base'].map(isConverted)).toEqual([true, true, false, false])
  })
})

describe('team and region', () => {
  const people: Grid = [
    ['Person', 'Team', 'Region'],
    ['Ann', 'North', 'Nordics'],
    ['Ben', 'South', 'Iberia'],
  ]
  const deals: Grid = [
    ['Deal ID', 'Owner', 'Status'],
    ['1', 'Ann', 'open'],
    ['2', 'Xia', 'open'],
  ]

  test('are what People says of the owner where the table has no such column (D11)', () => {
    const data = open({ deals, people })
    expect(valuesOf(data, 'deals', 'team')).toEqual(['North', ''])
    expect(valuesOf(data, 'deals', 'region')).toEqual(['Nordics', ''])
  })

  test('are what the table says where it has the column, blanks included', () => {
    const named = deals.map((row, i) => [...row, ['Team', 'A', null][i] ?? null])
    expect(valuesOf(open({ deals: named, people }), 'deals', 'team')).toEqual(['A', ''])
  })

  test('are not known without the table People, or without an owner', () => {
    expect(valuesOf(open({ deals }), 'deals', 'team')).toBeNull()
    const nobodys = deals.map(([id = null, , status = null]) => [id, status])
    expect(valuesOf(open({ deals: nobodys, people }), 'deals', 'team')).toBeNull()
  })

  test('of a cost, the team in its row comes before that of its owner', () => {
    const costs: Grid = [
      ['Period', 'Category', 'Amount', 'Owner', 'Team'],
      ['2024-01', 'travel', 10, 'Ann', 'Export'],
      ['2024-01', 'travel', 10, 'Ann', null],
      ['2024-01', 'travel', 10, 'Ben', null],
      ['2024-01', 'travel', 10, null, null],
    ]
    expect(valuesOf(open({ costs, people }), 'costs', 'team')).toEqual(['Export', 'North', 'South', ''])
    expect(valuesOf(open({ costs }), 'costs', 'team')).toEqual(['Export', '', '', ''])
    const unowned = costs.map((row) => row.filter((_, at) => at !== 3))
    expect(valuesOf(open({ costs: unowned, people }), 'costs', 'team')).toEqual(['Export', '', '', ''])
    const unteamed = costs.map((row) => row.slice(0, 4))
    expect(valuesOf(open({ costs: unteamed, people }), 'costs', 'team')).toEqual(['North', 'North', 'South', ''])
  })
})

describe('a probability outside 0 to 100%', () => {
  const deals = (...probabilities: readonly number[]): Grid => [
    ['Deal ID', 'Status', 'Probability'],
    ...probabilities.map((each, i) => [`${i}`, 'open', each]),
  ]

  test('counts as the nearer end and is reported with its row', () => {
    const data = open({ deals: deals(20, 130, 50) })
    expect(valuesOf(data, 'deals', 'probability')).toEqual([0.2, 1, 0.5])
    expect(data.findings()).toEqual([
      {
        level: 'warn',
        code: 'probability-range',
        table: 'deals',
        column: 'Probability',
        row: 3,
        count: 1,
        text: '"deals", row 3, column "Probability": a probability outside 0 to 100% counts as the nearer end. Correct it in the source.',
      },
    ])
  })

  test('is counted where several rows have one', () => {
    const data = open({ deals: deals(20, 130, 50, -10, 60) })
    valuesOf(data, 'deals', 'probability')
    expect(sentences(data)).toEqual([
      '"deals", row 3, column "Probability": a probability outside 0 to 100% counts as the nearer end (2 rows). Correct it in the source.',
    ])
  })

  test('is none of the range without the column', () => {
    const data = open({
      deals: [
        ['Deal ID', 'Status'],
        ['1', 'open'],
      ],
    })
    expect([data.column('deals', 'probability'), sentences(data)]).toEqual([null, []])
  })
})

describe('a period that cannot be read', () => {
  const targets = (...periods: readonly string[]): Grid => [
    ['Metric', 'Owner', 'Period', 'Value'],
    ...periods.map((period) => ['sales', 'Ann', period, 5]),
  ]

  test.each([
    [
      targets('2024', 'soon'),
      '"targets", row 3, column "Period": "soon" is no period; the target counts nowhere. Write 2026, 2026-Q2, 2026-03 or a date.',
    ],
    [
      targets('soon', 'later'),
      '"targets", row 2, column "Period": "soon" is no period (and 1 more); the target counts nowhere. Write 2026, 2026-Q2, 2026-03 or a date.',
    ],
    [
      targets('March'),
      '"targets", row 2, column "Period": "March" is no period; the target counts nowhere. Its year is not known: set target_year to 2026, or add a column Year.',
    ],
  ])('of a target counts nowhere, and the sentence says what to write: %#', (grid, text) => {
    const data = open({ targets: grid })
    expect(Number.isNaN(data.column('targets', 'start')?.at(grid.length - 2))).toBe(true)
    expect(data.findings()).toMatchObject([{ code: 'target-period', level: 'warn', column: 'Period', text }])
  })

  test('of a cost is a cost, whatever it looks like', () => {
    const costs: Grid = [
      ['Period', 'Category', 'Amount', 'Owner'],
      ['March', 'travel', 10, 'Ann'],
    ]
    const data = open({ costs })
    expect(Number.isNaN(data.column('costs', 'end')?.at(0))).toBe(true)
    expect(data.findings()).toMatchObject([
      {
        code: 'cost-period',
        text: '"costs", row 2, column "Period": "March" is no period; the cost counts nowhere. Write 2026, 2026-Q2, 2026-03 or a date.',
      },
    ])
  })
})

describe('an amount without a rate', () => {
  const fx: Grid = [
    ['Currency', 'Date', 'Rate to base', 'Type'],
    ['USD', '2024-01-01', 0.5, 'spot'],
    ['USD', '2024-01-01', 0.4, 'plan'],
  ]
  const deals = (...currencies: readonly (string | null)[]): Grid => [
    ['Deal ID', 'Status', 'Amount', 'Currency', 'Close date'],
    ...currencies.map((currency, i) => [`${i}`, 'won', 10, currency, '2024-03-01']),
  ]
  const settings = { base_currency: 'EUR' }

  test.each([
    [
      'close',
      deals('USD', 'CHF'),
      '"deals", row 3, column "Amount": there is no exchange rate of CHF for it, and it is left out of every value. Add a rate to FX, or the amount in the base currency.',
    ],
    [
      'plan',
      deals('CHF', 'CHF', 'USD'),
      '"deals", row 2, column "Amount": there is no plan rate of CHF for it (and 1 more row like it), and it is left out of every value. Add a rate to FX, or the amount in the base currency.',
    ],
    [
      'close',
      deals('USD', null),
      '"deals", row 3, column "Amount": the amount has no currency, and it is left out of every value. Write its currency.',
    ],
  ])('at %s rates is left out and reported: %#', (exchange_rate, grid, text) => {
    const data = open({ deals: grid, fx }, { ...settings, exchange_rate })
    data.column('deals', 'value')
    expect(data.findings()).toMatchObject([{ level: 'warn', code: 'no-rate', column: 'Amount', text }])
  })

  test('of a cost cannot be given in the base currency', () => {
    const costs: Grid = [
      ['Period', 'Category', 'Amount', 'Currency'],
      ['2024-01', 'travel', 10, 'CHF'],
    ]
    const data = open({ costs, fx }, settings)
    data.column('costs', 'value')
    expect(sentences(data)).toEqual([
      expect.stringMatching(/of CHF for it, and it is left out of every value\. Add a rate to FX\.$/),
    ])
  })
})

describe('the currency of money', () => {
  const deals: Grid = [
    ['Deal ID', 'Status', 'Amount', 'Currency'],
    ['1', 'open', 10, 'SEK'],
    ['2', 'open', 10, 'SEK'],
  ]
  const [header = [], first = [], second = []] = deals
  const mixed: Grid = [header, first, [...second.slice(0, 3), 'NOK']]

  test('is the setting in capitals, else the only one of the deals, else unknown', () => {
    expect(currencyOf(open({ deals }, { base_currency: 'eur' }))).toBe('EUR')
    expect(currencyOf(open({ deals }))).toBe('SEK')
    expect(currencyOf(open({}))).toBe('')
    expect(currencyOf(open({ deals: deals.map((row) => row.slice(0, 2)) }))).toBe('')
  })

  test('is asked for where deals are in several', () => {
    expect(() => currencyOf(open({ deals: mixed }))).toThrow('base_currency')
  })

  test('lists every currency that a table is in, and none without amounts', () => {
    expect([...currenciesIn(open({ deals: mixed }), 'deals')].sort()).toEqual(['NOK', 'SEK'])
    expect(currenciesIn(open({ deals: deals.map((row) => row.slice(0, 2)) }), 'deals')).toEqual([])
    expect(currenciesIn(open({}), 'deals')).toEqual([])
  })
})

describe('words of the table', () => {
  test('are those that the definitions know: categories, people by any spelling, stages by their present names', () => {
    const data = open({
      deals: [
        ['Deal ID', 'Owner', 'Stage', 'Status', 'Forecast category', 'Last open stage'],
        ['1', 'a.lind@x.com', 'Bid', 'open', 'Best Case', 'Bid'],
      ],
      people: [
        ['Person', 'Email'],
        ['Anna Lind', 'a.lind@x.com'],
      ],
      customers: [
        ['Account ID', 'Account', 'Owner', 'KAM'],
        ['7', 'Acme', 'A.Lind@x.com', 'a.lind@x.com'],
      ],
      stages: [
        ['Stage', 'Order', 'Type', 'Alias'],
        ['Offer', 1, 'open', 'Bid'],
      ],
    })
    const shown = ['owner', 'stage', 'last_open_stage', 'forecast_category'].map((field) =>
      valuesOf(data, 'deals', field),
    )
    expect(shown).toEqual([['Anna Lind'], ['Offer'], ['Offer'], ['best']])
    expect([valuesOf(data, 'customers', 'owner'), valuesOf(data, 'customers', 'kam')]).toEqual([
      ['Anna Lind'],
      ['Anna Lind'],
    ])
    expect(valuesOf(data, 'stages', 'stage')).toEqual(['Offer'])
  })

  test.each([
    ['Duration h', 1.5, 1.5],
    ['Minutes', 90, 1.5],
    ['Seconds', 5400, 1.5],
  ])('hours are read from %s', (header, cell, expected) => {
    const activities: Grid = [
      ['Owner', 'Date', 'Type', header],
      ['Ann', 45000, 'Call', cell],
    ]
    expect(valuesOf(open({ activities }), 'activities', 'duration_h')).toEqual([expected])
  })
})
