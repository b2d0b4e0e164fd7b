import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { stageOrderOf, type StageOrder } from '#core/dataset/stage-order'
import type { TableName } from '#core/dataset/tables/index'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'

const open = (given: Partial<Record<TableName, Grid>>): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
    today: 45382,
  })

const names = (order: StageOrder | null): readonly string[] | null => order && order.stages.map(({ name }) => name)
const initial = (order: StageOrder | null): readonly string[] =>
  (order?.stages ?? []).filter((stage) => stage.initial).map(({ name }) => name)

const dealsIn = (header: readonly string[], ...rows: readonly (readonly (string | number | null)[])[]): Grid => [
  header,
  ...rows,
]

describe('with a Stages table', () => {
  test('its order holds, whatever the order of its rows', () => {
    const [header = [], ...rows] = tenDealStages
    const order = stageOrderOf(open({ deals: tenDeals, stages: [header, ...[...rows].reverse()] }))
    expect(order?.from).toBe('table')
    expect(names(order)).toEqual(['Qualify', 'Proposal', 'Negotiate', 'Won', 'Lost'])
    expect(order?.open).toEqual([0, 1, 2])
    expect(order?.stages.map(({ type }) => type)).toEqual(['open', 'open', 'open', 'won', 'lost'])
  })

  test('it needs no deals', () => {
    expect(names(stageOrderOf(open({ stages: tenDealStages })))).toHaveLength(5)
  })

  test('a marked initial stage is initial, whatever its place', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Type', 'Initial'],
      ['Lead', 1, 'open', false],
      ['Talk', 2, 'open', true],
      ['Offer', 3, 'open', false],
    ]
    expect(initial(stageOrderOf(open({ stages })))).toEqual(['Talk'])
  })

  test.each([
    [1, 1],
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 3],
  ])('of %i unmarked open stages the first %i are initial', (open_, expected) => {
    const rows = Array.from({ length: open_ }, (_, i) => [`S${i}`, i, 'open'])
    const stages: Grid = [['Stage', 'Order', 'Type'], ...rows, ['Won', 98, 'won'], ['Lost', 99, 'lost']]
    expect(initial(stageOrderOf(open({ stages })))).toHaveLength(expected)
  })

  test('what a stage says about itself is kept, and blanks stay unknown', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Type', 'Probability', 'Stale days', 'Target days', 'Forecast category', 'Alias'],
      ['Talk', 1, 'open', 20, 30, 14, 'pipeline', 'Lead; First call'],
      ['Offer', 2, 'open', 60, null, null, null, null],
    ]
    const order = stageOrderOf(open({ stages }))
    expect(order?.stages[0]).toMatchObject({ probability: 0.2, staleDays: 30, targetDays: 14, category: 'pipeline' })
    expect(order?.stages[1]).toMatchObject({ probability: 0.6, staleDays: NaN, targetDays: NaN, category: '' })
  })

  test('a stage is found by its name or a former one, whatever case, accents and spaces', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Type', 'Alias'],
      ['Négociation', 2, 'open', 'Deal talk; Offer '],
      ['Offer', 1, 'open', ''],
    ]
    const order = stageOrderOf(open({ stages }))
    expect(['negociation ', 'DEAL TALK', 'Offer', 'Signed', ''].map((name) => order?.find(name))).toEqual([
      1, 1, 0, -1, -1,
    ])
  })

  test('a row without an order comes last; without a type column the name tells', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Probability'],
      ['Parked', null, 10],
      ['Closed Won', 9, 100],
      ['Talk', 1, 20],
    ]
    const order = stageOrderOf(open({ stages }))
    expect(names(order)).toEqual(['Talk', 'Closed Won', 'Parked'])
    expect(order?.stages.map(({ type }) => type)).toEqual(['open', 'won', 'open'])
  })
})

describe('with several pipelines', () => {
  const stages: Grid = [
    ['Pipeline', 'Stage', 'Order', 'Type', 'Initial'],
    ['Service', 'Offer', 2, 'open', null],
    ['Machines', 'Offer', 1, 'open', null],
    ['Service', 'Call', 1, 'open', null],
    ['Machines', 'Trial', 2, 'open', true],
    ['', 'Parked', 9, 'onhold', null],
  ]

  test('the stages of one stand together, each with its own initial ones', () => {
    const order = stageOrderOf(open({ stages }))
    expect(order?.stages.map(({ pipeline, name }) => `${pipeline} ${name}`)).toEqual([
      ' Parked',
      'Service Call',
      'Service Offer',
      'Machines Offer',
      'Machines Trial',
    ])
    expect(initial(order)).toEqual(['Call', 'Trial'])
    expect([2, 1].map((position) => order?.label(position))).toEqual(['Offer (Service)', 'Call'])
  })

  test('a deal finds its stage in its own pipeline, and the stages of no pipeline from any', () => {
    const deals = dealsIn(
      ['Deal ID', 'Stage', 'Pipeline'],
      ['1', 'Offer', 'Machines'],
      ['2', 'Offer', 'service'],
      ['3', 'Parked', 'Service'],
      ['4', 'Trial', 'Service'],
      ['5', null, 'Service'],
    )
    const data = open({ deals, stages })
    const stage = data.column('deals', 'stage')
    const positions = stage && stageOrderOf(data)?.positions(stage, data.column('deals', 'pipeline'))
    expect([...(positions ?? [])]).toEqual([3, 2, 0, -1, -1])
    expect(data.findings()).toEqual([])
  })

  test('a deal without a pipeline takes the first stage of that name, which is reported', () => {
    const data = open({ deals: dealsIn(['Deal ID', 'Stage'], ['1', 'Offer'], ['2', 'Trial']), stages })
    const stage = data.column('deals', 'stage')
    expect([...((stage && stageOrderOf(data)?.positions(stage, null)) ?? [])]).toEqual([2, 4])
    expect(data.findings().map(({ text }) => text)).toEqual([
      '"stages" has the stage "Offer" in several pipelines, and deals without a pipeline are in it; they count as "Service". Map the column that holds the pipeline of a deal.',
    ])
  })
})

describe('stages by pipeline and by former name (D9)', () => {
  const stages: Grid = [
    ['Pipeline', 'Stage', 'Order', 'Type', 'Alias'],
    ['Service', 'Call', 1, 'open', 'Lead'],
    ['Service', 'Signed', 2, 'won', null],
    ['Machines', 'Trial', 1, 'open', 'Lead; Signed'],
    ['Machines', 'Order', 2, 'won', null],
  ]
  const deals = dealsIn(
    ['Deal ID', 'Stage', 'Pipeline', 'Last open stage'],
    ['1', 'Signed', 'Service', 'Lead'],
    ['2', 'Signed', 'Machines', null],
    ['3', 'lead ', 'machines', 'Trial'],
    ['4', 'Lead', null, null],
    ['5', 'Order', 'Elsewhere', null],
    ['6', 'Pilot', 'Service', null],
  )
  const column = (data: ReturnType<typeof open>, field: 'stage' | 'last_open_stage' | 'status'): unknown =>
    Array.from({ length: data.rows('deals') }, (_, row) => data.column('deals', field)?.at(row))

  test('what a deal is in a stage of one name depends on its pipeline', () => {
    expect(column(open({ deals, stages }), 'status')).toEqual(['won', 'open', 'open', 'open', 'won', 'open'])
  })

  test('a former name reads as the name of today; one that could be several stages stays', () => {
    const data = open({ deals, stages })
    expect(column(data, 'stage')).toEqual(['Signed', 'Trial', 'Trial', 'Lead', 'Order', 'Pilot'])
    expect(column(data, 'last_open_stage')).toEqual(['Call', '', 'Trial', '', '', ''])
  })

  test('a deal without a pipeline is what all pipelines call its stage, else what the first does, which is reported', () => {
    const own: Grid = [
      ['Pipeline', 'Stage', 'Order', 'Type'],
      ['Service', 'Done', 1, 'won'],
      ['Machines', 'Done', 1, 'won'],
      ['Service', 'Gone', 2, 'lost'],
      ['Machines', 'Gone', 2, 'open'],
    ]
    const clear = open({ deals: dealsIn(['Deal ID', 'Stage'], ['1', 'Done']), stages: own })
    expect([column(clear, 'status'), clear.findings()]).toEqual([['won'], []])
    const open_ = open({ deals: dealsIn(['Deal ID', 'Stage'], ['1', 'Gone']), stages: own })
    expect(column(open_, 'status')).toEqual(['lost'])
    expect(open_.findings().map(({ code }) => code)).toEqual(['stage-pipeline'])
  })

  test('without a Stages table each pipeline has the order that its own probabilities tell', () => {
    const rated = dealsIn(
      ['Deal ID', 'Stage', 'Pipeline', 'Status', 'Probability'],
      ['1', 'Offer', 'Service', 'Open', 0.1],
      ['2', 'Call', 'Service', 'Open', 0.5],
      ['3', 'Offer', 'Machines', 'Open', 0.8],
      ['4', 'Trial', 'Machines', 'Open', 0.3],
      ['5', 'One', 'Spares', 'Open', 0.3],
      ['6', 'Two', 'Spares', 'Open', 0.3],
    )
    const order = stageOrderOf(open({ deals: rated }))
    expect(order?.stages.map((_, position) => order.label(position))).toEqual([
      'Offer (Service)',
      'Call',
      'Trial',
      'Offer (Machines)',
    ])
    expect(initial(order)).toEqual(['Offer', 'Trial'])
  })

  test('a scope that filters by stage leaves the order of the stages whole', () => {
    const data = open({ deals, stages })
    expect(stageOrderOf(data.within('Stage=Trial'))?.stages).toHaveLength(4)
    expect(data.within('Stage=Lead').rows('deals')).toBe(3)
  })
})

describe('without a Stages table', () => {
  const salesforce = ['Opportunity ID', 'Opportunity Name', 'Stage', 'Probability (%)']

  test('deals of a known system are in the order that the system comes with', () => {
    const order = stageOrderOf(
      open({
        deals: dealsIn(
          salesforce,
          ['1', 'A', 'Negotiation/Review', 5],
          ['2', 'B', 'Prospecting', 90],
          ['3', 'C', 'Closed Won', 100],
        ),
      }),
    )
    expect(order?.from).toBe('crm')
    expect(order?.find('Prospecting')).toBe(0)
    expect(order?.find('Negotiation/Review')).toBe(7)
    expect(initial(order)).toEqual(['Prospecting', 'Qualification', 'Needs Analysis'])
  })

  test('one open stage of their own, and the mean probability of the open deals tells', () => {
    const order = stageOrderOf(
      open({
        deals: dealsIn(
          salesforce,
          ['1', 'A', 'Pilot', 60],
          ['2', 'B', 'Prospecting', 10],
          ['3', 'C', 'Pilot', 40],
          ['4', 'D', 'Qualification', 45],
          ['5', 'E', 'Closed Won', 100],
        ),
      }),
    )
    expect(order?.from).toBe('probability')
    expect(names(order)).toEqual(['Prospecting', 'Qualification', 'Pilot'])
  })

  test('the ten deals give Qualify, Proposal, Negotiate, the first of them initial', () => {
    const order = stageOrderOf(open({ deals: tenDeals }))
    expect(names(order)).toEqual(['Qualify', 'Proposal', 'Negotiate'])
    expect(initial(order)).toEqual(['Qualify'])
  })

  test('the order is that of all deals, whatever the scope', () => {
    expect(names(stageOrderOf(open({ deals: tenDeals }).within('Anna')))).toEqual(['Qualify', 'Proposal', 'Negotiate'])
  })

  test('nothing tells the order where no probability is given, or all are equal', () => {
    const header = ['Deal ID', 'Stage', 'Probability']
    expect(stageOrderOf(open({ deals: dealsIn(['Deal ID', 'Stage'], ['1', 'A'], ['2', 'B']) }))).toBeNull()
    expect(stageOrderOf(open({ deals: dealsIn(header, ['1', 'A', 0.5], ['2', 'B', 0.5]) }))).toBeNull()
    expect(stageOrderOf(open({ deals: dealsIn(header, ['1', 'A', 0.5], ['2', 'Won', 1]) }))?.stages).toHaveLength(1)
    expect(stageOrderOf(open({}))).toBeNull()
  })
})
