import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import type { Grid } from '#core/cells/grid'
import { openDataset } from '#core/dataset/dataset'
import { identify } from '#core/dataset/identify'
import { oddities } from '#core/dataset/oddities/oddities'
import type { TableName } from '#core/dataset/tables/index'

const told = (tables: Readonly<Partial<Record<TableName, Grid>>>): Readonly<Record<string, string>> => {
  const named = Object.fromEntries(Object.entries(tables).map(([name, grid]) => [name, { name, grid }]))
  const found = oddities(openDataset({ tables: named, today: dayOf(2024, 3, 31) }))
  return Object.fromEntries(found.map(({ code, text }) => [code, text]))
}

const head = ['Deal ID', 'Owner', 'Stage', 'Amount', 'Created', 'Close date']

const deals: Grid = [
  [...head, 'Cost', 'Product', 'Exclude', 'Probability'],
  ['1', 'Anna', 'Lead', 10, null, '2024-04-01', 5, 'GTX Pro', false, 50],
  ['2', 'Anna', 'Lead', 10, null, '2024-04-01', 5, 'GTXPro', false, 40],
  ['3', 'Ben', 'Offer', 10, '2024-01-02', '2024-04-01', 11, 'GTXPro', false, 250],
  ['4', 'Ben', 'Won', 20, '2024-01-02', '2024-02-01', 5, 'Cube', false, 100],
  ['5', 'Ben', 'Lost', 0, '2024-01-02', '2024-02-01', 5, '', false, 0],
  ['6', 'Ben', 'Lost', 0, '2024-01-02', '2024-02-01', 5, '', false, 0],
]

const targets: Grid = [
  ['Owner', 'Period', 'Target'],
  ['Anna', '2024-01', 10],
  ['Cleo', '2024-02', 30],
  ['Dora', '2024-06', 5],
]

const people: Grid = [
  ['Person', 'Manager', 'Role'],
  ['Anna', 'Cleo', ''],
  ['Ben', 'Cleo', ''],
  ['Cleo', '', ''],
  ['Dora', '', 'Sales director'],
]

describe('oddities of a table of opportunities (A9)', () => {
  test('a column that is blank, or 0, in exactly the rows of one stage or status', () => {
    expect(told({ deals })).toMatchObject({
      'pattern-created-blank': '"deals", column "Created": it is blank in exactly the 2 rows of stage "Lead".',
      'pattern-amount-0': '"deals", column "Amount": it is 0 in exactly the 2 rows of stage "Lost".',
    })
    const open = deals.map((row, r) => (r >= 1 && r <= 3 ? row.map((cell, c) => (c === 3 ? null : cell)) : row))
    expect(told({ deals: open })['pattern-amount-blank']).toBe(
      '"deals", column "Amount": it is blank in exactly the 3 rows that are open.',
    )
  })

  test('no such pattern where one row of the stage is filled, or one of another stage is blank', () => {
    const mended = deals.map((row, r) => (r === 2 ? row.map((cell, c) => (c === 4 ? '2024-01-02' : cell)) : row))
    expect(told({ deals: mended })).not.toHaveProperty('pattern-created-blank')
    const more = deals.map((row, r) => (r === 4 ? row.map((cell, c) => (c === 4 ? null : cell)) : row))
    expect(told({ deals: more })).not.toHaveProperty('pattern-created-blank')
  })

  test('amounts below cost, and probabilities beyond 100%', () => {
    expect(told({ deals })).toMatchObject({
      'below-cost': '"deals", column "Amount": 3 of 6 rows are below cost (column "Cost").',
      'probability-high': '"deals", column "Probability": values go up to 250%.',
    })
  })

  test('stages whose names are hashes', () => {
    const hashed: Grid = [head, ['1', 'Anna', 'GavUFuuf4DrnQAoiRGlWpQ==', 1, '2024-01-01', '2024-02-01']]
    expect(told({ deals: hashed })['hashed-stages']).toContain('1 name is a hash (GavUFuuf4DrnQAoiRGlWpQ==)')
    expect(told({ deals })).not.toHaveProperty('hashed-stages')
  })

  test('products that the list does not have, with the name that was meant', () => {
    const products: Grid = [
      ['Product', 'List price'],
      ['GTX Pro', 100],
      ['GTX Basic', 50],
    ]
    expect(told({ deals, products })['product']).toBe(
      '"deals", column "Product": 2 names are not in "products": "GTXPro" (2 rows, nearly "GTX Pro"), "Cube" (1 row).',
    )
  })
})

describe('oddities between people, targets and opportunities', () => {
  test('people without opportunities, and those of them who have targets', () => {
    expect(told({ deals, people, targets })).toMatchObject({
      'people-without-deals': '"people": 2 of 4 people own no opportunity: Cleo, Dora.',
      'targets-without-deals': '"targets", column "Owner": Cleo, Dora have targets and no opportunity.',
    })
  })

  test('targets beyond the last closing, of leaders, and of people who begin later', () => {
    // 45 in all: Anna 10; Cleo, who leads two, 30; Dora, a director by her role, 5. The last close date is in April.
    expect(told({ deals, people, targets })).toMatchObject({
      'targets-beyond':
        '"targets", column "Period": targets run to 2024-06, 2 months beyond the last closing (2024-04-01).',
      'targets-overlap':
        '"targets", column "Target": of 45 in all, 35 are targets of people who lead others (Cleo, Dora), which overlap those of their people; levels are never added up.',
      'targets-late':
        '"targets", column "Period": targets begin in 2024-01, and those of 2 of 3 owners later: Cleo (2024-02), Dora (2024-06).',
    })
  })

  test('nothing is told where the tables agree', () => {
    const agreed = {
      deals: [head, ['1', 'Anna', 'Won', 5, '2024-01-01', '2024-02-01']],
      people: [
        ['Person', 'Manager'],
        ['Anna', ''],
      ],
      targets: [
        ['Owner', 'Period', 'Target'],
        ['Anna', '2024-01', 10],
      ],
    }
    expect(told(agreed)).toEqual({})
  })
})

test('changes from won to lost are counted by deal and in order of time', () => {
  const history: Grid = [
    ['Deal ID', 'From stage', 'To stage', 'Changed at'],
    ['1', '', 'Closed Lost', '2024-01-05'],
    ['1', '', 'Closed Won', '2024-01-03'],
    ['2', '', 'Closed Won', '2024-01-04'],
    ['3', '', 'Closed Lost', '2024-01-04'],
    ['3', '', 'Closed Won', '2024-01-06'],
  ]
  expect(told({ history })['won-then-lost']).toBe(
    '"history", column "To stage": 1 change leads from a won stage to a lost one (first: 1 on 2024-01-05).',
  )
})

test('a column that cannot be read hides no other oddity', () => {
  const wrong = deals.map((row, r) => (r === 1 ? row.map((cell, c) => (c === 6 ? 'cheap' : cell)) : row))
  expect(Object.keys(told({ deals: wrong }))).toEqual(
    expect.arrayContaining(['pattern-created-blank', 'probability-high']),
  )
  expect(told({ deals: wrong })).not.toHaveProperty('below-cost')
})

describe('what a range is (A10)', () => {
  const range = (grid: Grid) => Object.keys(identify([{ name: 'x.csv', grid }]).tables)

  test('a table with a key of its own beside that of the opportunity is what belongs to it', () => {
    expect(
      range([
        ['Id', 'OpportunityId', 'CreatedDate', 'StageName', 'Amount', 'CloseDate', 'Probability', 'ExpectedRevenue'],
      ]),
    ).toEqual(['history'])
  })

  test('two keys of the opportunity leave it what it is', () => {
    expect(
      range([['Deal - ID', 'Deal - Pipedrive System ID', 'Deal - Title', 'Deal - Stage', 'Deal - Value']]),
    ).toEqual(['deals'])
  })

  test('leads and products are known', () => {
    expect(
      range([['Id', 'Name', 'Company', 'Status', 'LeadSource', 'OwnerId', 'IsConverted', 'ConvertedDate']]),
    ).toEqual(['leads'])
    expect(range([['product', 'series', 'sales_price']])).toEqual(['products'])
  })

  test('a list whose header comes again is told', () => {
    const list: Grid = [
      ['Colour', 'Owner'],
      ['red', 'x'],
      ['Colour', 'Owner'],
      ['blue', 'y'],
    ]
    expect(identify([{ name: 'x.csv', grid: list }]).unrecognised[0]?.reason).toContain(
      'Its first row comes again in row 3,',
    )
  })
})

describe('words of the tables for meetings and plans', () => {
  test('that say nothing are named, with those that do', () => {
    const actions: Grid = [
      ['Action ID', 'Action', 'Owner', 'Due', 'Status', 'Horizon'],
      ['1', 'Call', 'Anna', '2024-04-01', 'Done', 'short'],
      ['2', 'Call', 'Anna', '2024-04-01', 'parked', 'soon'],
      ['3', 'Call', 'Anna', '2024-04-01', '', ''],
    ]
    const found = oddities(openDataset({ tables: { actions: { name: 'Actions', grid: actions } }, today: 45382 }))
    expect(found.map(({ text }) => text)).toEqual([
      '"Actions", column "Horizon": "soon" says nothing here. Write short, medium, long.',
      '"Actions", column "Status": "parked" says nothing here. Write open, done or dropped.',
    ])
  })

  test('levels of competencies that are not from 1 to 5 are counted', () => {
    const competencies: Grid = [
      ['Competency', 'Person', 'Level'],
      ['Closing', 'Anna', 1],
      ['Closing', 'Ben', 5],
      ['Closing', 'Cleo', 7],
    ]
    expect(told({ competencies })).toEqual({
      level: '"competencies", column "Level": levels are from 1 to 5; 1 is not.',
    })
  })
})
