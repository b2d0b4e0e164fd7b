import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell } from '#core/cells/grid'
import { aprilSnapshots } from '#core/metrics/examples/april-moves'
import { waterfall } from '#core/metrics/waterfall'
import { ask, cells, notes, table } from './ask.ts'

const header = 'Snapshot at, Deal ID, Owner, Status, Amount, Close date'
const [first, second] = ['2024-01-31', '2024-02-29']
const window = '2024-02'

type State = readonly [owner: string, status: string, amount: Cell, close: Cell]

/** What moved for the deals of Anna that are due in February, without the rows of 0. */
const moves = (before: State | null, after: State | null, args: Record<string, unknown> = {}): unknown => {
  const other = [first, 'other', 'Anna', 'open', 1000, '2024-09-01']
  const rows = [
    ...(before === null ? [] : [[first, 'A', ...before]]),
    ...(after === null ? [] : [[second, 'A', ...after]]),
  ]
  const answer = ask(
    waterfall,
    { snapshots: table(header, other, ...rows) },
    { from: first, to: second, close_period: window, scope: 'Anna', ...args },
  )
  const found = cells(answer, 'movement', 'value')
  return Array.isArray(found) ? found.filter((row: unknown[]) => row[1] !== 0 || row[0] === 'Check') : found
}

const open: State = ['Anna', 'open', 10, '2024-02-10']
const check = ['Check', 0]

describe('WATERFALL', () => {
  test.each<[string, State | null, State | null, readonly unknown[]]>([
    [
      'closed at the first look is in no opening',
      ['Anna', 'won', 10, '2024-02-10'],
      ['Anna', 'won', 12, '2024-02-10'],
      [],
    ],
    [
      'new and won counts as both',
      null,
      ['Anna', 'won', 7, '2024-02-20'],
      [
        ['New', 7],
        ['Won', -7],
      ],
    ],
    ['new and won outside the window is neither', null, ['Anna', 'won', 7, '2024-03-20'], []],
    ['new and won by another is neither', null, ['Ben', 'won', 7, '2024-02-20'], []],
    [
      'lost, then won, is reopened at its first value',
      ['Anna', 'lost', 10, '2024-01-10'],
      ['Anna', 'won', 12, '2024-02-20'],
      [
        ['Reopened', 10],
        ['Increased', 2],
        ['Won', -12],
      ],
    ],
    [
      'ownership goes before dates on the way in',
      ['Ben', 'open', 10, '2024-05-10'],
      open,
      [
        ['Transferred in', 10],
        ['Closing', 10],
      ],
    ],
    [
      'ownership goes before dates on the way out',
      open,
      ['Ben', 'won', 9, '2024-05-10'],
      [
        ['Opening', 10],
        ['Decreased', -1],
        ['Transferred out', -9],
      ],
    ],
    [
      'won after the window was pushed out',
      open,
      ['Anna', 'won', 10, '2024-03-01'],
      [
        ['Opening', 10],
        ['Pushed out', -10],
      ],
    ],
    [
      'a deal without a close date is due after the window',
      ['Anna', 'open', 10, null],
      open,
      [
        ['Pulled in', 10],
        ['Closing', 10],
      ],
    ],
    [
      'and leaves as pushed out when it loses its date',
      open,
      ['Anna', 'open', 10, null],
      [
        ['Opening', 10],
        ['Pushed out', -10],
      ],
    ],
    [
      'removed leaves at its first value',
      open,
      ['Anna', 'removed', 99, '2024-02-10'],
      [
        ['Opening', 10],
        ['Removed', -10],
      ],
    ],
    [
      'a blank amount is 0',
      open,
      ['Anna', 'open', null, '2024-02-10'],
      [
        ['Opening', 10],
        ['Decreased', -10],
      ],
    ],
    [
      'taken off hold enters',
      ['Anna', 'on hold', 10, '2024-02-10'],
      open,
      [
        ['Taken off hold', 10],
        ['Closing', 10],
      ],
    ],
    [
      'unchanged rows need not be there',
      open,
      null,
      [
        ['Opening', 10],
        ['Closing', 10],
      ],
    ],
    [
      'the last day of the window belongs to it',
      null,
      ['Anna', 'open', 3, '2024-02-29'],
      [
        ['New', 3],
        ['Closing', 3],
      ],
    ],
  ])('%s', (_title, before, after, expected) => {
    expect(moves(before, after)).toEqual([...expected, check])
  })

  test('with mode=single what came and was closed between the looks stands in no row, and is counted', () => {
    const snapshots = table(header, [first, 'B', ...open], [second, 'A', 'Anna', 'won', 7, '2024-02-20'])
    const answer = ask(waterfall, { snapshots }, { from: first, to: second, mode: 'single' })
    expect(notes(answer)).toContain('Deals that came and were closed between the two days, and stand in no row: 1.')
    expect(cells(answer, 'value')).not.toContainEqual([-7])
  })

  test('one rate for both days: a rate that moved is no movement', () => {
    const snapshots = table(
      'Snapshot at, Deal ID, Status, Amount, Currency, Amount base',
      [first, 'A', 'open', 100, 'USD', 90],
      [first, 'B', 'open', 50, 'EUR', 50],
      [first, 'C', 'open', 200, 'SEK', 20],
      [second, 'A', 'open', 100, 'USD', 80],
      [second, 'C', 'removed', 200, 'SEK', 30],
    )
    const answer = ask(waterfall, { snapshots }, { from: first, to: second }, { base_currency: 'EUR' })
    const found = cells(answer, 'movement', 'value')
    expect(found).toEqual(
      expect.arrayContaining([
        ['Opening', 150],
        ['Increased', 0],
        ['Decreased', 0],
        ['Removed', -20],
      ]),
    )
    expect(notes(answer)).toContain('Amounts in other currencies are at one rate for both days, that of the second.')
  })

  test('of two rows of a deal in one snapshot the last counts, and this is said', () => {
    const snapshots = table(
      header,
      [first, 'A', ...open],
      [second, 'A', ...open],
      [second, 'A', 'Anna', 'open', 4, '2024-02-10'],
    )
    const answer = ask(waterfall, { snapshots }, { from: first, to: second })
    expect(cells(answer, 'movement', 'value')).toEqual(
      expect.arrayContaining([
        ['Decreased', -6],
        ['Closing', 4],
      ]),
    )
    expect(notes(answer)).toContain('Snapshot rows that a later row of the same deal and day replaces: 1.')
  })

  test('says how many open deals have no close date', () => {
    const snapshots = table(header, [first, 'A', 'Anna', 'open', 4, null], [second, 'B', ...open])
    const answer = ask(waterfall, { snapshots }, { from: first, to: second, close_period: window })
    expect(notes(answer)).toContain('Open deals without a close date, which count as due after 2024-02: 1.')
  })

  test.each([
    [{ to: '2024-03-31' }, /^argument: from is 2024-03-31; it must lie before/],
    [{ from: '2024-01-01' }, /^no-answer: There is no snapshot at or before 2024-01-01; the first is of 2024-03-31/],
    [{ mode: 'net' }, /^argument: mode is "net"; it can be flow or single/],
    [{ scope: 'Zoe' }, /^argument: Scope "Zoe" is no person/],
  ])('refuses %j', (args, reason) => {
    const given = { from: '2024-03-31', to: '2024-04-30', ...args }
    expect(cells(ask(waterfall, { snapshots: aprilSnapshots }, given), 'value')).toMatch(reason)
  })

  test('a scope that the snapshots cannot tell has no answer', () => {
    const snapshots = table('Snapshot at, Deal ID, Status, Amount', [first, 'A', 'open', 1], [second, 'A', 'won', 1])
    const deals = table('Deal ID, Owner, Status', ['A', 'Anna', 'won'])
    expect(cells(ask(waterfall, { snapshots, deals }, { scope: 'Anna', to: second }), 'value')).toMatch(
      /^no-answer: Scope "Anna": the snapshots have no column that tells it/,
    )
  })

  test('without a status or a stage nothing tells what was closed', () => {
    const snapshots = table('Snapshot at, Deal ID, Amount', [first, 'A', 1], [second, 'A', 2])
    expect(cells(ask(waterfall, { snapshots }, { to: second }), 'value')).toMatch(/^missing-column/)
  })
})

const amount = fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constant(null))
const state = fc.option(
  fc.tuple(
    fc.constantFrom('Anna', 'Ben'),
    fc.constantFrom('open', 'open', 'won', 'lost', 'on hold', 'removed'),
    amount,
    fc.constantFrom('2024-01-15', '2024-02-10', '2024-02-29', '2024-03-01', null),
  ),
)
const portfolio = fc.array(fc.tuple(state, state), { minLength: 1, maxLength: 30 })
const seed = 20240229

const valueOf = (found: unknown, movement: string): number => {
  const row = Array.isArray(found) ? (found as unknown[][]).find(([name]) => name === movement) : undefined
  return Number(row?.[1])
}

test(`WATERFALL balances, and Won is what was booked, for 3,000 random portfolios (seed ${seed})`, () => {
  fc.assert(
    fc.property(portfolio, (deals) => {
      const rows = deals.flatMap(([before, after], i) => [
        ...(before === null ? [] : [[first, `d${i}`, ...before]]),
        ...(after === null ? [] : [[second, `d${i}`, ...after]]),
      ])
      const anchors = [
        [first, 'x', 'Ben', 'lost', 0, '2020-01-01'],
        [second, 'y', 'Anna', 'lost', 1, '2020-01-01'],
      ]
      const snapshots = table(header, ...anchors, ...rows)
      const args = { from: first, to: second, close_period: window, scope: 'Anna' }
      const flow = cells(ask(waterfall, { snapshots }, args), 'movement', 'value')
      const single = cells(ask(waterfall, { snapshots }, { ...args, mode: 'single' }), 'movement', 'value')
      const isDue = (close: Cell): boolean => close === '2024-02-10' || close === '2024-02-29'
      const sum = (values: readonly Cell[]): number => values.reduce<number>((total, value) => total + Number(value), 0)
      const booked = deals.flatMap(([before, after]) => {
        const now = after ?? before
        if (now === null || before?.[1] === 'won' || now[1] !== 'won') return []
        return now[0] === 'Anna' && isDue(now[3]) ? [now[2]] : []
      })
      const isOpen = (each: State | null): each is State =>
        each !== null && each[0] === 'Anna' && each[1] === 'open' && isDue(each[3])
      const opening = deals.flatMap(([before]) => (isOpen(before) ? [before[2]] : []))
      const closing = deals.flatMap(([before, after]) => {
        const now = after ?? before
        return isOpen(now) ? [now[2]] : []
      })
      for (const found of [flow, single]) {
        expect(valueOf(found, 'Check')).toBe(0)
        expect(valueOf(found, 'Opening')).toBe(sum(opening))
        expect(valueOf(found, 'Closing')).toBe(sum(closing))
      }
      expect(valueOf(flow, 'Won') + sum(booked)).toBe(0)
    }),
    { numRuns: 3000, seed },
  )
}, 180_000)
