/**
 * The sample workbook as its rules say it is to be read, out of the raw tabs: former spellings of people and stages,
 * spaces at the end, rows that are lines of one deal (D1), the status column (D2), the closing day (D4).
 */
export const sampleViews = (asOf: string): string => `
  create macro as_of() as date '${asOf}';
  create macro day(serial) as date '1899-12-30' + serial::integer;

  create table spellings as
    select distinct lower(trim(spelling)) as spelling, person from (
      select "Person" as spelling, "Person" as person from "raw People"
      union all select "Email", "Person" from "raw People"
      union all select unnest(string_split("Alias", ';')), "Person" from "raw People" where "Alias" is not null);
  create macro person(owner) as coalesce((select person from spellings where spelling = lower(trim(owner))), trim(owner));

  create table stages as
    select "Stage" as stage, "Order" as pos, "Type" as type, "Initial" as initial, "Probability" as chance,
      "Stale Days" as stale_days, "Forecast Category" as category, "Alias" as former from "raw Stages";
  create macro stage_now(name) as
    coalesce((select stage from stages where trim(name) in (stage, former)), trim(name));

  create table lines_of_deals as
    select rn, "Deal ID" as id, "Name" as name, "Account ID" as account_id, "Account" as account, person("Owner") as owner,
      "Team" as team, trim("Region") as region, stage_now("Stage") as stage, "Status" as status,
      "Amount" as amount, "Cost" as cost, "List Amount" as list_amount, "Probability" as probability,
      "Forecast Category" as category, day("Created") as created, day("Close Date") as close_date,
      day("Closed At") as closed_at, day("Last Modified") as modified, day("Last Activity") as active,
      day("Last Stage Change") as moved, "Last Open Stage" as last_open_stage, "Next Step" as next_step,
      day("Next Activity") as next_activity, "Type" as type, "Product" as product, "Segment" as segment,
      "Source" as source, "Lost Reason" as lost_reason, "Competitor" as competitor, "Push Count" as push_count
    from "raw Deals";
  create table deals as
    select id, first(columns(* exclude (rn, id, amount, cost)) order by rn), sum(amount) as amount, sum(cost) as cost,
      count(*) as lines
    from lines_of_deals group by id;
  alter table deals add column closing date;
  update deals set closing = case when status in ('won', 'lost') then coalesce(closed_at, close_date) else close_date end;
  alter table deals add column value double;
  update deals set value = coalesce(amount, 0);

  create table spans as
    select distinct "Period" as period, "Grain" as grain,
      case when "Grain" = 'month' then ("Period" || '-01')::date
        else make_date(left("Period", 4)::integer, (right("Period", 1)::integer - 1) * 3 + 1, 1) end as start,
      (case when "Grain" = 'month' then start + interval 1 month else start + interval 3 month end - interval 1 day)::date
        as stop
    from "raw Targets";
  create table targets as
    select "Metric" as metric, person("Owner") as owner, start, stop, "Value" as value, "Type" as type,
      coalesce("Version", '') as version, spans.grain
    from "raw Targets" raw join spans on raw."Period" = spans.period and raw."Grain" = spans.grain;

  create table activities as
    select rn, day("Date") as date, person("Owner") as owner, "Type" as type, "Class" as class, "Channel" as channel,
      "Duration H" as hours, "Done" as done, "Cancelled" as cancelled, "Account" as account, "Deal ID" as deal,
      "Purpose" as purpose from "raw Activities";
  create table snapshots as
    select day("Snapshot At") as taken, "Deal ID" as id, "Name" as name, "Account" as account, person("Owner") as owner,
      "Team" as team, stage_now("Stage") as stage, "Status" as status, "Amount" as amount, coalesce("Amount", 0) as value,
      "Probability" as probability, "Forecast Category" as category, day("Close Date") as close_date from "raw Snapshots";
  create table changes as
    select rn, "Deal ID" as id, stage_now("From Stage") as from_stage, stage_now("To Stage") as to_stage,
      day("Changed At") as changed, "Amount" as amount, day("Close Date") as close_date from "raw StageHistory";
  create table offers as
    select rn, "Offer ID" as offer, "Deal ID" as deal, "Account" as account, person("Owner") as owner, day("Sent") as sent,
      day("Check Date") as checked, day("Valid Until") as valid_until, "Amount" as amount, "Status" as status,
      "Version" as version from "raw Offers";
  create table customers as
    select "Account ID" as account_id, "Account" as account, "Segment" as segment, "Tier" as tier,
      "Region" as region, person("Owner") as owner, day("Customer Since") as since, "Potential Year" as potential,
      "Recurring Start" as recurring_start, "Recurring End" as recurring_end from "raw Customers";
  create table costs as
    select ("Period" || '-01')::date as start, (start + interval 1 month - interval 1 day)::date as stop,
      "Category" as category, "Amount" as amount, "Team" as team, "Allocation" as allocation from "raw Costs";
  create table lines as
    select "Deal ID" as deal, "Product" as product, "Qty" as qty, "List Price" as list, "Net Price" as net,
      "Unit Cost" as unit_cost from "raw Lines";
  create table people as
    select "Person" as person, "Team" as team, "FTE" as fte, day("Start") as start, day("End") as stop from "raw People";
`
