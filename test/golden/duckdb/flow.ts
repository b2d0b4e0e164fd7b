import { inEachPeriod, monthOf, quarterOf, splits, type Questions } from './question.ts'

const closed = "status in ('won', 'lost')"
const isWon = "status = 'won'"
const days = 'closing - created'

const winRate = (columns: string, condition: string): string => `
  select ${columns}${columns === '' ? '' : ','} count(*) filter (${isWon}) as won, count(*) filter (status = 'lost') as lost,
    count(*) filter (${isWon}) / count(*) as rate, count(*) as n
  from deals where ${closed} and ${condition} group by all`

/** Thin: fewer than half of the lost deals have a positive amount, and then there is no rate by value (W3). */
const winRateByValue = (columns: string, condition: string): string => `
  with rows as (select * from deals where ${closed} and ${condition})
  select ${columns}${columns === '' ? '' : ','} coalesce(sum(value) filter (${isWon}), 0) as won, coalesce(sum(value) filter (status = 'lost'), 0) as lost,
    if((select 2 * count(*) filter (amount > 0) < count(*) from rows where status = 'lost'), null,
      coalesce(sum(value) filter (${isWon}), 0) / sum(value)) as rate, count(*) as n
  from rows group by all`

const cycle = (columns: string, which: string, stat: string, condition: string): string => `
  select ${columns}${columns === '' ? '' : ','} ${stat} as cycle, count(*) filter (${days} > 0) as count,
    count(*) filter (${days} <= 0 or ${days} is null) as "leftOut"
  from deals where ${which} and ${condition} group by all`

const stats: Readonly<Record<string, string>> = {
  median: `median(${days}) filter (${days} > 0)`,
  mean: `avg(${days}) filter (${days} > 0)`,
  p75: `quantile_cont((${days})::double, 0.75) filter (${days} > 0)`,
}

const average = (columns: string, condition: string, stat = 'avg(value)'): string => `
  select ${columns}${columns === '' ? '' : ','} count(*) as count, sum(value) as value, ${stat} as average from deals where ${condition} group by all`

/** Size, win rate and cycle of the deals closed in 365 days; the number of open deals now. */
const velocity = (columns: string, using: string, cycleOf: string, condition: string): string => `
  with flow as (
    select ${columns}${columns === '' ? '' : ','} count(*) filter (status = 'open') as count,
      avg(value) filter (${isWon} and value > 0 and ${condition}) as size,
      count(*) filter (${isWon} and ${condition}) as won, count(*) filter (${closed} and ${condition}) as closed,
      avg(${days}) filter (${days} > 0 and ${cycleOf} and ${condition}) as cycle
    from deals group by all)
  select ${using}${using === '' ? '' : ','} count, size, won / nullif(closed, 0) as rate, cycle, count * size * rate / cycle as "perDay", closed
  from flow where count + closed > 0`

const byOutcome = (column: string, condition: string): string => `
  with ends as (select ${column}, if(${isWon}, 'Won', 'Lost') as outcome, value, ${days} as days
    from deals where ${closed} and ${condition})
  select columns(* exclude (value, days, total)), count(*) as count, sum(value) as value,
    count(*) / any_value(total) as share, median(days) filter (days > 0) as cycle
  from ends join (select outcome, count(*) as total from ends group by outcome) using (outcome) group by all`

/** Metrics of what was created, won and lost. */
export const flow: Questions = {
  WON: (set) => [
    ...inEachPeriod(set, (args, within) => ({
      args,
      sql: `select count(*) as count, coalesce(sum(value), 0) as value from deals where ${isWon} and ${within('closing')}`,
    })),
    ...splits('closing').flatMap(({ by, columns }) =>
      inEachPeriod(set, (args, within) => ({
        args: { ...args, by },
        sql: `select ${columns}${columns === '' ? '' : ','} count(*) as count, sum(value) as value from deals where ${isWon} and ${within('closing')} group by all`,
      })),
    ),
  ],

  WIN_RATE: (set) => [
    ...inEachPeriod(set, (args, within) => ({ args, sql: winRate('', within('closing')) })),
    ...splits('closing').flatMap(({ by, columns }) =>
      inEachPeriod(set, (args, within) => ({ args: { ...args, by }, sql: winRate(columns, within('closing')) })),
    ),
    ...splits('closing').map(({ by, columns }) => ({
      args: { by, unit: 'value' },
      sql: winRateByValue(columns, 'true'),
    })),
    { args: { unit: 'value' }, sql: winRateByValue('', 'true') },
    { args: { min_amount: 1000 }, sql: winRate('', 'value >= 1000') },
    {
      args: { denominator: 'incl_overdue', by: 'owner' },
      sql: `select owner, count(*) filter (${isWon}) as won, count(*) filter (not ${isWon}) as lost,
          count(*) filter (${isWon}) / count(*) as rate, count(*) as n
        from deals where ${closed} or (status = 'open' and closing < as_of()) group by owner`,
    },
  ],

  WIN_RATE_COHORT: (set) =>
    [30, 90].flatMap((window) =>
      inEachPeriod(set, (args, within) => ({
        args: { ...args, window_days: window },
        sql: `select strftime(created, '%Y-%m') as cohort, count(*) as created,
            count(*) filter (${isWon} and closing - created <= ${window}) as won,
            if(last_day(any_value(created)) + ${window} <= as_of(), won / count(*), null) as rate,
            if(last_day(any_value(created)) + ${window} <= as_of(), 'yes', 'no') as matured
          from deals where created is not null and ${within('created')} group by strftime(created, '%Y-%m') order by 1`,
        inOrder: true,
      })),
    ),

  SALES_CYCLE: (set) => [
    ...['median', 'mean', 'p75'].flatMap((stat) =>
      inEachPeriod(set, (args, within) => ({
        args: { ...args, stat },
        sql: cycle('', isWon, stats[stat] ?? '', within('closing')),
      })),
    ),
    ...splits('closing').map(({ by, columns }) => ({
      args: { by },
      sql: cycle(columns, isWon, stats['median'] ?? '', 'true'),
    })),
    { args: { of: 'all', by: 'owner' }, sql: cycle('owner', closed, stats['median'] ?? '', 'true') },
  ],

  AVG_DEAL: (set) => [
    ...inEachPeriod(set, (args, within) => ({
      args,
      sql: average('', `${isWon} and value > 0 and ${within('closing')}`),
    })),
    ...splits('closing').map(({ by, columns }) => ({
      args: { by },
      sql: average(columns, `${isWon} and value > 0`),
    })),
    { args: { stat: 'median' }, sql: average('', `${isWon} and value > 0`, 'median(value)') },
    {
      args: { exclude_above: 2000, by: 'owner' },
      sql: `select owner, count(*) filter (value <= 2000) as count, coalesce(sum(value) filter (value <= 2000), 0) as value,
          avg(value) filter (value <= 2000) as average, count(*) filter (value > 2000) as large, avg(value) as "withLarge"
        from deals where ${isWon} and value > 0 group by owner`,
    },
    ...(set.isWhole
      ? [
          { args: { which: 'open' }, sql: average('', `status = 'open' and value > 0`) },
          { args: { which: 'lost', by: 'product' }, sql: average('product', `status = 'lost' and value > 0`) },
          { args: { include_negative: true }, sql: average('', `${isWon} and value <> 0`) },
        ]
      : []),
  ],

  VELOCITY: (set) => [
    { args: {}, sql: velocity('', '', isWon, 'closing between as_of() - 364 and as_of()') },
    { args: { basis: 'all' }, sql: velocity('', '', closed, 'closing between as_of() - 364 and as_of()') },
    { args: { by: 'owner' }, sql: velocity('owner', 'owner', isWon, 'closing between as_of() - 364 and as_of()') },
    ...inEachPeriod(set, (args, within) => ({
      args: { ...args, basis: 'all', by: 'product' },
      sql: velocity('product', 'product', closed, set.stretches.length > 0 ? within('closing') : 'true'),
    })).slice(1),
  ],

  WIN_LOSS: (set) => [
    ...inEachPeriod(set, (args, within) => ({
      args: { ...args, by: 'product' },
      sql: byOutcome('product', within('closing')),
    })),
    ...(set.isWhole
      ? inEachPeriod(set, (args, within) => ({
          args,
          sql: byOutcome("coalesce(lost_reason, '(none given)') as lost_reason", within('closing')),
        }))
      : []),
  ],

  PIPELINE_CREATED: (set) => [
    ...inEachPeriod(set, (args, within) => ({
      args,
      sql: `select count(*) as count, coalesce(sum(value), 0) as value from deals where created is not null and ${within('created')}`,
    })),
    ...[
      { by: 'owner', columns: 'owner' },
      { by: 'month', columns: monthOf('created') },
      { by: 'owner,quarter', columns: `owner, ${quarterOf('created')}` },
    ].flatMap(({ by, columns }) =>
      inEachPeriod(set, (args, within) => ({
        args: { ...args, by },
        sql: `select ${columns}${columns === '' ? '' : ','} count(*) as count, sum(value) as value
          from deals where created is not null and ${within('created')} group by all`,
      })),
    ),
    ...(set.isWhole
      ? inEachPeriod(set, (args, within) => ({
          args: { ...args, initial: true },
          sql: `with first as (select id, arg_min(value, taken) as value from snapshots group by id)
            select count(*) as count, coalesce(sum(coalesce(first.value, deals.value)), 0) as value
            from deals left join first using (id) where ${within('created')}`,
        }))
      : []),
  ],

  CLOSED_DEALS: (set) =>
    inEachPeriod(set, (args, within) => ({
      args,
      sql: `select if(${isWon}, 'Won', 'Lost') as outcome, id, account, owner, amount as value, closing as closed,
          if(${days} < 0, null, ${days}) as cycle
        from deals where ${closed} and ${within('closing')} order by ${isWon} desc, coalesce(amount, -1e18) desc, id`,
      inOrder: true,
    })),

  NEW_DEALS: (set) =>
    inEachPeriod(set, (args, within) => ({
      args,
      sql: `select id, account, owner, amount as value, created, close_date as "close" from deals
        where created is not null and ${within('created')} order by coalesce(amount, -1e18) desc, id`,
      inOrder: true,
    })),
}
