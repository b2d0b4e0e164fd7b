import type { QuestionName } from '../../questions.ts'
import { asked } from '../../workload/asked.ts'

/**
 * The pack in SQL, one statement per question, its columns named like the answer's. It expects the relations
 *
 *     deals(id, owner, stage, amount, probability, created, closing, touched, type)      changes(id, stage, since)
 *     activities(day, owner, type, hours, done, id)      targets(metric, owner, period, value)      people(owner)
 *     seen(day, id, stage, status, amount, probability, closing)      stages(stage, rank, state, initial, chance)
 *
 * with days as whole serials and blanks as null. `word` writes one of the workload's words as the columns hold it: as a
 * text, or as its code.
 */
export const statementsOf = (word: (text: string) => string): Readonly<Record<QuestionName, string>> => {
  const ofType = (type: string): string => `(from deals join stages using (stage) where state = ${word(type)})`
  const open = `(select deals.*, initial, chance, coalesce(amount, 0) worth ${ofType('open').slice(1)}`
  const won = `(select deals.*, coalesce(amount, 0) worth ${ofType('won').slice(1)}`
  return {
    ...stock(word, open, won),
    conversion: conversion(word),
    durations: durations(word),
    activities: `
      select owner, day - (day - 2) % 7 as week, type, count(*)::int as count, 60 * sum(coalesce(hours, 0)) as minutes
      from activities where done group by all`,
    newMeetings: `
      select activities.owner, count(*)::int as count from activities join deals using (id)
      where done and activities.type = ${word('Meeting')} and deals.type = ${word('New')} group by all`,
    movement: movement(word),
    deviation: deviation(word, won),
    gap: gap(word, won),
  }
}

const { asOf, window } = asked

const stock = (word: (text: string) => string, open: string, won: string) => {
  const isStale = `${asOf} - touched >= ${asked.staleDays}`
  const isWon = `state = ${word('won')}`
  return {
    funnel: `
      select stage, owner, count(*)::int as count, sum(worth) as value, sum(worth * coalesce(probability, chance)) as weighted
      from ${open} group by all`,
    stale: `select count(*)::int as count from ${open} where ${isStale}`,
    staleTop: `
      select id, (row_number() over (order by worth desc, id))::int as rank, ${asOf} - touched as "quietDays", worth as amount
      from (from ${open} where ${isStale} order by worth desc, id limit ${asked.staleTop})`,
    overdue: `
      select count_if(closing < ${asOf})::int as count, count_if(closing is null)::int as undated,
        coalesce(sum(worth) filter (closing < ${asOf}), 0) as value
      from ${open}`,
    early: `
      select count(*)::int as count, coalesce(sum(worth), 0) as value from ${open}
      where initial and closing between ${asOf} and ${asOf + asked.earlyDays}`,
    winRate: `
      select owner, (q // 4) || '-Q' || (q % 4 + 1) as quarter, won, lost, "wonValue", "lostValue",
        won / (won + lost) as "rateByCount",
        coalesce("wonValue" / nullif("wonValue" + "lostValue", 0), 'nan'::double) as "rateByValue"
      from (
        select owner, year(closes) * 4 + quarter(closes) - 1 as q,
          count_if(won)::int as won, count_if(not won)::int as lost,
          coalesce(sum(worth) filter (won), 0) as "wonValue", coalesce(sum(worth) filter (not won), 0) as "lostValue"
        from (
          select owner, date '1899-12-30' + closing as closes, ${isWon} as won, coalesce(amount, 0) as worth
          from deals join stages using (stage) where state <> ${word('open')} and closing is not null)
        group by all)`,
    cycle: `
      select owner, count_if(days > 0)::int as deals, (count(*) - count_if(days > 0))::int as excluded,
        avg(days) filter (days > 0) as mean, median(days) filter (days > 0) as median
      from (select owner, closing - created as days from ${won})
      group by owner having deals > 0`,
  }
}

/** Ranks of the open stages, and one more for won. */
const ranks = [1, 2, 3, 4, 5, 6] as const
const wonRank = ranks.length + 1

const conversion = (word: (text: string) => string): string => {
  const lost = word('lost')
  const entries = [...ranks, wonRank].map(
    (rank) => `floor(min(since) filter (state <> ${lost} and rank >= ${rank})) as entry${rank}`,
  )
  const { from, to } = asked.cohort
  const steps = ranks.map(
    (rank) => `
      select ${rank} as rank, count(*)::int as entered, count(entry${rank + 1})::int as advanced,
        count_if(entry${rank + 1} is null and "lastLoss" = "lastMove")::int as lost
      from lives where entry${rank} >= ${from} and entry${rank} < ${to}`,
  )
  return `
    with lives as materialized (
      select ${entries.join(', ')}, max(since) filter (state = ${lost}) as "lastLoss", max(since) as "lastMove"
      from changes join stages using (stage) group by id)
    select stage, entered, advanced, lost, entered - advanced - lost as "stillIn", advanced / entered as conversion
    from (${steps.join(' union all ')}) join stages using (rank)`
}

const durations = (word: (text: string) => string): string => `
  select stage, count(*)::int as stays, avg(days) as mean, median(days) as median
  from (
    select stage, (floor(lead(since) over (partition by id order by since)) - floor(since))::int as days from changes)
  join stages using (stage)
  where days is not null and state = ${word('open')} group by stage`

const movement = (word: (text: string) => string): string => {
  const at = (day: number, figure: string): string => `max(${figure}) filter (day = ${day})`
  const states = [asked.opening, asked.closing].map(
    (day, i) => `${at(day, 'worth')} as w${i}, ${at(day, 'status')} as s${i}, ${at(day, 'place')} as p${i}`,
  )
  return `
    with states as (
      select id, day, status, coalesce(amount, 0) as worth,
        case when closing is null or closing >= ${window.to} then 1 when closing < ${window.from} then -1 else 0 end as place
      from seen where status <> ${word('removed')}),
    deals as materialized (
      select ${states.join(', ')}, coalesce(w0, w1) as a0, coalesce(w1, w0) as a1,
        case
          when s0 = ${word('open')} and p0 = 0 then 'Opening'
          when s1 is null or p1 <> 0 then null
          when s0 is null then 'New'
          when s0 <> ${word('open')} then if(s0 = s1, null, 'Reopened')
          when p0 = 1 then 'Pulled in' else 'Pushed in' end as entry,
        case
          when s1 is null then 'Removed'
          when p1 = 1 then 'Pushed out'
          when p1 = -1 then 'Pulled out'
          when s1 = ${word('won')} then 'Won'
          when s1 = ${word('lost')} then 'Lost'
          else 'Closing' end as leaving
      from states group by id having entry is not null)
    select movement, count(*)::int as count, sum(value) as value
    from (
      select entry as movement, a0 as value from deals
      union all select if(a1 > a0, 'Increased', 'Decreased'), a1 - a0 from deals where a1 <> a0
      union all select leaving, a1 from deals)
    group by movement`
}

const deviation = (word: (text: string) => string, won: string): string => {
  const months = asked.months.map(
    ({ name, from, to }) => `
      select '${name}' as month,
        (select sum(coalesce(amount, 0) * coalesce(probability, chance)) from seen join stages using (stage)
          where day = ${from} and status = ${word('open')} and closing >= ${from} and closing < ${to}) as forecast,
        (select sum(worth) from ${won} where closing >= ${from} and closing < ${to}) as actual`,
  )
  return `select month, coalesce(forecast, 0) as forecast, coalesce(actual, 0) as actual,
      (actual - forecast) / forecast as deviation from (${months.join(' union all ')})`
}

const gap = (word: (text: string) => string, won: string): string => `
  select owner, coalesce(due.value, 0) as target, coalesce(sold.value, 0) as won, target - won as gap
  from people
  left join (
    select owner, sum(value) as value from targets
    where metric = ${word('sales')} and period in (${asked.targetMonths.map(word).join(', ')}) group by owner) due using (owner)
  left join (
    select owner, sum(worth) as value from ${won}
    where closing >= ${window.from} and closing < ${window.to} group by owner) sold using (owner)`
