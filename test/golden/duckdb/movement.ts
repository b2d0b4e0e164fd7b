import { ofWhole, type Questions } from './question.ts'

/** Every step of every deal up to a day, with what kind of place it led to; `nth` counts from the last. */
const steps = (until = 'as_of()'): string => `
  steps as (
    select id, changed, rn, to_stage, pos, coalesce(type, 'unknown') as type,
      row_number() over (partition by id order by changed desc, rn desc) as nth
    from changes left join stages on to_stage = stages.stage where changed <= ${until})`

/**
 * Cohorts: first entry to a stage, skipped stages counting as passed; advanced by any later stage, or won, where the last
 * word is won; lost where the last word is lost.
 */
const conversion = (condition: string, within = 0): string => `
  with ${steps()},
  ends as (select id, type as ended, changed as end_day from steps where nth = 1),
  ways as (
    select lane.pos as lane, lane.stage as stage, id, any_value(ended) as ended, any_value(end_day) as end_day,
      min(changed) filter ((steps.type = 'open' and steps.pos >= lane.pos) or (nth = 1 and steps.type = 'won')) as entered,
      min(changed) filter ((steps.type = 'open' and steps.pos > lane.pos) or (nth = 1 and steps.type = 'won')) as advanced
    from steps join ends using (id), (from stages where type = 'open') lane group by all),
  judged as (
    select *, ${within === 0 ? 'false' : `as_of() - entered < ${within}`} as young,
      not young and advanced is not null ${within === 0 ? '' : `and advanced - entered <= ${within}`} as went_on,
      not young and not went_on and ended = 'lost' ${within === 0 ? '' : `and end_day - entered <= ${within}`} as was_lost
    from ways where entered is not null and ${condition}),
  counted as (
    select lane, stage, count(*) as entered, count(*) filter (went_on) as advanced, count(*) filter (was_lost) as lost,
      count(*) filter (not young) as n from judged group by all)
  select stage, entered, advanced, 0 as around, lost, entered - advanced - lost as "stillIn",
    advanced / nullif(n, 0) as conversion,
    product(advanced / nullif(n, 0)) over (order by lane) as cumulative, n
  from counted order by lane`

/** Days from coming to a stage to leaving it, all stays of a deal together; deals that are there now stand apart. */
const stays = (condition: string, pick: 'cumulative' | 'first' | 'latest'): string => `
  with ${steps()},
  visits as (
    select id, to_stage as stage, changed as came, lead(changed) over (partition by id order by changed, rn) as went,
      row_number() over (partition by id, to_stage order by changed, rn) as visit
    from steps),
  sums as (
    select id, stage, max(went) as went, bool_or(went is null) as still,
      ${{ cumulative: 'sum(coalesce(went, as_of()) - came)', first: 'min(went - came) filter (visit = 1)', latest: 'arg_max(coalesce(went, as_of()) - came, visit)' }[pick]} as days,
      as_of() - max(came) as since
    from visits group by all)
  select stages.stage,
    median(days) filter (not ${pick === 'first' ? '(still and days is null)' : 'still'} and ${condition}) as median,
    avg(days) filter (not ${pick === 'first' ? '(still and days is null)' : 'still'} and ${condition}) as mean,
    quantile_cont(days::double, 0.75) filter (not ${pick === 'first' ? '(still and days is null)' : 'still'} and ${condition}) as p75,
    count(*) filter (not ${pick === 'first' ? '(still and days is null)' : 'still'} and ${condition}) as n,
    count(*) filter (still) as "openNow",
    median(${pick === 'first' ? 'since' : 'days'}) filter (still) as "openDays"
  from sums join stages using (stage) where type = 'open' group by stages.stage, pos order by pos`

const placeAt = (day: string, name: string): string =>
  `${name} as (select id, arg_max(to_stage, (changed, rn)) as stage from changes where changed <= ${day} group by id)`

const moves = (from: string, to: string): string => `
  with ${placeAt(from, 'before')}, ${placeAt(to, 'after')},
  pairs as (
    select coalesce(b.stage, 'New') as "from", a.stage as "to", coalesce(f.type, 'unknown') as from_type, t.type as to_type,
      f.pos as from_pos, t.pos as to_pos, d.amount
    from after a left join before b using (id) join deals d using (id)
    left join stages f on b.stage = f.stage left join stages t on a.stage = t.stage
    where b.stage is distinct from a.stage)
  select "from", "to",
    case when to_type in ('won', 'lost') then to_type when "from" = 'New' then 'new'
      when from_type in ('won', 'lost') then 'reopened' when from_pos is null or to_pos is null then 'moved'
      when to_pos > from_pos then 'forward' else 'back' end as direction,
    count(*) as count, sum(amount) as value
  from pairs group by all`

/** The last row of each deal at or before a day. */
const look = (day: string, name: string): string => `
  ${name} as (select * from snapshots where taken <= date '${day}' qualify row_number() over (partition by id order by taken desc) = 1)`

/**
 * The waterfall as metrics.md defines it, the first rule that matches. W is a window on the close date; without a date a
 * deal is due after it. `scope` is a condition on the owner's team.
 */
const waterfall = (from: string, to: string, [first, last]: readonly [string, string], scope = 'true'): string => {
  const due = (side: string): string =>
    `case when ${side}.close_date is null or ${side}.close_date > date '${last}' then 1 when ${side}.close_date < date '${first}' then -1 else 0 end`
  return `
  with ${look(from, 's0')}, ${look(to, 's1')},
  pairs as (
    select s0.id is not null as at0, s1.id is not null as at1, s0.status as status0, s1.status as status1,
      coalesce(s0.value, 0) as a0, coalesce(s1.value, 0) as a1, ${due('s0')} as due0, ${due('s1')} as due1,
      ${scope.replaceAll('team', 's0.team')} as in_scope0, ${scope.replaceAll('team', 's1.team')} as in_scope1
    from s0 full join s1 on s0.id = s1.id),
  ins as (
    select *, at0 and status0 = 'open' and in_scope0 and due0 = 0 as in0,
      at1 and status1 = 'open' and in_scope1 and due1 = 0 as in1,
      at1 and status1 in ('won', 'lost') and in_scope1 and due1 = 0 as closed_here
    from pairs),
  entries as (
    select *, case when in0 then 'Opening'
      when not (in1 or closed_here) then null
      when not at0 then 'New'
      when status0 <> 'open' then if(in1 or status0 <> status1, 'Reopened', null)
      when not in_scope0 then 'Transferred in'
      when due0 > 0 then 'Pulled in' else 'Pushed in' end as entry
    from ins),
  ways as (
    select *, case when in1 then 'Closing'
      when not at1 then 'Removed'
      when closed_here then if(status1 = 'won', 'Won', 'Lost')
      when not in_scope1 then 'Transferred out'
      when due1 > 0 then 'Pushed out' else 'Pulled out' end as leaving
    from entries where entry is not null),
  rows as (
    select entry as movement, if(entry = 'New', a1, a0) as value from ways
    union all select if(a1 > a0, 'Increased', 'Decreased'), a1 - a0 from ways where at0 and at1 and a1 <> a0
    union all select leaving, case leaving when 'Closing' then a1 when 'Removed' then -a0 else -a1 end from ways),
  names as (select unnest(['Opening', 'New', 'Reopened', 'Transferred in', 'Pulled in', 'Pushed in', 'Increased',
    'Decreased', 'Won', 'Lost', 'Transferred out', 'Pushed out', 'Pulled out', 'Removed', 'Closing']) as movement)
  select movement, count(rows.value) as count, coalesce(sum(rows.value), 0) as value
  from names left join rows using (movement) group by movement
  union all select 'Check', 0, 0`
}

/** Field by field, between the last rows of each deal at or before two days. */
const changed = (from: string, to: string): string => {
  const text = (column: string): string =>
    `${column} as (select s0.id, s0.${column} as was, s1.${column} as is_now from s0 join s1 using (id) where s0.${column} is distinct from s1.${column})`
  return `
  with ${look(from, 's0')}, ${look(to, 's1')}, ${['stage', 'amount', 'close_date', 'probability', 'owner', 'category'].map(text).join(', ')}
  select id, 'Deal' as field, amount as "by", 'new' as movement from s1 where id not in (select id from s0)
  union all select id, 'Deal', -amount, 'removed' from s0 where id not in (select id from s1)
  union all select id, 'Stage', null, case when s1.type in ('won', 'lost') then s1.type
      when s0.type in ('won', 'lost') then 'reopened' when s0.pos is null or s1.pos is null then 'moved'
      when s1.pos > s0.pos then 'forward' else 'back' end
    from stage left join stages s0 on was = s0.stage left join stages s1 on is_now = s1.stage
  union all select id, 'Amount', is_now - was,
    case when was is null then 'filled in' when is_now is null then 'cleared' when is_now > was then 'increased' else 'decreased' end from amount
  union all select id, 'Close date', is_now - was,
    case when was is null then 'filled in' when is_now is null then 'cleared' when is_now > was then 'pushed' else 'pulled in' end from close_date
  union all select id, 'Probability', 100 * (is_now - was), if(is_now > was, 'raised', 'lowered') from probability
  union all select id, 'Owner', null, 'transferred' from owner
  union all select id, 'Forecast category', null,
    if(list_position(['omitted', 'pipeline', 'best', 'commit', 'closed'], is_now)
      > list_position(['omitted', 'pipeline', 'best', 'commit', 'closed'], was), 'upgraded', 'downgraded') from category`
}

/** Of the deals open and due in the period at its start: what had become of them at its end. */
const slippage = (from: string, to: string, [first, last]: readonly [string, string]): string => `
  with ${look(from, 's0')}, ${look(to, 's1')},
  due as (
    select s0.*, s1.id is not null as there, s1.status as now_status, s1.close_date as now_date
    from s0 left join s1 using (id) where s0.status = 'open' and s0.close_date between date '${first}' and date '${last}'),
  later as (
    select s0.value from s0 join s1 using (id)
    where s0.status = 'open' and (s0.close_date > date '${last}' or s0.close_date is null)
      and s1.status in ('open', 'won') and s1.close_date <= date '${last}'),
  judged as (
    select value, case when not there then 'gone' when now_status in ('won', 'lost') then now_status
      when now_date <= date '${last}' then 'waiting' else 'slipped' end as outcome from due)
  select count(*) as due, count(*) filter (outcome = 'won') as won, count(*) filter (outcome = 'lost') as lost,
    count(*) filter (outcome = 'slipped') as slipped, count(*) filter (outcome = 'waiting') as waiting,
    count(*) filter (outcome = 'gone') as gone, (select count(*) from later) as "pulledIn",
    count(*) filter (outcome = 'slipped') / count(*) as rate, sum(value) as "dueValue",
    coalesce(sum(value) filter (outcome = 'slipped'), 0) as "slippedValue",
    (select coalesce(sum(value), 0) from later) as "pulledInValue",
    coalesce(sum(value) filter (outcome = 'slipped'), 0) / sum(value) as "valueRate"
  from judged`

const later = { month: "date_trunc('month', D)", quarter: "date_trunc('quarter', D)", any: 'D' } as const

/** How often the close date moved later from one snapshot to the next, and last to the date of now. */
const pushes = (step: keyof typeof later): string => {
  const start = (day: string): string => later[step].replace('D', day)
  return `
  with dated as (
    select id, taken, close_date from snapshots where taken <= as_of() and status = 'open' and close_date is not null
    union all select id, as_of() + 1, closing from deals where status = 'open' and closing is not null),
  moves as (
    select id, taken, close_date, lag(close_date) over (partition by id order by taken) as before from dated)
  select id, count(*) filter (${start('moves.close_date')} > ${start('before')}) as pushes,
    arg_min(moves.close_date, taken) as "first", any_value(closing) as now
  from moves join deals using (id)
  where status = 'open' and id in (select id from snapshots where close_date is not null and status = 'open')
  group by id having pushes > 0`
}

const notMoved = (since: string, strict: boolean): string => `
  with ${look(since, 's0')}
  select deals.id, deals.amount as value, deals.closing as "closeDate", as_of() - moved as "inStage"
  from deals left join s0 using (id)
  where deals.status = 'open' and if(s0.id is null, moved < date '${since}',
    s0.stage = deals.stage and s0.status = 'open' ${strict ? 'and s0.amount is not distinct from deals.amount and s0.close_date is not distinct from deals.close_date' : ''})
  order by coalesce(deals.amount, -1e18) desc, deals.id`

const pairs = [
  ['2026-10-26', '2026-11-01'],
  ['2026-10-01', '2026-11-01'],
  ['2025-12-15', '2026-06-30'],
] as const

/** Metrics of what moved between two moments, by the stage history and by snapshots. */
export const movement: Questions = {
  STAGE_CONVERSION: ofWhole((set) => [
    { args: {}, sql: conversion('true'), inOrder: true },
    ...set.stretches.map(({ period, from, to }) => ({
      args: { period },
      sql: conversion(`entered between date '${from}' and date '${to}'`),
      inOrder: true,
    })),
    { args: { within_days: 60 }, sql: conversion('true', 60), inOrder: true },
  ]),

  TIME_IN_STAGE: ofWhole((set) => [
    ...(['cumulative', 'first', 'latest'] as const).map((which) => ({
      args: { which },
      sql: stays('true', which),
      inOrder: true,
    })),
    ...set.stretches.map(({ period, from, to }) => ({
      args: { period },
      sql: stays(`went between date '${from}' and date '${to}'`, 'cumulative'),
      inOrder: true,
    })),
  ]),

  STAGE_MOVES: ofWhole(() => [
    ...pairs.map(([from, to]) => ({ args: { from, to }, sql: moves(`date '${from}'`, `date '${to}'`) })),
    { args: { from: '2026-09-30' }, sql: moves("date '2026-09-30'", 'as_of()') },
  ]),

  NOT_MOVED: ofWhole(() =>
    ['2026-10-01', '2026-10-26'].flatMap((since) => [
      { args: { since }, sql: notMoved(since, false), inOrder: true },
      { args: { since, strict: true }, sql: notMoved(since, true), inOrder: true },
    ]),
  ),

  WATERFALL: ofWhole(() =>
    pairs.flatMap(([from, to]) => [
      {
        args: { from, to, close_period: '2026-Q4' },
        sql: waterfall(from, to, ['2026-10-01', '2026-12-31']),
      },
      {
        args: { from, to, close_period: '2026', scope: 'Team=Vienna' },
        sql: waterfall(from, to, ['2026-01-01', '2026-12-31'], "coalesce(team = 'Vienna', false)"),
      },
    ]),
  ),

  DEAL_CHANGES: ofWhole(() => pairs.map(([from, to]) => ({ args: { from, to }, sql: changed(from, to) }))),

  SLIPPAGE: ofWhole(() => [
    { args: { period: '2026-Q3' }, sql: slippage('2026-07-01', '2026-10-01', ['2026-07-01', '2026-09-30']) },
    { args: { period: '2026-Q4' }, sql: slippage('2026-10-01', '2026-11-02', ['2026-10-01', '2026-12-31']) },
    { args: { period: '2026-05' }, sql: slippage('2026-05-01', '2026-06-01', ['2026-05-01', '2026-05-31']) },
  ]),

  PUSHES: ofWhole(() => [
    {
      args: {},
      sql: `select id, push_count as pushes, closing as now from deals
        where status = 'open' and push_count > 0 order by coalesce(amount, -1e18) desc, id`,
      inOrder: true,
    },
    { args: { step: 'quarter' }, sql: pushes('quarter') },
    { args: { step: 'any' }, sql: pushes('any') },
  ]),
}
