/** The list of deals of maven_crm, and who belongs to which region; engage_date is the day of creation. */
export const mavenViews = (asOf: string): string => `
  create macro as_of() as date '${asOf}';
  create table deals as
    select opportunity_id as id, null::varchar as name, account, null::varchar as account_id, sales_agent as owner,
      regional_office as region, product, deal_stage as stage,
      case deal_stage when 'Won' then 'won' when 'Lost' then 'lost' else 'open' end as status,
      close_value::double as amount, coalesce(close_value::double, 0) as value, null::double as probability,
      engage_date::date as created, close_date::date as close_date, close_date::date as closing,
      null::varchar as next_step, null::varchar as lost_reason
    from "raw sales_pipeline" left join "raw sales_teams" using (sales_agent);
`
