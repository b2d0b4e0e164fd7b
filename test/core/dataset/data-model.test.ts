import { describe, expect, test } from '@jest/globals'
import type { Numbers } from '#core/dataset/columns'
import { identify } from '#core/dataset/identify'
import { openDataset } from '#core/dataset/dataset'
import type { TableSchema } from '#core/dataset/schema'
import { tables, type TableName } from '#core/dataset/tables/index'

/** The columns of the specification's data model, table by table, in its words; a status is kept as it is written. */
const model: Readonly<Partial<Record<TableName, string>>> = {
  deals:
    'deal_id name account_id account owner team pipeline stage status amount currency amount_base recurring_amount cost list_amount probability forecast_category created close_date closed_at first_close_date last_modified last_activity last_stage_change last_open_stage next_step next_activity push_count type product segment business_unit region source lost_reason competitor stakeholders fit url exclude',
  history: 'deal_id from_stage to_stage changed_at by amount close_date',
  snapshots:
    'snapshot_id snapshot_at kind pack_id deal_id name account owner team pipeline stage status amount currency amount_base probability forecast_category created close_date last_modified product segment row_hash',
  stages: 'pipeline stage order type initial probability stale_days target_days forecast_category alias exit_criteria',
  activities:
    'activity_id date owner type class channel duration_h done cancelled account account_id contact contact_role deal_id purpose subject outcome',
  targets:
    'metric owner period grain value currency product segment business_unit region type locked parent_goal lead_lag version note',
  people:
    'person email alias manager level team region role start end fte ramp_plan cost_year hours_week pay_plan active',
  customers:
    'account_id account segment tier fit owner kam parent region industry customer_since potential_year sales_prev sales_ytd recurring_start recurring_end health last_meeting next_review stakeholders_known stakeholders_target',
  costs: 'period category amount currency owner team channel allocation',
  unit_costs: 'channel cost_per_meeting hours_per_meeting win_rate_factor',
  offers: 'offer_id deal_id account owner sent check_date valid_until amount currency status version',
  sales: 'date amount cost currency invoice_id account owner product segment business_unit region',
  time_plan: 'person period purpose hours',
  market: 'segment region product period size',
  params: 'segment parameter value unit source n standard_error locked version',
  ramp_plans: 'plan month_no pct',
  phasing_plans: 'plan period_no pct',
  actions:
    'action_id created pack_id section scope owner action kpi deal_id account_id horizon due support_needed support_from status closed effect_note',
  coaching_log: 'date coach person pack_id topic competency agreed follow_up rating',
  competencies: 'competency person date level',
  questions: 'set order question weight help',
  answers: 'deal_id question date answer score',
  campaigns: 'name start end audience owner note',
  pay_plans: 'plan measure tier_from tier_to rate mode cap threshold valid_from valid_to',
  calendar: 'period grain start end weeks workdays',
  lines: 'deal_id product qty list_price net_price unit_cost period_months',
}

describe('the data model', () => {
  test.each(Object.entries(model))('%s has every column of the specification', (name, columns) => {
    const { fields }: TableSchema = tables[name as TableName]
    const missing = columns.split(' ').filter((field) => !(field in fields || `${field}_text` in fields))
    expect(missing).toEqual([])
  })

  test.each(Object.entries(model))('a range with all columns of %s is recognised as it', (name, columns) => {
    const grid = [columns.split(' '), columns.split(' ').map(() => null)]
    expect(Object.keys(identify([{ name: 'range', grid }]).tables)).toEqual([name])
  })
})

test('key account managers are found by their aliases, as owners are', () => {
  const data = openDataset({
    tables: {
      people: {
        name: 'People',
        grid: [
          ['Person', 'Alias'],
          ['Anna Berg', 'aberg'],
        ],
      },
      customers: {
        name: 'Customers',
        grid: [
          ['Account ID', 'Account', 'Owner', 'KAM'],
          ['1', 'Acme', 'ABERG', 'aberg'],
        ],
      },
    },
    today: 45382,
  })
  expect([data.column('customers', 'owner')?.at(0), data.column('customers', 'kam')?.at(0)]).toEqual([
    'Anna Berg',
    'Anna Berg',
  ])
})

test('a loop of managers is found through their aliases', () => {
  const grid = [
    ['Person', 'Alias', 'Manager'],
    ['Anna', 'AB', 'bc'],
    ['Ben', 'BC', 'ab'],
  ]
  expect(() => openDataset({ tables: { people: { name: 'People', grid } }, today: 45382 })).toThrow(
    'People: Anna → Ben → Anna is a loop of managers.',
  )
})

const valuesOf = (column: Numbers | null): readonly number[] => [...(column?.values ?? [])]

describe('the tables that targets are broken down by', () => {
  test('shares of plans are in percent or fractions, by a decision for the column; a parameter is what is written', () => {
    const data = openDataset({
      tables: {
        ramp_plans: {
          name: 'Ramp',
          grid: [['Plan', 'Month', 'Pct'], ...[25, 50, 100].map((pct, i) => ['AE', i + 1, pct])],
        },
        phasing_plans: {
          name: 'Phasing',
          grid: [['Plan', 'Period', 'Weight'], ...['40%', 0.6].map((pct, i) => ['H', i + 1, pct])],
        },
        params: {
          name: 'Params',
          grid: [
            ['Segment', 'Parameter', 'Value', 'Std Error', 'Locked'],
            ['', 'avg_deal', 50000, 2500, 'yes'],
            ['North', 'win_rate', '25%', 0.02, null],
          ],
        },
      },
      today: 45382,
    })
    expect(valuesOf(data.column('ramp_plans', 'pct'))).toEqual([0.25, 0.5, 1])
    expect(valuesOf(data.column('phasing_plans', 'pct'))).toEqual([0.4, 0.6])
    expect(valuesOf(data.column('params', 'value'))).toEqual([50000, 0.25])
    expect(valuesOf(data.column('params', 'standard_error'))).toEqual([2500, 0.02])
    expect([0, 1].map((row) => data.column('params', 'locked')?.isTrue(row))).toEqual([true, false])
  })
})
