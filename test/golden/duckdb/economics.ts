import { inEachPeriod, ofWhole, type Questions } from './question.ts'

const spans = [
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-10', '2026-10-01', '2026-10-31'],
] as const

const between = (day: string, from: string, to: string): string => `${day} between date '${from}' and date '${to}'`

/** Costs are by month; months within the period count whole. */
const spent = (from: string, to: string): string =>
  `(select * from costs where start >= date '${from}' and stop <= date '${to}')`

const costOfSales = (split: boolean, from: string, to: string, categories: string): string => `
  with cost as (
    select ${split ? "coalesce(team, '(none)') as team," : ''} sum(amount) as cost from ${spent(from, to)} where ${categories} group by all),
  sold as (
    select ${split ? 'team,' : ''} sum(value) as won from deals where status = 'won' and ${between('closing', from, to)} group by all)
  select ${split ? 'team,' : ''} cost, coalesce(won, 0) as won, cost / nullif(won, 0) as rate
  from cost ${split ? 'full join sold using (team)' : 'cross join sold'}`

const cac = (from: string, to: string, which: 'blended' | 'new', categories: string): string => `
  with cost as (
    select sum(amount) as every, coalesce(sum(amount) filter (allocation = 'new'), 0) as fresh from ${spent(from, to)} where ${categories}),
  fresh as (select count(*) as customers from customers where ${between('since', from, to)})
  select ${which === 'new' ? 'fresh' : 'every'} as cost, customers, ${which === 'new' ? 'fresh' : 'every'} / customers as cac,
    fresh / every as "newShare"
  from (select cost.fresh, every, customers from cost cross join fresh)`

/** Lines of the deals that are won (or open), each price times its quantity. */
const sold = (status: string, condition: string): string => `
  (select l.*, coalesce(qty, 1) * net as net_sum, coalesce(qty, 1) * list as list_sum, coalesce(qty, 1) * unit_cost as cost_sum,
    d.owner, d.closing
  from lines l join deals d on l.deal = d.id where d.status = '${status}' and ${condition})`

const margin = (columns: string, condition: string): string => `
  select ${columns} sum(net_sum) as total, sum(net_sum) filter (cost_sum is not null) as net, sum(cost_sum) as cost,
    sum(net_sum) filter (cost_sum is not null) - sum(cost_sum) as margin,
    (sum(net_sum) filter (cost_sum is not null) - sum(cost_sum)) / sum(net_sum) filter (cost_sum is not null) as rate,
    sum(net_sum) filter (cost_sum is not null) / sum(net_sum) as coverage
  from ${sold('won', condition)} group by all`

const discount = (columns: string, condition: string): string => `
  select ${columns} count(list_sum) as lines, sum(list_sum) as list, sum(net_sum) filter (list_sum is not null) as net,
    1 - sum(net_sum) filter (list_sum is not null) / sum(list_sum) as rate,
    sum(net_sum) filter (list_sum is not null) / sum(net_sum) as coverage
  from ${sold('won', condition)} group by all`

const mix = (condition: string): string => `
  select product, sum(net_sum) as value, sum(net_sum) / sum(sum(net_sum)) over () as share from ${sold('won', condition)} group by product`

const retention = (columns: string, priceIndex = 0): string => `
  with at_start as (select *, recurring_end / ${1 + priceIndex} as now from customers where recurring_start > 0 or recurring_end > 0)
  select ${columns} count(*) filter (recurring_start > 0) as customers,
    count(*) filter (recurring_start > 0 and now > 0) as kept, coalesce(sum(recurring_start) filter (recurring_start > 0), 0) as start,
    coalesce(sum(now) filter (recurring_start > 0), 0) as "end", kept / nullif(customers, 0) as logo,
    sum(least(recurring_start, coalesce(now, 0))) filter (recurring_start > 0) / nullif(start, 0) as grr, "end" / nullif(start, 0) as nrr,
    coalesce(sum(now) filter (coalesce(recurring_start, 0) <= 0), 0) as added
  from at_start group by all`

/** New: neither won anything nor was a customer before the period. */
const newRepeat = (split: boolean, from: string, to: string): string => `
  with since as (
    select account, min(day) as since from (
      select account, closing as day from deals where status = 'won' union all select account, since from customers)
    group by account),
  bought as (
    select d.owner, d.account, d.value, since >= date '${from}' as fresh from deals d join since using (account)
    where status = 'won' and ${between('closing', from, to)})
  select ${split ? 'owner,' : ''} count(distinct account) filter (fresh) as "newCustomers", coalesce(sum(value) filter (fresh), 0) as "newValue",
    count(distinct account) filter (not fresh) as "repeatCustomers", coalesce(sum(value) filter (not fresh), 0) as "repeatValue",
    coalesce(sum(value) filter (fresh), 0) / sum(value) as "newShare"
  from bought group by all`

const whitespace = (from: string, to: string): string => `
  with bought as (
    select account, sum(value) as value from deals where status = 'won' and ${between('closing', from, to)} group by account)
  select account, segment, tier, potential, coalesce(value, 0) as current, potential - coalesce(value, 0) as whitespace,
    coalesce(value, 0) / potential as wallet
  from customers left join bought using (account)`

/** Probability × (value − cost) ÷ (meetings still to be held × what one costs). */
const roi = (meetings: number, cost: number): string => `
  with held as (
    select deal as id, count(*) as held from activities
    where done and not cancelled and class in ('meeting', 'demo', 'visit') group by deal)
  select id, value_or_null as value, chance, margin, coalesce(held, 0) as held, greatest(0, ${meetings} - coalesce(held, 0)) as "left",
    if(coalesce(held, 0) >= ${meetings}, 'no effort left'::union(share double, words varchar),
      (chance * margin / ((${meetings} - coalesce(held, 0)) * ${cost}))::union(share double, words varchar)) as roi
  from (
    select d.id, d.amount as value_or_null, coalesce(d.probability, s.chance) as chance, d.amount - d.cost as margin
    from deals d left join stages s using (stage) where status = 'open') left join held using (id)`

const categories = "category in ('marketing', 'events')"

/** Metrics of money spent, margin and customers. */
export const economics: Questions = {
  COST_OF_SALES: ofWhole(() =>
    spans.flatMap(([period, from, to]) => [
      { args: { period }, sql: costOfSales(false, from, to, 'true') },
      { args: { period, by: 'team' }, sql: costOfSales(true, from, to, 'true') },
      {
        args: { period, categories: 'marketing;events' },
        sql: costOfSales(false, from, to, categories),
      },
    ]),
  ),

  CAC: ofWhole(() =>
    spans.flatMap(([period, from, to]) => [
      { args: { period }, sql: cac(from, to, 'blended', 'true') },
      { args: { period, spent: 'new' }, sql: cac(from, to, 'new', 'true') },
      { args: { period, categories: 'marketing;events' }, sql: cac(from, to, 'blended', categories) },
    ]),
  ),

  GROSS_MARGIN: ofWhole((set) => [
    ...inEachPeriod(set, (args, within) => ({ args, sql: margin('', within('d.closing')) })),
    { args: { by: 'owner' }, sql: margin('owner,', 'true') },
    { args: { by: 'product' }, sql: margin('product,', 'true') },
  ]),

  DISCOUNT: ofWhole((set) => [
    ...inEachPeriod(set, (args, within) => ({ args, sql: discount('', within('d.closing')) })),
    { args: { by: 'owner' }, sql: discount('owner,', 'true') },
    { args: { by: 'product' }, sql: discount('product,', 'true') },
  ]),

  MIX: ofWhole((set) => inEachPeriod(set, (args, within) => ({ args, sql: mix(within('d.closing')) }))),

  RETENTION: ofWhole(() => [
    { args: {}, sql: retention('') },
    { args: { by: 'segment' }, sql: retention('segment,') },
    { args: { by: 'tier', price_index: 0.03 }, sql: retention('tier,', 0.03) },
  ]),

  NEW_REPEAT: ofWhole(() =>
    spans.flatMap(([period, from, to]) => [
      { args: { period }, sql: newRepeat(false, from, to) },
      { args: { period, by: 'owner' }, sql: newRepeat(true, from, to) },
    ]),
  ),

  WHITESPACE: ofWhole(() => [
    { args: {}, sql: whitespace('2025-11-03', '2026-11-02') },
    { args: { period: '2025' }, sql: whitespace('2025-01-01', '2025-12-31') },
  ]),

  DEAL_ROI: ofWhole(() => [
    { args: { meetings: 8, meeting_cost: 400 }, sql: roi(8, 400) },
    { args: { meetings: 3, meeting_cost: 250 }, sql: roi(3, 250) },
  ]),

  CAC_PAYBACK: () => [
    {
      args: { cac: 1200, revenue: 100, margin: 0.4 },
      sql: 'select 100 * 0.4 as "perMonth", 1200 / (100 * 0.4) as months',
    },
    { args: { cac: 1200, revenue: 100, margin: 0 }, sql: `select 0 as "perMonth", 'never' as months` },
  ],
}
