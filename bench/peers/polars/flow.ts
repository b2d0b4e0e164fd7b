import pl, { type Expr, type LazyDataFrame } from 'nodejs-polars'
import { movements, type Answers } from '../../questions.ts'
import { asked } from '../../workload/asked.ts'
import { resultOf, rowsOf, type Frames } from './frames.ts'
import { wonInWindow, type Deals } from './stock.ts'

const { col, len, lit } = pl
const { window } = asked

type Flow = 'conversion' | 'durations' | 'activities' | 'newMeetings' | 'movement' | 'deviation' | 'gap'

export const flow = (frames: Frames, deals: Deals): Pick<Answers, Flow> => ({
  ...stages(frames),
  activities: activities(frames),
  newMeetings: newMeetings(frames),
  movement: movement(frames),
  deviation: deviation(frames, deals),
  gap: gap(frames, deals),
})

const ranks = [1, 2, 3, 4, 5, 6]

const stages = ({ tables, words }: Frames): Pick<Answers, 'conversion' | 'durations'> => {
  const lost = lit(words.code('lost'))
  const moves = tables.changes
    .join(tables.stages, { on: 'stage' })
    .sort({ by: ['id', 'since'] })
    .withColumns(
      col('since').floor().alias('day'),
      pl.when(col('state').eq(lost)).then(lit(0)).otherwise(col('rank')).alias('reached'),
    )
  const lives = moves
    .groupBy('id')
    .agg(
      ...[...ranks, ranks.length + 1].map((rank) =>
        col('day').filter(col('reached').gtEq(rank)).min().alias(`entry${rank}`),
      ),
      col('state').last().eq(lost).alias('lost'),
    )
  const steps = ranks.map((rank) => {
    const entry = col(`entry${rank}`)
    const stays = col(`entry${rank + 1}`).isNull()
    return lives
      .lazy()
      .filter(entry.gtEq(asked.cohort.from).and(entry.lt(asked.cohort.to)))
      .select(
        lit(rank).cast(pl.Int32).alias('rank'),
        len().alias('entered'),
        stays.not().cast(pl.UInt32).sum().alias('advanced'),
        stays.and(col('lost')).cast(pl.UInt32).sum().alias('lost'),
      )
  })
  const conversion = pl.concat(steps).join(tables.stages.lazy(), { on: 'rank' })
  const durations = moves
    .lazy()
    .withColumns(col('day').shift(-1).minus(col('day')).alias('days'), col('id').shift(-1).eq(col('id')).alias('sameDeal'))
    .filter(col('sameDeal').and(col('state').eq(lit(words.code('open')))))
    .groupBy(['stage'])
    .agg(len().alias('stays'), col('days').mean().alias('mean'), col('days').median().alias('median'))
  return {
    conversion: rowsOf(resultOf(conversion, words), ({ word, at }, i) => {
      const figures = { entered: at('entered', i), advanced: at('advanced', i), lost: at('lost', i) }
      const { entered, advanced } = figures
      return {
        stage: word('stage', i),
        ...figures,
        stillIn: entered - advanced - figures.lost,
        conversion: advanced / entered,
      }
    }),
    durations: rowsOf(resultOf(durations, words), ({ word, at }, i) => ({
      stage: word('stage', i),
      stays: at('stays', i),
      mean: at('mean', i),
      median: at('median', i),
    })),
  }
}

const activities = ({ tables, words }: Frames): Answers['activities'] =>
  rowsOf(
    resultOf(
      tables.activities
        .lazy()
        .filter(col('done').eq(1))
        .withColumn(col('day').minus(col('day').minus(2).modulo(7)).alias('week'))
        .groupBy(['owner', 'week', 'type'])
        .agg(len().alias('count'), col('hours').fillNan(lit(0)).sum().alias('hours')),
      words,
    ),
    ({ word, at }, i) => ({
      owner: word('owner', i),
      week: at('week', i),
      type: word('type', i),
      count: at('count', i),
      minutes: 60 * at('hours', i),
    }),
  )

const newMeetings = ({ tables, words }: Frames): Answers['newMeetings'] =>
  rowsOf(
    resultOf(
      tables.activities
        .lazy()
        .filter(col('done').eq(1).and(col('type').eq(lit(words.code('Meeting')))))
        .join(tables.deals.lazy().filter(col('type').eq(lit(words.code('New')))).select('id'), { on: 'id', how: 'semi' })
        .groupBy(['owner'])
        .agg(len().alias('count')),
      words,
    ),
    ({ word, at }, i) => ({ owner: word('owner', i), count: at('count', i) }),
  )

const statesAt = ({ tables, words }: Frames, day: number, suffix: string): LazyDataFrame =>
  tables.seen
    .lazy()
    .filter(col('day').eq(day).and(col('status').neq(lit(words.code('removed')))))
    .select(
      col('id'),
      col('status').alias(`status${suffix}`),
      col('amount').fillNan(lit(0)).alias(`worth${suffix}`),
      pl
        .when(col('closing').lt(0).or(col('closing').gtEq(window.to)))
        .then(lit(1))
        .when(col('closing').lt(window.from))
        .then(lit(-1))
        .otherwise(lit(0))
        .alias(`place${suffix}`),
    )

const movement = (frames: Frames): Answers['movement'] => {
  const { words } = frames
  const is = (status: string, word: string): Expr => col(status).eq(lit(words.code(word)))
  const none = lit(null)
  const states = statesAt(frames, asked.opening, '0').join(statesAt(frames, asked.closing, '1'), { on: 'id', how: 'full' })
  const name = (movement: (typeof movements)[number]): Expr => lit(movements.indexOf(movement))
  const opened = pl
    .when(is('status0', 'open').and(col('place0').eq(0)).fillNull(lit(false)))
    .then(name('Opening'))
    .when(col('status1').isNull().or(col('place1').neq(0)))
    .then(none)
    .when(col('status0').isNull())
    .then(name('New'))
    .when(is('status0', 'open').not().and(col('status0').eq(col('status1'))))
    .then(none)
    .when(is('status0', 'open').not())
    .then(name('Reopened'))
    .when(col('place0').eq(1))
    .then(name('Pulled in'))
    .otherwise(name('Pushed in'))
  const left = pl
    .when(col('status1').isNull())
    .then(name('Removed'))
    .when(col('place1').eq(1))
    .then(name('Pushed out'))
    .when(col('place1').eq(-1))
    .then(name('Pulled out'))
    .when(is('status1', 'won'))
    .then(name('Won'))
    .when(is('status1', 'lost'))
    .then(name('Lost'))
    .otherwise(name('Closing'))
  const deals = states
    .select(
      opened.alias('entry'),
      left.alias('exit'),
      col('worth0').fillNull(col('worth1')).alias('a0'),
      col('worth1').fillNull(col('worth0')).alias('a1'),
    )
    .filter(col('entry').isNotNull())
    .collectSync()
    .lazy()
  const step = (movement: Expr, value: Expr): LazyDataFrame =>
    deals.select(movement.cast(pl.Int32).alias('movement'), value.alias('value'))
  const change = col('a1').minus(col('a0'))
  const changed = pl.when(change.gt(0)).then(name('Increased')).otherwise(name('Decreased'))
  const rows = pl
    .concat([step(col('entry'), col('a0')), step(changed, change).filter(col('value').neq(0)), step(col('exit'), col('a1'))])
    .groupBy(['movement'])
    .agg(len().alias('count'), col('value').sum())
  return rowsOf(resultOf(rows, words), ({ at }, i) => ({
    movement: movements[at('movement', i)] ?? '',
    count: at('count', i),
    value: at('value', i),
  }))
}

const deviation = ({ tables, words }: Frames, { won }: Deals): Answers['deviation'] =>
  asked.months.map(({ name, from, to }) => {
    const inMonth = col('closing').gtEq(from).and(col('closing').lt(to))
    const due = tables.seen
      .lazy()
      .filter(col('day').eq(from).and(col('status').eq(lit(words.code('open')))).and(inMonth))
      .join(tables.stages.lazy(), { on: 'stage' })
      .select(col('amount').fillNan(lit(0)).mul(col('probability').fillNan(col('chance'))).sum().alias('forecast'))
    const forecast = resultOf(due, words).at('forecast', 0)
    const actual = resultOf(won.lazy().filter(inMonth).select(col('worth').sum()), words).at('worth', 0)
    return { month: name, forecast, actual, deviation: (actual - forecast) / forecast }
  })

const gap = ({ tables, words }: Frames, deals: Deals): Answers['gap'] => {
  const months = asked.targetMonths.map((month) => words.code(month))
  const due = tables.targets
    .lazy()
    .filter(col('metric').eq(lit(words.code('sales'))).and(col('period').isIn(months)))
    .groupBy(['owner'])
    .agg(col('value').sum().alias('target'))
  const people = tables.people
    .lazy()
    .join(due, { on: 'owner', how: 'left' })
    .join(wonInWindow(deals), { on: 'owner', how: 'left' })
    .withColumns(col('target').fillNull(lit(0)), col('won').fillNull(lit(0)))
  return rowsOf(resultOf(people, words), ({ word, at }, i) => ({
    owner: word('owner', i),
    target: at('target', i),
    won: at('won', i),
    gap: at('target', i) - at('won', i),
  }))
}
