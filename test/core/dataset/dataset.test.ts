import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { isoDay } from '#core/cells/day'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { currencyOf } from '#core/dataset/derive'
import type { TableName } from '#core/dataset/tables/index'

const open = (grids: Partial<Record<TableName, Grid>>, settings: Record<string, unknown> = {}): Dataset => {
  const tables: Partial<Record<TableName, { name: string; grid: Grid }>> = {}
  for (const [name, grid] of Object.entries(grids)) tables[name as TableName] = { name, grid }
  return openDataset({ tables, settings, today: 45382 })
}

const statuses = (data: Dataset): string[] => {
  const column = data.column('deals', 'status')
  return Array.from({ length: data.rows('deals') }, (_, row) => column?.at(row) ?? '?')
}

describe('what became of a deal (D2)', () => {
  test('the status column decides before the stage', () => {
    expect(
      statuses(
        open({
          deals: [
            ['Deal ID', 'Stage', 'Status'],
            ['1', 'Won', 'Open'],
            ['2', 'Demo', 'Lost'],
            ['3', 'Closed Won', ''],
          ],
        }),
      ),
    ).toEqual(['open', 'lost', 'won'])
  })

  test('closed and won flags merge: closed and not won is lost', () => {
    expect(
      statuses(
        open({
          deals: [
            ['Id', 'StageName', 'IsClosed', 'IsWon'],
            ['1', 'a', 'TRUE', 'TRUE'],
            ['2', 'a', 'TRUE', 'FALSE'],
            ['3', 'a', 'FALSE', 'FALSE'],
          ],
        }),
      ),
    ).toEqual(['won', 'lost', 'open'])
  })

  test('the Stages table names won and lost stages, former names included', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Type', 'Alias'],
      ['Signed', 3, 'won', 'Order in;PO'],
      ['Dropped', 4, 'lost', ''],
      ['Paused', 5, 'onhold', ''],
      ['Talk', 1, 'open', ''],
    ]
    expect(
      statuses(
        open({
          stages,
          deals: [
            ['Deal ID', 'Stage'],
            ['1', 'signed'],
            ['2', 'PO'],
            ['3', 'Dropped'],
            ['4', 'Paused'],
            ['5', 'Talk'],
            ['6', 'Unheard of'],
          ],
        }),
      ),
    ).toEqual(['won', 'won', 'lost', 'onhold', 'open', 'open'])
  })

  test('a probability of 0 or 100% decides nothing (D2)', () => {
    expect(
      statuses(
        open({
          deals: [
            ['Deal ID', 'Stage', 'Probability'],
            ['1', 'Idea', 0],
            ['2', 'Verbal', 100],
            ['3', 'Talk', 50],
          ],
        }),
      ),
    ).toEqual(['open', 'open', 'open'])
  })

  test('Odoo: archived means lost', () => {
    expect(
      statuses(
        open({
          deals: [
            ['External ID', 'Salesperson', 'Stage', 'Active'],
            ['1', 'A', 'New', 'FALSE'],
            ['2', 'A', 'Won', 'TRUE'],
            ['3', 'A', 'New', 'TRUE'],
          ],
        }),
      ),
    ).toEqual(['lost', 'won', 'open'])
  })
})

describe('the day that counts (D4)', () => {
  const closing = (grid: Grid): (string | null)[] => {
    const data = open({ deals: grid })
    const column = data.column('deals', 'closing')
    return Array.from({ length: data.rows('deals') }, (_, row) =>
      column === null || column.isBlank(row) ? null : isoDay(column.at(row)),
    )
  }

  test('closed at before close date for a closed deal, close date for an open one (D4)', () => {
    expect(
      closing([
        ['Deal ID', 'Status', 'Close Date', 'Closed at'],
        ['1', 'won', '2024-03-31', '2024-03-05 17:00'],
        ['2', 'open', '2024-04-30', '2024-03-05'],
        ['3', 'lost', '2024-02-01', null],
      ]),
    ).toEqual(['2024-03-05', '2024-04-30', '2024-02-01'])
  })

  test('won time and lost time merge', () => {
    expect(
      closing([
        ['Deal - ID', 'Deal - Status', 'Deal - Won time', 'Deal - Lost time', 'Deal - Expected close date'],
        ['1', 'Won', '2024-01-02', null, '2024-09-01'],
        ['2', 'Lost', null, '2024-01-03', '2024-09-01'],
        ['3', 'Open', null, null, null],
      ]),
    ).toEqual(['2024-01-02', '2024-01-03', null])
  })
})

describe('money (D6, D7)', () => {
  const values = (grid: Grid, settings: Record<string, unknown> = {}): number[] => [
    ...(open({ deals: grid }, settings).column('deals', 'value')?.values ?? []),
  ]

  test('a won deal is worth its actual amount', () => {
    expect(
      values([
        ['(Do Not Modify) Opportunity', 'Topic', 'Est. revenue', 'Actual Revenue', 'Status'],
        ['1', 'a', 10, 8, 'Won'],
        ['2', 'b', 10, 8, 'Open'],
        ['3', 'c', 10, null, 'Won'],
      ]),
    ).toEqual([8, 10, 10])
  })

  test('several currencies without converted amounts are an error that names them', () => {
    expect(() =>
      values([
        ['Deal ID', 'Stage', 'Amount', 'Currency'],
        ['1', 'x', 1, 'EUR'],
        ['2', 'x', 1, 'USD'],
      ]),
    ).toThrow(/amounts are in EUR, USD\. Say with the setting base_currency/)
  })

  test('several currencies with converted amounts use these', () => {
    expect(
      values(
        [
          ['Deal ID', 'Stage', 'Amount', 'Currency', 'Amount base'],
          ['1', 'x', 1, 'EUR', 1],
          ['2', 'x', 1, 'USD', 0.9],
        ],
        { base_currency: 'EUR' },
      ),
    ).toEqual([1, 0.9])
  })

  test('the currency may stand in the cells', () => {
    const data = open({
      deals: [
        ['Deal ID', 'Stage', 'Amount'],
        ['1', 'x', 'USD 485,000.00'],
        ['2', 'x', 'USD 1,000.00'],
      ],
    })
    expect(currencyOf(data)).toBe('USD')
    expect(data.column('deals', 'value')?.at(0)).toBe(485000)
  })
})

describe('people', () => {
  const people: Grid = [
    ['Person', 'Alias', 'E-mail', 'Manager', 'Team'],
    ['Anna Berg', 'a.berg;A. Berg', 'anna@x.example', 'Cleo', 'North'],
    ['Ben Dahl', '', '', 'Cleo', 'North'],
    ['Cleo', '', '', '', ''],
    ['Dora', '', '', '', 'South'],
  ]
  const deals: Grid = [
    ['Deal ID', 'Stage', 'Owner', 'Amount'],
    ['1', 'x', 'ANNA BERG', 1],
    ['2', 'x', 'anna@x.example', 2],
    ['3', 'x', 'A. Berg', 4],
    ['4', 'x', 'Ben Dahl', 8],
    ['5', 'x', 'Dora', 16],
    ['6', 'x', 'Nobody', 32],
  ]
  const data = open({ people, deals })
  const sum = (scope: string): number =>
    [...(data.within(scope).column('deals', 'value')?.values ?? [])].reduce((a, b) => a + b, 0)

  test('spellings, aliases and e-mails become one name; unknown names stay', () => {
    const owner = data.column('deals', 'owner')
    expect([0, 1, 2, 3, 5].map((row) => owner?.at(row))).toEqual([
      'Anna Berg',
      'Anna Berg',
      'Anna Berg',
      'Ben Dahl',
      'Nobody',
    ])
  })

  test('a scope is a person, a manager with everybody below, a team, or a filter', () => {
    expect(sum('Anna Berg')).toBe(7)
    expect(sum('cleo')).toBe(15)
    expect(sum('North')).toBe(15)
    expect(sum('Owner=Dora|Nobody')).toBe(48)
  })

  test('an unknown scope is an error with the nearest name', () => {
    expect(() => sum('Ana Berg')).toThrow(/is no person, team or region in the data. Did you mean "Anna Berg"\?/)
  })

  test('a loop of managers is an error that names it', () => {
    expect(() =>
      open({
        people: [
          ['Person', 'Manager'],
          ['A', 'B'],
          ['B', 'C'],
          ['C', 'A'],
        ],
      }),
    ).toThrow('People: A → B → C → A is a loop of managers')
  })
})

describe('settings', () => {
  test('the settings tab holds settings and mappings; what is passed overrules it', () => {
    const settings: Grid = [
      ['Section', 'Key', 'Value'],
      ['settings', 'stale_days', 45],
      ['settings', 'top_n', 3],
      ['map', 'deals.owner', 'Account manager'],
    ]
    const data = open(
      {
        settings,
        deals: [
          ['Deal ID', 'Stage', 'Account manager'],
          ['1', 'x', 'Anna'],
        ],
      },
      { top_n: 7 },
    )
    expect(data.settings).toMatchObject({ stale_days: 45, top_n: 7 })
    expect(data.column('deals', 'owner')?.at(0)).toBe('Anna')
  })

  test('a mapping in the settings tab to a field that does not exist is an error, and deals.status is the status as written', () => {
    const mapping = (key: string, value: string): Grid => [
      ['Section', 'Key', 'Value'],
      ['map', key, value],
    ]
    const deals: Grid = [
      ['Deal ID', 'Stage', 'State'],
      ['1', 'x', 'won'],
    ]
    expect(statuses(open({ settings: mapping('deals.status', 'State'), deals }))).toEqual(['won'])
    expect(() => open({ settings: mapping('deals.ownr', 'State'), deals })).toThrow(/ownr/)
  })

  test('as_of overrules today', () => {
    expect(open({}, { as_of: '2024-01-31' }).asOf).toBe(45322)
    expect(open({}).asOf).toBe(45382)
    expect(() => open({}, { as_of: 'soon' })).toThrow(/as_of is "soon", which is no date/)
  })

  test.each([
    [{ stale_days: -1 }, /stale_days is "-1"; it must be a number from 0/],
    [{ fiscal_start_month: 13 }, /from 1 to 12 \(month\)/],
    [{ fiscal_name: 'middle' }, /it can be end or start/],
    [{ colour: 'red' }, /"colour" is not known/],
  ])('%j is refused', (settings, message) => {
    expect(() => open({}, settings)).toThrow(message)
  })
})
