import { describe, expect, test } from '@jest/globals'
import { sourceOf } from '#core/dataset/sources'

/** The headers that give each system away, as its exports write them. */
const telling: readonly (readonly [string, readonly string[]])[] = [
  ['pipedrive', ['Deal - ID']],
  ['pipedrive', ['Deal - Title']],
  ['pipedrive', ['Deal - Status', 'Deal - Value']],
  ['pipedrive', ['Activity - Subject']],
  ['pipedrive', ['Activity - Type']],
  ['dynamics', ['(Do Not Modify) Opportunity']],
  ['dynamics', ['(Do Not Modify) Activity']],
  ['dynamics', ['Topic', 'Est. revenue']],
  ['dynamics', ['Topic', 'Potential customer']],
  ['zoho', ['Record Id', 'Deal Owner.id']],
  ['zoho', ['Record Id', 'Closing Date']],
  ['zoho', ['Account Name.id']],
  ['zoho', ['Potential Name', 'Stage']],
  ['hubspot', ['Record ID', 'Deal Stage']],
  ['hubspot', ['Record ID', 'Deal Name', 'Create Date']],
  ['hubspot', ['Deal ID', 'Deal Stage', 'Deal Name', 'Create Date']],
  ['hubspot', ['Associated Company IDs']],
  ['odoo', ['External ID', 'Salesperson']],
  ['odoo', ['user_id', 'stage_id']],
  ['odoo', ['Expected Closing', 'Expected Revenue']],
  ['odoo', ['partner_id', 'stage_id']],
  ['salesforce', ['Opportunity Owner', 'Fiscal Period']],
  ['salesforce', ['StageName', 'IsClosed']],
  ['salesforce', ['stage_name', 'is_closed']],
  ['salesforce', ['Opportunity ID', 'Opportunity Name', 'Stage']],
  ['salesforce', ['Opportunity Owner', 'Opportunity Name']],
  ['salesforce', ['OpportunityId', 'StageName']],
  ['salesforce', ['opportunity_id', 'stage_name']],
  ['salesforce', ['From Stage', 'To Stage', 'Last Modified']],
]

describe('sourceOf', () => {
  test.each(telling)('%s is told by %j, in any order and among other headers', (source, headers) => {
    expect(sourceOf(['Amount', ...headers.toReversed(), 'Owner'])).toBe(source)
  })

  test.each(telling)('%s is not told by a part of %j', (_source, headers) => {
    for (const left of headers) expect(sourceOf(['Amount', ...headers.filter((each) => each !== left)])).toBe('generic')
  })

  test('case and spaces around make no difference', () => {
    expect(sourceOf([' DEAL - ID ', 'amount'])).toBe('pipedrive')
  })
})
