import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { tenDealHistory, tenDealSnapshots } from '#core/metrics/examples/ten-deals-past'
import { stageMoves } from '#core/metrics/stage-moves'
import { ask, cells, notes, table, type Given } from './ask.ts'

const stages = table(
  'Stage, Order, Type, Alias',
  ['Talk', 1, 'open', 'Lead'],
  ['Offer', 2, 'open', null],
  ['Contract', 3, 'open', null],
  ['Signed', 4, 'won', null],
  ['Gone', 5, 'lost', null],
)
const columns = ['from', 'to', 'direction', 'count', 'value'] as const
const between = { from: '2024-01-31', to: '2024-02-29' }

const moves = (given: Given, args: Record<string, unknown> = between) =>
  cells(ask(stageMoves, { stages, ...given }, args), ...columns)

describe('STAGE_MOVES by the stage history', () => {
  const header = 'Deal ID, From stage, To stage, Changed at'

  test('a deal counts once, from where it was to where it is, whatever it passed between', () => {
    const history = table(
      header,
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Offer', '2024-02-02'],
      ['A', 'Offer', 'Talk', '2024-02-03'],
      ['B', null, 'Talk', '2024-01-01'],
      ['B', 'Talk', 'Offer', '2024-02-02'],
      ['B', 'Offer', 'Contract', '2024-02-03'],
    )
    expect(moves({ history })).toEqual([['Talk', 'Contract', 'forward', 1, null]])
  })

  test('the order of the rows does not matter; of changes at one moment the lower row is the last', () => {
    const rows = [
      ['A', null, 'Talk', '2024-01-01'],
      ['A', 'Talk', 'Offer', '2024-02-10'],
      ['A', 'Offer', 'Contract', '2024-02-10'],
    ]
    expect(moves({ history: table(header, ...rows) })).toEqual([['Talk', 'Contract', 'forward', 1, null]])
    const [first = [], ...others] = rows
    expect(moves({ history: table(header, ...others, first) })).toEqual([['Talk', 'Contract', 'forward', 1, null]])
  })

  test('a change in the last hour of a day belongs to that day', () => {
    const history = table(header, ['A', null, 'Talk', '2024-01-01'], ['A', 'Talk', 'Offer', '2024-01-31 23:30'])
    expect(moves({ history })).toEqual([])
  })

  test('won turned into lost, and reopened, are moves; both ends are told by the type of the stage', () => {
    const history = table(
      header,
      ['A', null, 'Signed', '2024-01-01'],
      ['A', 'Signed', 'Gone', '2024-02-02'],
      ['B', null, 'Gone', '2024-01-01'],
      ['B', 'Gone', 'Offer', '2024-02-02'],
    )
    expect(moves({ history })).toEqual([
      ['Won', 'Lost', 'lost', 1, null],
      ['Lost', 'Offer', 'reopened', 1, null],
    ])
  })

  test('before its first change a deal was in the stage that it left, if it was created by then', () => {
    const history = table(header, ['A', 'Talk', 'Offer', '2024-02-10'], ['B', 'Talk', 'Offer', '2024-02-10'])
    const deals = table(
      'Deal ID, Stage, Amount, Created',
      ['A', 'Offer', 10, '2024-01-15'],
      ['B', 'Offer', 20, '2024-02-05'],
    )
    expect(moves({ history, deals })).toEqual([
      ['New', 'Offer', 'new', 1, 20],
      ['Talk', 'Offer', 'forward', 1, 10],
    ])
  })

  test('a deal without any change of stage is in its stage from its creation to its closing', () => {
    const history = table(header, ['X', null, 'Talk', '2024-01-01'])
    const deals = table(
      'Deal ID, Stage, Status, Amount, Created, Closed at, Last open stage',
      ['A', 'Talk', 'Open', 1, '2024-01-15', null, null],
      ['B', 'Talk', 'Open', 2, '2024-02-15', null, null],
      ['C', 'Talk', 'Open', 4, '2024-03-15', null, null],
      ['D', 'Signed', 'Won', 8, '2024-01-15', '2024-01-20', 'Offer'],
      ['E', 'Signed', 'Won', 16, '2024-01-15', '2024-02-20', 'Offer'],
      ['F', 'Gone', 'Lost', 32, '2024-01-15', '2024-02-20', null],
    )
    expect(moves({ history, deals })).toEqual([
      ['New', 'Talk', 'new', 1, 2],
      ['Offer', 'Won', 'won', 1, 16],
      ['(unknown)', 'Lost', 'lost', 1, 32],
    ])
  })

  test('a deal closed without a change of stage is closed from its closing date on', () => {
    const history = table(header, ['A', null, 'Offer', '2024-01-01'])
    const deals = table('Deal ID, Stage, Status, Amount, Closed at', ['A', 'Offer', 'Won', 10, '2024-02-20'])
    expect(moves({ history, deals })).toEqual([['Offer', 'Won', 'won', 1, 10]])
    expect(moves({ history, deals }, { from: '2024-02-20', to: '2024-02-29' })).toEqual([])
  })

  test('without the deals the amounts of the history count', () => {
    const history = table(
      `${header}, Amount`,
      ['A', null, 'Talk', '2024-01-01', 10],
      ['A', 'Talk', 'Offer', '2024-02-02', 12],
    )
    expect(moves({ history })).toEqual([['Talk', 'Offer', 'forward', 1, 12]])
  })

  test('stages without a place are neither forward nor back', () => {
    const history = table(header, ['A', null, 'Pilot', '2024-01-01'], ['A', 'Pilot', 'Offer', '2024-02-02'])
    expect(moves({ history })).toEqual([['Pilot', 'Offer', 'moved', 1, null]])
  })

  test('a stage under its former name has not moved', () => {
    const history = table(header, ['A', null, 'Lead', '2024-01-01'], ['A', 'Lead', 'Talk', '2024-02-02'])
    expect(moves({ history })).toEqual([])
  })

  test('where nothing tells the order, moves are counted and this is said', () => {
    const history = table(header, ['A', null, 'Talk', '2024-01-01'], ['A', 'Talk', 'Closed Won', '2024-02-02'])
    const answer = ask(stageMoves, { history }, between)
    expect(cells(answer, ...columns)).toEqual([['Talk', 'Won', 'won', 1, null]])
    expect(notes(answer)).toContain('The order of the stages is not known, so forward and back cannot be told apart.')
  })
})

describe('STAGE_MOVES by snapshots', () => {
  test('what was closed before the first snapshot is not new', () => {
    const snapshots = table('Snapshot at, Deal ID, Stage, Status', ['2024-01-31', 'A', 'Talk', 'open'])
    const deals = table(
      'Deal ID, Stage, Status, Amount, Closed at',
      ['A', 'Offer', 'Open', 1, null],
      ['B', 'Signed', 'Won', 2, '2023-06-01'],
      ['C', 'Signed', 'Won', 4, '2024-02-10'],
    )
    expect(moves({ snapshots, deals }, { from: '2024-01-31' })).toEqual([
      ['New', 'Won', 'won', 1, 4],
      ['Talk', 'Offer', 'forward', 1, 1],
    ])
  })

  test('a deal that is not among the opportunities any more was removed', () => {
    const snapshots = table('Snapshot at, Deal ID, Stage, Status, Amount', ['2024-01-31', 'A', 'Talk', 'open', 7])
    const deals = table('Deal ID, Stage, Amount', ['B', 'Offer', 1])
    expect(moves({ snapshots, deals }, {})).toEqual([
      ['New', 'Offer', 'new', 1, 1],
      ['Talk', 'Removed', 'removed', 1, 7],
    ])
  })

  test('without the deals the last snapshot is the second look', () => {
    const answer = ask(stageMoves, { snapshots: tenDealSnapshots, stages: tenDealStages }, { from: '2024-01-31' })
    expect(cells(answer, 'from', 'to', 'count')).toHaveLength(4)
    expect(notes(answer)).toEqual(['By snapshots: 2024-01-31 against 2024-03-31.'])
  })

  test('a stage of the same name in another pipeline is another stage, neither before nor after', () => {
    const own = table('Pipeline, Stage, Order, Type', ['Service', 'Offer', 1, 'open'], ['Machines', 'Offer', 2, 'open'])
    const snapshots = table(
      'Snapshot at, Deal ID, Pipeline, Stage',
      ['2024-01-31', 'A', 'Service', 'Offer'],
      ['2024-02-29', 'A', 'Machines', 'Offer'],
    )
    expect(moves({ snapshots, stages: own })).toEqual([['Offer (Service)', 'Offer (Machines)', 'moved', 1, null]])
  })

  test('rows without a deal ID are no deal', () => {
    const snapshots = table(
      'Snapshot at, Deal ID, Stage',
      ['2024-01-31', 'A', 'Talk'],
      ['2024-01-31', null, 'Talk'],
      ['2024-02-29', null, 'Offer'],
    )
    expect(moves({ snapshots })).toEqual([])
  })
})

describe('STAGE_MOVES within a scope', () => {
  const snapshots = table(
    'Snapshot at, Deal ID, Owner, Stage, Amount',
    ['2024-01-31', 'A', 'Ben', 'Talk', 10],
    ['2024-01-31', 'B', 'Anna', 'Talk', 20],
    ['2024-01-31', 'C', 'Ben', 'Signed', 40],
    ['2024-01-31', 'D', 'Ben', 'Talk', 80],
    ['2024-02-29', 'A', 'Anna', 'Offer', 10],
    ['2024-02-29', 'B', 'Ben', 'Offer', 20],
    ['2024-02-29', 'C', 'Anna', 'Signed', 40],
  )
  const deals = table(
    'Deal ID, Owner, Stage, Amount',
    ['A', 'Anna', 'Offer', 10],
    ['B', 'Ben', 'Offer', 20],
    ['C', 'Anna', 'Signed', 40],
  )
  const scoped = (given: Given, args: Record<string, unknown>, owner_scope: string) =>
    cells(ask(stageMoves, { stages, snapshots, ...given }, { scope: 'Ben', ...args }, { owner_scope }), ...columns)

  test.each([between, { from: '2024-01-31' }])(
    'a deal is of its owner of now, and moved as it did under the one before (%j)',
    (args) => {
      expect(scoped({ deals }, args, 'current')).toEqual([
        ...('to' in args ? [] : [['Talk', 'Removed', 'removed', 1, 80]]),
        ['Talk', 'Offer', 'forward', 1, 20],
      ])
    },
  )

  test.each([between, { from: '2024-01-31' }])(
    'by the owners of then a deal that was handed over is transferred, and one closed before that has not moved (%j)',
    (args) => {
      expect(scoped({ deals }, args, 'then')).toEqual([
        ['Transferred in', 'Offer', 'transferred in', 1, 20],
        ...('to' in args ? [] : [['Talk', 'Removed', 'removed', 1, 80]]),
        ['Talk', 'Transferred out', 'transferred out', 1, 10],
      ])
    },
  )

  test('without the opportunities the owners of then are all that is known', () => {
    expect(scoped({}, between, 'current')).toEqual(scoped({ deals }, between, 'then'))
  })
})

test.each([
  [{ history: tenDealHistory }, {}, /^argument: from is missing/],
  [{ history: tenDealHistory }, { from: '2024-03-31' }, /^argument: from is 2024-03-31; it must lie before 2024-03-31/],
  [{ snapshots: tenDealSnapshots }, { from: '2024-01-01' }, /^no-answer: .*the first is of 2024-01-31/],
  [{ deals: tenDeals }, between, /^missing-table: STAGE_MOVES needs the table StageHistory or the table Snapshots/],
])('STAGE_MOVES says what is missing (%#)', (given, args, reason) => {
  expect(moves(given, args)).toMatch(reason)
})
