import { ofWhole, type Questions } from './question.ts'

const open = "status = 'open'"

/**
 * Sales targets that count: of one owner and time those of the version `current`, else of the plan; and the finest grain
 * (P3). `quota` is how much of them falls into a stretch of days, each day alike.
 */
const counted = `
  sales as (select * from targets where metric = 'sales'),
  counted as (
    select * from sales t where not exists (
      from sales o where o.owner = t.owner and o.start <= t.stop and t.start <= o.stop
        and ((o.version = 'current' and t.version = 'plan') or (o.version = t.version and o.stop - o.start < t.stop - t.start))))`

const share = (from: string, to: string): string => `
  greatest(0, least(stop, ${to}) - greatest(start, ${from}) + 1) / (stop - start + 1)`

const quota = (from: string, to: string): string => `
  quota as (select owner, sum(value * ${share(from, to)}) as target from counted
    where stop >= ${from} and start <= ${to} group by owner)`

const wonBetween = (from: string, to: string): string => `
  won as (select owner, sum(value) as won from deals where status = 'won' and closing between ${from} and ${to} group by owner)`

const perOwner = `from quota full join won using (owner)`
const sum = (what: string, condition = 'true'): string => `coalesce(sum(${what}) filter (${condition}), 0)`

interface Quarter {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly isRunning: boolean
}

const quarters: readonly Quarter[] = [
  { period: '2026-Q3', from: "date '2026-07-01'", to: "date '2026-09-30'", isRunning: false },
  { period: '2026-Q4', from: "date '2026-10-01'", to: "date '2026-12-31'", isRunning: true },
  { period: '2025', from: "date '2025-01-01'", to: "date '2025-12-31'", isRunning: false },
  { period: '2027-Q1', from: "date '2027-01-01'", to: "date '2027-03-31'", isRunning: false },
]

/** In the period that is running, deals that are overdue since before it count as well. */
const dueIn = ({ from, to, isRunning }: Quarter): string =>
  `${open} and (closing between ${from} and ${to}${isRunning ? ` or closing < ${from}` : ''})`

const attainment = (quarter: Quarter, split: boolean): string => {
  const until = quarter.isRunning ? 'as_of()' : quarter.to
  const cells = (won: string, target: string): string =>
    `${won} as actual, ${target} as target, ${won} / ${target} as rate, ${target} - ${won} as gap`
  return `
    with ${counted}, ${quota(quarter.from, until)}, ${wonBetween(quarter.from, quarter.to)}
    select ${split ? `owner, ${cells('coalesce(won, 0)', 'target')}` : cells(sum('won'), 'sum(target)')} ${perOwner}`
}

/** Nothing left to win is a text, not a ratio. */
const coverage = (quarter: Quarter, split: boolean, worth = 'value'): string => `
  with ${counted}, ${quota(quarter.from, quarter.to)}, ${wonBetween(quarter.from, quarter.to)},
  due as (
    select owner, sum(${worth}) as open from deals left join stages using (stage) where ${dueIn(quarter)} group by owner),
  each as (
    select ${split ? 'owner,' : ''} ${sum('open')} as open, ${sum('won')} as won, sum(target) as target
    from quota full join won using (owner) full join due using (owner) ${split ? 'group by owner' : ''})
  select *, if(target - won < 0.005, 0, target - won) as remaining,
    if(target - won < 0.005, 'target reached'::union(share double, words varchar), (open / (target - won))::union(share double, words varchar)) as coverage
  from each`

/** The category of the deal, else of its stage, else pipeline. */
const forecast = (quarter: Quarter, split: boolean, rollup: 'cumulative' | 'single'): string => `
  with ${counted}, ${quota(quarter.from, quarter.to)}, ${wonBetween(quarter.from, quarter.to)},
  rated as (
    select owner, value, replace(coalesce(deals.category, stages.category, 'pipeline'), 'closed', 'commit') as category
    from deals left join stages using (stage) where ${dueIn(quarter)}),
  due as (
    select owner, ${['commit', 'best', 'pipeline'].map((each) => `${sum('value', `category = '${each}'`)} as own_${each}`).join(', ')}
    from rated where category <> 'omitted' group by owner),
  each as (
    select ${split ? 'owner,' : ''} ${sum('won')} as won, ${['commit', 'best', 'pipeline'].map((name) => `${sum(`own_${name}`)} as own_${name}`).join(', ')},
      sum(target) as target
    from quota full join won using (owner) full join due using (owner) ${split ? 'group by owner' : ''})
  select ${split ? 'owner,' : ''} won, ${
    rollup === 'single'
      ? 'own_commit as "commit", own_best as best, own_pipeline as pipeline'
      : 'won + own_commit as "commit", won + own_commit + own_best as best, won + own_commit + own_best + own_pipeline as pipeline'
  }, target, target - won - own_commit as gap
  from each`

const workdays = (from: string, to: string): string =>
  `(select count(*) from range(${from}, ${to} + interval 1 day, interval 1 day) d(day) where isodow(day) < 6)`

const pace = (split: boolean): string => {
  const [first, last] = ["date '2026-01-01'", "date '2026-12-31'"]
  return `
    with ${counted}, ${quota(first, 'as_of()')}, ${wonBetween(first, 'as_of()')}
    select ${split ? 'owner,' : ''} ${sum('won')} as actual, sum(target) as target, ${sum('won')} / sum(target) as index,
      ${workdays(first, 'as_of()')} / ${workdays(first, last)} as elapsed
    ${perOwner} ${split ? 'group by owner' : ''}`
}

/** The owner of now counts (setting owner_scope). Open at the snapshot of the first of the month, due in it: what they were to bring; and what was won in it. */
const months = (back: number, measure: 'weighted' | 'commit', split: boolean): string => {
  const brings =
    measure === 'weighted'
      ? 's.value * coalesce(s.probability, stages.chance)'
      : "if(replace(coalesce(s.category, stages.category, 'pipeline'), 'closed', 'commit') = 'commit', s.value, 0)"
  return `
  with month as (
    select day::date as start, last_day(day) as stop, strftime(day, '%Y-%m') as month
    from range(date_trunc('month', as_of()) - interval ${back} month, as_of() + interval 1 day, interval 1 month) d(day)),
  expected as (
    select month, ${split ? 'd.owner' : "'all'"} as owner, sum(${brings}) as forecast
    from month join snapshots s on s.taken = month.start and s.status = 'open' and s.close_date between start and stop
    join deals d on s.id = d.id left join stages on s.stage = stages.stage group by all),
  sold as (
    select month, ${split ? 'owner' : "'all'"} as owner, sum(value) as actual
    from month join deals on status = 'won' and closing between start and stop group by all),
  paired as (
    select month, owner, coalesce(forecast, 0) as forecast, coalesce(actual, 0) as actual
    from (select distinct owner from expected union select distinct owner from sold) cross join month
    left join expected using (month, owner) left join sold using (month, owner))`
}

const deviation = (back: number, measure: 'weighted' | 'commit', split: boolean): string => `
  ${months(back, measure, split)}
  select ${split ? 'owner,' : ''} month, forecast, actual, actual - forecast as deviation,
    (actual - forecast) / nullif(forecast, 0) as rate from paired`

const accuracy = (back: number, measure: 'weighted' | 'commit', split: boolean): string => `
  ${months(back, measure, split)}, over as (
    select * from paired join month using (month) where stop <= as_of() and (forecast <> 0 or actual <> 0))
  select avg(abs(actual - forecast) / actual) filter (actual > 0) as mape, sum(abs(actual - forecast)) / sum(actual) as wape,
    sum(forecast - actual) / sum(actual) as bias, greatest(0, 1 - sum(abs(actual - forecast)) / sum(actual)) as accuracy,
    count(*) filter (actual > 0) as n, count(*) filter (actual <= 0) as unsold
  from over`

/** Open with a probability on a day, won or lost within the horizon. */
const calibration = (at: string, horizon: number): string => `
  with looked as (
    select * from snapshots where taken <= date '${at}'
    qualify row_number() over (partition by id order by taken desc) = 1),
  resolved as (
    select least(4, floor(t.probability * 5 + 1e-9)) as band, t.probability as stated, d.status = 'won' as won
    from looked t join deals d using (id)
    where t.status = 'open' and t.probability is not null and d.status in ('won', 'lost')
      and d.closing <= least(date '${at}' + ${horizon}, as_of()))
  select if(grouping(band) = 1, 'All', (20 * band)::integer || '% to ' || (20 * band + 20)::integer || '%') as band,
    avg(stated) as stated, avg(won::integer) as realised, count(*) as n, avg(won::integer) - avg(stated) as gap,
    if(count(*) < 10, 'Few', 'Enough') as state
  from resolved group by grouping sets ((band), ())`

const firstKnown = (column: string): string =>
  `(select id, arg_min(${column}, taken) as ${column} from snapshots where status = 'open' and ${column} is not null and taken <= as_of() group by id)`

const bias = (condition: string): string => `
  select owner, sum(d.amount) filter (a.amount > 0 and d.amount is not null) / sum(a.amount) filter (a.amount > 0 and d.amount is not null) as ratio,
    median(d.closing - c.close_date) as shift, count(*) filter (a.amount > 0 and d.amount is not null) as n,
    ${sum('a.amount', 'a.amount > 0 and d.amount is not null')} as "first",
    ${sum('d.amount', 'a.amount > 0 and d.amount is not null')} as final
  from deals d left join ${firstKnown('amount')} a using (id) left join ${firstKnown('close_date')} c using (id)
  where d.status = 'won' and ${condition} group by owner`

const bothMeasures = [
  ['weighted', false],
  ['weighted', true],
  ['commit', false],
] as const

/** Metrics that set deals beside targets and forecasts. */
export const forecasts: Questions = {
  ATTAINMENT: ofWhole(() =>
    quarters.flatMap((quarter) => [
      { args: { period: quarter.period }, sql: attainment(quarter, false) },
      { args: { period: quarter.period, by: 'owner' }, sql: attainment(quarter, true) },
    ]),
  ),

  COVERAGE: ofWhole(() => [
    ...quarters.flatMap((quarter) => [
      { args: { period: quarter.period }, sql: coverage(quarter, false) },
      { args: { period: quarter.period, by: 'owner' }, sql: coverage(quarter, true) },
      {
        args: { period: quarter.period, by: 'owner', weighted: true },
        sql: coverage(quarter, true, 'value * coalesce(probability, chance)'),
      },
    ]),
  ]),

  FORECAST: ofWhole(() =>
    quarters.flatMap((quarter) => [
      { args: { period: quarter.period }, sql: forecast(quarter, true, 'cumulative') },
      { args: { period: quarter.period, rollup: 'single' }, sql: forecast(quarter, true, 'single') },
    ]),
  ),

  PACE: ofWhole(() => [
    { args: {}, sql: pace(false) },
    { args: { by: 'owner' }, sql: pace(true) },
  ]),

  FORECAST_DEVIATION: ofWhole(() =>
    bothMeasures.map(([measure, split]) => ({
      args: { months: 6, measure, ...(split && { by: 'owner' }) },
      sql: deviation(6, measure, split),
    })),
  ),

  FORECAST_ACCURACY: ofWhole(() =>
    bothMeasures.map(([measure, split]) => ({
      args: { months: 6, measure, level: split ? 'person' : 'total' },
      sql: accuracy(6, measure, split),
    })),
  ),

  CALIBRATION: ofWhole(() =>
    ['2026-05-01', '2026-02-15'].flatMap((at) =>
      [60, 90].map((horizon) => ({ args: { at, horizon }, sql: calibration(at, horizon) })),
    ),
  ),

  ESTIMATE_BIAS: ofWhole(() => [
    { args: {}, sql: bias('true') },
    { args: { period: '2026-Q3' }, sql: bias("closing between date '2026-07-01' and date '2026-09-30'") },
  ]),
}
