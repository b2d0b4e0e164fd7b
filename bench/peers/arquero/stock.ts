import { desc, op, type ColumnTable } from 'arquero'
import type { Answers } from '../../questions.ts'
import type { TableName } from '../../tables.ts'
import type { Words } from '../../words.ts'
import { asked } from '../../workload/asked.ts'

export interface Tables {
  readonly tables: Readonly<Record<TableName, ColumnTable>>
  readonly words: Words
}

export interface Deals {
  readonly open: ColumnTable
  readonly won: ColumnTable
  readonly closed: ColumnTable
}

/**
 * Deals by state; `worth` and `weighted` with blanks filled, `touched` the day of the last change. Expressions are texts,
 * because Arquero parses them and a bundler may rename what a function closes over.
 */
export const dealsOf = ({ tables, words }: Tables): Deals => {
  const deals = tables.deals.lookup(tables.stages, 'stage', 'state', 'initial', 'chance').derive({
    worth: 'd => op.is_nan(d.amount) ? 0 : d.amount',
    chance: 'd => op.is_nan(d.probability) ? d.chance : d.probability',
    touched: 'd => d.modified < 0 ? d.created : d.modified',
  })
  return {
    open: deals.filter(`d => d.state === ${words.code('open')}`),
    won: deals.filter(`d => d.state === ${words.code('won')}`),
    closed: deals.filter(`d => d.state !== ${words.code('open')} && d.closing >= 0`),
  }
}

const { asOf, window } = asked

type Stock = 'funnel' | 'stale' | 'staleTop' | 'overdue' | 'early' | 'winRate' | 'cycle'

export const stock = ({ words }: Tables, { open, won, closed }: Deals): Pick<Answers, Stock> => ({
  funnel: funnel(open, words),
  ...stale(open),
  ...due(open),
  winRate: winRate(closed, words),
  cycle: cycle(won, words),
})

/** Rows of a result; what they hold is stated by the caller, and proved by comparing the answers. */
export const rowsOf = <Row extends object>(table: ColumnTable): readonly Row[] => table.objects() as Row[]

type Coded<Row, Names extends keyof Row> = Omit<Row, Names> & Readonly<Record<Names, number>>

const funnel = (open: ColumnTable, words: Words): Answers['funnel'] =>
  rowsOf<Coded<Answers['funnel'][number], 'stage' | 'owner'>>(
    open.groupby('stage', 'owner').rollup({
      count: op.count(),
      value: op.sum('worth'),
      weighted: 'd => op.sum(d.worth * d.chance)',
    }),
  ).map((row) => ({ ...row, stage: words.at(row.stage), owner: words.at(row.owner) }))

const stale = (open: ColumnTable): Pick<Answers, 'stale' | 'staleTop'> => {
  const quiet = open.filter(`d => d.touched <= ${asOf - asked.staleDays}`)
  const top = quiet.select('id', 'touched', 'worth').orderby(desc('worth'), 'id').slice(0, asked.staleTop)
  return {
    stale: [{ count: quiet.numRows() }],
    staleTop: rowsOf<{ id: string; touched: number; worth: number }>(top).map(({ id, touched, worth }, i) => ({
      id,
      rank: i + 1,
      quietDays: asOf - touched,
      amount: worth,
    })),
  }
}

const due = (open: ColumnTable): Pick<Answers, 'overdue' | 'early'> => {
  const late = `d.closing >= 0 && d.closing < ${asOf}`
  const soon = `d.initial && d.closing >= ${asOf} && d.closing <= ${asOf + asked.earlyDays}`
  const [row] = rowsOf<Record<'late' | 'lateValue' | 'undated' | 'soon' | 'soonValue', number>>(
    open.rollup({
      late: `d => op.sum(${late} ? 1 : 0)`,
      lateValue: `d => op.sum(${late} ? d.worth : 0)`,
      undated: 'd => op.sum(d.closing < 0 ? 1 : 0)',
      soon: `d => op.sum(${soon} ? 1 : 0)`,
      soonValue: `d => op.sum(${soon} ? d.worth : 0)`,
    }),
  )
  if (row === undefined) throw new Error('a table without groups has one row of totals')
  return {
    overdue: [{ count: row.late, undated: row.undated, value: row.lateValue }],
    early: [{ count: row.soon, value: row.soonValue }],
  }
}

/** Milliseconds from serial 0 to 1 January 1970, where JavaScript counts from. */
const epoch = 25_569 * 86_400_000

const winRate = (closed: ColumnTable, words: Words): Answers['winRate'] => {
  const [won, lost] = [words.code('won'), words.code('lost')]
  const groups = closed
    .derive({ date: `d => d.closing * 86400000 - ${epoch}` })
    .derive({ quarter: 'd => op.utcyear(d.date) * 4 + op.floor(op.utcmonth(d.date) / 3)' })
    .groupby('owner', 'quarter')
    .rollup({
      won: `d => op.sum(d.state === ${won} ? 1 : 0)`,
      lost: `d => op.sum(d.state === ${lost} ? 1 : 0)`,
      wonValue: `d => op.sum(d.state === ${won} ? d.worth : 0)`,
      lostValue: `d => op.sum(d.state === ${lost} ? d.worth : 0)`,
    })
  return rowsOf<Record<'owner' | 'quarter' | 'won' | 'lost' | 'wonValue' | 'lostValue', number>>(groups).map((row) => ({
    ...row,
    owner: words.at(row.owner),
    quarter: `${Math.floor(row.quarter / 4)}-Q${(row.quarter % 4) + 1}`,
    rateByCount: row.won / (row.won + row.lost),
    rateByValue: row.wonValue / (row.wonValue + row.lostValue),
  }))
}

const cycle = (won: ColumnTable, words: Words): Answers['cycle'] => {
  const groups = won
    .derive({ days: 'd => d.closing - d.created' })
    .derive({ cycle: 'd => d.days > 0 ? d.days : NaN' })
    .groupby('owner')
    .rollup({
      deals: 'd => op.valid(d.cycle)',
      excluded: 'd => op.invalid(d.cycle)',
      mean: op.mean('cycle'),
      median: op.median('cycle'),
    })
    .filter('d => d.deals > 0')
  return rowsOf<Coded<Answers['cycle'][number], 'owner'>>(groups).map((row) => ({ ...row, owner: words.at(row.owner) }))
}

/** Won value by owner (as `worth`) within the window. */
export const wonInWindow = ({ won }: Deals): ColumnTable =>
  won
    .filter(`d => d.closing >= ${window.from} && d.closing < ${window.to}`)
    .groupby('owner')
    .rollup({ won: op.sum('worth') })
