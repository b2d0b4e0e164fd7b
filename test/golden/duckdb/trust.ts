import { ofWhole, type Questions } from './question.ts'

const open = "status = 'open'"

/** Found open deals as a share of all open deals, by number and by value; the larger share is held against the limits. */
const check = (label: string, found: string, watch: number, fix: number): string => `
  select '${label}' as "check", greatest(share, "valueShare") as figure, share, "valueShare", deals, value,
    if(figure > ${fix}, 'Fix', if(figure > ${watch}, 'Watch', 'OK')) as status
  from (
    select count(*) filter (${found}) / count(*) as share, sum(value) filter (${found}) / sum(value) as "valueShare",
      count(*) filter (${found}) as deals, sum(value) filter (${found}) as value
    from deals left join stages using (stage) where ${open})`

/** The last month that is over, by the weighted value at its first day. */
const deviation = `
  select 'Forecast deviation', (actual - forecast) / forecast, null, null, null, actual - forecast,
    if(abs((actual - forecast) / forecast) >= 0.2, 'Fix', if(abs((actual - forecast) / forecast) >= 0.1, 'Watch', 'OK'))
  from (
    select (
      select sum(value * coalesce(probability, chance)) from snapshots left join stages using (stage)
      where taken = date '2026-10-01' and ${open} and close_date between date '2026-10-01' and date '2026-10-31') as forecast,
      (select sum(value) from deals where status = 'won' and closing between date '2026-10-01' and date '2026-10-31') as actual)`

const trust = `
  with checks as (
    ${check('Overdue deals', 'close_date < as_of()', 0, 0.05)}
    union all ${check('Stale deals', 'as_of() - coalesce(modified, created) >= coalesce(stale_days, 60)', 0.05, 0.15)}
    union all ${check('Early closers', 'initial and close_date between as_of() and as_of() + 30', 0.05, 0.15)}
    union all ${deviation})
  from checks union all
  select 'Overall', null, null, null, null, null,
    if(bool_or(status = 'Fix'), 'Fix', if(bool_or(status = 'Watch'), 'Watch', 'OK')) from checks`

/** What each check looks at, and what it finds wrong; of the rows as they stand, lines of a deal included. */
const checks: readonly (readonly [label: string, looksAt: string, wrong: string])[] = [
  ['Deal ID is blank', 'true', 'id is null'],
  ['Name is blank', 'true', 'name is null'],
  ['Owner is blank', 'true', 'owner is null'],
  ['Stage is blank', 'true', 'd.stage is null'],
  ['Amount is blank', 'true', 'amount is null'],
  ['Created is blank', 'true', 'created is null'],
  ['Close date is blank', 'true', 'close_date is null'],
  ['Next step is blank', open, 'next_step is null'],
  ['Created in the future', 'created is not null', 'created > as_of()'],
  ['Closed in the future', `not ${open}`, 'coalesce(closed_at, close_date) > as_of()'],
  [
    'Close date before creation',
    `if(${open}, close_date, coalesce(closed_at, close_date)) is not null and created is not null`,
    `if(${open}, close_date, coalesce(closed_at, close_date)) < created`,
  ],
  ['Stage is not in Stages', 'd.stage is not null', 's.stage is null'],
  ['Stage and status disagree', 'd.stage is not null', "s.type in ('won', 'lost') and s.type <> status"],
  ['Owner is not in People', 'owner is not null', 'owner not in (select person from people)'],
  ['Deal ID is repeated', 'id is not null', 'nth > 1'],
  ['Amount is negative', 'amount is not null', 'amount < 0'],
  ['Amount is 0 in a late stage', `(not ${open} or not s.initial) and amount is not null`, 'amount = 0'],
]

const quality = checks
  .map(
    ([label, looksAt, wrong]) => `
      select '${label}' as "check", count(*) filter (${looksAt} and ${wrong}) as rows,
        count(*) filter (${looksAt} and ${wrong}) / count(*) filter (${looksAt}) as share
      from (select *, row_number() over (partition by id order by rn) as nth from lines_of_deals) d
      left join stages s using (stage)`,
  )
  .join(' union all ')

/** Of what these checks look at, the others find nothing in the sample. */
const silent = ['Currency is not known', 'Amount is not in the base currency']
  .map((label) => `union all select '${label}', 0, 0`)
  .join(' ')

const any = `
  union all select 'Any of these', count(*), count(*) / (select count(*) from lines_of_deals)
  from (select *, row_number() over (partition by id order by rn) as nth from lines_of_deals) d left join stages s using (stage)
  where ${checks.map(([, looksAt, wrong]) => `coalesce((${looksAt}) and (${wrong}), false)`).join(' or ')}`

/** How far this quarter is: earlier quarters are looked at on the same day of theirs. */
const projection = `
  with quarter as (
    select (date_trunc('quarter', as_of()) - back * interval 3 month)::date as start,
      (start + interval 3 month - interval 1 day)::date as stop, start + (as_of() - date_trunc('quarter', as_of())::date)::integer as same_day
    from range(1, 9) b(back)),
  near as (
    select start, stop, coalesce(max(taken) filter (taken > same_day - 5 and taken <= same_day),
      min(taken) filter (taken > same_day and taken <= same_day + 3)) as seen
    from quarter cross join (select distinct taken from snapshots) group by all having seen is not null),
  looked as (
    select near.*, s.* from near join snapshots s on s.taken <= seen
    qualify row_number() over (partition by near.start, s.id order by s.taken desc) = 1),
  due as (
    select l.start, l.id, l.stage, l.value, d.value as final, coalesce(d.status = 'won' and d.closing between l.start and l.stop, false) as won
    from looked l left join deals d using (id) where l.status = 'open' and l.close_date between l.start and l.stop),
  rates as (select stage, sum(value) filter (won) / sum(value) as rate from due group by stage having sum(value) > 0),
  sold_later as (
    select near.start, d.id, d.value from near join deals d
      on d.status = 'won' and d.closing between near.start and near.stop and d.closing > seen),
  others as (
    select near.start, coalesce(sum(l.value), 0) as fresh
    from near left join (from sold_later anti join due using (start, id)) l using (start) group by near.start),
  misses as (
    select o.start, coalesce(sum(final) filter (won), 0) + any_value(o.fresh)
      - coalesce(sum(value * rate), 0) - (select avg(fresh) from others) as miss
    from others o left join due using (start) left join rates using (stage) group by o.start),
  now as (
    select (select sum(value) from deals where status = 'won' and closing >= date_trunc('quarter', as_of())) as won,
      (select sum(value * coalesce(rate, (select sum(value) filter (won) / sum(value) from due)))
        from deals left join rates using (stage)
        where ${open} and closing >= date_trunc('quarter', as_of()) and closing < date_trunc('quarter', as_of()) + interval 3 month) as open,
      (select avg(fresh) from others) as fresh)
  select won, open as "fromOpen", fresh, won + open + fresh as projection,
    greatest(won, won + open + fresh + (select quantile_cont(miss, 0.1) from misses)) as low,
    greatest(won, won + open + fresh + (select quantile_cont(miss, 0.9) from misses)) as high,
    (select count(*) from misses) as periods
  from now`

const monthLengths = (year: number): string => `
  select strftime(day, '%Y-%m') as label, day::date as start, last_day(day) as "end", dayofmonth(last_day(day)) / 7 as weeks,
    (select count(*) from range(day, day + interval 1 month, interval 1 day) w(d) where isodow(d) < 6) as workdays
  from range(date '${year}-01-01', date '${year + 1}-01-01', interval 1 month) m(day)`

/** Metrics of trust, of the quarter that is running, and of the calendar. */
export const trusted: Questions = {
  TRUST: ofWhole(() => [{ args: {}, sql: trust }]),
  DATA_QUALITY: ofWhole(() => [{ args: {}, sql: `${quality} ${silent} ${any}` }]),
  PROJECTION: ofWhole(() => [{ args: {}, sql: projection }]),
  PERIODS: () => [2023, 2024, 2026].map((year) => ({ args: { year }, sql: monthLengths(year), inOrder: true })),
  FISCAL: () =>
    ['2024-02-29', '2025-12-31', '2026-01-01'].flatMap((date) => [
      {
        args: { date },
        sql: `select strftime(d, '%Y') || '-Q' || quarter(d) as label, date_trunc('quarter', d)::date as start,
            (date_trunc('quarter', d) + interval 3 month - interval 1 day)::date as "end" from (select date '${date}' as d)`,
      },
      {
        args: { date, grain: 'week' },
        sql: `select strftime(d, '%G-W%V') as label, date_trunc('week', d)::date as start, date_trunc('week', d)::date + 6 as "end"
          from (select date '${date}' as d)`,
      },
    ]),
}
