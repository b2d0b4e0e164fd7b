import { inEachPeriod, ofWhole, splits, type Question, type Questions } from './question.ts'

const open = "status = 'open'"

/** A list of deals: the cells that every one has, then its own, the largest first. */
const list = (from: string, cells: string, limit = ''): string => `
  select id, name, account, owner, stage, amount as value, ${cells} from ${from}
  order by deals.value desc, id ${limit}`

/** The same as a list, as a number of deals, and as their value. */
const inEachMode = (args: Question['args'], from: string, cells: string): readonly Question[] => [
  { args, sql: list(from, cells), inOrder: true },
  { args: { ...args, top: 7 }, sql: list(from, cells, 'limit 7'), inOrder: true },
  { args: { ...args, mode: 'count' }, sql: `select count(*) as count from ${from}` },
  { args: { ...args, mode: 'value' }, sql: `select coalesce(sum(deals.value), 0) as value from ${from}` },
]

const rated = `(select deals.*, coalesce(probability, chance) as p, deals.value * coalesce(probability, chance) as weighted
  from deals left join stages using (stage) where ${open})`

const windows = (lengths: readonly number[]): string =>
  [
    ["'Overdue'", 'closing < as_of()'],
    ...lengths.map((days) => [`'Next ${days} days'`, `closing between as_of() and as_of() + ${days}`]),
  ]
    .map(([label = '', condition = '']) => `select ${label} as "window", ${condition} as isin, * from due`)
    .join(' union all ')

const windowSums = (lengths: readonly number[]): string => `
  with due as ${rated}
  select "window", count(*) filter (isin) as count, coalesce(sum(value) filter (isin), 0) as value,
    coalesce(sum(weighted) filter (isin), 0) as weighted
  from (${windows(lengths)}) group by "window"`

const planned = `(select deal as id, min(date) as planned from activities
  where class <> 'system' and not done and not cancelled and date >= as_of() group by deal)`

/** What is next for each deal: the earlier of its own next activity and the first that is planned, from today on. */
const withNext = `(select deals.*, least(if(next_activity >= as_of(), next_activity, null), planned) as next
  from deals left join ${planned} using (id))`

/** Metrics of the open deals. */
export const stock: Questions = {
  PIPELINE: (set) => [
    ...inEachPeriod(set, (args, within) => ({
      args,
      sql: `select count(*) as count, coalesce(sum(value), 0) as value from deals where ${open} and ${within('closing')}`,
    })),
    ...splits('closing').flatMap(({ by, columns }) =>
      inEachPeriod(set, (args, within) => ({
        args: { ...args, by },
        sql: `select ${columns}, count(*) as count, sum(value) as value
          from deals where ${open} and ${within('closing')} group by all`,
      })),
    ),
  ],

  WEIGHTED: ofWhole((set) => [
    ...inEachPeriod(set, (args, within) => ({
      args,
      sql: `select count(*) as count, coalesce(sum(value), 0) as value, coalesce(sum(weighted), 0) as weighted
        from ${rated} where ${within('closing')}`,
    })),
    ...splits('closing').map(({ by, columns }) => ({
      args: { by },
      sql: `select ${columns}, count(*) as count, sum(value) as value, sum(weighted) as weighted from ${rated} group by all`,
    })),
    {
      args: { basis: 'stage', by: 'owner' },
      sql: `select owner, count(*) as count, sum(value) as value, sum(value * chance) as weighted
        from deals left join stages using (stage) where ${open} group by owner`,
    },
  ]),

  FUNNEL: (set) => [
    ...inEachPeriod(set, (args, within) => ({
      args,
      sql: set.isWhole
        ? `select stage, count(id) as count, coalesce(sum(value), 0) as value,
            if(sum(count(p)) over () > 0, coalesce(sum(weighted), 0), null) as weighted,
            avg(as_of() - created) filter (created <= as_of()) as age, median(as_of() - moved) as "inStage",
            coalesce(sum(value), 0) / sum(sum(value)) over () as share
          from (select if(stages.stage is null, 'Unmapped stage', stages.stage) as stage, pos, open.* exclude stage
            from (from stages where type = 'open') stages
            full join (from ${rated} where ${within('closing')}) open on stages.stage = open.stage)
          group by stage, pos order by pos nulls last`
        : `select stage, count(*) as count, sum(value) as value from deals where ${open} and ${within('closing')}
          group by stage`,
      inOrder: set.isWhole,
    })).slice(0, set.isWhole ? undefined : 1),
  ],

  PIPELINE_WINDOW: ofWhole(() => [
    { args: {}, sql: windowSums([30, 60, 90]) },
    { args: { days: '7,14' }, sql: windowSums([7, 14]) },
  ]),

  CONCENTRATION: ofWhole((set) =>
    [1, 5, 20].flatMap((n) =>
      inEachPeriod(set, (args, within) => ({
        args: { ...args, n },
        sql: `with share as (
            select value, sum(value) over () as total, row_number() over (order by value desc) as place
            from deals where ${open} and amount is not null and ${within('closing')})
          select sum(value) filter (place <= ${n}) / any_value(total) as "topShare", sum((value / total) ** 2) as hhi,
            max(value) as largest, max(value) / any_value(total) as "largestShare", coalesce(any_value(total), 0) as value
          from share`,
      })),
    ),
  ),

  TOP_DEALS: ofWhole((set) => [
    ...inEachPeriod(set, (args, within) => ({
      args: { ...args, n: 12 },
      sql: `select id, name, account, owner, stage, amount as value, weighted, closing as "closeDate",
          as_of() - moved as "inStage", next_step as "nextStep"
        from ${rated} where ${within('closing')} order by value desc, closing nulls last, id limit 12`,
      inOrder: true,
    })),
    {
      args: { rank: 'weighted' },
      sql: `select id, weighted from ${rated} order by weighted desc, closing nulls last, id limit 5`,
      inOrder: true,
    },
  ]),

  STALE_DEALS: ofWhole(() => [
    ...inEachMode(
      {},
      `deals left join stages using (stage) where ${open} and as_of() - coalesce(modified, created) >= coalesce(stale_days, 60)`,
      `coalesce(modified, created) as touched, as_of() - coalesce(modified, created) as quiet`,
    ),
    ...[30, 90].flatMap((days) =>
      inEachMode(
        { days },
        `deals where ${open} and as_of() - coalesce(modified, created) >= ${days}`,
        `as_of() - coalesce(modified, created) as quiet`,
      ),
    ),
    ...inEachMode(
      { days: 45, basis: 'stage' },
      `deals where ${open} and as_of() - coalesce(moved, created) >= 45`,
      `as_of() - coalesce(moved, created) as quiet`,
    ),
  ]),

  OVERDUE_DEALS: (set) =>
    set.isWhole
      ? inEachMode(
          {},
          `deals where ${open} and close_date < as_of()`,
          'close_date as "closeDate", as_of() - close_date as overdue',
        )
      : [
          {
            args: { mode: 'count' },
            sql: `select count(*) as count from deals where ${open} and close_date < as_of()`,
          },
        ],

  EARLY_CLOSERS: ofWhole(() =>
    [30, 60, 120].flatMap((days) =>
      inEachMode(
        { days },
        `deals join stages using (stage) where ${open} and initial and close_date between as_of() and as_of() + ${days}`,
        'close_date as "closeDate", close_date - as_of() as "left"',
      ),
    ),
  ),

  NO_NEXT_STEP: ofWhole(() =>
    inEachMode(
      {},
      `${withNext} deals where ${open} and next_step is null and next is null`,
      'close_date as "closeDate"',
    ),
  ),
}
