import { inEachPeriod, monthOf, ofWhole, quarterOf, type Questions } from './question.ts'

/** Done by a person and not cancelled; what it counts as is its class. */
const done = "done and not cancelled and class <> 'system'"
const isMeeting = "class in ('meeting', 'demo', 'visit') and (a.account is not null or deal is not null)"

/** Since when each account is a customer: the first won deal, or the day in Customers, whichever is earlier. */
const since = `
  since as (
    select account, least(min(bought), min(stated)) as since from (
      select account, closing as bought, null::date as stated from deals where status = 'won'
      union all select account, null, since from customers)
    group by account)`
const isNew = '(since is null or since >= date)'

/** Hours of what states none, by what it counts as (docs/rules.md: the setting activity_hours). */
const usual = `case class when 'meeting' then 1 when 'demo' then 1 when 'visit' then 2 when 'call' then 0.25
  when 'email' then 0.1 when 'contact' then 0.25 when 'offer' then 1 when 'internal' then 1 end`
const timed = `if(hours > 0, hours, ${usual})`

const count = (condition: string, name: string): string => `count(*) filter (${condition}) as ${name}`

const report = (columns: string, condition: string): string => `
  with ${since}, met as (
    select a.*, ${isMeeting} as meeting, ${isNew} as fresh
    from activities a left join since on a.account = since.account where ${done} and ${condition})
  select ${columns}, ${count("class in ('call', 'email', 'contact')", 'contacts')}, ${count("class = 'call'", 'calls')},
    ${count('meeting', 'meetings')}, ${count('meeting and fresh', '"newMeetings"')}, ${count("class = 'offer'", 'offers')},
    coalesce(sum(hours), 0) as hours
  from met where class in ('call', 'email', 'contact', 'offer') or meeting group by all`

const meetings = (columns: string, condition: string): string => `
  with ${since}
  select ${columns} count(*) as meetings from activities a left join since on a.account = since.account
  where ${done} and ${isMeeting} and ${condition} group by all`

/** Who was in the job, on which workdays, times the full-time share; of those who did anything. */
const faceTime = (split: boolean, from: string, to: string): string => `
  with days as (select day::date as day from range(date '${from}', least(date '${to}', as_of()) + interval 1 day, interval 1 day) d(day) where isodow(day) < 6),
  acted as (select * from activities a where ${done} and date between date '${from}' and date '${to}'),
  work as (
    select person as owner, 8 * fte * count(*) as work from people join days on day >= start and (stop is null or day <= stop)
    where person in (select owner from acted) group by person, fte),
  met as (
    select ${split ? 'owner,' : ''} coalesce(sum(${timed}) filter (${isMeeting}), 0) as hours,
      count(*) filter (${isMeeting}) as meetings, count(*) filter (${isMeeting} and hours is null) as guessed
    from acted a group by all)
  select ${split ? 'owner,' : ''} hours, hours / work as share, meetings, guessed / nullif(meetings, 0) as usual
  from met ${split ? 'join work using (owner)' : 'cross join (select sum(work) as work from work)'}`

const labels: Readonly<Record<string, string>> = {
  'lead gen': 'Lead generation',
  progress: 'Opportunity progress',
  existing: 'Existing customers',
  internal: 'Internal',
  travel: 'Travel',
}

const allocation = (condition: string): string => `
  with labels as (from (values ${Object.entries(labels)
    .map(([purpose, label]) => `('${purpose}', '${label}')`)
    .join(', ')}) v(purpose, label)),
  spent as (select purpose, sum(${timed}) as hours from activities a where ${done} and ${condition} group by purpose)
  select label as purpose, coalesce(hours, 0) as actual, coalesce(hours, 0) / sum(hours) over () as share
  from labels left join spent using (purpose)`

const channels = (condition: string): string => `
  with names as (from (values ('f2f', 'Face to face'), ('video', 'Video'), ('phone', 'Phone'), ('digital', 'Digital')) v(channel, label)),
  met as (select channel, count(*) as meetings, sum(${timed}) as hours from activities a where ${done} and ${isMeeting} and ${condition} group by channel)
  select label as channel, coalesce(meetings, 0) as meetings, coalesce(meetings, 0) / sum(meetings) over () as share, coalesce(hours, 0) as hours
  from names left join met using (channel)`

const latest = `(select * from offers qualify row_number() over (partition by offer order by version desc) = 1)`

/** Of one period, or of as many days later for what follows. */
const ratios = (from: string, to: string, lag: number): string => {
  const between = (day: string, days = 0): string =>
    `${day} between date '${from}' + ${days} and date '${to}' + ${days}`
  return `
  with n as (select
    (select count(*) from activities a where ${done} and class in ('call', 'email', 'contact') and ${between('date')}) as contacts,
    (select count(*) from activities a where ${done} and ${isMeeting} and ${between('date')}) as meetings,
    (select count(*) from activities a where ${done} and ${isMeeting} and ${between('date', lag)}) as meetings2,
    (select count(*) from deals where ${between('created')}) as opportunities,
    (select count(*) from deals where ${between('created', lag)}) as opportunities2,
    (select count(*) from ${latest} where ${between('sent')}) as offers,
    (select count(*) from ${latest} where ${between('sent', lag)}) as offers2,
    (select count(*) from deals where status = 'won' and ${between('closing')}) as wins,
    (select count(*) from deals where status = 'won' and ${between('closing', lag)}) as wins2)
  select meetings2 / contacts as "contactsToMeeting", opportunities2 / meetings as "meetingsToOpportunity",
    offers2 / opportunities as "opportunitiesToOffer", wins2 / offers as "offersToWin", meetings / wins2 as "meetingsPerWin",
    contacts, meetings, opportunities, offers, wins
  from n`
}

const spans = [
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
] as const

/** Metrics of what people did, and of offers. */
export const activity: Questions = {
  ACTIVITY: ofWhole((set) =>
    inEachPeriod(set, (args, within) => ({ args, sql: report('owner', within('date')) })).concat(
      { args: { by: 'month' }, sql: report(monthOf('date'), 'true') },
      { args: { by: 'owner,quarter' }, sql: report(`owner, ${quarterOf('date')}`, 'true') },
    ),
  ),

  MEETINGS: ofWhole((set) => [
    ...inEachPeriod(set, (args, within) => ({ args, sql: meetings('', within('date')) })),
    { args: { by: 'owner' }, sql: meetings('owner,', 'true') },
    { args: { by: 'owner', new_only: true }, sql: meetings('owner,', isNew) },
    { args: { by: 'month', channel: 'video' }, sql: meetings(`${monthOf('date')},`, "channel = 'video'") },
  ]),

  FACE_TIME: ofWhole(() =>
    spans.flatMap(([period, from, to]) => [
      { args: { period }, sql: faceTime(false, from, to) },
      { args: { period, by: 'owner' }, sql: faceTime(true, from, to) },
    ]),
  ),

  TIME_ALLOCATION: ofWhole((set) => inEachPeriod(set, (args, within) => ({ args, sql: allocation(within('date')) }))),

  CHANNEL_ACTUAL: ofWhole((set) => inEachPeriod(set, (args, within) => ({ args, sql: channels(within('date')) }))),

  ACTIVITY_RATIOS: ofWhole(() =>
    spans.flatMap(([period, from, to]) => [
      { args: { period }, sql: ratios(from, to, 0) },
      { args: { period, lag_days: 30 }, sql: ratios(from, to, 30) },
    ]),
  ),

  NEW_OFFERS: ofWhole((set) =>
    inEachPeriod(set, (args, within) => ({
      args,
      sql: `select offer, deal, account, owner, amount as value, sent, status, version from ${latest}
        where ${within('sent')} order by amount desc, offer`,
      inOrder: true,
    })),
  ),

  OFFERS_OVERDUE: ofWhole(() => [
    {
      args: {},
      sql: `select offer, deal, account, owner, amount as value, sent, checked as "check", as_of() - checked as overdue,
          if(valid_until < as_of(), 'no longer valid', null) as flags
        from ${latest} where status = 'open' and coalesce(checked, sent + 30) < as_of() order by amount desc, offer`,
      inOrder: true,
    },
  ]),
}
