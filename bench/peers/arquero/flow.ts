import { op, type ColumnTable } from 'arquero'
import { movements, type Answers, type Movement } from '../../questions.ts'
import type { Words } from '../../words.ts'
import { asked } from '../../workload/asked.ts'
import { rowsOf, wonInWindow, type Deals, type Tables } from './stock.ts'

const { window } = asked

type Flow = 'conversion' | 'durations' | 'activities' | 'newMeetings' | 'movement' | 'deviation' | 'gap'

export const flow = (tables: Tables, deals: Deals): Pick<Answers, Flow> => ({
  ...stages(tables),
  activities: activities(tables),
  newMeetings: newMeetings(tables),
  movement: movement(tables),
  deviation: deviation(tables, deals),
  gap: gap(tables, deals),
})

const stages = ({ tables, words }: Tables): Pick<Answers, 'conversion' | 'durations'> => {
  const moves = tables.changes
    .lookup(tables.stages, 'stage', 'rank', 'state')
    .derive({
      day: 'd => op.floor(d.since)',
      lossAt: `d => d.state === ${words.code('lost')} ? d.since : NaN`,
      rank: `d => d.state === ${words.code('lost')} ? 0 : d.rank`,
    })
    .groupby('id')
  return { conversion: conversion(moves, tables.stages, words), durations: durations(moves, words) }
}

const ranks = [1, 2, 3, 4, 5, 6]

const conversion = (moves: ColumnTable, stages: ColumnTable, words: Words): Answers['conversion'] => {
  const entries = [...ranks, ranks.length + 1].map((rank) => [
    `entry${rank}`,
    `d => op.min(d.rank >= ${rank} ? d.day : NaN)`,
  ])
  const lives = moves.rollup({
    ...Object.fromEntries(entries),
    lastLoss: op.max('lossAt'),
    lastMove: op.max('since'),
  })
  const names = new Map(
    rowsOf<{ rank: number; stage: number }>(stages).map(({ rank, stage }) => [rank, words.at(stage)]),
  )
  return ranks.map((rank) => {
    const [entry, next] = [`d.entry${rank}`, `d.entry${rank + 1}`]
    const [row = { entered: 0, advanced: 0, lost: 0 }] = rowsOf<Record<'entered' | 'advanced' | 'lost', number>>(
      lives.filter(`d => ${entry} >= ${asked.cohort.from} && ${entry} < ${asked.cohort.to}`).rollup({
        entered: op.count(),
        advanced: `d => op.sum(${next} > 0 ? 1 : 0)`,
        lost: `d => op.sum(!(${next} > 0) && d.lastLoss === d.lastMove ? 1 : 0)`,
      }),
    )
    const { entered, advanced, lost } = row
    const stillIn = entered - advanced - lost
    return { stage: names.get(rank) ?? '', entered, advanced, lost, stillIn, conversion: advanced / entered }
  })
}

const durations = (moves: ColumnTable, words: Words): Answers['durations'] => {
  const stays = moves
    .orderby('since')
    .derive({ days: 'd => op.lead(d.day) - d.day' })
    .ungroup()
    .filter(`d => d.state === ${words.code('open')} && op.is_finite(d.days)`)
    .groupby('stage')
    .rollup({ stays: op.count(), mean: op.mean('days'), median: op.median('days') })
  return rowsOf<Record<'stage' | 'stays' | 'mean' | 'median', number>>(stays).map((row) => ({
    ...row,
    stage: words.at(row.stage),
  }))
}

const activities = ({ tables, words }: Tables): Answers['activities'] =>
  rowsOf<Record<'owner' | 'week' | 'type' | 'count' | 'hours', number>>(
    tables.activities
      .filter('d => d.done === 1')
      .derive({ week: 'd => d.day - (d.day - 2) % 7' })
      .groupby('owner', 'week', 'type')
      .rollup({ count: op.count(), hours: op.sum('hours') }),
  ).map(({ owner, week, type, count, hours }) => ({
    owner: words.at(owner),
    week,
    type: words.at(type),
    count,
    minutes: 60 * (hours || 0),
  }))

const newMeetings = ({ tables, words }: Tables): Answers['newMeetings'] =>
  rowsOf<Record<'owner' | 'count', number>>(
    tables.activities
      .filter(`d => d.done === 1 && d.type === ${words.code('Meeting')}`)
      .semijoin(tables.deals.filter(`d => d.type === ${words.code('New')}`), 'id')
      .groupby('owner')
      .count(),
  ).map(({ owner, count }) => ({ owner: words.at(owner), count }))

const statesAt = ({ tables, words }: Tables, day: number): ColumnTable =>
  tables.seen
    .filter(`d => d.day === ${day} && d.status !== ${words.code('removed')}`)
    .select('id', 'status', 'amount', 'closing')
    .derive({
      worth: 'd => op.is_nan(d.amount) ? 0 : d.amount',
      place: `d => d.closing < 0 || d.closing >= ${window.to} ? 1 : d.closing < ${window.from} ? -1 : 0`,
    })
    .select('id', 'status', 'worth', 'place')

const movement = (tables: Tables): Answers['movement'] => {
  const code = (word: string): number => tables.words.code(word)
  const at = (name: Movement): number => movements.indexOf(name)
  const states = statesAt(tables, asked.opening).join_full(statesAt(tables, asked.closing), 'id', undefined, {
    suffix: ['0', '1'],
  })
  const [absent0, absent1] = ['!(d.status0 >= 0)', '!(d.status1 >= 0)']
  const open = code('open')
  const deals = states
    .derive({
      a0: `d => ${absent0} ? d.worth1 : d.worth0`,
      a1: `d => ${absent1} ? d.worth0 : d.worth1`,
      entry: `d => d.status0 === ${open} && d.place0 === 0 ? ${at('Opening')}
        : ${absent1} || d.place1 !== 0 || (d.status0 !== ${open} && d.status0 === d.status1) ? -1
        : ${absent0} ? ${at('New')}
        : d.status0 !== ${open} ? ${at('Reopened')}
        : d.place0 === 1 ? ${at('Pulled in')} : ${at('Pushed in')}`,
      leaving: `d => ${absent1} ? ${at('Removed')}
        : d.place1 === 1 ? ${at('Pushed out')}
        : d.place1 === -1 ? ${at('Pulled out')}
        : d.status1 === ${open} ? ${at('Closing')}
        : d.status1 === ${code('won')} ? ${at('Won')} : ${at('Lost')}`,
    })
    .filter('d => d.entry >= 0')
    .derive({
      change: 'd => d.a1 - d.a0',
      changed: `d => d.a1 > d.a0 ? ${at('Increased')} : ${at('Decreased')}`,
    })
  const steps = (name: string, value: string): ColumnTable => deals.select({ [name]: 'movement', [value]: 'value' })
  const all = steps('entry', 'a0').concat(
    steps('changed', 'change').filter('d => d.value !== 0'),
    steps('leaving', 'a1'),
  )
  return rowsOf<Record<'movement' | 'count' | 'value', number>>(
    all.groupby('movement').rollup({ count: op.count(), value: op.sum('value') }),
  ).map((row) => ({ ...row, movement: movements[row.movement] ?? '' }))
}

const totalOf = (table: ColumnTable, figure: string): number => {
  const [row] = rowsOf<{ total: number | undefined }>(table.rollup({ total: `d => op.sum(${figure})` }))
  return row?.total ?? 0
}

const deviation = ({ tables, words }: Tables, { won }: Deals): Answers['deviation'] =>
  asked.months.map(({ name, from, to }) => {
    const inMonth = `d.closing >= ${from} && d.closing < ${to}`
    const due = tables.seen
      .filter(`d => d.day === ${from} && d.status === ${words.code('open')} && ${inMonth}`)
      .lookup(tables.stages, 'stage', 'chance')
    const forecast = totalOf(
      due,
      '(op.is_nan(d.amount) ? 0 : d.amount) * (op.is_nan(d.probability) ? d.chance : d.probability)',
    )
    const actual = totalOf(won.filter(`d => ${inMonth}`), 'd.worth')
    return { month: name, forecast, actual, deviation: (actual - forecast) / forecast }
  })

const gap = ({ tables, words }: Tables, deals: Deals): Answers['gap'] => {
  const isDue = asked.targetMonths.map((month) => `d.period === ${words.code(month)}`).join(' || ')
  const due = tables.targets
    .filter(`d => d.metric === ${words.code('sales')} && (${isDue})`)
    .groupby('owner')
    .rollup({ target: op.sum('value') })
  const people = tables.people.lookup(due, 'owner', 'target').lookup(wonInWindow(deals), 'owner', 'won')
  return rowsOf<{ owner: number; target: number | undefined; won: number | undefined }>(people).map((row) => {
    const [target, won] = [row.target ?? 0, row.won ?? 0]
    return { owner: words.at(row.owner), target, won, gap: target - won }
  })
}
