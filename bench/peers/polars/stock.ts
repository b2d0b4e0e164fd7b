import pl, { type Expr, type LazyDataFrame } from 'nodejs-polars'
import type { Answers } from '../../questions.ts'
import { asked } from '../../workload/asked.ts'
import { resultOf, rowsOf, type Frames } from './frames.ts'

const { col, len, lit } = pl
const { asOf, window } = asked

/** Deals with their stage's state; `worth` and `weighted` with blanks filled, `touched` the day of the last change. */
export const dealsOf = ({ tables, words }: Frames) => {
  const deals = tables.deals
    .join(tables.stages, { on: 'stage' })
    .withColumns(
      col('amount').fillNan(lit(0)).alias('worth'),
      col('amount').fillNan(lit(0)).mul(col('probability').fillNan(col('chance'))).alias('weighted'),
      pl.when(col('modified').lt(0)).then(col('created')).otherwise(col('modified')).alias('touched'),
    )
  const inState = (state: string): LazyDataFrame => deals.lazy().filter(col('state').eq(lit(words.code(state))))
  return {
    open: inState('open').collectSync(),
    won: inState('won').collectSync(),
    closed: deals.lazy().filter(col('state').neq(lit(words.code('open')))),
  }
}

export type Deals = ReturnType<typeof dealsOf>

type Stock = 'funnel' | 'stale' | 'staleTop' | 'overdue' | 'early' | 'winRate' | 'cycle'

export const stock = (frames: Frames, deals: Deals): Pick<Answers, Stock> => ({
  funnel: funnel(frames, deals),
  ...stale(frames, deals),
  ...due(frames, deals),
  winRate: winRate(frames, deals),
  cycle: cycle(frames, deals),
})

const sumWhere = (figure: string, where: Expr): Expr => col(figure).filter(where).sum()
const countWhere = (where: Expr): Expr => where.cast(pl.UInt32).sum()

const funnel = ({ words }: Frames, { open }: Deals): Answers['funnel'] =>
  rowsOf(
    resultOf(
      open
        .lazy()
        .groupBy(['stage', 'owner'])
        .agg(len().alias('count'), col('worth').sum().alias('value'), col('weighted').sum()),
      words,
    ),
    ({ word, at }, i) => ({
      stage: word('stage', i),
      owner: word('owner', i),
      count: at('count', i),
      value: at('value', i),
      weighted: at('weighted', i),
    }),
  )

const stale = ({ words }: Frames, { open }: Deals): Pick<Answers, 'stale' | 'staleTop'> => {
  const quiet = open.filter(col('touched').ltEq(asOf - asked.staleDays))
  const top = quiet
    .lazy()
    .sort({ by: ['worth', 'id'], descending: [true, false] })
    .head(asked.staleTop)
  return {
    stale: [{ count: quiet.height }],
    staleTop: rowsOf(resultOf(top, words), ({ text, at }, i) => ({
      id: text('id', i),
      rank: i + 1,
      quietDays: asOf - at('touched', i),
      amount: at('worth', i),
    })),
  }
}

const due = ({ words }: Frames, { open }: Deals): Pick<Answers, 'overdue' | 'early'> => {
  const late = col('closing').gtEq(0).and(col('closing').lt(asOf))
  const soon = col('initial')
    .eq(1)
    .and(col('closing').gtEq(asOf))
    .and(col('closing').ltEq(asOf + asked.earlyDays))
  const { at } = resultOf(
    open
      .lazy()
      .select(
        countWhere(late).alias('late'),
        sumWhere('worth', late).alias('lateValue'),
        countWhere(col('closing').lt(0)).alias('undated'),
        countWhere(soon).alias('soon'),
        sumWhere('worth', soon).alias('soonValue'),
      ),
    words,
  )
  return {
    overdue: [{ count: at('late', 0), undated: at('undated', 0), value: at('lateValue', 0) }],
    early: [{ count: at('soon', 0), value: at('soonValue', 0) }],
  }
}

/** Days from serial 0 to 1 January 1970, where Polars counts from. */
const epoch = 25_569

const winRate = ({ words }: Frames, { closed }: Deals): Answers['winRate'] => {
  const date = col('closing').minus(epoch).cast(pl.Date)
  const [won, lost] = [col('state').eq(lit(words.code('won'))), col('state').eq(lit(words.code('lost')))]
  const groups = closed
    .filter(col('closing').gtEq(0))
    .withColumns(date.dt.year().alias('year'), date.dt.month().plus(2).cast(pl.Float64).div(3).floor().alias('quarter'))
    .groupBy(['owner', 'year', 'quarter'])
    .agg(
      countWhere(won).alias('won'),
      countWhere(lost).alias('lost'),
      sumWhere('worth', won).alias('wonValue'),
      sumWhere('worth', lost).alias('lostValue'),
    )
  return rowsOf(resultOf(groups, words), ({ word, at }, i) => {
    const figures = { won: at('won', i), lost: at('lost', i), wonValue: at('wonValue', i), lostValue: at('lostValue', i) }
    return {
      owner: word('owner', i),
      quarter: `${at('year', i)}-Q${at('quarter', i)}`,
      ...figures,
      rateByCount: figures.won / (figures.won + figures.lost),
      rateByValue: figures.wonValue / (figures.wonValue + figures.lostValue),
    }
  })
}

const cycle = ({ words }: Frames, { won }: Deals): Answers['cycle'] => {
  const days = col('days')
  const groups = won
    .lazy()
    .filter(col('closing').gtEq(0))
    .withColumn(col('closing').minus(col('created')).alias('days'))
    .groupBy(['owner'])
    .agg(
      countWhere(days.gt(0)).alias('deals'),
      countWhere(days.ltEq(0)).alias('excluded'),
      days.filter(days.gt(0)).mean().alias('mean'),
      days.filter(days.gt(0)).median().alias('median'),
    )
    .filter(col('deals').gt(0))
  return rowsOf(resultOf(groups, words), ({ word, at }, i) => ({
    owner: word('owner', i),
    deals: at('deals', i),
    excluded: at('excluded', i),
    mean: at('mean', i),
    median: at('median', i),
  }))
}

/** Won value by owner within the window. */
export const wonInWindow = ({ won }: Deals): LazyDataFrame =>
  won
    .lazy()
    .filter(col('closing').gtEq(window.from).and(col('closing').lt(window.to)))
    .groupBy(['owner'])
    .agg(col('worth').sum().alias('won'))
