import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { root } from '../../structure/repository.ts'
import { spm, type Outcome } from './in-process.ts'

const shared = process.env['SPM_SHARED'] ?? join(root, '../shared')

interface Checked {
  readonly set: string
  /** `table=file` or `file`, and options. */
  readonly argv: readonly string[]
  /** What the README of the data says of it, each with the line that spm check says it in. */
  readonly says: readonly (readonly [oddity: string, line: RegExp])[]
}

const adventureWorks: readonly string[] = [
  ...['deals.deal_id=SalesOrderNumber', 'deals.owner=EmployeeKey', 'deals.amount=Sales', 'deals.cost=Cost'],
  ...['deals.created=OrderDate', 'deals.close_date=OrderDate', "deals.status='won'"],
  ...['people.person=Salesperson', 'people.alias=EmployeeKey,EmployeeID'],
  ...['targets.owner=EmployeeID', 'targets.value=TargetAmount', 'targets.period=TargetMonth', "targets.metric='sales'"],
].flatMap((map) => ['--map', map])

const sets: readonly Checked[] = [
  {
    set: 'maven_crm',
    argv: ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv', 'data_dictionary.csv'],
    says: [
      ['8,800 opportunities', /Opportunities, from a table kept by hand; header in row 1; 8,800 rows read\./],
      ['accounts', /Customers, .*; 85 rows read\./],
      ['products', /Products, .*; 7 rows read\./],
      ['sales teams', /People, .*; 35 rows read\./],
      [
        'engage_date blank exactly on Prospecting',
        /column "engage_date": it is blank in exactly the 500 rows of stage "Prospecting"\./,
      ],
      ['close_value blank on open', /column "close_value": it is blank in exactly the 2,089 rows that are open\./],
      ['close_value 0 on Lost', /column "close_value": it is 0 in exactly the 2,473 rows of stage "Lost"\./],
      [
        'GTXPro in the pipeline, GTX Pro in products',
        /1 name is not in "[^"]*products\.csv": "GTXPro" \(1,480 rows, nearly "GTX Pro"\)\./,
      ],
      ['five agents without deals', /sales_teams\.csv": 5 of 35 people own no opportunity: Mei-Mei Johns, /],
      [
        'the data dictionary repeats its header',
        /data_dictionary\.csv" is no table .* Its first row comes again in row 10, 15, 20,/,
      ],
    ],
  },
  {
    set: 'aw_reseller',
    argv: ['deals=Sales.csv', 'people=Salesperson.csv', 'targets=Targets.csv', 'Product.csv', ...adventureWorks],
    says: [
      ['57,851 sales lines', /Opportunities, .*; 57,851 rows read\./],
      ['monthly targets', /Targets, .*; 809 rows read\./],
      ['people', /People, .*; 18 rows read\./],
      ['products', /Products, .*; 397 rows read\./],
      [
        'targets 19 months past the sales',
        /targets run to 2021-12, 19 months beyond the last closing \(2020-05-31\)\./,
      ],
      [
        "managers' targets overlap their people's",
        /of 676,210,000 in all, 354,350,000 are targets of people who lead others \(Brian Welcker, Stephen Jiang, Amy Alberts, Syed Abbas\)/,
      ],
      ['a person with targets and no sales', /Brian Welcker has targets and no opportunity\./],
      ['people who start mid-way', /targets begin in 2017-07, and those of 7 of 18 owners later: /],
      ['20,586 lines below cost', /20,586 of 57,851 rows are below cost \(column "Cost"\)\./],
    ],
  },
  {
    set: 'sf_devorg',
    argv: ['Opportunity.csv', 'OpportunityHistory.csv', 'Lead.csv'],
    says: [
      ['36 opportunities from Salesforce', /Opportunities, from Salesforce; header in row 1; 36 rows read\./],
      ['48 history rows', /StageHistory, from Salesforce; header in row 1; 48 rows read\./],
      ['22 leads', /Leads, from Salesforce; header in row 1; 22 rows read\./],
      ['32 closed before created', /Close date before creation +32 +88\.9%/],
      ['five blank amounts', /Amount is blank +5 +13\.9%/],
      [
        'seven Closed Won → Closed Lost reversals',
        /OpportunityHistory\.csv", column "StageName": 7 changes lead from a won stage to a lost one/,
      ],
    ],
  },
  {
    set: 'sf_fivetran',
    argv: ['deals=sf_opportunity_data.csv', '--map', "deals.exclude='no'"],
    says: [
      ['10 opportunities from Salesforce', /Opportunities, from Salesforce; header in row 1; 10 rows read\./],
      ['hashed stage names', /column "stage_name": \d+ names? (?:is a hash|are hashes) /],
      ['probability up to 1000', /column "probability": values go up to 1,000%\./],
      ['custom columns are named as not read', /Not known and not read: .*"campaign_id"/],
    ],
  },
  {
    set: 'sf_fivetran',
    argv: ['deals=sf_opportunity_data.csv'],
    says: [
      [
        'is_deleted true on all ten',
        /column "is_deleted": rows that it marks as excluded count in no figure, .*: 10 rows\./,
      ],
    ],
  },
]

describe.each(sets.map((each) => [each.set, each] as const))('spm check on %s', (set, { argv, says }) => {
  const folder = join(shared, 'data', set)
  const isThere = existsSync(folder)
  if (!isThere)
    console.warn(
      `${set} is not on this machine: its checks are skipped; set SPM_SHARED to the folder of the shared data`,
    )
  let outcome: Outcome = { code: -1, out: '', err: '' }

  const placed = (argument: string): string =>
    argument.replace(
      /^(\w+=)?([\w-]+\.csv)$/,
      (_, table: string | undefined, file: string) => `${table ?? ''}${join(folder, file)}`,
    )

  beforeAll(async () => {
    if (isThere) outcome = await spm('check', ...argv.map(placed), '--quiet')
  })

  ;(isThere ? test : test.skip).each(says)('names what its README says: %s', (_oddity, line) => {
    expect(outcome.out).toMatch(line)
  })
})

const sales = join(shared, 'data', 'aw_reseller')
;(existsSync(sales) ? test : test.skip)('aw_reseller: an accented name is read as it is written', async () => {
  const files = ['Sales.csv', 'Salesperson.csv'].map(
    (file, i) => `${i === 0 ? 'deals' : 'people'}=${join(sales, file)}`,
  )
  const maps = adventureWorks.filter(
    (each, i, all) => !each.startsWith('targets.') && !(all[i + 1] ?? '').startsWith('targets.'),
  )
  const { out } = await spm('metric', 'WON', ...files, ...maps, '--by', 'owner', '--csv', '--quiet')
  expect(out).toContain('José Saraiva')
})
