import type { QuestionName } from '../../questions.ts'
import { asked } from '../../workload/asked.ts'

/**
 * The pack in Polars' SQL over frames named and built like the table plans, with days as whole serials and blanks as
 * null. `code` tells the code of a word.
 */
type CodeOf = (word: string) => number

/** Frames that several questions share; a `with` would be worked out again for every use. */
export const sharedOf = (code: CodeOf) => {
  const inState = (state: string): string =>
    `select *, coalesce(amount, 0) as worth from deals join stages using (stage) where state = ${code(state)}`
  return { open: inState('open'), won: inState('won'), lives: lives(code), moved: moved(code) }
}

/** One statement per question, its columns named like the answer's. */
export const statementsOf = (code: CodeOf): Readonly<Record<QuestionName, string>> => ({
  ...stock,
  winRate: winRate(code),
  conversion,
  durations: `
    select stage, count(*) as stays, avg(days) as mean, median(days) as median
    from (
      select stage, id, lead(id) over (order by id, since) as nextId,
        floor(lead(since) over (order by id, since)) - floor(since) as days
      from changes) as stays
    join stages using (stage)
    where id = nextId and state = ${code('open')} group by stage`,
  activities: `
    select owner, day - (day - 2) % 7 as week, type, count(*) as count, 60 * sum(coalesce(hours, 0)) as minutes
    from activities where done = 1 group by owner, day - (day - 2) % 7, type`,
  newMeetings: `
    select a.owner, count(*) as count
    from activities a semi join (select id from deals where type = ${code('New')}) as d on a.id = d.id
    where a.done = 1 and a.type = ${code('Meeting')} group by a.owner`,
  movement: `
    select movement, count(*) as count, sum(value) as value
    from (
      select entry as movement, a0 as value from moved
      union all
      select case when a1 > a0 then 'Increased' else 'Decreased' end as movement, a1 - a0 as value from moved where a1 <> a0
      union all select leaving as movement, a1 as value from moved) as steps
    group by movement`,
  deviation: deviation(code),
  gap: gap(code),
})

const { asOf, window } = asked

const stock = {
  funnel: `
    select stage, owner, count(*) as count, sum(worth) as value, sum(worth * coalesce(probability, chance)) as weighted
    from open group by stage, owner`,
  stale: `select count(*) as count from open where touched <= ${asOf - asked.staleDays}`,
  staleTop: `
    select id, row_number() over (order by -worth, id) as rank, ${asOf} - touched as quietDays, worth as amount
    from (
      select * from open where touched <= ${asOf - asked.staleDays}
      order by worth desc, id limit ${asked.staleTop}) as top`,
  overdue: `
    select count(*) filter (where closing < ${asOf}) as count, count(*) filter (where closing is null) as undated,
      coalesce(sum(worth) filter (where closing < ${asOf}), 0) as value
    from open`,
  early: `
    select count(*) as count, coalesce(sum(worth), 0) as value from open
    where initial = 1 and closing >= ${asOf} and closing <= ${asOf + asked.earlyDays}`,
  cycle: `
    select owner, count(*) filter (where days > 0) as deals, count(*) - count(*) filter (where days > 0) as excluded,
      avg(days) filter (where days > 0) as mean, median(days) filter (where days > 0) as median
    from (select owner, closing - created as days from won) as cycles
    group by owner having count(*) filter (where days > 0) > 0`,
}

const winRate = (code: CodeOf): string => {
  const [isWon, isLost] = ['won', 'lost'].map((state) => `filter (where state = ${code(state)})`)
  return `
    select owner, concat(year, '-Q', quarter) as quarter, won, lost, wonValue, lostValue,
      won / (won + lost) as rateByCount, wonValue / (wonValue + lostValue) as rateByValue
    from (
      select owner, year, quarter,
        count(*) ${isWon} as won, count(*) ${isLost} as lost,
        coalesce(sum(worth) ${isWon}, 0) as wonValue, coalesce(sum(worth) ${isLost}, 0) as lostValue
      from (
        select owner, state, worth, extract(year from day) as year, extract(quarter from day) as quarter
        from (
          select owner, state, coalesce(amount, 0) as worth, cast(cast(closing - 25569 as int) as date) as day
          from deals join stages using (stage) where state <> ${code('open')} and closing is not null) as closed) as dated
      group by owner, year, quarter) as quarters`
}

const ranks = [1, 2, 3, 4, 5, 6] as const

const lives = (code: CodeOf): string => {
  const lost = code('lost')
  const entries = [...ranks, ranks.length + 1].map(
    (rank) => `floor(min(since) filter (where state <> ${lost} and rank >= ${rank})) as entry${rank}`,
  )
  return `
    select id, ${entries.join(', ')}, max(since) filter (where state = ${lost}) as lastLoss, max(since) as lastMove
    from changes join stages using (stage) group by id`
}

const steps = ranks.map(
  (rank) => `
    select ${rank} as rank, count(*) as entered, count(entry${rank + 1}) as advanced,
      count(*) filter (where entry${rank + 1} is null and lastLoss = lastMove) as lost
    from lives where entry${rank} >= ${asked.cohort.from} and entry${rank} < ${asked.cohort.to}`,
)
const conversion = `
  select stage, entered, advanced, lost, entered - advanced - lost as stillIn, advanced / entered as conversion
  from (${steps.join(' union all ')}) as steps join stages on cast(steps.rank as int) = stages.rank`

const moved = (code: CodeOf): string => {
  const at = (day: number): string => `(
    select id, status, coalesce(amount, 0) as worth,
      case when closing is null or closing >= ${window.to} then 1 when closing < ${window.from} then -1 else 0 end as place
    from seen where day = ${day} and status <> ${code('removed')})`
  return `
    select * from (
      select a0, a1,
        case
          when s0 = ${code('open')} and p0 = 0 then 'Opening'
          when s1 is null or p1 <> 0 or (s0 = s1 and s0 <> ${code('open')}) then null
          when s0 is null then 'New'
          when s0 <> ${code('open')} then 'Reopened'
          when p0 = 1 then 'Pulled in' else 'Pushed in' end as entry,
        case
          when s1 is null then 'Removed'
          when p1 = 1 then 'Pushed out'
          when p1 = -1 then 'Pulled out'
          when s1 = ${code('open')} then 'Closing'
          when s1 = ${code('won')} then 'Won' else 'Lost' end as leaving
      from (
        select a.status as s0, b.status as s1, a.place as p0, b.place as p1,
          coalesce(a.worth, b.worth) as a0, coalesce(b.worth, a.worth) as a1
        from ${at(asked.opening)} as a full join ${at(asked.closing)} as b on a.id = b.id) as states) as named
    where entry is not null`
}

const deviation = (code: CodeOf): string => {
  const steps = asked.months.flatMap(({ name, from, to }) => {
    const inMonth = `closing >= ${from} and closing < ${to}`
    return [
      `select '${name}' as month, coalesce(amount, 0) * coalesce(probability, chance) as due, 0.0 as sold
        from seen join stages using (stage) where day = ${from} and status = ${code('open')} and ${inMonth}`,
      `select '${name}' as month, 0.0 as due, worth as sold from won where ${inMonth}`,
    ]
  })
  return `
    select month, forecast, actual, (actual - forecast) / forecast as deviation
    from (select month, sum(due) as forecast, sum(sold) as actual from (${steps.join(' union all ')}) as steps group by month) as months`
}

const gap = (code: CodeOf): string => `
  select owner, coalesce(due, 0) as target, coalesce(sold, 0) as won, coalesce(due, 0) - coalesce(sold, 0) as gap
  from people
  left join (
    select owner, sum(value) as due from targets
    where metric = ${code('sales')} and period in (${asked.targetMonths.map(code).join(', ')}) group by owner) as dues using (owner)
  left join (
    select owner, sum(worth) as sold from won
    where closing >= ${window.from} and closing < ${window.to} group by owner) as sales using (owner)`
