import { join } from 'node:path'
import { claim, notRun, type Outcome } from '../outcome.ts'
import { root, sharedData, spm, whereShared } from '../place.ts'

/** What is odd about a set, and how `spm check` says it. */
interface Oddity {
  readonly what: string
  readonly says: RegExp
}

interface OddSet {
  readonly set: string
  readonly args: (folder: string) => readonly string[]
  readonly oddities: readonly Oddity[]
}

const sets: readonly OddSet[] = [
  {
    set: 'maven_crm',
    args: (folder) => ['sales_pipeline.csv', 'sales_teams.csv'].map((name) => join(folder, name)),
    oddities: [
      { what: '500 deals without a creation date', says: /Created is blank +500 / },
      { what: '2,089 open deals without an amount', says: /Amount is blank +2,089 / },
      { what: '2,473 lost deals with the amount 0', says: /Amount is 0 in a late stage +2,473 / },
    ],
  },
  {
    set: 'sf_devorg',
    args: (folder) => [join(folder, 'Opportunity.csv')],
    oddities: [
      { what: '32 close dates before the creation', says: /Close date before creation +32 / },
      { what: 'five blank amounts', says: /Amount is blank +5 / },
    ],
  },
  {
    set: 'sf_fivetran',
    args: (folder) => [join(folder, 'sf_opportunity_data.csv')],
    oddities: [
      {
        what: 'ten rows that are marked as deleted',
        says: /column "is_deleted": rows that it marks as excluded count in no figure, .*: 10 rows\./,
      },
    ],
  },
  {
    set: 'sf_fivetran',
    args: (folder) => [`deals=${join(folder, 'sf_opportunity_data.csv')}`, '--map', "deals.exclude='no'"],
    oddities: [
      { what: 'a probability far above 100%', says: /outside 0 to 100%/ },
      { what: 'two columns for the forecast category', says: /has 2 columns for deals\.forecast_category/ },
      { what: 'columns that are not known', says: /Not known and not read: "_fivetran_synced"/ },
    ],
  },
  {
    set: 'aw_reseller',
    args: () => ['--config', join(root, 'samples/adventure-works/spm.json')],
    oddities: [{ what: 'sales lines that share an order', says: /Deal ID is repeated +54,235 / }],
  },
]

/** `spm check` on each shared set names what is odd about it. */
export async function* oddities(): AsyncGenerator<Outcome> {
  for (const { set, args, oddities: expected } of sets) {
    const folder = sharedData(set)
    if (folder === null) {
      yield notRun(`spm check ${set}`, whereShared)
      continue
    }
    const { code, out, err } = spm('check', ...args(folder))
    yield claim(`spm check ${set}`, code <= 1, `exit ${code}`)
    for (const { what, says } of expected)
      yield claim(
        `spm check ${set}, ${what}`,
        says.test(`${out}\n${err}`),
        says.test(`${out}\n${err}`) ? 'named' : 'NOT NAMED',
      )
  }
}
